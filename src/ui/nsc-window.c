/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window.h"

#include "nsc-accessible-names.h"
#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-page-list.h"
#include "nsc-page-state.h"
#include "nsc-project-backup.h"
#include "nsc-project-copy.h"
#include "nsc-project-opening.h"
#include "nsc-project-watch.h"
#include "nsc-report-page.h"
#include "nsc-start-page.h"
#include "nsc-thumbnail.h"
#include "nsc-window-actions.h"
#include "nsc-window-drop.h"
#include "nsc-window-parts.h"
#include "nsc-window-room.h"

#include <glib/gi18n-lib.h>

/* Between one page that is taken down and the next; when idle would be never beside a window that is always drawn. */
#define TURN_MS 16

struct _NscWindow
{
  AdwApplicationWindow parent_instance;

  NscProject *project;
  NscWidthClass width_class;
  char *trouble;
  gboolean is_of_file; /* the trouble; a copy elsewhere would not have it */
  gboolean recalling;  /* which page of the project was shown last */
  gboolean closing;    /* no longer seen, and let go of page by page */
  AdwToast *toast;     /* the one that was told last, weak */

  AdwNavigationPage *content_page;
  GMenuModel *main_menu;
  GtkStack *pages;
  GtkListBox *sidebar;
  AdwNavigationPage *sidebar_page;
  AdwNavigationSplitView *split_view;
  GtkStack *stack;
  NscStartPage *start_page;
  AdwToastOverlay *toast_overlay;
};

G_DEFINE_FINAL_TYPE (NscWindow, nsc_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_PROJECT = 1,
  PROP_REMEDY,
  PROP_TROUBLE,
  PROP_WIDTH_CLASS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* ---- sidebar and pages ---- */

static const NscPageEntry *
find_entry (const char *name)
{
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    if (g_strcmp0 (entry->name, name) == 0)
      return entry;
  return NULL;
}

static GtkWidget *
make_sidebar_row (const NscPageEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (entry->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entry->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "nsc-page-entry", (gpointer) entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (entry->title), -1);
  return row;
}

static void
set_section_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const NscPageEntry *entry = g_object_get_data (G_OBJECT (row), "nsc-page-entry");
  const NscPageEntry *above = before != NULL ? g_object_get_data (G_OBJECT (before), "nsc-page-entry") : NULL;
  GtkWidget *label;

  if (above != NULL && g_str_equal (above->section, entry->section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_ (entry->section));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "nsc-sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

/* The page of ENTRY, made when it is first asked for: nobody waits for pages that nobody looks at. */
static GtkWidget *
take_page (NscWindow *self, const NscPageEntry *entry)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, entry->name);

  if (page != NULL)
    return page;
  page = g_object_new (entry->get_type (), NULL);
  g_object_bind_property (self, "project", page, "project", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "trouble", page, "trouble", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "remedy", page, "remedy", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "width-class", page, "width-class", G_BINDING_SYNC_CREATE);
  g_object_set (page, "menu", self->main_menu, NULL);
  gtk_stack_add_named (self->pages, page, entry->name);
  return page;
}

/* Whoever comes to a page by key is in it, or in the list at its name, and not where the page before was. */
static void
bring_focus (NscWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page == NULL || (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, page)))
    return;
  if (adw_navigation_split_view_get_collapsed (self->split_view))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->sidebar)));
}

/* ---- the page that was shown last ---- */

/* Under these names it is remembered. */
#define STATE_GROUP "window"
#define STATE_PAGE "page"

static void
remember_page (NscWindow *self, const char *name)
{
  g_autoptr (GHashTable) values = nsc_page_state_new_values ();

  g_hash_table_insert (values, g_strdup (STATE_PAGE), g_strdup (name));
  nsc_page_state_write (self->project, STATE_GROUP, values);
}

static gpointer
recall_page (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) values = nsc_page_state_read (data, STATE_GROUP);
  const char *name = g_hash_table_lookup (values, STATE_PAGE);

  return g_strdup (name != NULL ? name : "");
}

