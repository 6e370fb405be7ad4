/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-crowd.h"

#include "nsc-new-project.h"

#include <sqlite3.h>

/* The numbers 1 to ?1 as n. */
#define NUMBERS "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1) "

#define SIGNATORY_COLUMNS "id, initiative, actor, role, joined, \"left\", source, confidence"

static const char *const few[] = {
  "INSERT INTO initiatives (id, name_en, name_zh, kind, lead_type, launched, ended, source, confidence) VALUES"
  " ('crowd', 'The Crowd', '众人', '', '', '2015', '', '', 'official'),"
  " ('few-1', 'The Few', '少数', '', '', '2016', '', '', 'official'),"
  " ('few-2', 'The Other Few', '其他少数', '', '', '2017', '', '', 'official')",
  "INSERT INTO actors (id, name_en, name_zh, kind, colour, source, confidence) VALUES"
  " ('first', 'First Publisher', '第一', 'igo', '', '', 'official'),"
  " ('second', 'Second Publisher', '第二', 'company', '', '', 'official')",
  "INSERT INTO totals (id, initiative, as_of, category, \"count\", source, confidence)"
  " SELECT 'total-' || row, row, '2025', 'all', 2000000, '', 'official' FROM initiatives",
  "INSERT INTO issues (id, label_en, label_zh, topic_zh, parent, position, implementer, relevance, uncertainty, source,"
  " confidence) SELECT 'issue-' || row, 'Issue ' || row, '议题' || row, '', NULL, NULL, '', '', '', '', 'official'"
  " FROM countries LIMIT 60",
  "INSERT INTO mentions (id, issue, publisher, \"date\", document, source, confidence)"
  " SELECT 'mention-' || issues.row || '-' || actors.row, issues.row, actors.row,"
  " 2005 + (issues.row * 7 + actors.row * 3) % 20, NULL, '', 'official'"
  " FROM issues, actors WHERE actors.id IN ('first', 'second')",
};

static const char *const many[] = {
  NUMBERS "INSERT INTO actors (id, name_en, name_zh, kind, country, colour, source, confidence)"
          " SELECT 'actor-' || n, 'Actor ' || n, '签署方' || n, CASE n % 50 WHEN 0 THEN 'ngo' ELSE 'company' END,"
          " (SELECT min (row) FROM countries) + n % 190, '', 'https://example.org/actors', 'official' FROM numbers",
  NUMBERS "INSERT INTO signatories (" SIGNATORY_COLUMNS ") SELECT 'crowd-' || n,"
          " (SELECT row FROM initiatives WHERE id = 'crowd'), (SELECT row FROM actors WHERE id = 'first') + 1 + n,"
          " CASE n % 3 WHEN 0 THEN 'founder' ELSE 'signatory' END, printf ('%d-%02d-%02d', 2015 + n % 11, 1 + n % 12,"
          " 1 + n % 28), '', 'https://example.org/signatories/' || n,"
          " CASE n % 9 WHEN 0 THEN 'unverified' ELSE 'official' END FROM numbers",
  "INSERT INTO signatories (" SIGNATORY_COLUMNS ") SELECT initiatives.id || '-' || actors.row, initiatives.row,"
  " actors.row, 'signatory', 2016 + actors.row % 9, '', 'https://example.org/few', 'secondary' FROM initiatives, actors"
  " WHERE initiatives.id <> 'crowd' AND actors.row % 500 = 7 AND ?1 > 0",
};

static void
run (sqlite3 *database, const char *sql, guint n)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (n > 0)
    g_assert_cmpint (sqlite3_bind_int64 (statement, 1, n), ==, SQLITE_OK);
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  sqlite3_finalize (statement);
}

static int
note_index (void *data, int n, char **cells, char **names)
{
  g_ptr_array_add (data, g_strdup (cells[0]));
  g_ptr_array_add (data, g_strdup (cells[1]));
  return SQLITE_OK;
}

/* An index is made faster after its rows than with them. */
static GPtrArray *
drop_indexes (sqlite3 *database)
{
  GPtrArray *indexes = g_ptr_array_new_with_free_func (g_free);
  int status = sqlite3_exec (database,
                             "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                             " AND tbl_name IN ('actors', 'signatories') ORDER BY rowid",
                             note_index, indexes, NULL);

  g_assert_cmpint (status, ==, SQLITE_OK);
  for (guint i = 0; i < indexes->len; i += 2)
    {
      g_autofree char *sql = g_strdup_printf ("DROP INDEX %s", (char *) g_ptr_array_index (indexes, i));

      run (database, sql, 0);
    }
  return indexes;
}

void
ui_crowd_make (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_new_project_create (path, "The Crowd", NULL, NULL, &error);
  g_autoptr (GPtrArray) indexes = NULL;
  sqlite3 *database;

  g_assert_no_error (error);
  nsc_store_close (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  run (database, "PRAGMA synchronous = OFF", 0);
  run (database, "BEGIN", 0);
  indexes = drop_indexes (database);
  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    run (database, few[i], 0);
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    run (database, many[i], n);
  for (guint i = 1; i < indexes->len; i += 2)
    run (database, g_ptr_array_index (indexes, i), 0);
  run (database, "COMMIT", 0);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}
