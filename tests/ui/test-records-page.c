/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-records-page.h"

#include "nsc-record-filter-button.h"
#include "nsc-record-filter-chips.h"
#include "nsc-record-form.h"
#include "nsc-record-list.h"
#include "nsc-record-item.h"
#include "nsc-referrers-dialog.h"
#include "nsc-table-chooser.h"

#include "ui-fixture.h"

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  NscRecordsPage *page;
  GtkColumnView *view;
  guint wanted;
} Fixture;

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));
}

static gboolean
has_wanted (gpointer data)
{
  return count_rows (data) == ((Fixture *) data)->wanted;
}

static void
wait_for_rows (Fixture *self, guint n)
{
  self->wanted = n;
  ui_fixture_wait (has_wanted, self);
}

static NscRecordList *
get_list (Fixture *self)
{
  return NSC_RECORD_LIST (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (gtk_column_view_get_model (self->view))));
}

/* All of them. */
static gboolean
has_rows (gpointer data)
{
  return count_rows (data) > 0 && !nsc_record_list_is_loading (get_list (data));
}

static gboolean
is_settled (gpointer data)
{
  return !nsc_record_list_is_busy (get_list (data));
}

/* All that was asked for is read. */
static void
settle (Fixture *self)
{
  ui_fixture_wait (is_settled, self);
}

static void
open_page (Fixture *self, gboolean example)
{
  GtkWidget *page = nsc_records_page_new ();

  self->project = ui_fixture_open_project (example);
  self->page = NSC_RECORDS_PAGE (page);
  self->window = ui_fixture_show (page, 1000, 700);
  self->view = ui_fixture_find (page, GTK_TYPE_COLUMN_VIEW);
  nsc_page_set_project (NSC_PAGE (page), self->project);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  open_page (self, TRUE);
  ui_fixture_wait (has_rows, self);
  settle (self);
}

static void
set_up_empty (Fixture *self, gconstpointer data)
{
  open_page (self, FALSE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  nsc_page_set_project (NSC_PAGE (self->page), NULL);
  ui_fixture_close (self->window);
  ui_fixture_close_project (self->project);
}

static void
choose_table (Fixture *self, const char *name)
{
  NscTableChooser *chooser = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_TABLE_CHOOSER);

  nsc_table_chooser_set_table (chooser, nsc_table_find (name));
}

static gboolean
is_read (gpointer item)
{
  return nsc_record_item_get_record (item) != NULL;
}

/* The list keeps it. */
static NscRecordItem *
item_at (Fixture *self, guint position)
{
  g_autoptr (NscRecordItem) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  ui_fixture_wait (is_read, item);
  return item;
}

static const char *
name_at (Fixture *self, guint position)
{
  return nsc_record_get_name (nsc_record_item_get_record (item_at (self, position)), "en");
}

static NscRecordItem *
selected (Fixture *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (model);

  return gtk_bitset_is_empty (positions) ? NULL : item_at (self, gtk_bitset_get_minimum (positions));
}

static void
search (Fixture *self, const char *text)
{
  GtkWidget *bar = ui_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_BAR);

  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_FIND));
  gtk_editable_set_text (ui_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY), text);
}

static GtkColumnViewColumn *
column_at (Fixture *self, guint position)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  return column;
}

static gboolean
is_showing (Fixture *self, const char *name)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_STACK);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), name) == 0;
}

static void
test_tables (Fixture *self, gconstpointer data)
{
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      choose_table (self, (*table)->name);
      ui_fixture_wait (has_rows, self);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (self->view)), ==, (*table)->n_columns);
      g_assert_true (is_showing (self, "records"));
      gtk_test_widget_wait_for_draw (self->window);
    }
}

