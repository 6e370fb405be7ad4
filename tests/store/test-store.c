/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"

#include <glib/gstdio.h>

static void
test_create (void)
{
  TestProject project;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_autofree char *title = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *uid_after = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  test_project_set_up (&project);
  reader = nsc_store_take_reader (project.store, &error);
  g_assert_no_error (error);
  title = nsc_reader_dup_title (reader, &error);
  g_assert_cmpstr (title, ==, "规范 & norms");
  uid = nsc_reader_dup_uid (reader, &error);
  g_assert_true (g_uuid_string_is_valid (uid));
  steps = nsc_reader_list_steps (reader, &error);
  g_assert_cmpuint (steps->len, ==, 0);
  g_clear_pointer (&reader, nsc_reader_free);
  g_assert_cmpstr (nsc_store_get_path (project.store), ==, project.path);
  g_assert_null (nsc_store_get_read_only_reason (project.store));

  g_assert_null (nsc_store_create (project.path, "again", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_error (&error);

  test_project_reopen (&project);
  reader = nsc_store_take_reader (project.store, &error);
  uid_after = nsc_reader_dup_uid (reader, &error);
  g_assert_cmpstr (uid, ==, uid_after);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

static void
test_one_file_when_closed (void)
{
  TestProject project;
  g_autofree char *journal = NULL;
  g_autofree char *mode = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  journal = g_strconcat (project.path, "-wal", NULL);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  test_project_close (&project);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  mode = test_project_query (&project, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
  test_project_tear_down (&project);
}

static void
test_undo_survives (void)
{
  TestProject project;
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *full = NULL;
  const char *const subjects[] = { "US", "telecom", "acme", "bolt", "tech_accord" };

  test_project_set_up (&project);
  empty = test_project_dump (&project);
  test_project_add_some (&project);
  full = test_project_dump (&project);
  for (guint i = G_N_ELEMENTS (subjects); i-- > 0;)
    {
      g_autoptr (NscStep) step = NULL;

      test_project_reopen (&project);
      step = nsc_store_undo (project.store, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (step->subject, ==, subjects[i]);
      g_assert_true (step->undone);
      g_assert_cmpuint (step->n_added, ==, 1);
    }
  {
    g_autofree char *now = test_project_dump (&project);
    g_assert_cmpstr (now, ==, empty);
  }
  g_assert_null (nsc_store_undo (project.store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (NscStep) step = NULL;

      test_project_reopen (&project);
      step = nsc_store_redo (project.store, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (step->subject, ==, subjects[i]);
    }
  {
    g_autofree char *now = test_project_dump (&project);
    g_assert_cmpstr (now, ==, full);
  }
  g_assert_null (nsc_store_redo (project.store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
  test_project_tear_down (&project);
}

static gboolean
fail_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) record = test_record_new ("actors", "name_en", "Half done", NULL);

  if (!nsc_writer_insert (writer, record, error))
    return FALSE;
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_INPUT, "no");
  return FALSE;
}

static gboolean
nothing_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) record = test_record_new ("actors", "name_en", "Come and gone", NULL);

  return nsc_writer_insert (writer, record, error) &&
         nsc_writer_delete (writer, nsc_record_get_table (record), nsc_record_get_row (record), error);
}

static void
test_nothing_is_left (void)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "actors", "x");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  before = test_project_dump (&project);
  g_assert_false (nsc_store_run_step (project.store, step, fail_cb, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_cmpint (step->id, ==, 0);
  g_clear_error (&error);
  g_assert_true (nsc_store_run_step (project.store, step, nothing_cb, NULL, NULL, &error));
  g_assert_cmpint (step->id, ==, 0);
  after = test_project_dump (&project);
  g_assert_cmpstr (before, ==, after);
  test_project_tear_down (&project);
}

static void
count_cb (NscStore *store, gpointer data)
{
  (*(guint *) data)++;
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
add_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  return nsc_writer_insert (writer, data, error);
}

static void
test_async (void)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "actors", "Async");
  g_autoptr (NscStep) recorded = NULL;
  g_autoptr (NscStep) undone = NULL;
  g_autoptr (NscStep) redone = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  test_project_set_up (&project);
  g_signal_connect (project.store, "changed", G_CALLBACK (count_cb), &n_changed);
  nsc_store_run_step_async (project.store, step, add_cb, test_record_new ("actors", "name_en", "Async", NULL),
                            (GDestroyNotify) nsc_record_free, NULL, finished_cb, &result);
  while (result == NULL || n_changed < 1)
    g_main_context_iteration (NULL, TRUE);
  recorded = nsc_store_run_step_finish (project.store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (recorded->id, ==, 1);
  g_assert_cmpuint (recorded->n_added, ==, 1);
  g_clear_object (&result);

  nsc_store_undo_async (project.store, NULL, finished_cb, &result);
  while (result == NULL || n_changed < 2)
    g_main_context_iteration (NULL, TRUE);
  undone = nsc_store_undo_finish (project.store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone->id, ==, 1);
  g_clear_object (&result);

  nsc_store_redo_async (project.store, NULL, finished_cb, &result);
  while (result == NULL || n_changed < 3)
    g_main_context_iteration (NULL, TRUE);
  redone = nsc_store_redo_finish (project.store, result, &error);
  g_assert_no_error (error);
  g_assert_false (redone->undone);
  g_clear_object (&result);

  nsc_store_redo_async (project.store, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (nsc_store_redo_finish (project.store, result, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
  g_clear_object (&result);
  test_project_tear_down (&project);
}

static void
test_creating_step (void)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_CREATE, "", "Title");
  g_autoptr (NscRecord) record = test_record_new ("actors", "id", "a", "name_en", "A", NULL);
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  g_assert_true (nsc_store_run_step (project.store, step, add_cb, record, NULL, &error));
  g_assert_cmpint (step->id, ==, 1);
  g_assert_null (nsc_store_undo (project.store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);
  reader = nsc_store_take_reader (project.store, &error);
  steps = nsc_reader_list_steps (reader, &error);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpint (((NscStep *) g_ptr_array_index (steps, 0))->kind, ==, NSC_STEP_CREATE);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

static void
test_reading_only (void)
{
  TestProject project;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "actors", "x");
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_close (&project);
  store = nsc_store_open (project.path, NSC_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (nsc_store_get_read_only_reason (store));
  g_assert_false (nsc_store_run_step (store, step, fail_cb, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (nsc_store_undo (store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_READ_ONLY);
  g_clear_object (&store);
  test_project_tear_down (&project);
}

/* A copy of the file alone, made while the project is open, holds every step. */
static void
test_file_holds_steps (void)
{
  TestProject project = { 0 };
  TestProject copy = { 0 };
  g_autofree char *bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length = 0;

  test_project_set_up (&project);
  test_project_add_some (&project);
  before = test_project_dump (&project);
  g_assert_true (g_file_get_contents (project.path, &bytes, &length, NULL));
  copy.path = g_build_filename (project.folder, "copy.normscape", NULL);
  g_assert_true (g_file_set_contents (copy.path, bytes, (gssize) length, NULL));
  test_project_reopen (&copy);
  after = test_project_dump (&copy);
  g_assert_cmpstr (before, ==, after);
  test_project_close (&copy);
  g_free (copy.path);
  test_project_tear_down (&project);
}

static gpointer
read_for_a_while (gpointer data)
{
  g_autoptr (NscReader) reader = data;

  g_usleep (100000);
  g_assert_cmpint (nsc_reader_count (reader, nsc_table_find ("actors"), NULL), ==, 2);
  return NULL;
}

/* A window that closes while a question is under way must not leave half a file. */
static void
test_closing_waits_for_readers (void)
{
  TestProject project = { 0 };
  g_autofree char *wal = NULL;
  g_autoptr (GError) error = NULL;
  NscReader *reader;
  GThread *thread;

  test_project_set_up (&project);
  test_project_add_some (&project);
  reader = nsc_store_take_reader (project.store, &error);
  g_assert_no_error (error);
  /* With its first question it begins to see one state of the file. */
  g_assert_cmpint (nsc_reader_count (reader, nsc_table_find ("actors"), NULL), ==, 2);
  thread = g_thread_new ("reader", read_for_a_while, reader);
  test_project_close (&project);
  wal = g_strconcat (project.path, "-wal", NULL);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_thread_join (thread);
  test_project_tear_down (&project);
}

/* What was opened before the file was moved away can be read, whether or not it had been read by then. */
static void
test_reading_a_lost_file (void)
{
  TestProject project = { 0 };
  g_autofree char *aside = NULL;
  NscReader *readers[2];

  test_project_set_up (&project);
  test_project_add_some (&project);
  aside = g_build_filename (project.folder, "aside.normscape", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = nsc_store_take_reader (project.store, NULL);
  g_assert_cmpint (g_rename (project.path, aside), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_assert_cmpint (nsc_reader_count (readers[i], nsc_table_find ("actors"), NULL), ==, 2);
      nsc_reader_free (readers[i]);
    }
  g_assert_cmpint (g_rename (aside, project.path), ==, 0);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/store/create", test_create);
  g_test_add_func ("/store/store/one-file-when-closed", test_one_file_when_closed);
  g_test_add_func ("/store/store/undo-survives", test_undo_survives);
  g_test_add_func ("/store/store/nothing-is-left", test_nothing_is_left);
  g_test_add_func ("/store/store/async", test_async);
  g_test_add_func ("/store/store/creating-step", test_creating_step);
  g_test_add_func ("/store/store/reading-only", test_reading_only);
  g_test_add_func ("/store/store/file-holds-steps", test_file_holds_steps);
  g_test_add_func ("/store/store/closing-waits-for-readers", test_closing_waits_for_readers);
  g_test_add_func ("/store/store/reading-a-lost-file", test_reading_a_lost_file);
  return g_test_run ();
}
