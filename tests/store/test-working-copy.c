/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-folder.h"
#include "test-project.h"

#include "nsc-error.h"
#include "nsc-place-private.h"
#include "nsc-working-copy-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* A process that crashes shares these with the one that looks at what is left. */
#define HOME "NORMSCAPE_TEST_HOME"
#define PROJECT "NORMSCAPE_TEST_PROJECT"

static NscPlace
pretend_shared (const char *file)
{
  return (NscPlace) { .is_shared = TRUE, .can_write = TRUE };
}

static void
add_actor (NscStore *store, const char *id)
{
  TestProject project = { .store = store };
  g_autoptr (NscRecord) record = test_record_new ("actors", "id", id, "name_en", id, NULL);

  test_project_add (&project, record);
}

/* At the place of the project, whatever a working copy says. */
static guint
count_at_place (TestProject *project)
{
  g_autofree char *n = test_project_query (project, "SELECT count(*) FROM actors");

  return (guint) g_ascii_strtoull (n, NULL, 10);
}

static gboolean
is_beside (TestProject *project, const char *suffix)
{
  g_autofree char *name = g_strconcat (project->path, suffix, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

static guint
count_working_files (const char *kind)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "normscape", kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_suffix (name, ".lock") && !g_str_has_suffix (name, ".turn");
  return n;
}

static void
set_up (TestProject *project)
{
  nsc_place_pretend (pretend_shared);
  test_project_set_up (project);
}

static void
tear_down (TestProject *project)
{
  test_project_tear_down (project);
  nsc_place_pretend (NULL);
}

static void
test_written_back (void)
{
  TestProject project;
  g_autofree char *mode = NULL;
  g_autoptr (NscStore) reading = NULL;
  g_autoptr (NscReader) reader = NULL;

  set_up (&project);
  add_actor (project.store, "a");
  g_assert_false (is_beside (&project, "-wal"));
  while (count_at_place (&project) < 1)
    g_usleep (20000);
  add_actor (project.store, "b");
  add_actor (project.store, "c");
  test_project_close (&project);
  g_assert_cmpuint (count_at_place (&project), ==, 3);
  mode = test_project_query (&project, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
  g_assert_cmpuint (count_working_files ("working"), ==, 0);
  test_project_reopen (&project);
  g_assert_cmpuint (count_at_place (&project), ==, 3);

  /* Who only reads needs no copy. */
  reading = nsc_store_open (project.path, NSC_STORE_READ, NULL, NULL);
  reader = nsc_store_take_reader (reading, NULL);
  g_assert_cmpint (nsc_reader_count (reader, nsc_table_find ("actors"), NULL), ==, 3);
  g_clear_pointer (&reader, nsc_reader_free);
  g_clear_object (&reading);
  tear_down (&project);
}

static void
test_shared_by_two (void)
{
  TestProject project;
  g_autoptr (NscStore) other = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&project);
  other = nsc_store_open (project.path, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  add_actor (project.store, "a");
  add_actor (other, "b");
  reader = nsc_store_take_reader (project.store, &error);
  g_assert_cmpint (nsc_reader_count (reader, nsc_table_find ("actors"), NULL), ==, 2);
  g_clear_pointer (&reader, nsc_reader_free);
  nsc_store_close (other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_at_place (&project), ==, 2);
  test_project_close (&project);
  g_assert_cmpuint (count_at_place (&project), ==, 2);
  g_assert_cmpuint (count_working_files ("working"), ==, 0);
  tear_down (&project);
}

/* Between the look at the file and the copy of it, another has written back and gone. */
static void
test_written_back_meanwhile (void)
{
  TestProject project;
  NscWorkingCopy *copy;
  NscHeader header, now;
  g_autoptr (GError) error = NULL;

  set_up (&project);
  g_assert_true (nsc_header_read (&header, project.path, project.path, NULL));
  add_actor (project.store, "moss");
  test_project_close (&project);
  copy = nsc_working_copy_open (project.path, &header, &error);
  g_assert_no_error (error);
  g_assert_true (nsc_header_read (&now, project.path, project.path, NULL));
  g_assert_true (nsc_header_equal (&header, &now));
  nsc_working_copy_close (copy);
  g_assert_cmpint (count_working_files ("working"), ==, 0);
  tear_down (&project);
}

static void
test_changed_elsewhere (void)
{
  TestProject project;
  g_autofree char *trouble = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  set_up (&project);
  g_assert_true (g_file_get_contents (project.path, &whole, &length, NULL));
  add_actor (project.store, "a");
  while (count_at_place (&project) < 1)
    g_usleep (20000);
  g_assert_true (g_file_set_contents (project.path, whole, (gssize) length, NULL));
  add_actor (project.store, "b");
  while ((trouble = nsc_store_dup_trouble (project.store)) == NULL)
    g_usleep (20000);
  g_assert_nonnull (strstr (trouble, "elsewhere"));
  g_assert_false (nsc_store_close (project.store, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
  g_clear_error (&error);
  g_clear_object (&project.store);
  g_assert_cmpuint (count_at_place (&project), ==, 0);

  /* What could not be written back is put aside and named once. */
  g_assert_null (nsc_store_open (project.path, NSC_STORE_WRITE, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
  g_assert_cmpuint (count_working_files ("recovered"), ==, 1);
  project.store = nsc_store_open (project.path, NSC_STORE_WRITE, NULL, NULL);
  g_assert_nonnull (project.store);
  tear_down (&project);
}

/* Else a refusal would write the file anew. */
static void
test_refused (void)
{
  TestProject project;
  GStatBuf before, after;
  g_autoptr (GError) error = NULL;

  set_up (&project);
  add_actor (project.store, "a");
  test_project_reopen (&project);
  g_assert_cmpint (g_stat (project.path, &before), ==, 0);
  g_assert_null (nsc_store_redo (project.store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
  test_project_close (&project);
  g_assert_cmpint (g_stat (project.path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  tear_down (&project);
}

static void
crash (void)
{
  g_autoptr (GError) error = NULL;
  NscStore *store;

  nsc_place_pretend (pretend_shared);
  store = nsc_store_open (g_getenv (PROJECT), NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  /* The first may be written back at once, the second must wait for its turn. */
  add_actor (store, "first");
  add_actor (store, "second");
  _exit (0);
}

static void
test_crashed (void)
{
  TestProject project;

  set_up (&project);
  test_project_close (&project);
  g_setenv (PROJECT, project.path, TRUE);
  g_test_trap_subprocess ("/store/working-copy/subprocess/crash", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_cmpuint (count_at_place (&project), <, 2);
  test_project_reopen (&project);
  while (count_at_place (&project) < 2)
    g_usleep (20000);
  tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = NULL;
  int status;

  if (g_getenv (HOME) == NULL)
    {
      home = test_folder_new ();
      g_setenv (HOME, home, TRUE);
      g_setenv ("XDG_DATA_HOME", home, TRUE);
      g_setenv ("XDG_STATE_HOME", home, TRUE);
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/working-copy/written-back", test_written_back);
  g_test_add_func ("/store/working-copy/shared-by-two", test_shared_by_two);
  g_test_add_func ("/store/working-copy/changed-elsewhere", test_changed_elsewhere);
  g_test_add_func ("/store/working-copy/written-back-meanwhile", test_written_back_meanwhile);
  g_test_add_func ("/store/working-copy/refused", test_refused);
  g_test_add_func ("/store/working-copy/crashed", test_crashed);
  g_test_add_func ("/store/working-copy/subprocess/crash", crash);
  status = g_test_run ();
  if (home != NULL)
    test_folder_remove (home);
  return status;
}