static void
test_search (Fixture *self, gconstpointer data)
{
  search (self, "HITACHI");
  wait_for_rows (self, 1);
  g_assert_cmpstr (name_at (self, 0), ==, "Hitachi");
  search (self, "日立");
  wait_for_rows (self, 1);
  search (self, "no such words");
  wait_for_rows (self, 0);
  g_assert_true (is_showing (self, "nothing-found"));
  search (self, "");
  ui_fixture_wait (has_rows, self);
  g_assert_true (is_showing (self, "records"));
}

static void
test_sort (Fixture *self, gconstpointer data)
{
  choose_table (self, "sectors");
  ui_fixture_wait (has_rows, self);
  gtk_column_view_sort_by_column (self->view, column_at (self, 0), GTK_SORT_ASCENDING);
  settle (self);
  for (guint i = 1; i < count_rows (self); i++)
    g_assert_cmpint (g_utf8_collate (name_at (self, i - 1), name_at (self, i)), <=, 0);
  gtk_column_view_sort_by_column (self->view, column_at (self, 0), GTK_SORT_DESCENDING);
  settle (self);
  for (guint i = 1; i < count_rows (self); i++)
    g_assert_cmpint (g_utf8_collate (name_at (self, i - 1), name_at (self, i)), >=, 0);
}

static void
test_order_at_first (Fixture *self, gconstpointer data)
{
  for (guint i = 1; i < count_rows (self); i++)
    g_assert_cmpint (g_utf8_collate (name_at (self, i - 1), name_at (self, i)), <=, 0);
}

/* What is read of another order begins at its beginning. */
static void
test_sort_goes_to_the_top (Fixture *self, gconstpointer data)
{
  GtkAdjustment *height = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  gtk_column_view_scroll_to (self->view, 60, NULL, GTK_LIST_SCROLL_NONE, NULL);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (height), >, 0);
  gtk_column_view_sort_by_column (self->view, column_at (self, 2), GTK_SORT_ASCENDING);
  settle (self);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (height), ==, 0);
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

static gboolean
has_focus_in_view (gpointer data)
{
  GtkWidget *focus = get_focus (data);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (((Fixture *) data)->view));
}

static gboolean
has_first_selected (gpointer data)
{
  return has_focus_in_view (data) && selected (data) == item_at (data, 0);
}

/* From the bar above, and from the search entry, the arrow leads to the records. */
static void
test_arrow_to_the_records (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = ui_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_BAR);
  GtkWidget *chooser = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_TABLE_CHOOSER);

  g_assert_true (gtk_widget_child_focus (chooser, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_DOWN));
  ui_fixture_wait (has_first_selected, self);

  search (self, "microsoft");
  g_assert_false (has_focus_in_view (self));
  g_assert_true (ui_fixture_press (ui_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY), GDK_KEY_Down));
  ui_fixture_wait (has_first_selected, self);
  g_assert_cmpstr (name_at (self, 0), ==, "Microsoft");
}

static void
test_names_for_screen_readers (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = ui_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_BAR);
  GtkAccessible *entry = ui_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY);
  GtkAccessible *tables = ui_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_DROP_DOWN);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Records");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search in all columns");
  gtk_test_accessible_assert_property (tables, GTK_ACCESSIBLE_PROPERTY_LABEL, "Table");
}

static gint64
find_row (Fixture *self, const char *table, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  gint64 row = nsc_reader_find_id (reader, nsc_table_find (table), id, &error);

  g_assert_no_error (error);
  return row;
}

static gboolean
has_selected (gpointer data)
{
  return selected (data) != NULL && is_read (selected (data));
}

/* However many records there are, Tab goes past them. */
static void
test_tab_leaves_the_records (Fixture *self, gconstpointer data)
{
  nsc_records_page_show_record (self->page, nsc_table_find ("actors"), find_row (self, "actors", "hitachi"));
  ui_fixture_wait (has_focus_in_view, self);
  g_assert_true (gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD));
  g_assert_false (has_focus_in_view (self));
}

