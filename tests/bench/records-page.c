/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-row.h"

#include "nsc-records-page.h"

#include "nsc-record-list.h"
#include "nsc-table-chooser.h"

#include "nsc-inquiry.h"

#include <adwaita.h>
#include <math.h>

/* records-page PROJECT: does with the signatories of PROJECT what a person does, and tells of each how long it took
 * until all was to be seen, and the longest time for which the main loop did not come round because of its own work.
 * Changes PROJECT. */

#define N_SCROLLS 50
#define LONGEST_MS 100.0

static gint64 worked_since = -1;
static gint64 longest_work;

/* Of this thread alone, so that what else the machine does can be told from what the window does. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* What happens between two waits is what holds the window up. */
static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  int result;

  if (worked_since >= 0)
    longest_work = MAX (longest_work, get_work () - worked_since);
  result = g_poll (fds, n, timeout);
  worked_since = get_work ();
  return result;
}

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  GtkWidget *page;
  GtkColumnView *view;
  gint64 since;
} Bench;

static gpointer
find (GtkWidget *root, GType type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static NscRecordList *
get_list (Bench *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);

  return NSC_RECORD_LIST (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (model)));
}

static void
start (Bench *self)
{
  worked_since = -1;
  longest_work = 0;
  self->since = g_get_monotonic_time ();
}

static void
tell (Bench *self, const char *what)
{
  bench_row_take_alone (g_strdup_printf ("records: %s", what), "ms",
                        (double) (g_get_monotonic_time () - self->since) / 1000);
  bench_row_take (g_strdup_printf ("records: %s, held up by own work", what), "ms", (double) longest_work / 1000,
                  "limit", "limit", LONGEST_MS);
}

static void
count_frame_cb (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

/* Until nothing is under way and what has come is drawn. */
static void
settle (Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  guint n = 0;
  gulong handler;

  while (nsc_record_list_is_busy (get_list (self)))
    g_main_context_iteration (NULL, TRUE);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), &n);
  gtk_widget_queue_draw (self->window);
  while (n < 3 || nsc_record_list_is_busy (get_list (self)))
    {
      gtk_widget_queue_draw (self->window);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean woken = FALSE;

  g_timeout_add (milliseconds, wake_cb, &woken);
  while (!woken)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_opening (Bench *self)
{
  start (self);
  nsc_table_chooser_set_table (find (self->page, NSC_TYPE_TABLE_CHOOSER), nsc_table_find ("signatories"));
  while (!nsc_record_list_is_loaded (get_list (self)))
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  tell (self, "first rows");
}

static void
measure_sorting (Bench *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *what = g_strdup_printf ("sort by %s", gtk_column_view_column_get_id (column));

      gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
      settle (self);
      start (self);
      gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
      settle (self);
      tell (self, what);
    }
}

static void
measure_search (Bench *self)
{
  static const char *const words[] = { "harbour 1", "港口数据", "no such words", "a", "" };

  nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_FIND);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *what = g_strdup_printf ("search “%s”", words[i]);

      start (self);
      nsc_record_list_set_words (get_list (self), words[i]);
      settle (self);
      tell (self, what);
    }
}

/* Letter by letter, faster than each is answered. */
static void
measure_typing (Bench *self)
{
  const char *words = "harbour network";

  start (self);
  for (gsize i = 1; words[i - 1] != '\0'; i++)
    {
      g_autofree char *typed = g_strndup (words, i);

      nsc_record_list_set_words (get_list (self), typed);
      rest (60);
    }
  settle (self);
  tell (self, "search typed letter by letter");
  nsc_record_list_set_words (get_list (self), "");
  settle (self);
}

static void
measure_filter (Bench *self)
{
  const NscTable *table = nsc_record_list_get_table (get_list (self));

  start (self);
  nsc_record_list_add_filter (get_list (self), (guint) nsc_table_find_column (table, "confidence"), "unverified");
  settle (self);
  tell (self, "filter by confidence");
  nsc_record_list_clear_filters (get_list (self));
  settle (self);
}