static void
show_project (NscWindow *self)
{
  self->recalling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "project");
  bring_focus (self);
}

static void
recalled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) self = user_data;
  g_autofree char *name = nsc_inquiry_finish (result, NULL);
  const NscPageEntry *entry;

  if (!self->recalling || self->project != NSC_PROJECT (source))
    return;
  entry = find_entry (name);
  if (entry == NULL && gtk_stack_get_visible_child (self->pages) == NULL)
    entry = nsc_page_list_get ();
  if (entry != NULL)
    gtk_stack_set_visible_child (self->pages, take_page (self, entry));
  show_project (self);
}

/* ---- the life of the project ---- */

/* How the first page looks now is how the project is known again. */
static void
keep_thumbnail (NscWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, nsc_page_list_get ()->name);
  NscResult *result = NSC_IS_REPORT_PAGE (page) ? nsc_report_page_get_result (NSC_REPORT_PAGE (page)) : NULL;

  if (result != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (nsc_project_get_path (self->project));

      nsc_thumbnail_make (file, nsc_result_get_figure (result));
    }
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  nsc_inquiry_close_finish (result, &error);
  if (nsc_project_copy_is_letting_go (self) || (error == NULL && !nsc_project_backup_tell (self, NSC_PROJECT (source))))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  /* The person has to know; the window goes when it is closed again. */
  self->closing = FALSE;
  nsc_window_show_start (self, NULL, error);
  gtk_window_present (GTK_WINDOW (self));
}

/* One page in a turn of the main loop: another window is not to wait while lists with hundreds of rows are taken down.
 * Then nobody asks the project any more, and the file is made whole on a worker. */
static gboolean
take_down_cb (gpointer user_data)
{
  NscWindow *self = user_data;
  GtkWidget *page = self->pages != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->pages)) : NULL;
  g_autoptr (NscProject) project = NULL;

  if (page != NULL)
    {
      gtk_stack_remove (self->pages, page);
      return G_SOURCE_CONTINUE;
    }
  g_set_object (&project, self->project);
  nsc_window_set_project (self, NULL);
  if (project != NULL)
    {
      nsc_project_backup_end (project);
      nsc_inquiry_close_async (project, closed_cb, g_object_ref (self));
    }
  return G_SOURCE_REMOVE;
}

static void
notify_trouble (NscWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMEDY]);
}

/* A project that can only be read can be changed as a copy, unless it is its format that is not known here. */
static gboolean
would_copy_help (NscWindow *self)
{
  if (self->trouble != NULL)
    return self->is_of_file;
  return self->project != NULL && nsc_project_get_read_only_reason (self->project) != NULL &&
         !nsc_store_is_newer (nsc_project_get_store (self->project));
}

static void
set_trouble (NscWindow *self, const char *trouble, gboolean is_of_file)
{
  gboolean is_other = self->is_of_file != is_of_file;

  self->is_of_file = is_of_file;
  if (g_set_str (&self->trouble, trouble) || is_other)
    notify_trouble (self);
}

static void
project_notify_cb (NscWindow *self)
{
  const char *title = self->project != NULL ? nsc_project_get_title (self->project) : NULL;

  if (title == NULL || *title == '\0')
    title = _ ("Normscape");
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_navigation_page_set_title (self->sidebar_page, title);
  nsc_window_actions_update (self);
  notify_trouble (self);
}

static void
row_activated_cb (NscWindow *self, GtkListBoxRow *row)
{
  const NscPageEntry *entry = g_object_get_data (G_OBJECT (row), "nsc-page-entry");

  nsc_window_show_page (self, entry->name);
}

static void
page_shown_cb (NscWindow *self)
{
  const NscPageEntry *shown = find_entry (gtk_stack_get_visible_child_name (self->pages));

  if (shown == NULL)
    return;
  adw_navigation_page_set_title (self->content_page, _ (shown->title));
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, i);

      if (row == NULL)
        break;
      if (g_object_get_data (G_OBJECT (row), "nsc-page-entry") == shown)
        gtk_list_box_select_row (self->sidebar, row);
    }
  nsc_window_actions_update (self);
}

