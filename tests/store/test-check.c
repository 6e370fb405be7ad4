/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"

static void
collect_cb (const char *trouble, gpointer data)
{
  g_string_append_printf (data, "%s\n", trouble);
}

/* Changes the file behind the store's back and looks whether the check says WORD. */
static void
check_after (const char *sql, const char *word)
{
  TestProject project;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_troubles;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  test_file_execute (project.path, sql);
  store = nsc_store_open (project.path, NSC_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (nsc_store_check (store, collect_cb, said, &n_troubles, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_troubles > 0, ==, *word != '\0');
  g_assert_nonnull (strstr (said->str, word));
  g_clear_object (&store);
  test_project_tear_down (&project);
}

static void
test_troubles (void)
{
  check_after ("SELECT 1", "");
  check_after ("UPDATE actors SET name_en = 'Bcme' WHERE row = 1", "rows 1 to 1023 of the table “actors”");
  check_after ("UPDATE actors SET row = 5000 WHERE row = 2", "rows 4096 to 5119 of the table “actors”");
  check_after ("DELETE FROM sectors", "rows 1 to 1023 of the table “sectors”");
  check_after ("DELETE FROM digest WHERE subject_table = 'project'", "“project”");
  check_after ("INSERT INTO digest VALUES ('countries', 7, 1)", "rows 7168 to 8191 of the table “countries”");
  check_after ("PRAGMA foreign_keys = OFF; DELETE FROM countries", "Row 1 of the table “actors” names a record");
  check_after ("UPDATE history SET made = 0 WHERE id = 3", "Step 3 of the history");
}

static void
test_cancelled (void)
{
  TestProject project;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_troubles;

  test_project_set_up (&project);
  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_store_check (project.store, NULL, NULL, &n_troubles, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/check/troubles", test_troubles);
  g_test_add_func ("/store/check/cancelled", test_cancelled);
  return g_test_run ();
}
