/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-start-page.h"

#include "nsc-accessible-names.h"
#include "nsc-error-door.h"
#include "nsc-places.h"
#include "nsc-recent-row.h"
#include "nsc-thumbnail.h"
#include "nsc-window-actions.h"

#include <glib/gi18n-lib.h>

/* Longer than most openings take, shorter than a person waits in doubt. */
#define PATIENCE_MS 600
#define MAX_RECENT 8

struct _NscStartPage
{
  AdwBin parent_instance;

  GPtrArray *recent_rows; /* NscRecentRow in recent_group */
  GHashTable *removed;    /* URIs that may still be taken back */
  guint patience;         /* source, 0: none */

  AdwStatusPage *error_page;
  GtkWidget *example_button;
  AdwStatusPage *offer_page;
  AdwStatusPage *opening_page;
  AdwPreferencesGroup *recent_group;
  GtkWidget *recover_button;
  GtkWidget *restore_button;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (NscStartPage, nsc_start_page, ADW_TYPE_BIN)

/* ---- recent projects ---- */

static NscRecentRow *
find_row (NscStartPage *self, const char *uri)
{
  for (guint i = 0; i < self->recent_rows->len; i++)
    if (g_str_equal (nsc_recent_row_get_uri (g_ptr_array_index (self->recent_rows, i)), uri))
      return g_ptr_array_index (self->recent_rows, i);
  return NULL;
}

static void
show_group (NscStartPage *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->recent_rows->len; i++)
    any = any || gtk_widget_get_visible (g_ptr_array_index (self->recent_rows, i));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), any);
  if (any)
    gtk_widget_add_css_class (GTK_WIDGET (self->offer_page), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->offer_page), "compact");
}

/* Nobody has taken it back. The desktop forgets the project, and its picture goes. */
static void
forget (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  nsc_thumbnail_remove (file);
  nsc_places_forget (file);
}

static void
undo_cb (AdwToast *toast, NscStartPage *self)
{
  const char *uri = g_object_get_data (G_OBJECT (toast), "nsc-uri");
  NscRecentRow *row = find_row (self, uri);

  g_hash_table_remove (self->removed, uri);
  if (row != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
      show_group (self);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
dismissed_cb (AdwToast *toast, NscStartPage *self)
{
  const char *uri = g_object_get_data (G_OBJECT (toast), "nsc-uri");

  if (g_hash_table_remove (self->removed, uri))
    forget (uri);
}

/* The list keeps it until the toast is gone, so that its place and its day come back with it. */
static void
remove_cb (NscStartPage *self, NscRecentRow *row)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), NSC_TYPE_WINDOW);
  const char *uri = nsc_recent_row_get_uri (row);
  /* Translators: the name of a project. */
  g_autofree char *words =
      g_strdup_printf (_ ("Removed from the list: %1$s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "nsc-uri", g_strdup (uri), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_DOWN);
  gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  show_group (self);
  nsc_window_add_toast (NSC_WINDOW (window), toast);
  g_hash_table_add (self->removed, g_strdup (uri));
}

static void
list_recent (NscStartPage *self)
{
  g_autoptr (GPtrArray) infos = nsc_places_list_recent (MAX_RECENT);

  for (guint i = 0; i < self->recent_rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->recent_rows, i));
  g_ptr_array_set_size (self->recent_rows, 0);
  for (guint i = 0; i < infos->len; i++)
    {
      GtkWidget *row = nsc_recent_row_new (g_ptr_array_index (infos, i));

      if (g_hash_table_contains (self->removed, nsc_recent_row_get_uri (NSC_RECENT_ROW (row))))
        gtk_widget_set_visible (row, FALSE);
      g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->recent_group, row);
      g_ptr_array_add (self->recent_rows, row);
    }
  show_group (self);
}

/* ---- what is shown ---- */

static void
show (NscStartPage *self, const char *name)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
out_of_patience_cb (gpointer user_data)
{
  NscStartPage *self = user_data;

  self->patience = 0;
  show (self, "opening");
}

static void
back_cb (NscStartPage *self)
{
  nsc_start_page_show_offer (self);
}

static void
nsc_start_page_map (GtkWidget *widget)
{
  NscStartPage *self = NSC_START_PAGE (widget);

  GTK_WIDGET_CLASS (nsc_start_page_parent_class)->map (widget);
  list_recent (self);
}

/* With the window goes the last chance to take them back. */
static void
forget_removed (NscStartPage *self)
{
  GHashTableIter iter;
  gpointer uri;

  g_hash_table_iter_init (&iter, self->removed);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    {
      forget (uri);
      g_hash_table_iter_remove (&iter);
    }
}

static void
nsc_start_page_dispose (GObject *object)
{
  NscStartPage *self = NSC_START_PAGE (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->recent_rows, g_ptr_array_unref);
  if (self->removed != NULL)
    forget_removed (self);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_START_PAGE);
  G_OBJECT_CLASS (nsc_start_page_parent_class)->dispose (object);
}

static void
nsc_start_page_class_init (NscStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_start_page_dispose;
  widget_class->map = nsc_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, example_button);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, offer_page);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, opening_page);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, recover_button);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, NscStartPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
nsc_start_page_init (NscStartPage *self)
{
  self->recent_rows = g_ptr_array_new ();
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete (GTK_WIDGET (self));
}

void
nsc_start_page_show_offer (NscStartPage *self)
{
  g_return_if_fail (NSC_IS_START_PAGE (self));
  list_recent (self);
  show (self, "offer");
  gtk_widget_grab_focus (self->example_button);
}

void
nsc_start_page_show_opening (NscStartPage *self, const char *name)
{
  g_autofree char *title = NULL;

  g_return_if_fail (NSC_IS_START_PAGE (self));

  /* Translators: the name of a project. */
  title = g_strdup_printf (_ ("Opening %1$s…"), name);
  adw_status_page_set_title (self->opening_page, title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  if (self->patience == 0)
    self->patience = g_timeout_add_once (PATIENCE_MS, out_of_patience_cb, self);
}

void
nsc_start_page_show_error (NscStartPage *self, const GError *error)
{
  NscWindow *window;

  g_return_if_fail (NSC_IS_START_PAGE (self));

  window = NSC_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), NSC_TYPE_WINDOW));
  gtk_widget_set_visible (self->restore_button, nsc_window_actions_can_restore (window, error));
  gtk_widget_set_visible (self->recover_button, nsc_window_actions_can_recover (window, error));
  nsc_error_door_fill_page (self->error_page, error);
  show (self, "error");
}
