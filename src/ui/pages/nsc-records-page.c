/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-records-page.h"

#include "nsc-accessible-names.h"
#include "nsc-cell-editing.h"
#include "nsc-error-door.h"
#include "nsc-history-list.h"
#include "nsc-pane-frame.h"
#include "nsc-record-columns.h"
#include "nsc-record-actions.h"
#include "nsc-record-filter-button.h"
#include "nsc-record-filter-chips.h"
#include "nsc-table-chooser.h"
#include "nsc-table-saving.h"
#include "nsc-tongue.h"

#include "nsc-record-list.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

/* What takes longer than the first is told, and then every so often how far it has come. */
#define PATIENCE_MILLISECONDS 300
#define PROGRESS_MILLISECONDS 100

struct _NscRecordsPage
{
  NscPage parent_instance;

  NscRecordList *list;          /* of the chosen table; NULL until the page is looked at */
  GtkMultiSelection *selection; /* of what the view shows */
  gint64 wanted_row;            /* to be shown as soon as it is there, 0: none */
  gint64 selected_row;          /* the one that was selected last, 0: none */
  guint next_position;          /* to be selected once a record is gone, or GTK_INVALID_LIST_POSITION */
  gboolean to_the_top;          /* once another question is answered */
  guint scroll_tick;            /* of the view, 0: none */
  guint scroll_frames;
  guint patience; /* before the progress of a question is told, or told again, 0: nothing is asked */

  NscRecordActions *actions;
  NscCellEditing *editing;
  NscPaneFrame *frame; /* with the history in its pane */
  NscHistoryList *history;

  NscTableChooser *chooser;
  NscRecordFilterButton *filter_button;
  NscRecordFilterButton *narrow_filter_button;
  NscRecordFilterChips *filter_chips;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkWidget *history_bar_button;
  GtkWidget *history_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkProgressBar *progress_bar;
  GtkStack *stack;
  GtkLabel *status_label;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (NscRecordsPage, nsc_records_page, NSC_TYPE_PAGE)

/* ---- what can be seen and done ---- */

static guint
count_found (NscRecordsPage *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

/* Whether the list may leave out some records of its table. */
static gboolean
is_narrowed (NscRecordsPage *self)
{
  const NscRecordQuestion *question = nsc_record_list_get_question (self->list);

  return question->words != NULL || question->filters->len > 0;
}

static char *
dup_status (NscRecordsPage *self)
{
  guint all = self->list != NULL ? nsc_record_list_count_all (self->list) : 0;
  g_autofree char *all_digits = nsc_text_integer (nsc_tongue_get (), all);
  g_autofree char *found_digits = nsc_text_integer (nsc_tongue_get (), count_found (self));

  if (self->list == NULL || !nsc_record_list_is_loaded (self->list))
    return g_strdup ("");
  if (!is_narrowed (self))
    return g_strdup_printf (ngettext ("%s record", "%s records", all), all_digits);
  /* Translators: how many records a search has found, and how many there are. */
  return g_strdup_printf (ngettext ("%1$s of %2$s record", "%1$s of %2$s records", all), found_digits, all_digits);
}

static const char *
choose_view (NscRecordsPage *self)
{
  if (self->list == NULL)
    return "records";
  if (nsc_record_list_get_error (self->list) != NULL)
    return "error";
  if (!nsc_record_list_is_loaded (self->list))
    return "records";
  if (nsc_record_list_count_all (self->list) == 0)
    return "empty";
  return count_found (self) == 0 && is_narrowed (self) ? "nothing-found" : "records";
}

/* The first that is selected, or GTK_INVALID_LIST_POSITION. */
static guint
get_selected (NscRecordsPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
}

/* The actions look again at what is selected. */
static void
update_actions (NscRecordsPage *self)
{
  nsc_record_actions_set_place (self->actions, nsc_page_get_project (NSC_PAGE (self)),
                                nsc_table_chooser_get_table (self->chooser));
  nsc_cell_editing_set_place (self->editing, nsc_page_get_project (NSC_PAGE (self)),
                              nsc_table_chooser_get_table (self->chooser));
}

static void
update (NscRecordsPage *self)
{
  const GError *error = self->list != NULL ? nsc_record_list_get_error (self->list) : NULL;
  g_autofree char *status = dup_status (self);

  if (error != NULL)
    nsc_error_door_fill_page (self->error_page, error);
  gtk_stack_set_visible_child_name (self->stack, choose_view (self));
  gtk_label_set_label (self->status_label, status);
  update_actions (self);
}

/* ---- waiting ---- */

static gboolean
patience_cb (gpointer data)
{
  NscRecordsPage *self = data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  if (nsc_record_list_is_loaded (self->list))
    gtk_progress_bar_set_fraction (self->progress_bar, nsc_record_list_get_progress (self->list));
  else
    gtk_progress_bar_pulse (self->progress_bar);
  self->patience = g_timeout_add (PROGRESS_MILLISECONDS, patience_cb, self);
  return G_SOURCE_REMOVE;
}

static void
loading_cb (NscRecordsPage *self)
{
  gboolean loading = self->list != NULL && nsc_record_list_is_loading (self->list);

  if (loading && self->patience == 0)
    self->patience = g_timeout_add (PATIENCE_MILLISECONDS, patience_cb, self);
  if (loading)
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
}

/* ---- search ---- */

static void
search_changed_cb (NscRecordsPage *self)
{
  if (self->list != NULL)
    nsc_record_list_set_words (self->list, gtk_editable_get_text (self->search_entry));
}

/* A row that has just come has no place yet: it gets one in the layout between the first frame and the second. */
static gboolean
scroll_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  NscRecordsPage *self = data;
  guint position = get_selected (self);

  if (++self->scroll_frames < 2)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
      gtk_widget_grab_focus (view);
    }
  return G_SOURCE_REMOVE;
}

