/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window.h"

#include "nsc-evidence-list.h"
#include "nsc-export-dialog.h"
#include "nsc-figure-view.h"
#include "nsc-handover-list.h"
#include "nsc-option-form.h"
#include "nsc-presenting.h"
#include "nsc-project-opening.h"
#include "nsc-record-list.h"
#include "nsc-records-page.h"
#include "nsc-report-page.h"
#include "nsc-table-chooser.h"

#include "test-folder.h"
#include "ui-crowd.h"
#include "ui-fixture.h"
#include "ui-watchdog.h"

#include <time.h>

/* A person does everything with a crowd of signatories. With -m slow everything there is, otherwise some of each kind.
 * With -m perf, which the benchmark asks for, the crowd is larger and nobody is left waiting: after each thing it is
 * said how long the main loop was away at most. */

#define PATIENCE_SECONDS 110

#define LONGEST_MS 100

typedef struct
{
  char *folder;
  guint n_signatories;
  NscWindow *window;
  NscReportPage *page; /* that is shown */
  NscResult *result;   /* another one is waited for */
  guint wanted;        /* number of records */
  GtkListView *list;   /* which has that many */
  GListModel *before;  /* another one is waited for */
  NscPresenter *presenter;
  AdwDialog *dialog;
} Fixture;

/* ---- telling ---- */

/* What took too long in the run before: what else the machine does can make a person wait, but not twice at one place.
 */
static GHashTable *late;
static gboolean is_second_run;

/* After thing I of a kind, of which one in STRIDE is enough where there is little time. */
static guint
next (guint i, guint stride)
{
  return i + (g_test_slow () ? 1 : stride);
}

static void
tell (const char *format, ...)
{
  va_list arguments;
  g_autofree char *what = NULL;
  double away;

  if (!g_test_perf ())
    return;
  away = ui_watchdog_take ();
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%-44s %6.1f ms%s", what, away, away > LONGEST_MS ? "  TOO LONG" : "");
  if (away <= LONGEST_MS)
    return;
  /* Of each, and not only of the first. */
  if (!is_second_run)
    g_hash_table_add (late, g_steal_pointer (&what));
  else if (g_hash_table_contains (late, what))
    g_test_fail ();
}

/* Of this thread, in milliseconds. */
static gint64
get_work (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time), ==, 0);
  return (gint64) time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Otherwise the test could not fail: it sees who works half as long again without coming back. */
static void
test_watchdog (void)
{
  gint64 since = get_work ();

  ui_watchdog_begin ();
  g_main_context_iteration (NULL, FALSE);
  while (get_work () < since + LONGEST_MS * 3 / 2)
    ;
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat (ui_watchdog_take (), >, LONGEST_MS);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat (ui_watchdog_take (), <, LONGEST_MS);
  ui_watchdog_end ();
}

/* ---- waiting ---- */

static void
draw (Fixture *self)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

static gboolean
is_reported (gpointer data)
{
  Fixture *self = data;
  NscResult *result = nsc_report_page_get_result (self->page);
  NscFigureView *view = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_FIGURE_VIEW);

  return result != NULL && result != self->result && nsc_figure_view_is_drawn (view);
}

static void
wait_for_report (Fixture *self)
{
  ui_fixture_wait (is_reported, self);
  g_set_object (&self->result, nsc_report_page_get_result (self->page));
  draw (self);
}

static guint
count_listed (GtkListView *list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static gboolean
has_wanted (gpointer data)
{
  Fixture *self = data;

  return count_listed (self->list) >= self->wanted;
}

static GListModel *
get_handed_over (Fixture *self)
{
  GtkNoSelection *rows = GTK_NO_SELECTION (gtk_list_view_get_model (self->list));

  return nsc_handover_list_get (NSC_HANDOVER_LIST (gtk_no_selection_get_model (rows)));
}

static gboolean
has_another (gpointer data)
{
  Fixture *self = data;

  return get_handed_over (self) != self->before;
}

/* ---- reports ---- */

static gboolean
has_page (gpointer data)
{
  return nsc_window_get_page (((Fixture *) data)->window) != NULL;
}

static void
show_report (Fixture *self, const char *name)
{
  g_clear_object (&self->result);
  self->page = NSC_REPORT_PAGE (nsc_window_show_page (self->window, name));
  wait_for_report (self);
  tell ("%s", name);
}

static void
choose (Fixture *self, const char *option, const char *value)
{
  NscOptionForm *form = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_OPTION_FORM);

  if (g_strcmp0 (nsc_option_form_get (form, option), value) == 0)
    return;
  g_assert_true (nsc_option_form_choose (form, option, value));
  wait_for_report (self);
  tell ("%s %s", option, value);
}