static void
visible_page_cb (NscWindow *self)
{
  page_shown_cb (self);
  if (self->project != NULL && !self->recalling && !self->closing)
    remember_page (self, gtk_stack_get_visible_child_name (self->pages));
}

/* The chosen row is that of the page, wherever the focus goes. */
static void
row_selected_cb (NscWindow *self, GtkListBoxRow *row)
{
  if (row != NULL)
    page_shown_cb (self);
}

static void
fill_sidebar (NscWindow *self)
{
  gtk_list_box_set_header_func (self->sidebar, set_section_header, NULL, NULL);
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    gtk_list_box_append (self->sidebar, make_sidebar_row (entry));
}

static gboolean
nsc_window_close_request (GtkWindow *window)
{
  NscWindow *self = NSC_WINDOW (window);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (self->closing)
    return GDK_EVENT_STOP;
  /* A form with words that were not saved asks what is to become of them. */
  if (dialog != NULL && !adw_dialog_close (dialog))
    return GDK_EVENT_STOP;
  nsc_project_opening_cancel (self);
  if (self->project == NULL)
    return GTK_WINDOW_CLASS (nsc_window_parent_class)->close_request (window);
  if (nsc_project_copy_ask_before_closing (self))
    return GDK_EVENT_STOP;

  keep_thumbnail (self);
  self->closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_timeout_add_full (G_PRIORITY_DEFAULT, TURN_MS, take_down_cb, g_object_ref (self), g_object_unref);
  return GDK_EVENT_STOP;
}

static void
nsc_window_constructed (GObject *object)
{
  NscWindow *self = NSC_WINDOW (object);
  NscApplication *application;
  GSettings *settings;

  G_OBJECT_CLASS (nsc_window_parent_class)->constructed (object);

  application = NSC_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  settings = application != NULL ? nsc_application_get_settings (application) : NULL;
  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
nsc_window_dispose (GObject *object)
{
  NscWindow *self = NSC_WINDOW (object);

  nsc_window_set_project (self, NULL);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_WINDOW);
  G_OBJECT_CLASS (nsc_window_parent_class)->dispose (object);
}

static void
nsc_window_finalize (GObject *object)
{
  g_free (NSC_WINDOW (object)->trouble);
  G_OBJECT_CLASS (nsc_window_parent_class)->finalize (object);
}

