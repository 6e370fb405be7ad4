/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-checked-private.h"
#include "nsc-error.h"
#include "nsc-place-private.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_refused (const char *path, NscStoreMode mode, NscError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, mode, NULL, &error);

  g_assert_error (error, NSC_ERROR, (int) code);
  g_assert_null (store);
}

static void
assert_both_refused (const char *path, NscError code)
{
  assert_refused (path, NSC_STORE_READ, code);
  assert_refused (path, NSC_STORE_WRITE, code);
}

static char *
beside (TestProject *project, const char *name)
{
  return g_build_filename (project->folder, name, NULL);
}

static gboolean
is_there (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

static void
copy (const char *from, const char *to, const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (source, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static gint64
count_actors (const char *path, NscStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_store_open (path, mode, NULL, &error);
  g_autoptr (NscReader) reader = NULL;
  gint64 n;

  g_assert_no_error (error);
  reader = nsc_store_take_reader (store, &error);
  g_assert_no_error (error);
  n = nsc_reader_count (reader, nsc_table_find ("actors"), &error);
  g_assert_no_error (error);
  g_clear_pointer (&reader, nsc_reader_free);
  return n;
}

/* ---- files that are not projects ---- */

static void
test_strangers (void)
{
  TestProject project;
  g_autofree char *empty = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *bare = NULL;

  test_project_set_up (&project);
  empty = beside (&project, "empty.normscape");
  g_file_set_contents (empty, "", 0, NULL);
  assert_both_refused (empty, NSC_ERROR_NOT_A_PROJECT);
  text = beside (&project, "text.normscape");
  g_file_set_contents (text, "initiative,actor\n", -1, NULL);
  assert_both_refused (text, NSC_ERROR_NOT_A_PROJECT);
  other = beside (&project, "other.normscape");
  test_file_execute (other, "CREATE TABLE actors (row INTEGER PRIMARY KEY)");
  assert_both_refused (other, NSC_ERROR_NOT_A_PROJECT);
  missing = beside (&project, "missing.normscape");
  assert_both_refused (missing, NSC_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  assert_both_refused (project.folder, NSC_ERROR_NOT_A_PROJECT);
  bare = beside (&project, "bare.normscape");
  test_file_execute (bare, "PRAGMA application_id = 1314079568; CREATE TABLE t (x); PRAGMA user_version = 0");
  assert_both_refused (bare, NSC_ERROR_NOT_A_PROJECT);
  test_file_execute (bare, "PRAGMA user_version = 1");
  assert_both_refused (bare, NSC_ERROR_DAMAGED);
  test_project_tear_down (&project);
}

static void
test_truncated (void)
{
  TestProject project;
  struct stat info;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  g_assert_cmpint (stat (project.path, &info), ==, 0);
  g_assert_cmpint (truncate (project.path, info.st_size - 4096), ==, 0);
  assert_both_refused (project.path, NSC_ERROR_DAMAGED);
  g_assert_cmpint (truncate (project.path, info.st_size + 10), ==, 0);
  assert_both_refused (project.path, NSC_ERROR_DAMAGED);
  g_assert_cmpint (truncate (project.path, 50), ==, 0);
  assert_both_refused (project.path, NSC_ERROR_NOT_A_PROJECT);
  test_project_tear_down (&project);
}

static void
check_schema_change (const char *sql)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_close (&project);
  test_file_execute (project.path, sql);
  assert_both_refused (project.path, NSC_ERROR_DAMAGED);
  test_project_tear_down (&project);
}

static void
test_foreign_schema (void)
{
  check_schema_change ("CREATE TRIGGER t AFTER INSERT ON actors BEGIN DELETE FROM actors; END");
  check_schema_change ("CREATE VIEW v AS SELECT * FROM actors");
  check_schema_change ("CREATE TABLE other (x)");
  check_schema_change ("DROP INDEX actors_country");
  check_schema_change ("ALTER TABLE actors ADD COLUMN more TEXT");
  check_schema_change ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'NOT NULL', '')"
                       " WHERE name = 'mentions'");
}

static void
test_statistics_are_allowed (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  test_file_execute (project.path, "ANALYZE");
  test_project_reopen (&project);
  test_project_tear_down (&project);
}

static void
test_newer (void)
{
  TestProject project;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  test_file_execute (project.path, "ALTER TABLE actors ADD COLUMN more TEXT; PRAGMA user_version = 1000");
  store = nsc_store_open (project.path, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (nsc_store_get_read_only_reason (store), "newer"));
  g_clear_object (&store);
  g_assert_cmpint (count_actors (project.path, NSC_STORE_READ), ==, 2);
  mode = test_project_query (&project, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
  test_project_tear_down (&project);
}

/* Sets the two bytes by which SQLite's header tells who may write and who may read the file. */
static void
set_format (const char *path, guint8 write, guint8 read)
{
  const guint8 versions[] = { write, read };
  int handle = g_open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (handle, >=, 0);
  g_assert_cmpint (pwrite (handle, versions, sizeof versions, 18), ==, sizeof versions);
  g_close (handle, NULL);
}

static void
test_newer_format (void)
{
  TestProject project;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  set_format (project.path, 3, 1);
  store = nsc_store_open (project.path, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (nsc_store_is_newer (store));
  g_assert_nonnull (strstr (nsc_store_get_read_only_reason (store), "newer"));
  g_clear_object (&store);
  g_assert_cmpint (count_actors (project.path, NSC_STORE_READ), ==, 2);
  test_project_tear_down (&project);
}

/* SQLite goes by the second of the two, and would put a -wal beside the file. */
static void
test_wal_for_readers_alone (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  set_format (project.path, 1, 2);
  g_assert_cmpint (count_actors (project.path, NSC_STORE_READ), ==, 2);
  g_assert_false (is_there (project.path, "-wal") || is_there (project.path, "-shm"));
  test_project_tear_down (&project);
}

/* ---- damage ---- */

/* Leaves the file's time at SECONDS, since the clock of file systems is too coarse for a test. */
static void
damage (const char *path, gint64 seconds)
{
  const struct timespec times[] = { { .tv_sec = seconds }, { .tv_sec = seconds } };
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  /* The head of a page in the middle, so that its tree is broken. */
  memset (bytes + length / 2 / 4096 * 4096, 0x55, 8);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_damaged_page (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  damage (project.path, 1000000);
  assert_both_refused (project.path, NSC_ERROR_DAMAGED);
  test_project_tear_down (&project);
}

/* The file is not looked through again while nothing about it has changed. */
static void
test_remembered (void)
{
  TestProject project;
  NscHeader header;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  damage (project.path, 1000000);
  g_assert_true (nsc_header_read (&header, project.path, project.path, NULL));
  g_assert_false (nsc_checked_remembers (project.path, &header));
  nsc_checked_remember (project.path, &header);
  g_assert_true (nsc_checked_remembers (project.path, &header));
  g_assert_cmpint (count_actors (project.path, NSC_STORE_READ), ==, 2);
  damage (project.path, 1000001);
  assert_refused (project.path, NSC_STORE_READ, NSC_ERROR_DAMAGED);
  test_project_tear_down (&project);
}

/* ---- what a crash leaves ---- */

static NscPlace
pretend_read_only (const char *file)
{
  return (NscPlace) { .can_write = FALSE };
}

static void
test_read_only_folder (void)
{
  TestProject project;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "", "");
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_close (&project);
  nsc_place_pretend (pretend_read_only);
  store = nsc_store_open (project.path, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (nsc_store_get_read_only_reason (store), "cannot be written"));
  g_clear_object (&store);
  nsc_place_pretend (NULL);
  test_project_tear_down (&project);
}

static void
test_wal_header_alone (void)
{
  TestProject project;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  test_file_execute (project.path, "PRAGMA journal_mode = WAL");
  g_assert_false (is_there (project.path, "-wal"));
  g_assert_cmpint (count_actors (project.path, NSC_STORE_READ), ==, 2);
  g_assert_false (is_there (project.path, "-wal"));
  g_assert_false (is_there (project.path, "-shm"));
  nsc_place_pretend (pretend_read_only);
  g_assert_cmpint (count_actors (project.path, NSC_STORE_WRITE), ==, 2);
  nsc_place_pretend (NULL);
  g_assert_false (is_there (project.path, "-wal"));
  test_project_tear_down (&project);
}

static void
test_left_wal (void)
{
  TestProject project;
  g_autofree char *left = NULL;

  test_project_set_up (&project);
  left = beside (&project, "left.normscape");
  test_project_add_some (&project);
  copy (project.path, left, "");
  copy (project.path, left, "-wal");
  nsc_place_pretend (pretend_read_only);
  assert_refused (left, NSC_STORE_READ, NSC_ERROR_RECOVERY);
  nsc_place_pretend (NULL);
  g_assert_cmpint (count_actors (left, NSC_STORE_READ), ==, 2);
  g_assert_true (is_there (left, "-wal"));
  g_assert_cmpint (count_actors (left, NSC_STORE_WRITE), ==, 2);
  g_assert_false (is_there (left, "-wal"));
  test_project_tear_down (&project);
}

static void
test_hot_journal (void)
{
  TestProject project;
  g_autofree char *left = NULL;
  sqlite3 *db;

  test_project_set_up (&project);
  left = beside (&project, "left.normscape");
  test_project_add_some (&project);
  test_project_close (&project);
  db = test_project_begin_spilling (&project);
  copy (project.path, left, "");
  copy (project.path, left, "-journal");
  sqlite3_close (db);
  assert_refused (left, NSC_STORE_READ, NSC_ERROR_RECOVERY);
  g_assert_cmpint (count_actors (left, NSC_STORE_WRITE), ==, 2);
  g_assert_false (is_there (left, "-journal"));
  g_assert_cmpint (count_actors (left, NSC_STORE_READ), ==, 2);
  test_project_tear_down (&project);
}

static void
test_reading_leaves_no_trace (void)
{
  TestProject project;
  struct stat before, after;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  g_assert_cmpint (stat (project.path, &before), ==, 0);
  g_assert_cmpint (count_actors (project.path, NSC_STORE_READ), ==, 2);
  g_assert_cmpint (stat (project.path, &after), ==, 0);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_false (is_there (project.path, "-wal"));
  g_assert_false (is_there (project.path, "-shm"));
  g_assert_false (is_there (project.path, "-journal"));
  test_project_tear_down (&project);
}

/* The journal of a file that is reached through a link stands beside the file. */
static void
test_link (void)
{
  TestProject project;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  NscStore *store;

  test_project_set_up (&project);
  folder = beside (&project, "links");
  path = g_build_filename (folder, "link.normscape", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (project.path, path), ==, 0);
  test_project_add_some (&project);
  g_assert_cmpint (count_actors (path, NSC_STORE_READ), ==, 2);
  g_assert_cmpint (count_actors (path, NSC_STORE_WRITE), ==, 2);
  g_assert_false (is_there (path, "-wal"));
  store = nsc_store_open (path, NSC_STORE_WRITE, NULL, NULL);
  g_assert_cmpstr (nsc_store_get_path (store), ==, path);
  g_object_unref (store);
  test_project_tear_down (&project);
}

/* Whatever bits are changed, a file is opened or refused and looked through, and nothing worse. */
static void
test_any_damage (void)
{
  TestProject project;
  g_autofree char *bytes = NULL;
  g_autofree char *damaged = NULL;
  gsize length;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  damaged = beside (&project, "damaged.normscape");
  g_assert_true (g_file_get_contents (project.path, &bytes, &length, NULL));
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (NscStore) store = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *copied = g_memdup2 (bytes, length);
      int n = g_test_rand_int_range (1, 20);

      while (n-- > 0)
        copied[g_test_rand_int_range (28, (gint32) length)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      g_assert_true (g_file_set_contents (damaged, copied, (gssize) length, NULL));
      store = nsc_store_open (damaged, i % 2 == 0 ? NSC_STORE_READ : NSC_STORE_WRITE, NULL, &error);
      g_assert_true ((store == NULL) == (error != NULL));
      if (store == NULL)
        continue;
      if (nsc_store_get_read_only_reason (store) == NULL)
        nsc_step_free (nsc_store_undo (store, NULL, NULL));
      nsc_store_check (store, NULL, NULL, NULL, NULL, NULL);
      nsc_store_close (store, NULL);
    }
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/opening/strangers", test_strangers);
  g_test_add_func ("/store/opening/truncated", test_truncated);
  g_test_add_func ("/store/opening/foreign-schema", test_foreign_schema);
  g_test_add_func ("/store/opening/statistics-are-allowed", test_statistics_are_allowed);
  g_test_add_func ("/store/opening/newer", test_newer);
  g_test_add_func ("/store/opening/newer-format", test_newer_format);
  g_test_add_func ("/store/opening/wal-for-readers-alone", test_wal_for_readers_alone);
  g_test_add_func ("/store/opening/damaged-page", test_damaged_page);
  g_test_add_func ("/store/opening/remembered", test_remembered);
  g_test_add_func ("/store/opening/read-only-folder", test_read_only_folder);
  g_test_add_func ("/store/opening/wal-header-alone", test_wal_header_alone);
  g_test_add_func ("/store/opening/left-wal", test_left_wal);
  g_test_add_func ("/store/opening/hot-journal", test_hot_journal);
  g_test_add_func ("/store/opening/reading-leaves-no-trace", test_reading_leaves_no_trace);
  g_test_add_func ("/store/opening/link", test_link);
  g_test_add_func ("/store/opening/any-damage", test_any_damage);
  return g_test_run ();
}