/* From another table, and from behind a search. */
static void
test_show_record (Fixture *self, gconstpointer data)
{
  choose_table (self, "sectors");
  ui_fixture_wait (has_rows, self);
  nsc_records_page_show_record (self->page, nsc_table_find ("actors"), find_row (self, "actors", "hitachi"));
  ui_fixture_wait (has_selected, self);
  g_assert_cmpstr (nsc_record_get_id (nsc_record_item_get_record (selected (self))), ==, "hitachi");
  search (self, "microsoft");
  ui_fixture_wait (has_rows, self);
  nsc_records_page_show_record (self->page, nsc_table_find ("actors"), find_row (self, "actors", "zoom"));
  nsc_records_page_show_record (self->page, nsc_table_find ("actors"), find_row (self, "actors", "hitachi"));
  ui_fixture_wait (has_selected, self);
  g_assert_cmpstr (nsc_record_get_id (nsc_record_item_get_record (selected (self))), ==, "hitachi");
}

/* ---- filters ---- */

static GtkWidget *
get_chips (Fixture *self)
{
  return ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_RECORD_FILTER_CHIPS);
}

static GtkWidget *
get_filter_button (Fixture *self)
{
  return ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_RECORD_FILTER_BUTTON);
}

/* Below the columns stands the search, and below that what it finds. */
static GtkStack *
get_values_stack (Fixture *self)
{
  GtkWidget *columns = ui_fixture_find (get_filter_button (self), GTK_TYPE_DROP_DOWN);

  return GTK_STACK (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (columns)));
}

static GtkListView *
get_values (Fixture *self)
{
  return ui_fixture_find (GTK_WIDGET (get_values_stack (self)), GTK_TYPE_LIST_VIEW);
}

static gboolean
has_values (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_values_stack (data)), "values") == 0 &&
         g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (get_values (data)))) > 0;
}

static gboolean
is_named (gpointer data)
{
  return ui_fixture_shows (get_chips (data), "Home country: Germany");
}

/* Chooses the first value of a column as a person does. */
static void
filter_by_first (Fixture *self, guint column)
{
  GtkWidget *button = get_filter_button (self);

  gtk_menu_button_popup (ui_fixture_find (button, GTK_TYPE_MENU_BUTTON));
  gtk_drop_down_set_selected (ui_fixture_find (button, GTK_TYPE_DROP_DOWN), column);
  ui_fixture_wait (has_values, self);
  g_signal_emit_by_name (get_values (self), "activate", 0);
  settle (self);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  guint all = count_rows (self), kind = (guint) nsc_table_find_column (nsc_table_find ("actors"), "kind");

  g_assert_false (gtk_widget_get_visible (get_chips (self)));
  filter_by_first (self, 0);
  g_assert_cmpuint (count_rows (self), >, 0);
  g_assert_cmpuint (count_rows (self), <, all);
  g_assert_true (gtk_widget_get_visible (get_chips (self)));
  g_assert_true (ui_fixture_shows (get_chips (self), "Kind: Company"));
  for (guint i = 0; i < 20; i++)
    g_assert_cmpstr (nsc_record_get (nsc_record_item_get_record (item_at (self, i)), kind), ==, "company");
  /* The same again takes it away. */
  filter_by_first (self, 0);
  g_assert_cmpuint (count_rows (self), ==, all);
  g_assert_false (gtk_widget_get_visible (get_chips (self)));
}

static void
test_show_filtered (Fixture *self, gconstpointer data)
{
  const NscTable *actors = nsc_table_find ("actors");
  guint country = (guint) nsc_table_find_column (actors, "country");
  guint all = count_rows (self), n;

  search (self, "no such words");
  wait_for_rows (self, 0);
  nsc_records_page_show_filtered (self->page, actors, country, "DE");
  settle (self);
  n = count_rows (self);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, all);
  ui_fixture_wait (is_named, self);
  nsc_records_page_show_filtered (self->page, actors, country, "FR");
  settle (self);
  g_assert_cmpuint (count_rows (self), !=, n);
  /* The button of the chip. */
  gtk_widget_activate (ui_fixture_find (get_chips (self), GTK_TYPE_BUTTON));
  wait_for_rows (self, all);
  g_assert_false (gtk_widget_get_visible (get_chips (self)));
  /* Another table begins without. */
  nsc_records_page_show_filtered (self->page, actors, country, "FR");
  choose_table (self, "sectors");
  ui_fixture_wait (has_rows, self);
  g_assert_false (gtk_widget_get_visible (get_chips (self)));
}