static void
nsc_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscWindow *self = NSC_WINDOW (object);

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_REMEDY:
      g_value_set_string (value, would_copy_help (self) ? _ ("Save a _Copy…") : "");
      break;
    case PROP_TROUBLE:
      if (self->trouble != NULL)
        g_value_set_string (value, self->trouble);
      else if (self->project != NULL)
        g_value_set_string (value, nsc_project_get_read_only_reason (self->project));
      break;
    case PROP_WIDTH_CLASS:
      g_value_set_enum (value, self->width_class);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NscWindow *self = NSC_WINDOW (object);

  switch (id)
    {
    case PROP_PROJECT:
      nsc_window_set_project (self, g_value_get_object (value));
      break;
    case PROP_TROUBLE:
      nsc_window_set_trouble (self, g_value_get_string (value));
      break;
    case PROP_WIDTH_CLASS:
      self->width_class = g_value_get_enum (value);
      if (self->width_class >= NSC_WIDTH_SNUG)
        gtk_widget_add_css_class (GTK_WIDGET (self), "nsc-snug");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "nsc-snug");
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_window_class_init (NscWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = nsc_window_constructed;
  object_class->dispose = nsc_window_dispose;
  object_class->finalize = nsc_window_finalize;
  object_class->get_property = nsc_window_get_property;
  object_class->set_property = nsc_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = nsc_window_close_request;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, NSC_TYPE_PROJECT, flags);
  properties[PROP_REMEDY] = g_param_spec_string ("remedy", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  properties[PROP_WIDTH_CLASS] =
      g_param_spec_enum ("width-class", NULL, NULL, NSC_TYPE_WIDTH_CLASS, NSC_WIDTH_WIDE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (NSC_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NscWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, NscWindow, toast_overlay);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
nsc_window_init (NscWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete (GTK_WIDGET (self));
  nsc_window_actions_add (self);
  nsc_window_drop_add (self);
  nsc_window_room_set_up (self, self->split_view);
  nsc_window_parts_add (self);
  nsc_project_watch_add (self);
  fill_sidebar (self);
  nsc_window_actions_update (self);
}

NscWindow *
nsc_window_new (NscApplication *application)
{
  return g_object_new (NSC_TYPE_WINDOW, "application", application, NULL);
}

NscProject *
nsc_window_get_project (NscWindow *self)
{
  g_return_val_if_fail (NSC_IS_WINDOW (self), NULL);
  return self->project;
}

void
nsc_window_set_project (NscWindow *self, NscProject *project)
{
  g_return_if_fail (NSC_IS_WINDOW (self));

  if (self->project == project)
    return;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, project_notify_cb, self);
  g_set_object (&self->project, project);
  g_clear_pointer (&self->trouble, g_free);
  if (project != NULL)
    {
      g_signal_connect_object (project, "notify", G_CALLBACK (project_notify_cb), self, G_CONNECT_SWAPPED);
      /* Until it is known no page is seen, and none reads what nobody looks at. */
      self->recalling = TRUE;
      nsc_inquiry_start (project, recall_page, g_strdup (nsc_project_get_uid (project)), g_free, g_free, NULL,
                         recalled_cb, g_object_ref (self));
    }
  project_notify_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

NscPage *
nsc_window_get_page (NscWindow *self)
{
  g_return_val_if_fail (NSC_IS_WINDOW (self), NULL);
  return self->project != NULL ? NSC_PAGE (gtk_stack_get_visible_child (self->pages)) : NULL;
}

const char *
nsc_window_get_page_name (NscWindow *self)
{
  g_return_val_if_fail (NSC_IS_WINDOW (self), NULL);
  return self->project != NULL ? gtk_stack_get_visible_child_name (self->pages) : NULL;
}

GtkWidget *
nsc_window_get_page_list (NscWindow *self)
{
  g_return_val_if_fail (NSC_IS_WINDOW (self), NULL);
  return adw_navigation_split_view_get_collapsed (self->split_view) ? NULL : GTK_WIDGET (self->sidebar);
}

NscPage *
nsc_window_show_page (NscWindow *self, const char *name)
{
  const NscPageEntry *entry;

  g_return_val_if_fail (NSC_IS_WINDOW (self), NULL);

  entry = find_entry (name);
  if (entry == NULL)
    return NULL;
  if (self->recalling)
    show_project (self);
  gtk_stack_set_visible_child (self->pages, take_page (self, entry));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  bring_focus (self);
  return nsc_window_get_page (self);
}

void
nsc_window_add_toast (NscWindow *self, AdwToast *toast)
{
  g_return_if_fail (NSC_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
nsc_window_set_trouble (NscWindow *self, const char *trouble)
{
  g_return_if_fail (NSC_IS_WINDOW (self));

  set_trouble (self, trouble, FALSE);
}

void
nsc_window_set_trouble_of_file (NscWindow *self, const char *trouble)
{
  g_return_if_fail (NSC_IS_WINDOW (self));

  set_trouble (self, trouble, TRUE);
}

void
nsc_window_show_start (NscWindow *self, const char *name, const GError *error)
{
  g_return_if_fail (NSC_IS_WINDOW (self));

  if (error != NULL)
    nsc_start_page_show_error (self->start_page, error);
  else if (name != NULL)
    nsc_start_page_show_opening (self->start_page, name);
  else
    nsc_start_page_show_offer (self->start_page);
  gtk_stack_set_visible_child_name (self->stack, "start");
}