static void
select_position (NscRecordsPage *self, guint position)
{
  self->next_position = GTK_INVALID_LIST_POSITION;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->scroll_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, self, NULL);
}

/* Selects what comes next, once nothing newer is under way. */
static void
show_next (NscRecordsPage *self)
{
  guint n = count_found (self);

  if (self->next_position == GTK_INVALID_LIST_POSITION || self->list == NULL ||
      nsc_record_list_is_loading (self->list) || n == 0)
    return;
  select_position (self, MIN (self->next_position, n - 1));
}

/* The first that is found, as soon as it is. */
static void
search_done_cb (NscRecordsPage *self)
{
  search_changed_cb (self);
  self->selected_row = 0;
  self->next_position = 0;
  show_next (self);
}

static void
sorted_cb (NscRecordsPage *self)
{
  NscRecordSort sorts[NSC_RECORD_MAX_SORTS];

  if (self->list != NULL)
    nsc_record_list_set_sorts (
        self->list, sorts, nsc_record_columns_get_sorts (self->view, nsc_record_list_get_table (self->list), sorts));
}

/* ---- the list ---- */

static void
show_all (NscRecordsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  nsc_record_list_set_words (self->list, "");
  nsc_record_list_clear_filters (self->list);
}

/* Shows the row that was asked for, if it has been read; a search or filter that hides it ends. */
static void
show_wanted (NscRecordsPage *self)
{
  guint position;

  if (self->wanted_row == 0 || self->list == NULL || nsc_record_list_is_loading (self->list))
    return;
  if (nsc_record_list_find (self->list, self->wanted_row, &position))
    {
      self->wanted_row = 0;
      select_position (self, position);
    }
  else if (is_narrowed (self))
    show_all (self);
}

/* A row that has moved, or was hidden for a while, is selected again where it is now. */
static void
keep_selection (NscRecordsPage *self)
{
  guint position;

  if (get_selected (self) != GTK_INVALID_LIST_POSITION)
    return;
  if (self->selected_row != 0 && nsc_record_list_find (self->list, self->selected_row, &position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  else
    show_next (self);
}

static void
refreshed_cb (NscRecordsPage *self)
{
  update (self);
  if (self->to_the_top && count_found (self) > 0 && !nsc_record_list_is_loading (self->list))
    {
      self->to_the_top = FALSE;
      gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
    }
  keep_selection (self);
  show_wanted (self);
}

static void
filter_list (NscRecordsPage *self, NscRecordList *list)
{
  nsc_record_filter_button_set_list (self->filter_button, list);
  nsc_record_filter_button_set_list (self->narrow_filter_button, list);
  nsc_record_filter_chips_set_list (self->filter_chips, list);
}

/* The list is asked something else, which is read from its beginning. */
static void
asked_cb (NscRecordsPage *self)
{
  self->to_the_top = TRUE;
}

static void
let_go_of_list (NscRecordsPage *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection != NULL)
    gtk_multi_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);
  self->next_position = GTK_INVALID_LIST_POSITION;
  self->selected_row = 0;
  if (self->progress_bar == NULL)
    return;
  filter_list (self, NULL);
  loading_cb (self);
}