/* A record that a filter hides is shown when it is asked for. */
static void
test_show_record_behind_a_filter (Fixture *self, gconstpointer data)
{
  const NscTable *actors = nsc_table_find ("actors");

  nsc_records_page_show_filtered (self->page, actors, (guint) nsc_table_find_column (actors, "country"), "DE");
  settle (self);
  nsc_records_page_show_record (self->page, actors, find_row (self, "actors", "hitachi"));
  ui_fixture_wait (has_selected, self);
  g_assert_cmpstr (nsc_record_get_id (nsc_record_item_get_record (selected (self))), ==, "hitachi");
  g_assert_false (gtk_widget_get_visible (get_chips (self)));
}

/* Another order, or a search that finds it, leaves a record selected. */
static void
test_selection_stays (Fixture *self, gconstpointer data)
{
  nsc_records_page_show_record (self->page, nsc_table_find ("actors"), find_row (self, "actors", "hitachi"));
  ui_fixture_wait (has_selected, self);
  gtk_column_view_sort_by_column (self->view, column_at (self, 0), GTK_SORT_DESCENDING);
  settle (self);
  g_assert_cmpstr (nsc_record_get_id (nsc_record_item_get_record (selected (self))), ==, "hitachi");
  search (self, "no such words");
  wait_for_rows (self, 0);
  search (self, "hit");
  ui_fixture_wait (has_selected, self);
  g_assert_cmpstr (nsc_record_get_id (nsc_record_item_get_record (selected (self))), ==, "hitachi");
}

/* ---- changes ---- */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_undo_finish (NSC_PROJECT (source), result, &error);

  g_assert_no_error (error);
}

static void
test_delete_and_undo (Fixture *self, gconstpointer data)
{
  guint n;
  g_autofree char *next = NULL;

  choose_table (self, "signatories");
  ui_fixture_wait (has_rows, self);
  n = count_rows (self);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (self->page), "records.edit", NULL) &&
                  ui_fixture_find (self->window, NSC_TYPE_RECORD_FORM) != NULL);
  next = g_strdup (nsc_record_get_id (nsc_record_item_get_record (item_at (self, 4))));
  gtk_selection_model_select_item (gtk_column_view_get_model (self->view), 3, TRUE);
  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Delete));
  wait_for_rows (self, n - 1);
  ui_fixture_wait (has_selected, self);
  g_assert_cmpstr (nsc_record_get_id (nsc_record_item_get_record (selected (self))), ==, next);
  nsc_project_undo_async (self->project, NULL, undone_cb, NULL);
  wait_for_rows (self, n);
}

static gboolean
has_form (gpointer data)
{
  return ui_fixture_find (((Fixture *) data)->window, NSC_TYPE_RECORD_FORM) != NULL;
}

/* The same values without an id, in the form of a new record. */
static void
test_duplicate (Fixture *self, gconstpointer data)
{
  NscRecordForm *form;

  nsc_records_page_show_record (self->page, nsc_table_find ("actors"), find_row (self, "actors", "hitachi"));
  ui_fixture_wait (has_selected, self);
  g_assert_true (ui_fixture_press_with (GTK_WIDGET (self->view), GDK_KEY_d, GDK_CONTROL_MASK));
  ui_fixture_wait (has_form, self);
  form = ui_fixture_find (self->window, NSC_TYPE_RECORD_FORM);
  g_assert_cmpint (nsc_record_form_get_row (form), ==, 0);
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (form)), ==, "New Actor");
  adw_dialog_force_close (ADW_DIALOG (form));
}

