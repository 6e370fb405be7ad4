/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"
#include "nsc-history-private.h"
#include "nsc-recorder-private.h"

static gboolean
swap_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  const NscTable *actors = nsc_table_find ("actors");
  g_autoptr (NscRecord) first = nsc_reader_get_record (nsc_writer_get_reader (writer), actors, 1, error);
  g_autoptr (NscRecord) second = nsc_reader_get_record (nsc_writer_get_reader (writer), actors, 2, error);

  nsc_record_set_by_name (first, "id", "elsewhere");
  if (!nsc_writer_update (writer, first, error))
    return FALSE;
  nsc_record_set_by_name (second, "id", "acme");
  if (!nsc_writer_update (writer, second, error))
    return FALSE;
  nsc_record_set_by_name (first, "id", "bolt");
  return nsc_writer_update (writer, first, error);
}

static void
move (TestProject *project, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step =
      undo ? nsc_store_undo (project->store, NULL, &error) : nsc_store_redo (project->store, NULL, &error);

  g_assert_no_error (error);
}

/* Neither of two swapped ids can be given back before the other. */
static void
test_swapped_ids (void)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, "actors", "");
  g_autofree char *before = NULL;
  g_autofree char *swapped = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  before = test_project_dump (&project);
  nsc_store_run_step (project.store, step, swap_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step->n_changed, ==, 2);
  swapped = test_project_dump (&project);
  g_assert_cmpstr (before, !=, swapped);
  move (&project, TRUE);
  undone = test_project_dump (&project);
  g_assert_cmpstr (before, ==, undone);
  move (&project, FALSE);
  redone = test_project_dump (&project);
  g_assert_cmpstr (swapped, ==, redone);
  test_project_tear_down (&project);
}

static void
assert_undo_is_refused (TestProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_project_dump (project);
  g_autofree char *after = NULL;

  test_project_reopen (project);
  g_assert_null (nsc_store_undo (project->store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
  after = test_project_dump (project);
  g_assert_cmpstr (before, ==, after);
}

/* What is not as the history says is never changed by guess. */
static void
test_contradiction (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  test_file_execute (project.path, "UPDATE initiatives SET name_zh = 'changed by another program'");
  assert_undo_is_refused (&project);
  test_project_close (&project);
  test_file_execute (project.path, "DELETE FROM initiatives");
  assert_undo_is_refused (&project);
  test_project_tear_down (&project);
}

static void
check_damaged_history (const char *sql)
{
  TestProject project;
  g_autoptr (GError) error = NULL;
  guint n_troubles;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  test_file_execute (project.path, sql);
  assert_undo_is_refused (&project);
  g_assert_true (nsc_store_check (project.store, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_cmpuint (n_troubles, ==, 1);
  test_project_tear_down (&project);
}

static void
test_damaged_history (void)
{
  check_damaged_history ("UPDATE history SET subject = 'x' WHERE id = 5");
  check_damaged_history (
      "UPDATE history_part SET data = CAST (substr (data, 1, 20) || 'x' || substr (data, 22) AS BLOB)"
      " WHERE step = 5");
  check_damaged_history ("DELETE FROM history_part WHERE step = 5");
}

/* ---- trimming ---- */

static gboolean
rename_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) record =
      nsc_reader_get_record (nsc_writer_get_reader (writer), nsc_table_find ("actors"), 1, error);
  g_autofree char *name = g_strdup_printf ("%s!", nsc_record_get_by_name (record, "name_zh"));

  nsc_record_set_by_name (record, "name_zh", strlen (name) < 9 ? name : "");
  return nsc_writer_update (writer, record, error);
}

static void
rename_actor (TestProject *project)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, "actors", "acme");
  g_autoptr (GError) error = NULL;

  nsc_store_run_step (project->store, step, rename_cb, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_kept (TestProject *project, const char *expected)
{
  g_autofree char *kept =
      test_project_query (project, "SELECT min (id) || '-' || max (id) || ' ' || count (*) || ' '"
                                   " || (SELECT count (DISTINCT step) FROM history_part) FROM history");

  g_assert_cmpstr (kept, ==, expected);
}

static void
trim (TestProject *project, gint64 max_steps, gint64 max_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscConnection) connection =
      nsc_connection_open (project->path, project->path, NSC_CONNECTION_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (nsc_history_trim (connection, max_steps, max_bytes, &error));
  g_assert_no_error (error);
}

static void
test_trimmed (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  for (guint i = 0; i < 5; i++)
    rename_actor (&project);
  assert_kept (&project, "1-10 10 10");
  trim (&project, 8, G_MAXINT64);
  assert_kept (&project, "3-10 8 8");
  move (&project, TRUE);
  move (&project, TRUE);
  trim (&project, 3, G_MAXINT64);
  assert_kept (&project, "8-10 3 3");
  /* Only undone steps are left: redo needs them, however large. */
  trim (&project, 1, 1);
  assert_kept (&project, "9-10 2 2");
  move (&project, FALSE);
  rename_actor (&project);
  assert_kept (&project, "9-11 2 2");
  trim (&project, 1000, 1);
  assert_kept (&project, "11-11 1 1");
  test_project_tear_down (&project);
}

/* The limit that the recorder sets. */
static void
test_newest_thousand (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  for (guint i = 0; i < 1000; i++)
    rename_actor (&project);
  assert_kept (&project, "6-1005 1000 1000");
  test_project_tear_down (&project);
}

/* ---- no room ---- */

static gboolean
add_many_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = g_strnfill (2000, 'x');

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (NscRecord) record = test_record_new ("actors", "name_en", text, NULL);

      if (!nsc_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_no_room (void)
{
  TestProject project;
  g_autoptr (NscConnection) connection = NULL;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "actors", "");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  before = test_project_dump (&project);
  connection = nsc_connection_open (project.path, project.path, NSC_CONNECTION_WRITE, &error);
  g_assert_true (nsc_connection_execute (connection, "PRAGMA max_page_count = 100", &error));
  g_assert_false (nsc_recorder_run (connection, step, add_many_cb, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_FULL);
  g_assert_cmpint (step->id, ==, 0);
  g_clear_pointer (&connection, nsc_connection_free);
  after = test_project_dump (&project);
  g_assert_cmpstr (before, ==, after);
  test_project_tear_down (&project);
}

/* ---- cancelling ---- */

static gboolean
cancel_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < 1000000; i++)
    {
      g_autoptr (NscRecord) record = test_record_new ("actors", "name_en", "x", NULL);

      if (i == 100)
        g_cancellable_cancel (cancellable);
      if (!nsc_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_cancelled (void)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "actors", "");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  before = test_project_dump (&project);
  g_assert_false (nsc_store_run_step (project.store, step, cancel_cb, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (step->id, ==, 0);
  after = test_project_dump (&project);
  g_assert_cmpstr (before, ==, after);
  rename_actor (&project);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/recorder/swapped-ids", test_swapped_ids);
  g_test_add_func ("/store/recorder/contradiction", test_contradiction);
  g_test_add_func ("/store/recorder/damaged-history", test_damaged_history);
  g_test_add_func ("/store/recorder/trimmed", test_trimmed);
  g_test_add_func ("/store/recorder/newest-thousand", test_newest_thousand);
  g_test_add_func ("/store/recorder/no-room", test_no_room);
  g_test_add_func ("/store/recorder/cancelled", test_cancelled);
  return g_test_run ();
}
