/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sources-page.h"

#include "nsc-accessible-names.h"
#include "nsc-error-door.h"
#include "nsc-evidence-list.h"
#include "nsc-handover-list.h"
#include "nsc-inquiry.h"
#include "nsc-row-turns.h"
#include "nsc-source-list.h"
#include "nsc-source-row.h"

#include <glib/gi18n-lib.h>

/* After so many the focus stays where it is, or cannot be had. */
#define FRAMES_KEPT 3
#define FRAMES_AT_MOST 60

struct _NscSourcesPage
{
  NscPage parent_instance;

  gboolean stale; /* to be read when somebody looks */
  GCancellable *cancellable;
  NscSourceBook *book; /* NULL until it has been read */
  NscRowTurns *turns;
  NscHandoverList *shown; /* an NscSourceList */
  char *order;            /* "count", "source" or "confidence" */
  char *letters;          /* that are looked for */
  NscSourceItem *opened;  /* whose records are listed, NULL: none */
  guint opened_at;        /* its row */
  guint following;        /* by the focus, to its records or back; 0: it is there */
  guint n_kept;           /* frames in which it has been there */
  guint n_frames;         /* in which it could have been */
  gboolean has_come;      /* the focus, to their page */

  NscEvidenceList *evidence_list;
  AdwStatusPage *failed_page;
  AdwNavigationView *navigation;
  AdwNavigationPage *records_page;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkLabel *status_label;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (NscSourcesPage, nsc_sources_page, NSC_TYPE_PAGE)

enum
{
  PROP_ORDER = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* ---- rows ---- */

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscSourcesPage *self)
{
  nsc_row_turns_bind (self->turns, item);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscSourcesPage *self)
{
  nsc_row_turns_unbind (self->turns, item);
}

/* ---- what is shown ---- */

static const struct
{
  const char *name;
  NscSourceOrder order;
} orders[] = {
  { "count", NSC_SOURCE_ORDER_COUNT },
  { "source", NSC_SOURCE_ORDER_SOURCE },
  { "confidence", NSC_SOURCE_ORDER_CONFIDENCE },
};

static void
update (NscSourcesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  gboolean has_own = nsc_source_book_has_own (self->book);
  g_autofree char *words = g_strdup_printf (ngettext ("%u source", "%u sources", n), n);

  if (!has_own)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack, n > 0 ? "sources" : "nothing-found");
  gtk_label_set_label (self->status_label, has_own ? words : "");
  /* A status has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status_label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->status_label), -1);
}

static void
list_records (NscSourcesPage *self)
{
  g_autofree char *source = nsc_source_row_word_source (self->opened);
  g_autofree char *confidence = nsc_source_row_word_confidence (self->opened);
  g_autofree char *heading = g_strdup_printf ("%s\n%s", source, confidence);

  nsc_evidence_list_show_source (self->evidence_list, nsc_page_get_project (NSC_PAGE (self)),
                                 nsc_source_item_get_source (self->opened),
                                 nsc_source_item_get_confidence (self->opened), heading);
}

typedef struct
{
  NscSourceBook *book; /* NULL: to be read */
  NscSourceOrder order;
  char *letters;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->book);
  g_free (question->letters);
  g_free (question);
}

static gpointer
collect (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  if (question->book == NULL)
    question->book = nsc_source_book_collect (reader, cancellable, error);
  if (question->book == NULL)
    return NULL;
  return nsc_source_list_new (question->book, question->order, question->letters, _ ("No source stated"));
}

static void
take_list (gpointer owner, gpointer answer, const GError *error)
{
  NscSourcesPage *self = owner;
  g_autoptr (NscSourceList) list = answer;

  if (list != NULL)
    {
      g_set_object (&self->book, nsc_source_list_get_book (list));
      nsc_handover_list_set (self->shown, G_LIST_MODEL (list));
      update (self);
      return;
    }
  nsc_error_door_fill_page (self->failed_page, error);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* For the order and the letters of now. */
static void
ask (NscSourcesPage *self)
{
  NscProject *project = nsc_page_get_project (NSC_PAGE (self));
  Question *question;

  nsc_inquiry_cancel (&self->cancellable);
  if (project == NULL)
    return;
  question = g_new0 (Question, 1);
  g_set_object (&question->book, self->book);
  question->letters = g_strdup (self->letters);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (self->order, orders[i].name))
      question->order = orders[i].order;
  nsc_inquiry_ask (self, &self->cancellable, project, collect, question, question_free, g_object_unref, take_list);
}

