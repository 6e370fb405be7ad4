/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"
#include "nsc-place-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a crash leaves beside a project, and what stands beside one that it does not belong to. */

static TestProject project, other;

static void
set_up (void)
{
  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  test_project_set_up (&other);
  test_project_add_some (&other);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("sector-%u", i);
      g_autoptr (NscRecord) sector = test_record_new ("sectors", "id", id, "name_en", "Another", NULL);

      test_project_add (&other, sector);
    }
}

static void
tear_down (void)
{
  test_project_tear_down (&project);
  test_project_tear_down (&other);
}

static char *
read_beside (const char *path, const char *suffix, gsize *length)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  char *bytes = NULL;

  *length = 0;
  g_file_get_contents (name, &bytes, length, NULL);
  return bytes;
}

static void
take (const TestProject *from, const char *to, const char *suffix)
{
  g_autofree char *name = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  bytes = read_beside (from->path, suffix, &length);
  g_assert_cmpuint (length, >, 0);
  g_assert_true (g_file_set_contents (name, bytes, (gssize) length, NULL));
}

/* Refused in words that name what is in the way, and all is as it was. */
static void
assert_kept (const char *path, NscStoreMode mode, const char *suffix, NscError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL, *beside = NULL, *file_after = NULL, *beside_after = NULL;
  gsize file_length, beside_length, file_length_after, beside_length_after;

  file = read_beside (path, "", &file_length);
  beside = read_beside (path, suffix, &beside_length);
  g_assert_null (nsc_store_open (path, mode, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, NSC_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  file_after = read_beside (path, "", &file_length_after);
  beside_after = read_beside (path, suffix, &beside_length_after);
  g_assert_cmpmem (file, file_length, file_after, file_length_after);
  g_assert_cmpmem (beside, beside_length, beside_after, beside_length_after);
}

static void
assert_opens (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, NSC_STORE_WRITE, NULL, &error);
  guint n_troubles = 0;

  g_assert_no_error (error);
  g_assert_true (nsc_store_check (store, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_cmpuint (n_troubles, ==, 0);
}

static void
remove_beside (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  g_assert_cmpint (g_unlink (name), ==, 0);
}

static void
test_foreign_wal (void)
{
  set_up ();
  take (&other, project.path, "-wal");
  assert_kept (project.path, NSC_STORE_WRITE, "-wal", NSC_ERROR_DAMAGED, "-wal");
  assert_kept (project.path, NSC_STORE_READ, "-wal", NSC_ERROR_DAMAGED, "-wal");
  remove_beside (project.path, "-wal");
  assert_opens (project.path);
  tear_down ();
}

static void
test_foreign_journal (void)
{
  sqlite3 *db;

  set_up ();
  test_project_close (&other);
  db = test_project_begin_spilling (&other);
  take (&other, project.path, "-journal");
  sqlite3_close (db);
  assert_kept (project.path, NSC_STORE_READ, "-journal", NSC_ERROR_RECOVERY, "recover");
  assert_kept (project.path, NSC_STORE_WRITE, "-journal", NSC_ERROR_DAMAGED, "-journal");
  remove_beside (project.path, "-journal");
  assert_opens (project.path);
  tear_down ();
}

/* Its own is played back, though the file alone is not whole. */
static void
test_own_journal (void)
{
  g_autofree char *left = NULL;
  sqlite3 *db;

  set_up ();
  left = g_build_filename (project.folder, "left.normscape", NULL);
  test_project_close (&other);
  db = test_project_begin_spilling (&other);
  take (&other, left, "");
  take (&other, left, "-journal");
  sqlite3_close (db);
  assert_opens (left);
  tear_down ();
}

/* A journal says how many pages the file had, and SQLite makes it so long. */
static void
test_damaged_journal (void)
{
  g_autofree char *left = NULL;
  g_autofree char *journal = NULL;
  sqlite3 *db;
  FILE *file;

  set_up ();
  left = g_build_filename (project.folder, "left.normscape", NULL);
  journal = g_strconcat (left, "-journal", NULL);
  test_project_close (&other);
  db = test_project_begin_spilling (&other);
  take (&other, left, "");
  take (&other, left, "-journal");
  sqlite3_close (db);
  file = g_fopen (journal, "r+");
  g_assert_cmpint (fseek (file, 18, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc (3, file), ==, 3);
  g_assert_cmpint (fclose (file), ==, 0);
  assert_kept (left, NSC_STORE_WRITE, "-journal", NSC_ERROR_DAMAGED, "as long as it says");
  tear_down ();
}

static NscPlace
pretend_shared (const char *file)
{
  return (NscPlace) { .is_shared = TRUE, .can_write = TRUE };
}

/* The copy that is worked on would be without the steps in the journal, which would then be played into the new file.
 */
static void
test_shared (void)
{
  g_autofree char *left = NULL;

  set_up ();
  left = g_build_filename (project.folder, "left.normscape", NULL);
  take (&other, left, "");
  take (&other, left, "-wal");
  nsc_place_pretend (pretend_shared);
  assert_kept (left, NSC_STORE_WRITE, "-wal", NSC_ERROR_RECOVERY, "own");
  nsc_place_pretend (NULL);
  assert_opens (left);
  tear_down ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/leftover/foreign-wal", test_foreign_wal);
  g_test_add_func ("/store/leftover/foreign-journal", test_foreign_journal);
  g_test_add_func ("/store/leftover/own-journal", test_own_journal);
  g_test_add_func ("/store/leftover/damaged-journal", test_damaged_journal);
  g_test_add_func ("/store/leftover/shared", test_shared);
  return g_test_run ();
}
