/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"

/* Enough text for several chunks. */
#define N_ROWS 20000
#define TEXT_BYTES 600

static gboolean
import_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) before = test_record_new ("actors", "id", "before", "name_en", "Not of the batch", NULL);
  g_autoptr (NscRecord) record = test_record_new ("actors", "kind", "company", "country", "US", NULL);
  g_autoptr (NscRecord) issue = test_record_new ("issues", "label_en", "x", NULL);
  guint32 state = (guint32) g_test_rand_int ();
  char name[TEXT_BYTES + 1] = "";

  if (!nsc_writer_insert (writer, before, error))
    return FALSE;
  nsc_writer_begin_batch (writer);
  for (guint i = 0; i < N_ROWS; i++)
    {
      for (guint j = 0; j < TEXT_BYTES; j++)
        {
          state = state * 1664525 + 1013904223;
          name[j] = (char) ('a' + (state >> 24) % 26);
        }
      nsc_record_set_by_name (record, "id", "");
      nsc_record_set_by_name (record, "name_en", name);
      if (!nsc_writer_insert (writer, record, error))
        return FALSE;
    }
  for (guint i = 0; i < 50; i++)
    {
      nsc_record_set_by_name (issue, "parent", nsc_record_get_id (issue));
      nsc_record_set_by_name (issue, "id", "");
      if (!nsc_writer_insert (writer, issue, error))
        return FALSE;
    }
  nsc_record_set_by_name (before, "name_en", "Changed by the import");
  return nsc_writer_update (writer, before, error);
}

static NscStep *
move (TestProject *project, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  NscStep *step = undo ? nsc_store_undo (project->store, NULL, &error) : nsc_store_redo (project->store, NULL, &error);

  g_assert_no_error (error);
  return step;
}

static void
assert_dump (TestProject *project, const char *expected)
{
  g_autofree char *dump = test_project_dump (project);

  g_assert_true (g_str_equal (dump, expected));
}

static void
assert_query (TestProject *project, const char *sql, const char *expected)
{
  g_autofree char *value = test_project_query (project, sql);

  g_assert_cmpstr (value, ==, expected);
}

static void
set_up (TestProject *project)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "actors", "actors.csv");
  g_autoptr (GError) error = NULL;

  test_project_set_up (project);
  test_project_add_some (project);
  nsc_store_run_step (project->store, step, import_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step->n_added, ==, N_ROWS + 51);
}

static void
test_there_and_back (void)
{
  TestProject project;
  g_autofree char *full = NULL;
  g_autofree char *empty = NULL;
  guint n_troubles;

  set_up (&project);
  full = test_project_dump (&project);
  assert_query (&project, "SELECT sum (bytes) < 10000 FROM history", "1");
  for (guint i = 0; i < 2; i++)
    {
      nsc_step_free (move (&project, TRUE));
      test_project_reopen (&project);
      assert_query (&project, "SELECT count(*) > 2 FROM history_part WHERE kind = 'rows'", "1");
      assert_query (&project, "SELECT count(*) FROM actors", "2");
      g_assert_true (nsc_store_check (project.store, NULL, NULL, &n_troubles, NULL, NULL));
      g_assert_cmpuint (n_troubles, ==, 0);
      nsc_step_free (move (&project, FALSE));
      assert_dump (&project, full);
      assert_query (&project, "SELECT count(*) FROM history_part WHERE kind = 'rows'", "0");
    }
  test_project_tear_down (&project);
}

/* Rows of the batch that a later step has changed or deleted come back first. */
static void
test_with_later_steps (void)
{
  TestProject project;
  g_autoptr (NscRecord) record = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_autofree char *full = NULL;

  set_up (&project);
  reader = nsc_store_take_reader (project.store, NULL);
  record = nsc_reader_get_record (reader, nsc_table_find ("actors"), 100, NULL);
  g_clear_pointer (&reader, nsc_reader_free);
  nsc_record_set_by_name (record, "name_en", "Edited");
  test_project_update (&project, record);
  test_project_delete (&project, "actors", 200);
  test_project_delete (&project, "actors", N_ROWS + 3);
  full = test_project_dump (&project);
  for (guint i = 0; i < 4; i++)
    nsc_step_free (move (&project, TRUE));
  assert_query (&project, "SELECT count(*) FROM actors", "2");
  for (guint i = 0; i < 4; i++)
    nsc_step_free (move (&project, FALSE));
  assert_dump (&project, full);
  test_project_tear_down (&project);
}

static void
test_damaged_chunk (void)
{
  TestProject project;
  g_autoptr (GError) error = NULL;

  set_up (&project);
  nsc_step_free (move (&project, TRUE));
  test_project_close (&project);
  test_file_execute (project.path, "UPDATE history_part SET data = CAST (substr (data, 1, 999) || 'x' AS BLOB)"
                                   " WHERE kind = 'rows' AND number = 4");
  test_project_reopen (&project);
  g_assert_null (nsc_store_redo (project.store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
  assert_query (&project, "SELECT count(*) FROM actors", "2");
  test_project_tear_down (&project);
}

static void
test_cancelled_undo (void)
{
  TestProject project;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *full = NULL;

  set_up (&project);
  full = test_project_dump (&project);
  g_cancellable_cancel (cancellable);
  g_assert_null (nsc_store_undo (project.store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_dump (&project, full);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/batch/there-and-back", test_there_and_back);
  g_test_add_func ("/store/batch/with-later-steps", test_with_later_steps);
  g_test_add_func ("/store/batch/damaged-chunk", test_damaged_chunk);
  g_test_add_func ("/store/batch/cancelled-undo", test_cancelled_undo);
  return g_test_run ();
}