static void
read_list (NscRecordsPage *self)
{
  NscProject *project = nsc_page_get_project (NSC_PAGE (self));
  const NscTable *table = nsc_table_chooser_get_table (self->chooser);

  let_go_of_list (self);
  if (project != NULL)
    {
      self->list = nsc_record_list_new (project, table, nsc_tongue_get ());
      g_signal_connect_swapped (self->list, "asked", G_CALLBACK (asked_cb), self);
      g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (loading_cb), self);
      g_signal_connect_swapped (self->list, "refreshed", G_CALLBACK (refreshed_cb), self);
      g_signal_connect_swapped (self->list, "settled", G_CALLBACK (update_actions), self);
      nsc_record_columns_set (self->view, table);
      sorted_cb (self);
      gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->list));
      adw_status_page_set_title (self->empty_page, _ (table->title));
      adw_status_page_set_description (self->empty_page, _ ("There are none yet: add the first, or import a table."));
      filter_list (self, self->list);
      loading_cb (self);
    }
  update (self);
}

static void
table_chosen_cb (NscRecordsPage *self)
{
  self->wanted_row = 0;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_list (self);
  else
    let_go_of_list (self);
}

/* A narrow bar shows what can be done only where it can. */
static gboolean
has_room (NscRecordsPage *self, gboolean narrow, gboolean sensitive)
{
  return !narrow || sensitive;
}

static void
show_all_cb (NscRecordsPage *self)
{
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
try_again_cb (NscRecordsPage *self)
{
  nsc_record_list_refresh (self->list);
}

/* Of several, none is looked for again. */
static void
selected_cb (NscRecordsPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (NscRecordItem) item = NULL;

  if (gtk_bitset_is_empty (selected))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
  self->selected_row = gtk_bitset_get_size (selected) == 1 ? nsc_record_item_get_row (item) : 0;
}

/* ---- records ---- */

static void
saved_cb (NscRecordsPage *self, gint64 row)
{
  guint position;

  if (self->list == NULL)
    return;
  self->wanted_row = row;
  /* It may have been hidden by a search that it answers now. */
  if (!nsc_record_list_find (self->list, row, &position))
    nsc_record_list_refresh (self->list);
  show_wanted (self);
}

static void
activated_cb (NscRecordsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "records.edit", NULL);
}

/* The one that comes after is selected, as soon as the list has been read again. */
static void
deleted_cb (NscRecordsPage *self, guint position)
{
  self->selected_row = 0;
  self->next_position = position;
  if (get_selected (self) == GTK_INVALID_LIST_POSITION)
    show_next (self);
}

/* ---- page ---- */

static void
nsc_records_page_project_set (NscPage *page)
{
  NscRecordsPage *self = NSC_RECORDS_PAGE (page);

  self->wanted_row = 0;
  nsc_table_chooser_set_project (self->chooser, nsc_page_get_project (page));
  nsc_history_list_set_project (self->history, nsc_page_get_project (page));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_list (self);
  else
    let_go_of_list (self);
  update (self);
}

static void
nsc_records_page_width_class_set (NscPage *page)
{
  nsc_pane_frame_set_width_class (NSC_RECORDS_PAGE (page)->frame, nsc_page_get_width_class (page));
}

static gboolean
nsc_records_page_act (NscPage *page, NscPageAction action)
{
  NscRecordsPage *self = NSC_RECORDS_PAGE (page);

  switch (action)
    {
    case NSC_PAGE_FIND:
      gtk_search_bar_set_search_mode (self->search_bar, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
      return TRUE;
    case NSC_PAGE_ADD_RECORD:
      return gtk_widget_activate_action (GTK_WIDGET (self), "records.add", NULL);
    case NSC_PAGE_TOGGLE_PANE:
      nsc_pane_frame_set_open (self->frame, !nsc_pane_frame_get_open (self->frame));
      return TRUE;
    case NSC_PAGE_EXPORT:
      nsc_table_saving_choose (GTK_WIDGET (self), nsc_page_get_project (page),
                               nsc_table_chooser_get_table (self->chooser));
      return TRUE;
    case NSC_PAGE_COPY:
    case NSC_PAGE_COPY_FIGURE:
    case NSC_PAGE_COPY_SVG:
    case NSC_PAGE_COPY_TABLE:
    case NSC_PAGE_PRESENT:
    case NSC_PAGE_PRINT:
    case NSC_PAGE_SHOW_FIGURE:
    case NSC_PAGE_SHOW_TABLE:
    case NSC_PAGE_ZOOM_IN:
    case NSC_PAGE_ZOOM_OUT:
    case NSC_PAGE_ZOOM_RESET:
    case NSC_PAGE_ZOOM_WHOLE:
    case NSC_PAGE_ADD_TO_STORY:
    default:
      return FALSE;
    }
}

/* Nothing is read for a page that nobody looks at. */
static void
nsc_records_page_map (GtkWidget *widget)
{
  NscRecordsPage *self = NSC_RECORDS_PAGE (widget);

  GTK_WIDGET_CLASS (nsc_records_page_parent_class)->map (widget);
  if (self->list == NULL)
    read_list (self);
}

/* Below the bar stand the records: the one that is chosen, or the first. */
static gboolean
nsc_records_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  NscRecordsPage *self = NSC_RECORDS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint position = get_selected (self);

  if (direction != GTK_DIR_DOWN || focus == NULL || !gtk_widget_is_ancestor (focus, widget) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) || !gtk_widget_get_mapped (GTK_WIDGET (self->view)) ||
      gtk_search_bar_get_search_mode (self->search_bar) || count_found (self) == 0)
    return GTK_WIDGET_CLASS (nsc_records_page_parent_class)->focus (widget, direction);
  select_position (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
  return TRUE;
}