/* Nothing is read for a page that nobody looks at. */
static void
look_up (NscSourcesPage *self)
{
  NscProject *project = nsc_page_get_project (NSC_PAGE (self));

  nsc_inquiry_cancel (&self->cancellable);
  g_clear_object (&self->book);
  self->stale = project != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (project == NULL || self->stale)
    return;
  ask (self);
  if (self->opened != NULL)
    list_records (self);
}

/* ---- focus: with the records, and back at the source that they are of ---- */

static GtkListView *
find_list (GtkWidget *widget)
{
  GtkListView *found = NULL;

  if (GTK_IS_LIST_VIEW (widget))
    return GTK_LIST_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static gboolean
holds_focus (GtkWidget *part)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (part));

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

static void
focus_row (GtkListView *view, guint position)
{
  gtk_list_view_scroll_to (view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

/* At each frame until a row of the list has kept the focus for some: the page before holds on to it until it is gone,
 * the navigation has a say at the end of its turn, and a row can have it once it has its place. */
static gboolean
keep_at_row (NscSourcesPage *self, GtkListView *list, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));

  if (n == 0)
    return FALSE;
  self->n_frames++;
  if (holds_focus (GTK_WIDGET (list)))
    self->n_kept++;
  else
    {
      self->n_kept = 0;
      focus_row (list, MIN (position, n - 1));
    }
  return self->n_kept >= FRAMES_KEPT || self->n_frames >= FRAMES_AT_MOST;
}

/* As long as there is no record the focus is with what stands above. Whoever goes elsewhere meanwhile, also to
 * another page, stays there. */
static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NscSourcesPage *self = NSC_SOURCES_PAGE (widget);
  gboolean is_here = holds_focus (GTK_WIDGET (self->records_page));
  gboolean has_left = !gtk_widget_get_mapped (widget) || (self->opened != NULL && self->has_come && !is_here);

  self->has_come = self->has_come || is_here;
  if (self->opened != NULL && !self->has_come)
    gtk_widget_child_focus (GTK_WIDGET (self->records_page), GTK_DIR_TAB_FORWARD);
  if (!has_left && !(self->opened != NULL ? keep_at_row (self, find_list (GTK_WIDGET (self->evidence_list)), 0)
                                          : keep_at_row (self, self->view, self->opened_at)))
    return G_SOURCE_CONTINUE;
  self->following = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_following (NscSourcesPage *self)
{
  if (self->following != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->following);
  self->following = 0;
}

static void
follow (NscSourcesPage *self)
{
  self->has_come = FALSE;
  self->n_kept = self->n_frames = 0;
  if (self->following == 0)
    self->following = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

/* ---- callbacks ---- */

static void
activated_cb (NscSourcesPage *self, guint position)
{
  g_autoptr (NscSourceItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item == NULL)
    return;
  g_set_object (&self->opened, item);
  self->opened_at = position;
  list_records (self);
  adw_navigation_view_push_by_tag (self->navigation, "records");
  follow (self);
}

static void
popped_cb (NscSourcesPage *self)
{
  g_clear_object (&self->opened);
  nsc_evidence_list_clear (self->evidence_list);
  follow (self);
}

/* For something else than the row that they were opened at. */
static void
close_records (NscSourcesPage *self)
{
  adw_navigation_view_pop_to_tag (self->navigation, "sources");
  stop_following (self);
}

/* Back, wherever the focus went when the row that had it was not seen any more. */
static gboolean
back_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_get_mapped (widget) && adw_navigation_view_pop (NSC_SOURCES_PAGE (widget)->navigation);
}

