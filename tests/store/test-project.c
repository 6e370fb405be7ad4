/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "test-folder.h"

#include <stdarg.h>

static const char *const dumped[] = {
  "project",   "countries", "sectors",  "actors",  "initiatives", "signatories", "totals",
  "documents", "issues",    "mentions", "stories", "story_steps", "digest",
};

void
test_project_set_up (TestProject *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_new ();
  self->path = g_build_filename (self->folder, "a project #1?.normscape", NULL);
  self->store = nsc_store_create (self->path, "规范 & norms", &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

void
test_project_close (TestProject *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  nsc_store_close (self->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->store);
  self->store = NULL;
}

void
test_project_reopen (TestProject *self)
{
  g_autoptr (GError) error = NULL;

  test_project_close (self);
  self->store = nsc_store_open (self->path, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

void
test_project_tear_down (TestProject *self)
{
  test_project_close (self);
  test_folder_remove (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

NscRecord *
test_record_new (const char *table, ...)
{
  NscRecord *record = nsc_record_new (nsc_table_find (table));
  const char *column;
  va_list arguments;

  va_start (arguments, table);
  while ((column = va_arg (arguments, const char *)) != NULL)
    nsc_record_set_by_name (record, column, va_arg (arguments, const char *));
  va_end (arguments);
  return record;
}

static gboolean
insert_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  return nsc_writer_insert (writer, data, error);
}

static gboolean
update_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  return nsc_writer_update (writer, data, error);
}

static gboolean
delete_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  return nsc_writer_delete (writer, nsc_record_get_table (data), nsc_record_get_row (data), error);
}

static void
run (TestProject *self, NscStepKind kind, NscStepFunc func, NscRecord *record)
{
  g_autoptr (NscStep) step = nsc_step_new (kind, nsc_record_get_table (record)->name, nsc_record_get_id (record));
  g_autoptr (GError) error = NULL;

  nsc_store_run_step (self->store, step, func, record, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->id, >, 0);
}

gint64
test_project_add (TestProject *self, NscRecord *record)
{
  run (self, NSC_STEP_ADD, insert_cb, record);
  return nsc_record_get_row (record);
}

void
test_project_update (TestProject *self, NscRecord *record)
{
  run (self, NSC_STEP_EDIT, update_cb, record);
}

void
test_project_delete (TestProject *self, const char *table, gint64 row)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find (table));

  nsc_record_set_row (record, row);
  run (self, NSC_STEP_DELETE, delete_cb, record);
}

static void
add_and_free (TestProject *self, NscRecord *record)
{
  test_project_add (self, record);
  nsc_record_free (record);
}

void
test_project_add_some (TestProject *self)
{
  add_and_free (self, test_record_new ("countries", "code", "US", "name_en", "United States", "name_zh", "美国", NULL));
  add_and_free (self, test_record_new ("sectors", "id", "telecom", "name_en", "Telecom", "colour", "#00aaFF", NULL));
  add_and_free (self, test_record_new ("actors", "id", "acme", "name_en", "Acme", "kind", "company", "country", "US",
                                       "sector", "telecom", "confidence", "official", NULL));
  add_and_free (self, test_record_new ("actors", "id", "bolt", "name_en", "Bolt", "kind", "company", NULL));
  add_and_free (self, test_record_new ("initiatives", "id", "tech_accord", "name_en", "Tech Accord", "lead_actor",
                                       "acme", "launched", "2018-04-17", NULL));
}

static sqlite3 *
open_file (const char *path, int flags)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, flags, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 1000);
  return db;
}

static void
dump_table (sqlite3 *db, const char *table, GString *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
  sqlite3_stmt *statement;

  g_string_append_printf (text, "[%s]\n", table);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        const char *value = (const char *) sqlite3_column_text (statement, i);

        g_string_append_printf (text, "%s%c", value != NULL ? value : "NULL",
                                i + 1 < sqlite3_column_count (statement) ? '|' : '\n');
      }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

char *
test_project_dump (TestProject *self)
{
  sqlite3 *db = open_file (self->path, SQLITE_OPEN_READONLY);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dumped); i++)
    dump_table (db, dumped[i], text);
  sqlite3_close (db);
  return g_string_free_and_steal (text);
}

char *
test_project_query (TestProject *self, const char *sql)
{
  sqlite3 *db = open_file (self->path, SQLITE_OPEN_READONLY);
  sqlite3_stmt *statement;
  char *value;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

void
test_file_execute (const char *path, const char *sql)
{
  sqlite3 *db = open_file (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

sqlite3 *
test_project_begin_spilling (const TestProject *self)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db,
                    "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;"
                    "UPDATE sectors SET name_en = name_en || ' again';"
                    "UPDATE countries SET name_en = name_en || ' again';"
                    "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT 500)"
                    "INSERT INTO sectors SELECT i, 's' || i, hex (randomblob (200)), '', '', '', 'paper', NULL"
                    " FROM n",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  return db;
}