static void
scroll (GtkScrollable *view, double to)
{
  GtkAdjustment *height = gtk_scrollable_get_vadjustment (view);

  gtk_adjustment_set_value (height, to * (gtk_adjustment_get_upper (height) - gtk_adjustment_get_page_size (height)));
}

static void
scroll_through (Fixture *self, GtkScrollable *view, const char *what)
{
  static const double places[] = { 0.5, 1, 0.25, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      scroll (view, places[i]);
      draw (self);
    }
  tell ("%s scrolled", what);
}

static void
open_evidence (Fixture *self, const char *by)
{
  NscFigureView *view = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_FIGURE_VIEW);
  NscMarkSelection *selection = nsc_figure_view_get_selection (view);
  NscSheet *sheet = nsc_result_get_sheet (self->result);
  gint64 key = nsc_sheet_get_key (sheet, 0);

  self->list = ui_fixture_find (ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_EVIDENCE_LIST), GTK_TYPE_LIST_VIEW);
  self->wanted = self->n_signatories / 2;
  nsc_mark_selection_choose (selection, key);
  g_signal_emit_by_name (view, "mark-activated", key);
  tell ("evidence of %s asked for", by);
  ui_fixture_wait (has_wanted, self);
  draw (self);
  tell ("evidence of %s: %u records", by, count_listed (self->list));
  scroll_through (self, GTK_SCROLLABLE (self->list), "evidence");
  for (guint row = 2; row-- > 0;)
    {
      self->before = get_handed_over (self);
      nsc_mark_selection_choose (selection, nsc_sheet_get_key (sheet, row));
      ui_fixture_wait (has_another, self);
      draw (self);
      tell ("evidence of another: %u records", count_listed (self->list));
    }
  nsc_mark_selection_choose (selection, 0);
  draw (self);
  tell ("evidence let go of");
}

static void
look_at_figure (Fixture *self)
{
  static const NscPageAction actions[] = { NSC_PAGE_SHOW_TABLE, NSC_PAGE_SHOW_FIGURE, NSC_PAGE_ZOOM_IN,
                                           NSC_PAGE_ZOOM_IN,    NSC_PAGE_ZOOM_WHOLE,  NSC_PAGE_ZOOM_RESET,
                                           NSC_PAGE_TOGGLE_PANE };
  NscFigureView *view = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_FIGURE_VIEW);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      nsc_page_act (NSC_PAGE (self->page), actions[i]);
      draw (self);
    }
  tell ("table, zoom and pane");
  nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_TOGGLE_PANE);
  scroll_through (self, GTK_SCROLLABLE (view), "figure");
}

static void
ask_about_signatories (Fixture *self)
{
  g_auto (GStrv) by = nsc_report_page_dup_choices (self->page, "by");

  g_assert_cmpuint (g_strv_length (by), >, 4);
  choose (self, "initiative", "crowd");
  for (guint i = 0; i < g_strv_length (by); i = next (i, 3))
    choose (self, "by", by[i]);
  choose (self, "by", "year");
  choose (self, "cumulative", "yes");
  choose (self, "by", "kind");
  open_evidence (self, "kind");
  choose (self, "include-unverified", "yes");
  choose (self, "initiative", "crowd,few-1,few-2");
  choose (self, "by", "country");
  look_at_figure (self);
}

/* ---- exporting and presenting ---- */

static gboolean
has_scene (gpointer data)
{
  return nsc_export_dialog_get_scene (NSC_EXPORT_DIALOG (((Fixture *) data)->dialog)) != NULL;
}

