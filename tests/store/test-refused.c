/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-folder.h"
#include "test-project.h"

#include "nsc-error.h"

#include <glib/gstdio.h>

/* A project that was opened for writing, and in which nothing was changed in the end, is the same file. */

/* More than the writer keeps in memory, so that what is refused has been on the disk. */
#define N_LONG_ROWS 12
#define LONG_BYTES (3 * 1024 * 1024)

static char *
get_sum (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

static gboolean
do_nothing_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

/* DATA: whether it is taken in the end. */
static gboolean
add_long_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = g_strnfill (LONG_BYTES, 'x');

  for (guint i = 0; i < N_LONG_ROWS; i++)
    {
      g_autoptr (NscRecord) record = test_record_new ("actors", "name_en", text, NULL);

      if (!nsc_writer_insert (writer, record, error))
        return FALSE;
    }
  if (GPOINTER_TO_INT (data))
    return TRUE;
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_INPUT, "refused");
  return FALSE;
}

static void
refuse_long (NscStore *store)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "actors", "");
  g_autoptr (GError) error = NULL;

  g_assert_false (nsc_store_run_step (store, step, add_long_cb, GINT_TO_POINTER (FALSE), NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
}

static void
change_nothing (NscStore *store)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "actors", "");
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_store_run_step (store, step, do_nothing_cb, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (step->id, ==, 0);
}

static void
redo_nothing (NscStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nsc_store_redo (store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
}

static void
only_open (NscStore *store)
{
}

/* Alone in its folder, as before. */
static void
check_same (TestProject *project, void (*work) (NscStore *store))
{
  g_autofree char *before = NULL, *after = NULL;
  GStatBuf info_before, info_after;

  test_project_close (project);
  before = get_sum (project->path);
  g_assert_cmpint (g_stat (project->path, &info_before), ==, 0);
  test_project_reopen (project);
  work (project->store);
  test_project_close (project);
  after = get_sum (project->path);
  g_assert_cmpint (g_stat (project->path, &info_after), ==, 0);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (info_before.st_mtim.tv_sec, ==, info_after.st_mtim.tv_sec);
  g_assert_cmpint (info_before.st_mtim.tv_nsec, ==, info_after.st_mtim.tv_nsec);
  g_assert_cmpuint (test_folder_count (project->folder), ==, 1);
}

static void
test_same (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  check_same (&project, only_open);
  check_same (&project, change_nothing);
  check_same (&project, redo_nothing);
  check_same (&project, refuse_long);
  test_project_tear_down (&project);
}

static void
test_nothing_to_undo (void)
{
  TestProject project;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_close (&project);
  before = get_sum (project.path);
  test_project_reopen (&project);
  g_assert_null (nsc_store_undo (project.store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
  test_project_close (&project);
  after = get_sum (project.path);
  g_assert_cmpstr (before, ==, after);
  test_project_tear_down (&project);
}

/* What stands in pages that are free belongs to the bytes as well, and SQLite's other journal does not keep it. */
static void
test_free_pages (void)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "actors", "");
  g_autoptr (NscStep) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *n_free = NULL;

  test_project_set_up (&project);
  g_assert_true (nsc_store_run_step (project.store, step, add_long_cb, GINT_TO_POINTER (TRUE), NULL, &error));
  undone = nsc_store_undo (project.store, NULL, &error);
  g_assert_no_error (error);
  test_project_close (&project);
  n_free = test_project_query (&project, "PRAGMA freelist_count");
  g_assert_cmpint (g_ascii_strtoll (n_free, NULL, 10), >, 1000);
  check_same (&project, refuse_long);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/refused/same", test_same);
  g_test_add_func ("/store/refused/nothing-to-undo", test_nothing_to_undo);
  g_test_add_func ("/store/refused/free-pages", test_free_pages);
  return g_test_run ();
}
