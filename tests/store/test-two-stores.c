/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"

/* Two stores on one file, as the window and the command line are. */

#define N_STEPS 40

/* For the test that is the other process. */
#define PROJECT "NORMSCAPE_TEST_PROJECT"

static gboolean
add_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) record = test_record_new ("actors", "name_en", data, NULL);

  return nsc_writer_insert (writer, record, error);
}

static gpointer
add_many (gpointer data)
{
  NscStore *store = data;

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "actors", "x");
      g_autoptr (GError) error = NULL;

      nsc_store_run_step (store, step, add_cb, (gpointer) "someone", NULL, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static NscStore *
open_second (TestProject *project, NscStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  NscStore *store = nsc_store_open (project->path, mode, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static gint64
count (NscStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, &error);
  gint64 n;

  g_assert_no_error (error);
  n = nsc_reader_count (reader, nsc_table_find ("actors"), &error);
  g_assert_no_error (error);
  return n;
}

static void
test_both_write (void)
{
  TestProject project;
  g_autoptr (NscStore) second = NULL;
  g_autoptr (GError) error = NULL;
  GThread *threads[2];
  guint n_troubles;

  test_project_set_up (&project);
  second = open_second (&project, NSC_STORE_WRITE);
  threads[0] = g_thread_new ("first", add_many, project.store);
  threads[1] = g_thread_new ("second", add_many, second);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (count (project.store), ==, 2 * N_STEPS);
  g_assert_true (nsc_store_check (second, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_cmpuint (n_troubles, ==, 0);

  /* Undo is for the project: one takes back what the other did. */
  for (guint i = 0; i < 2 * N_STEPS; i++)
    {
      g_autoptr (NscStep) step = nsc_store_undo (i % 2 == 0 ? project.store : second, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (step->id, ==, 2 * N_STEPS - i);
    }
  g_assert_cmpint (count (second), ==, 0);
  test_project_tear_down (&project);
}

static void
test_one_closes (void)
{
  TestProject project;
  g_autoptr (NscStore) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = NULL;

  test_project_set_up (&project);
  second = open_second (&project, NSC_STORE_WRITE);
  test_project_add_some (&project);
  test_project_close (&project);
  g_assert_cmpint (count (second), ==, 2);
  g_assert_true (nsc_store_close (second, &error));
  g_assert_no_error (error);
  mode = test_project_query (&project, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
  test_project_tear_down (&project);
}

/* A reader keeps its state of the project while another process writes. */
static void
test_unchanging_state (void)
{
  TestProject project;
  g_autoptr (NscStore) second = NULL;
  g_autoptr (NscReader) reader = NULL;

  test_project_set_up (&project);
  second = open_second (&project, NSC_STORE_READ);
  reader = nsc_store_take_reader (second, NULL);
  g_assert_cmpint (nsc_reader_count (reader, nsc_table_find ("actors"), NULL), ==, 0);
  test_project_add_some (&project);
  g_assert_cmpint (nsc_reader_count (reader, nsc_table_find ("actors"), NULL), ==, 0);
  g_clear_pointer (&reader, nsc_reader_free);
  g_assert_cmpint (count (second), ==, 2);
  test_project_tear_down (&project);
}

static void
changed_cb (NscStore *store, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_changed_by_other (void)
{
  TestProject project;
  g_autoptr (NscStore) second = NULL;
  g_autoptr (NscStore) third = NULL;
  guint n_second = 0, n_third = 0;

  test_project_set_up (&project);
  second = open_second (&project, NSC_STORE_WRITE);
  third = open_second (&project, NSC_STORE_READ);
  g_signal_connect (second, "changed", G_CALLBACK (changed_cb), &n_second);
  g_signal_connect (third, "changed", G_CALLBACK (changed_cb), &n_third);
  test_project_add_some (&project);
  nsc_store_look_for_changes (second);
  nsc_store_look_for_changes (third);
  while (n_second == 0 || n_third == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_second, ==, 1);
  test_project_tear_down (&project);
}

/* A step waits for the other's, but not for ever. */
static void
test_busy (void)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "actors", "x");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  test_project_set_up (&project);
  g_assert_cmpint (sqlite3_open (project.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (nsc_store_run_step (project.store, step, add_cb, (gpointer) "x", NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_BUSY);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_store_run_step (project.store, step, add_cb, (gpointer) "x", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  sqlite3_close (db);
  g_assert_true (nsc_store_run_step (project.store, step, add_cb, (gpointer) "x", NULL, &error));
  test_project_tear_down (&project);
}

static void
add_and_close (void)
{
  TestProject project = { .path = (char *) g_getenv (PROJECT) };
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "actors", "x");
  g_autoptr (GError) error = NULL;

  project.store = open_second (&project, NSC_STORE_WRITE);
  g_assert_true (nsc_store_run_step (project.store, step, add_cb, (gpointer) "the other's", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (nsc_store_close (project.store, &error));
  g_assert_no_error (error);
  g_object_unref (project.store);
}

/* Whatever a process asks of the file that it has open, another must see that it has: who closes last makes the file
 * whole, and would take the journal away from it. */
static void
test_other_process_closes (void)
{
  TestProject project;
  g_autoptr (NscStore) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  /* A second window, one that only reads, and a look through the file. */
  second = open_second (&project, NSC_STORE_WRITE);
  g_clear_object (&second);
  second = open_second (&project, NSC_STORE_READ);
  nsc_store_look_for_changes (second);
  g_clear_object (&second);
  g_assert_true (nsc_store_look_through (project.store, NULL, &error));
  g_assert_no_error (error);

  g_setenv (PROJECT, project.path, TRUE);
  g_test_trap_subprocess ("/store/two-stores/subprocess/add-and-close", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  wal = g_strconcat (project.path, "-wal", NULL);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count (project.store), ==, 3);
  test_project_reopen (&project);
  g_assert_cmpint (count (project.store), ==, 3);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/two-stores/both-write", test_both_write);
  g_test_add_func ("/store/two-stores/one-closes", test_one_closes);
  g_test_add_func ("/store/two-stores/unchanging-state", test_unchanging_state);
  g_test_add_func ("/store/two-stores/changed-by-other", test_changed_by_other);
  g_test_add_func ("/store/two-stores/busy", test_busy);
  g_test_add_func ("/store/two-stores/other-process-closes", test_other_process_closes);
  g_test_add_func ("/store/two-stores/subprocess/add-and-close", add_and_close);
  return g_test_run ();
}
