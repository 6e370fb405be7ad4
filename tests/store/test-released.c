/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "test-folder.h"

#include "nsc-connection-private.h"
#include "nsc-error.h"
#include "nsc-schema-private.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

static const char *released;

/* What the file of step 1 holds besides its digests. */
static const char *const tables_of_first[] = {
  "project",   "countries", "sectors",  "actors",  "initiatives",  "signatories", "totals",
  "documents", "issues",    "mentions", "history", "history_part", "digest",
};

/* Puts the file of step 1 into a folder of the test. */
static void
set_up (TestProject *self)
{
  g_autofree char *name = g_build_filename (released, "schema-1.normscape.gz", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) packed = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  g_autoptr (GZlibDecompressor) unpack = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) bytes = NULL;
  g_autoptr (GOutputStream) to = NULL;
  g_autoptr (GFile) target = NULL;

  g_assert_no_error (error);
  *self = (TestProject) { .folder = test_folder_new () };
  self->path = g_build_filename (self->folder, "old.normscape", NULL);
  target = g_file_new_for_path (self->path);
  bytes = g_converter_input_stream_new (packed, G_CONVERTER (unpack));
  to = G_OUTPUT_STREAM (g_file_create (target, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (to, bytes, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

static char *
read_bytes (const char *path, gsize *length)
{
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
append_value (GString *text, sqlite3_stmt *statement, int column)
{
  const guint8 *bytes = sqlite3_column_blob (statement, column);
  int length = sqlite3_column_bytes (statement, column);

  g_string_append_printf (text, "%d:", sqlite3_column_type (statement, column));
  for (int i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  g_string_append_c (text, '|');
}

/* All rows of all tables that step 1 had. */
static char *
dump_all (const char *path)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables_of_first); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables_of_first[i]);
      sqlite3_stmt *statement;

      g_string_append_printf (text, "[%s]\n", tables_of_first[i]);
      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          for (int c = 0; c < sqlite3_column_count (statement); c++)
            append_value (text, statement, c);
          g_string_append_c (text, '\n');
        }
      g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
    }
  sqlite3_close (db);
  return g_string_free_and_steal (text);
}

static void
assert_whole (NscStore *store)
{
  g_autoptr (GError) error = NULL;
  guint n_troubles = 1;

  g_assert_true (nsc_store_check (store, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_troubles, ==, 0);
}

static gint64
count (NscStore *store, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, &error);
  gint64 n;

  g_assert_no_error (error);
  n = nsc_reader_count (reader, nsc_table_find (table), &error);
  g_assert_no_error (error);
  return n;
}