static GtkWidget *
nsc_records_page_get_part (NscPage *page, guint part)
{
  NscRecordsPage *self = NSC_RECORDS_PAGE (page);

  if (part == 0)
    return GTK_WIDGET (self->stack);
  return part == 1 && nsc_pane_frame_get_open (self->frame) ? GTK_WIDGET (self->history) : NULL;
}

static void
nsc_records_page_dispose (GObject *object)
{
  NscRecordsPage *self = NSC_RECORDS_PAGE (object);

  let_go_of_list (self);
  if (self->actions != NULL)
    g_object_run_dispose (G_OBJECT (self->actions));
  if (self->editing != NULL)
    g_object_run_dispose (G_OBJECT (self->editing));
  g_clear_object (&self->actions);
  g_clear_object (&self->editing);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_RECORDS_PAGE);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (nsc_records_page_parent_class)->dispose (object);
}

static void
nsc_records_page_class_init (NscRecordsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_records_page_dispose;
  widget_class->focus = nsc_records_page_focus;
  widget_class->map = nsc_records_page_map;
  NSC_PAGE_CLASS (klass)->project_set = nsc_records_page_project_set;
  NSC_PAGE_CLASS (klass)->width_class_set = nsc_records_page_width_class_set;
  NSC_PAGE_CLASS (klass)->act = nsc_records_page_act;
  NSC_PAGE_CLASS (klass)->get_part = nsc_records_page_get_part;

  g_type_ensure (NSC_TYPE_RECORD_FILTER_BUTTON);
  g_type_ensure (NSC_TYPE_RECORD_FILTER_CHIPS);
  g_type_ensure (NSC_TYPE_TABLE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-records-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, filter_chips);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, narrow_filter_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, history_bar_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, history_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, NscRecordsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_room);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

/* What the template has as the page goes into the frame. */
static void
add_history (NscRecordsPage *self)
{
  g_autoptr (GtkWidget) content = g_object_ref (adw_bin_get_child (ADW_BIN (self)));
  GtkWidget *const buttons[] = { self->history_button, self->history_bar_button };

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->history = NSC_HISTORY_LIST (nsc_history_list_new ());
  self->frame = nsc_pane_frame_new (content, GTK_WIDGET (self->history), _ ("History"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->frame));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_object_bind_property (self->frame, "open", buttons[i], "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
nsc_records_page_init (NscRecordsPage *self)
{
  g_autoptr (GtkListItemFactory) rows = nsc_record_columns_new_row_factory ();

  self->next_position = GTK_INVALID_LIST_POSITION;
  self->selection = gtk_multi_selection_new (NULL);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  add_history (self);
  nsc_accessible_names_complete (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_column_view_set_row_factory (self->view, rows);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->actions = nsc_record_actions_new (GTK_WIDGET (self), self->view);
  self->editing = nsc_cell_editing_new (self->view);
  g_signal_connect_object (self->actions, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  nsc_table_chooser_set_table (self->chooser, nsc_table_find ("actors"));
  update_actions (self);
}

GtkWidget *
nsc_records_page_new (void)
{
  return g_object_new (NSC_TYPE_RECORDS_PAGE, NULL);
}

void
nsc_records_page_show_record (NscRecordsPage *self, const NscTable *table, gint64 row)
{
  g_return_if_fail (NSC_IS_RECORDS_PAGE (self));
  g_return_if_fail (table != NULL);

  nsc_table_chooser_set_table (self->chooser, table);
  self->wanted_row = row;
  show_wanted (self);
}

void
nsc_records_page_show_filtered (NscRecordsPage *self, const NscTable *table, guint column, const char *value)
{
  g_return_if_fail (NSC_IS_RECORDS_PAGE (self));
  g_return_if_fail (table != NULL && column < table->n_columns);
  g_return_if_fail (nsc_page_get_project (NSC_PAGE (self)) != NULL);

  nsc_table_chooser_set_table (self->chooser, table);
  self->wanted_row = 0;
  if (self->list == NULL)
    read_list (self);
  show_all (self);
  nsc_record_list_add_filter (self->list, column, value);
}