static void
test_delete_several (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *model;
  guint n;

  choose_table (self, "signatories");
  ui_fixture_wait (has_rows, self);
  n = count_rows (self);
  model = gtk_column_view_get_model (self->view);
  gtk_selection_model_select_range (model, 3, 12, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "records.delete", NULL));
  wait_for_rows (self, n - 12);
  g_assert_cmpuint (nsc_project_get_undo_step (self->project)->n_deleted, ==, 12);
  nsc_project_undo_async (self->project, NULL, undone_cb, NULL);
  wait_for_rows (self, n);
}

static gboolean
shows_referrers (gpointer data)
{
  GtkWidget *dialog = ui_fixture_find (((Fixture *) data)->window, NSC_TYPE_REFERRERS_DIALOG);

  return dialog != NULL && ui_fixture_shows (dialog, "Signatories");
}

/* What others refer to stays, and the person sees who they are. */
static void
test_delete_refused (Fixture *self, gconstpointer data)
{
  guint n = count_rows (self);
  GtkWidget *row;

  nsc_records_page_show_record (self->page, nsc_table_find ("actors"), find_row (self, "actors", "hitachi"));
  ui_fixture_wait (has_selected, self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "records.delete", NULL));
  ui_fixture_wait (shows_referrers, self);
  row = ui_fixture_find (ui_fixture_find (self->window, NSC_TYPE_REFERRERS_DIALOG), ADW_TYPE_ACTION_ROW);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  g_assert_true (ui_fixture_shows (self->window, "refer to “Hitachi”") ||
                 ui_fixture_shows (self->window, "refers to “Hitachi”"));
  g_assert_cmpuint (count_rows (self), ==, n);
  adw_dialog_force_close (ui_fixture_find (self->window, NSC_TYPE_REFERRERS_DIALOG));
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_STACK));
  GtkWidget *button;

  choose_table (self, "countries");
  ui_fixture_wait (has_rows, self);
  choose_table (self, "actors");
  while (!is_showing (self, "empty"))
    g_main_context_iteration (NULL, TRUE);
  button = ui_fixture_find (gtk_stack_get_visible_child (stack), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "records.add");
  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_ADD_RECORD));
  g_assert_nonnull (ui_fixture_find (self->window, NSC_TYPE_RECORD_FORM));
}

#define ADD(path, before, func) g_test_add ("/records-page/" path, Fixture, NULL, before, func, tear_down)

int
main (int argc, char **argv)
{
  ui_fixture_init (&argc, &argv);
  ADD ("tables", set_up, test_tables);
  ADD ("search", set_up, test_search);
  ADD ("sort", set_up, test_sort);
  ADD ("order-at-first", set_up, test_order_at_first);
  ADD ("sort-goes-to-the-top", set_up, test_sort_goes_to_the_top);
  ADD ("arrow-to-the-records", set_up, test_arrow_to_the_records);
  ADD ("tab-leaves-the-records", set_up, test_tab_leaves_the_records);
  ADD ("names-for-screen-readers", set_up, test_names_for_screen_readers);
  ADD ("show-record", set_up, test_show_record);
  ADD ("filter", set_up, test_filter);
  ADD ("show-filtered", set_up, test_show_filtered);
  ADD ("show-record-behind-a-filter", set_up, test_show_record_behind_a_filter);
  ADD ("selection-stays", set_up, test_selection_stays);
  ADD ("delete-and-undo", set_up, test_delete_and_undo);
  ADD ("delete-several", set_up, test_delete_several);
  ADD ("delete-refused", set_up, test_delete_refused);
  ADD ("duplicate", set_up, test_duplicate);
  ADD ("empty", set_up_empty, test_empty);
  return g_test_run ();
}