/* Whoever adds a step keeps a file of the one before it. */
static void
test_each_step (void)
{
  for (int version = 1; version < nsc_schema_newest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%d.normscape.gz", version);
      g_autofree char *path = g_build_filename (released, name, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

/* A writer brings it up to date: nothing is lost, and the file as it was stands beside it. */
static void
test_upgrade (void)
{
  TestProject project;
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *version = NULL;

  set_up (&project);
  before = dump_all (project.path);
  test_project_reopen (&project);
  assert_whole (project.store);
  g_assert_cmpint (count (project.store, "stories"), ==, 0);
  test_project_close (&project);
  after = dump_all (project.path);
  g_assert_cmpstr (before, ==, after);
  version = test_project_query (&project, "PRAGMA user_version");
  g_assert_cmpint (atoi (version), ==, nsc_schema_newest ());
  backup = g_strconcat (project.path, ".v1.backup", NULL);
  kept = dump_all (backup);
  g_assert_cmpstr (before, ==, kept);
  g_assert_cmpuint (test_folder_count (project.folder), ==, 2);
  test_project_tear_down (&project);
}

/* What was done before can be taken back and done again, and what is new is recorded. */
static void
test_history (void)
{
  TestProject project;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) redone = NULL;
  g_autoptr (NscRecord) story = test_record_new ("stories", "id", "s", "title_en", "A story", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&project);
  test_project_reopen (&project);
  redone = nsc_store_redo (project.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redone->subject, ==, "more.csv");
  test_project_add (&project, story);
  g_assert_cmpint (count (project.store, "stories"), ==, 1);
  before = test_project_dump (&project);
  for (guint i = 0; i < 22; i++)
    {
      g_autoptr (NscStep) step =
          i < 11 ? nsc_store_undo (project.store, NULL, &error) : nsc_store_redo (project.store, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (step);
      if (i == 10)
        g_assert_cmpint (count (project.store, "actors") + count (project.store, "stories"), ==, 0);
    }
  after = test_project_dump (&project);
  g_assert_cmpstr (before, ==, after);
  assert_whole (project.store);
  test_project_tear_down (&project);
}

static gboolean
count_cb (const NscRecord *record, gpointer data, GError **error)
{
  (*(guint *) data)++;
  return TRUE;
}

/* Who only reads asks it everything, and leaves no trace. */
static void
test_reading (void)
{
  TestProject project;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;
  guint n = 0;

  set_up (&project);
  before = read_bytes (project.path, &length);
  store = nsc_store_open (project.path, NSC_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  assert_whole (store);
  g_assert_cmpint (count (store, "actors"), ==, 4);
  g_assert_cmpint (count (store, "story_steps"), ==, 0);
  reader = nsc_store_take_reader (store, &error);
  g_assert_no_error (error);
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      g_assert_true (nsc_reader_scan_records (reader, *table, count_cb, &n, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n, ==, 254 + 2 + 4 + 1 + 3 + 1 + 2 + 3 + 3);
  g_assert_cmpint (nsc_reader_find_id (reader, nsc_table_find ("stories"), "none", &error), ==, 0);
  g_clear_pointer (&reader, nsc_reader_free);
  g_clear_object (&store);
  after = read_bytes (project.path, &length_after);
  g_assert_cmpmem (before, length, after, length_after);
  g_assert_cmpuint (test_folder_count (project.folder), ==, 1);
  test_project_tear_down (&project);
}

static void
assert_still_old (TestProject *project, const char *before)
{
  g_autofree char *after = dump_all (project->path);
  g_autofree char *version = test_project_query (project, "PRAGMA user_version");

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (version, ==, "1");
}

/* No room for the backup: nothing is begun. */
static void
test_no_room_for_backup (void)
{
  TestProject project;
  struct rlimit limit, narrow;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  set_up (&project);
  before = dump_all (project.path);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  narrow = limit;
  narrow.rlim_cur = 100 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &narrow), ==, 0);
  g_assert_null (nsc_store_open (project.path, NSC_STORE_WRITE, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_nonnull (error);
  assert_still_old (&project, before);
  g_assert_cmpuint (test_folder_count (project.folder), ==, 1);
  test_project_reopen (&project);
  test_project_tear_down (&project);
}

/* No room for the new tables: all is as it was. */
static void
test_no_room_for_tables (void)
{
  TestProject project;
  g_autoptr (NscConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  set_up (&project);
  before = dump_all (project.path);
  connection = nsc_connection_open (project.path, project.path, NSC_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (nsc_connection_execute (connection, "PRAGMA max_page_count = 1", &error));
  g_assert_false (nsc_schema_upgrade (connection, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_FULL);
  g_clear_pointer (&connection, nsc_connection_free);
  assert_still_old (&project, before);
  test_project_reopen (&project);
  assert_whole (project.store);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  released = argv[1];
  g_test_add_func ("/store/released/each-step", test_each_step);
  g_test_add_func ("/store/released/upgrade", test_upgrade);
  g_test_add_func ("/store/released/history", test_history);
  g_test_add_func ("/store/released/reading", test_reading);
  g_test_add_func ("/store/released/no-room-for-backup", test_no_room_for_backup);
  g_test_add_func ("/store/released/no-room-for-tables", test_no_room_for_tables);
  return g_test_run ();
}