static void
measure_scrolling (Bench *self)
{
  GtkAdjustment *height = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double end = gtk_adjustment_get_upper (height) - gtk_adjustment_get_page_size (height);

  start (self);
  gtk_adjustment_set_value (height, end);
  settle (self);
  tell (self, "to the end at once");
  start (self);
  for (guint i = 0; i <= N_SCROLLS; i++)
    {
      gtk_adjustment_set_value (height, end * (N_SCROLLS - i) / N_SCROLLS);
      rest (16);
    }
  settle (self);
  tell (self, "back by the scroll bar");
  start (self);
  for (guint i = 0; i <= N_SCROLLS; i++)
    {
      gtk_adjustment_set_value (height, gtk_adjustment_get_value (height) + 400);
      rest (16);
    }
  settle (self);
  tell (self, "down by the wheel");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_save_finish (NSC_PROJECT (source), result, NULL, &error);

  g_assert_no_error (error);
}

static void
measure_edit (Bench *self, const char *what)
{
  g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (get_list (self)), 10);
  g_autoptr (NscRecord) record = nsc_record_copy (nsc_record_item_get_record (item));
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (self->project, "changed", G_CALLBACK (wake_cb), &changed);

  nsc_record_set_by_name (record, "joined", "2031-01-02");
  start (self);
  nsc_project_save_async (self->project, record, NULL, saved_cb, NULL);
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  tell (self, what);
  g_signal_handler_disconnect (self->project, handler);
}

static void
measure_edits (Bench *self)
{
  g_autoptr (GtkColumnViewColumn) joined = g_list_model_get_item (gtk_column_view_get_columns (self->view), 3);

  measure_edit (self, "an edit, in the order of rows");
  gtk_column_view_sort_by_column (self->view, joined, GTK_SORT_ASCENDING);
  settle (self);
  measure_edit (self, "an edit that moves its row");
}

static void
measure_show (Bench *self)
{
  start (self);
  nsc_records_page_show_record (NSC_RECORDS_PAGE (self->page), nsc_table_find ("signatories"), 17);
  rest (100);
  settle (self);
  tell (self, "show a record");
}

/* In MB, NAN where the system does not tell. */
static double
get_memory (const char *field)
{
  g_autofree char *status = NULL;
  const char *found = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    found = strstr (status, field);
  return found != NULL ? g_ascii_strtod (found + strlen (field), NULL) / 1024 : NAN;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  nsc_inquiry_close_finish (result, NULL);
  *(gboolean *) data = TRUE;
}

static void
close_project (Bench *self)
{
  gboolean closed = FALSE;

  nsc_page_set_project (NSC_PAGE (self->page), NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  nsc_inquiry_close_async (self->project, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (self->project);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = NULL;
  Bench bench = { NULL };
  double memory;

  adw_init ();
  g_main_context_set_poll_func (NULL, poll_cb);
  store = nsc_store_open (argc > 1 ? argv[1] : "", NSC_STORE_WRITE, NULL, &error);
  bench.project = store != NULL ? nsc_project_new (store, &error) : NULL;
  if (bench.project == NULL)
    g_error ("%s", error->message);
  bench.page = nsc_records_page_new ();
  bench.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (bench.window), bench.page);
  bench.view = find (bench.page, GTK_TYPE_COLUMN_VIEW);
  nsc_page_set_project (NSC_PAGE (bench.page), bench.project);
  gtk_window_present (GTK_WINDOW (bench.window));
  rest (500);
  memory = get_memory ("VmRSS:");
  measure_opening (&bench);
  measure_scrolling (&bench);
  measure_sorting (&bench);
  measure_search (&bench);
  measure_typing (&bench);
  measure_filter (&bench);
  measure_show (&bench);
  measure_edits (&bench);
  bench_row_take (g_strdup ("records: most memory"), "MB", get_memory ("VmHWM:"), "without rows", "floor", memory);
  close_project (&bench);
  return 0;
}