static gboolean
has_dialog (gpointer data)
{
  Fixture *self = data;

  self->dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  return self->dialog != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_COMBO_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static void export (Fixture *self)
{
  AdwComboRow *language;

  nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_EXPORT);
  ui_fixture_wait (has_dialog, self);
  ui_fixture_wait (has_scene, self);
  draw (self);
  tell ("export dialog");
  language = ADW_COMBO_ROW (find_row (GTK_WIDGET (self->dialog), "Figure Language"));
  adw_combo_row_set_selected (language, 1 - adw_combo_row_get_selected (language));
  ui_fixture_wait (has_scene, self);
  draw (self);
  tell ("export dialog in the other language");
  adw_dialog_force_close (self->dialog);
  ui_fixture_wait (has_no_dialog, self);
  tell ("export dialog closed");
}

static gboolean
is_settled (gpointer data)
{
  Fixture *self = data;

  self->presenter = nsc_presenting_get (self->window);
  return self->presenter != NULL && nsc_stage_is_settled (nsc_presenter_get_stage (self->presenter));
}

static gboolean
is_no_longer_presented (gpointer data)
{
  return nsc_presenting_get (((Fixture *) data)->window) == NULL;
}

static void
present (Fixture *self)
{
  nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_PRESENT);
  ui_fixture_wait (is_settled, self);
  tell ("presented");
  for (guint i = 0; i < 4; i++)
    {
      nsc_presenter_go (self->presenter, 0, i + 1);
      ui_fixture_wait (is_settled, self);
    }
  tell ("presented, four steps");
  gtk_window_close (GTK_WINDOW (self->presenter));
  ui_fixture_wait (is_no_longer_presented, self);
  tell ("no longer presented");
}

/* ---- records ---- */

static GtkColumnView *
get_view (Fixture *self)
{
  return ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), GTK_TYPE_COLUMN_VIEW);
}

static NscRecordList *
get_records (Fixture *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (get_view (self));
  GListModel *list = NULL;

  if (GTK_IS_SINGLE_SELECTION (model))
    list = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (model));
  else if (GTK_IS_MULTI_SELECTION (model))
    list = gtk_multi_selection_get_model (GTK_MULTI_SELECTION (model));
  return (NscRecordList *) list;
}

static gboolean
is_read (gpointer data)
{
  NscRecordList *list = get_records (data);

  return list != NULL && nsc_record_list_is_loaded (list) && !nsc_record_list_is_busy (list);
}

static void
settle (Fixture *self)
{
  ui_fixture_wait (is_read, self);
  draw (self);
  ui_fixture_wait (is_read, self);
}

static void
sort_records (Fixture *self)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (self));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i = next (i, 3))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_sort_by_column (get_view (self), column, GTK_SORT_ASCENDING);
      settle (self);
      tell ("records by %s", gtk_column_view_column_get_id (column));
    }
  gtk_column_view_sort_by_column (get_view (self), NULL, GTK_SORT_ASCENDING);
  settle (self);
  tell ("records in the order of rows");
}

static void
search_records (Fixture *self)
{
  static const char *const words[] = { "actor 77", "no such words", "签署方", "a", "" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i = next (i, 2))
    {
      nsc_record_list_set_words (get_records (self), words[i]);
      settle (self);
      tell ("records with “%s”", words[i]);
    }
  nsc_record_list_add_filter (get_records (self), 3, "founder");
  settle (self);
  tell ("records filtered");
  nsc_record_list_clear_filters (get_records (self));
  settle (self);
  tell ("all records again");
}

static gboolean
can_undo (gpointer data)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (((Fixture *) data)->window), "undo");
}

static gboolean
can_redo (gpointer data)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (((Fixture *) data)->window), "redo");
}

static void
edit_record (Fixture *self)
{
  g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (get_records (self)), 10);
  g_autoptr (NscRecord) record = NULL;

  settle (self);
  record = nsc_record_copy (nsc_record_item_get_record (item));
  nsc_record_set_by_name (record, "joined", "2031-01-02");
  ui_fixture_save (nsc_window_get_project (self->window), record);
  ui_fixture_wait (can_undo, self);
  settle (self);
  tell ("a record changed");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_fixture_wait (can_redo, self);
  settle (self);
  tell ("and undone");
}