static void
searched_cb (NscSourcesPage *self)
{
  if (g_set_str (&self->letters, gtk_editable_get_text (self->search_entry)) && !self->stale)
    ask (self);
}

/* ---- overrides ---- */

static void
nsc_sources_page_project_set (NscPage *page)
{
  NscSourcesPage *self = NSC_SOURCES_PAGE (page);

  close_records (self);
  nsc_handover_list_set (self->shown, NULL);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  look_up (self);
}

static void
nsc_sources_page_project_changed (NscPage *page)
{
  look_up (NSC_SOURCES_PAGE (page));
}

static gboolean
nsc_sources_page_act (NscPage *page, NscPageAction action)
{
  NscSourcesPage *self = NSC_SOURCES_PAGE (page);

  if (action != NSC_PAGE_FIND)
    return FALSE;
  close_records (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return TRUE;
}

static void
nsc_sources_page_map (GtkWidget *widget)
{
  NscSourcesPage *self = NSC_SOURCES_PAGE (widget);

  GTK_WIDGET_CLASS (nsc_sources_page_parent_class)->map (widget);
  if (self->stale)
    look_up (self);
}

static GtkWidget *
nsc_sources_page_get_part (NscPage *page, guint part)
{
  NscSourcesPage *self = NSC_SOURCES_PAGE (page);

  if (part > 0)
    return NULL;
  return self->opened != NULL ? GTK_WIDGET (self->evidence_list) : GTK_WIDGET (self->stack);
}

static void
nsc_sources_page_dispose (GObject *object)
{
  NscSourcesPage *self = NSC_SOURCES_PAGE (object);

  nsc_inquiry_cancel (&self->cancellable);
  stop_following (self);
  g_clear_object (&self->opened);
  if (self->navigation != NULL)
    g_signal_handlers_disconnect_by_func (self->navigation, popped_cb, self);
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_SOURCES_PAGE);
  g_clear_object (&self->shown);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (nsc_sources_page_parent_class)->dispose (object);
}

static void
nsc_sources_page_finalize (GObject *object)
{
  nsc_row_turns_free (NSC_SOURCES_PAGE (object)->turns);
  g_free (NSC_SOURCES_PAGE (object)->letters);
  g_free (NSC_SOURCES_PAGE (object)->order);
  G_OBJECT_CLASS (nsc_sources_page_parent_class)->finalize (object);
}

static void
nsc_sources_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ORDER)
    g_value_set_string (value, NSC_SOURCES_PAGE (object)->order);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_sources_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NscSourcesPage *self = NSC_SOURCES_PAGE (object);

  if (id != PROP_ORDER)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_str (&self->order, g_value_get_string (value)))
    return;
  if (!self->stale)
    ask (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
nsc_sources_page_class_init (NscSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_sources_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_sources_page_finalize;
  G_OBJECT_CLASS (klass)->get_property = nsc_sources_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = nsc_sources_page_set_property;
  widget_class->map = nsc_sources_page_map;
  NSC_PAGE_CLASS (klass)->act = nsc_sources_page_act;
  NSC_PAGE_CLASS (klass)->get_part = nsc_sources_page_get_part;
  NSC_PAGE_CLASS (klass)->project_changed = nsc_sources_page_project_changed;
  NSC_PAGE_CLASS (klass)->project_set = nsc_sources_page_project_set;

  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  gtk_widget_class_install_property_action (widget_class, "sources.order", "order");

  g_type_ensure (NSC_TYPE_EVIDENCE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, evidence_list);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, records_page);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, NscSourcesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
}

static void
fill_view (NscSourcesPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));

  self->turns = nsc_row_turns_new (nsc_source_row_fill, NULL, NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
add_way_back (NscSourcesPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Left, GDK_ALT_MASK),
                                                          gtk_callback_action_new (back_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
nsc_sources_page_init (NscSourcesPage *self)
{
  self->shown = nsc_handover_list_new ();
  self->order = g_strdup ("count");
  self->letters = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->navigation, "popped", G_CALLBACK (popped_cb), self, G_CONNECT_SWAPPED);
  fill_view (self);
  add_way_back (self);
}