static void
look_at_records (Fixture *self)
{
  NscPage *page = nsc_window_show_page (self->window, "records");

  settle (self);
  tell ("records");
  nsc_table_chooser_set_table (ui_fixture_find (GTK_WIDGET (page), NSC_TYPE_TABLE_CHOOSER),
                               nsc_table_find ("signatories"));
  settle (self);
  tell ("records: signatories");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_records (self))), >=, self->n_signatories);
  scroll_through (self, GTK_SCROLLABLE (get_view (self)), "records");
  sort_records (self);
  search_records (self);
  edit_record (self);
}

/* ---- sources ---- */

static gboolean
has_sources_above (gpointer data)
{
  Fixture *self = data;

  self->list = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), GTK_TYPE_LIST_VIEW);
  return has_wanted (self);
}

static void
look_at_sources (Fixture *self)
{
  static const char *const orders[] = { "source", "confidence", "count" };
  NscPage *page = nsc_window_show_page (self->window, "sources");

  self->wanted = self->n_signatories;
  ui_fixture_wait (has_sources_above, self);
  draw (self);
  tell ("sources: %u", count_listed (self->list));
  scroll_through (self, GTK_SCROLLABLE (self->list), "sources");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      self->before = get_handed_over (self);
      g_object_set (page, "order", orders[i], NULL);
      ui_fixture_wait (has_another, self);
      draw (self);
      tell ("sources by %s", orders[i]);
    }
  nsc_page_act (page, NSC_PAGE_FIND);
  draw (self);
  tell ("sources to be searched");
  /* The first is that of all actors. */
  g_signal_emit_by_name (self->list, "activate", 0);
  self->list = ui_fixture_find (ui_fixture_find (GTK_WIDGET (page), NSC_TYPE_EVIDENCE_LIST), GTK_TYPE_LIST_VIEW);
  ui_fixture_wait (has_wanted, self);
  draw (self);
  tell ("records of a source: %u", count_listed (self->list));
  scroll_through (self, GTK_SCROLLABLE (self->list), "records of a source");
}

/* ---- all ---- */

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_window (Fixture *self)
{
  gpointer weak = g_steal_pointer (&self->window);

  g_object_add_weak_pointer (weak, &weak);
  gtk_window_close (weak);
  ui_fixture_wait (is_gone, &weak);
  tell ("closed");
}

static void
do_everything (gconstpointer application)
{
  Fixture self = { .folder = test_folder_new (), .n_signatories = g_test_perf () ? 1000000 : 50000 };
  g_autofree char *path = g_build_filename (self.folder, "Crowd.normscape", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ui_crowd_make (path, self.n_signatories);
  self.window = nsc_window_new ((NscApplication *) application);
  gtk_window_present (GTK_WINDOW (self.window));
  draw (&self);
  if (g_test_perf ())
    ui_watchdog_begin ();
  nsc_project_opening_open (self.window, file);
  ui_fixture_wait (has_page, &self);
  tell ("opened");
  show_report (&self, "signatories");
  ask_about_signatories (&self);
  export (&self);
  present (&self);
  show_report (&self, "growth");
  show_report (&self, "agenda");
  nsc_window_show_page (self.window, "stories");
  draw (&self);
  tell ("stories");
  look_at_records (&self);
  look_at_sources (&self);
  show_report (&self, "signatories");
  close_window (&self);
  if (g_test_perf ())
    ui_watchdog_end ();
  g_clear_object (&self.result);
  test_folder_remove (self.folder);
  g_free (self.folder);
}

static void
test_everything (gconstpointer application)
{
  late = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  do_everything (application);
  is_second_run = TRUE;
  if (g_hash_table_size (late) > 0)
    do_everything (application);
  g_hash_table_unref (late);
}

int
main (int argc, char **argv)
{
  g_autoptr (NscApplication) application = NULL;

  ui_fixture_init (&argc, &argv);
  ui_fixture_set_patience (PATIENCE_SECONDS);
  application = nsc_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  if (g_test_perf ())
    g_test_add_func ("/crowd/watchdog", test_watchdog);
  g_test_add_data_func ("/crowd/everything", application, test_everything);
  return g_test_run ();
}
