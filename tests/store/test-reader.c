/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"
#include "nsc-query-private.h"

#include <string.h>

#define N_MEMBERS (NSC_SCAN_BATCH + 1000)

static NscReader *
take (TestProject *project)
{
  g_autoptr (GError) error = NULL;
  NscReader *reader = nsc_store_take_reader (project->store, &error);

  g_assert_no_error (error);
  return reader;
}

static void
test_record (void)
{
  TestProject project;
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (NscRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const NscTable *actors = nsc_table_find ("actors");

  test_project_set_up (&project);
  test_project_add_some (&project);
  reader = take (&project);
  g_assert_cmpint (nsc_reader_find_id (reader, actors, "acme", &error), ==, 1);
  g_assert_cmpint (nsc_reader_find_id (reader, actors, "nobody", &error), ==, 0);
  g_assert_cmpint (nsc_reader_find_id (reader, actors, "", &error), ==, 0);
  g_assert_no_error (error);
  record = nsc_reader_get_record (reader, actors, 1, &error);
  g_assert_cmpint (nsc_record_get_row (record), ==, 1);
  g_assert_cmpstr (nsc_record_get_by_name (record, "name_en"), ==, "Acme");
  g_assert_cmpstr (nsc_record_get_by_name (record, "name_zh"), ==, "");
  g_assert_cmpstr (nsc_record_get_by_name (record, "country"), ==, "US");
  g_assert_cmpstr (nsc_record_get_by_name (record, "sector"), ==, "telecom");
  g_assert_cmpstr (nsc_record_get_by_name (record, "confidence"), ==, "official");
  g_assert_null (nsc_reader_get_record (reader, actors, 9, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (nsc_reader_count (reader, actors, &error), ==, 2);
  g_assert_cmpint (nsc_reader_count_references (reader, actors, 1, &error), ==, 1);
  g_assert_cmpint (nsc_reader_count_references (reader, actors, 2, &error), ==, 0);
  g_assert_cmpint (nsc_reader_count_references (reader, nsc_table_find ("totals"), 1, &error), ==, 0);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

static gboolean
collect_cb (const NscRecord *record, gpointer data, GError **error)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT ":%s ", nsc_record_get_row (record), nsc_record_get_id (record));
  return TRUE;
}

static gboolean
stop_cb (const NscRecord *record, gpointer data, GError **error)
{
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_INPUT, "enough");
  return FALSE;
}

static void
test_scan (void)
{
  TestProject project;
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const NscTable *actors = nsc_table_find ("actors");

  test_project_set_up (&project);
  test_project_add_some (&project);
  reader = take (&project);
  g_assert_true (nsc_reader_scan_records (reader, actors, collect_cb, seen, NULL, &error));
  g_assert_cmpstr (seen->str, ==, "1:acme 2:bolt ");
  g_assert_false (nsc_reader_scan_records (reader, actors, stop_cb, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_reader_scan_records (reader, actors, collect_cb, seen, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

static gboolean
collect_source_cb (const char *source, const char *confidence, guint64 n, gpointer data, GError **error)
{
  g_string_append_printf (data, "%s/%s=%" G_GUINT64_FORMAT " ", source, confidence, n);
  return TRUE;
}

static void
add_sourced_sector (TestProject *project, const char *id, const char *source, const char *confidence)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find ("sectors"));

  nsc_record_set_by_name (record, "id", id);
  nsc_record_set_by_name (record, "name_en", id);
  nsc_record_set_by_name (record, "source", source);
  nsc_record_set_by_name (record, "confidence", confidence);
  test_project_add (project, record);
}

/* What lies together is told at once, and may be told again; the rows of a source are those and no others. */
static void
test_sources (void)
{
  TestProject project;
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const NscTable *sectors = nsc_table_find ("sectors");

  test_project_set_up (&project);
  add_sourced_sector (&project, "a", "list", "official");
  add_sourced_sector (&project, "b", "list", "official");
  add_sourced_sector (&project, "c", "list", "paper");
  add_sourced_sector (&project, "d", "", "");
  add_sourced_sector (&project, "e", "list", "official");
  reader = take (&project);
  g_assert_true (nsc_reader_scan_sources (reader, sectors, collect_source_cb, told, NULL, &error));
  g_assert_cmpstr (told->str, ==, "list/official=2 list/paper=1 /unstated=1 list/official=1 ");
  g_assert_true (nsc_reader_scan_sources (reader, nsc_table_find ("issues"), collect_source_cb, told, NULL, &error));
  g_assert_cmpstr (told->str, ==, "list/official=2 list/paper=1 /unstated=1 list/official=1 ");
  g_assert_true (nsc_reader_scan_source (reader, sectors, "list", "official", collect_cb, rows, NULL, &error));
  g_assert_true (nsc_reader_scan_source (reader, sectors, "", "unstated", collect_cb, rows, NULL, &error));
  g_assert_true (nsc_reader_scan_source (reader, sectors, "list", "", collect_cb, rows, NULL, &error));
  g_assert_cmpstr (rows->str, ==, "1:a 2:b 5:e 4:d ");
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_reader_scan_sources (reader, sectors, collect_source_cb, told, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

static guint
count_kin (NscReader *reader, NscRecord *taken)
{
  g_autoptr (NscRecord) probe = taken;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kin = nsc_reader_find_kin (reader, probe, &error);

  g_assert_no_error (error);
  return kin->len;
}

static void
add (TestProject *project, NscRecord *taken)
{
  g_autoptr (NscRecord) record = taken;

  test_project_add (project, record);
}

static void
test_kin (void)
{
  TestProject project;
  g_autoptr (NscReader) reader = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  add (&project, test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", "joined", "2018", "left",
                                  "2019", NULL));
  add (&project, test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", "joined", "2020", NULL));
  add (&project, test_record_new ("issues", "id", "i", "label_en", "I", NULL));
  add (&project, test_record_new ("documents", "id", "d", "title_en", "D", NULL));
  add (&project, test_record_new ("mentions", "issue", "i", "publisher", "acme", NULL));
  add (&project, test_record_new ("mentions", "issue", "i", "publisher", "acme", "document", "d", NULL));
  add (&project,
       test_record_new ("totals", "initiative", "tech_accord", "as_of", "2018", "category", "all", "count", "1", NULL));
  reader = take (&project);
  g_assert_cmpuint (
      count_kin (reader, test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", NULL)), ==, 2);
  g_assert_cmpuint (
      count_kin (reader, test_record_new ("signatories", "initiative", "tech_accord", "actor", "bolt", NULL)), ==, 0);
  g_assert_cmpuint (
      count_kin (reader, test_record_new ("signatories", "initiative", "tech_accord", "actor", "nobody", NULL)), ==, 0);
  g_assert_cmpuint (count_kin (reader, test_record_new ("mentions", "issue", "i", "publisher", "acme", NULL)), ==, 1);
  g_assert_cmpuint (
      count_kin (reader, test_record_new ("mentions", "issue", "i", "publisher", "acme", "document", "d", NULL)), ==,
      1);
  g_assert_cmpuint (count_kin (reader, test_record_new ("totals", "initiative", "tech_accord", "category", "all",
                                                        "as_of", "2018", NULL)),
                    ==, 1);
  g_assert_cmpuint (count_kin (reader, test_record_new ("totals", "initiative", "tech_accord", "category", "all",
                                                        "as_of", "2020", NULL)),
                    ==, 0);
  g_assert_cmpuint (count_kin (reader, test_record_new ("actors", "id", "acme", NULL)), ==, 0);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

static void
test_kin_of_mentions (void)
{
  TestProject project;
  g_autoptr (NscReader) reader = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  add (&project, test_record_new ("issues", "id", "peace", "label_en", "Peace", NULL));
  add (&project, test_record_new ("documents", "id", "letter", "title_en", "Letter", NULL));
  add (&project, test_record_new ("documents", "id", "speech", "title_en", "Speech", NULL));
  add (&project, test_record_new ("mentions", "issue", "peace", "publisher", "acme", "date", "2018", NULL));
  add (&project,
       test_record_new ("mentions", "issue", "peace", "publisher", "acme", "date", "2018", "document", "letter", NULL));
  add (&project, test_record_new ("mentions", "issue", "peace", "publisher", "acme", NULL));
  reader = take (&project);
  g_assert_cmpuint (
      count_kin (reader, test_record_new ("mentions", "issue", "peace", "publisher", "acme", "date", "2018", NULL)), ==,
      1);
  g_assert_cmpuint (count_kin (reader, test_record_new ("mentions", "issue", "peace", "publisher", "acme", "date",
                                                        "2018", "document", "letter", NULL)),
                    ==, 1);
  g_assert_cmpuint (count_kin (reader, test_record_new ("mentions", "issue", "peace", "publisher", "acme", "date",
                                                        "2018", "document", "speech", NULL)),
                    ==, 0);
  g_assert_cmpuint (count_kin (reader, test_record_new ("mentions", "issue", "peace", "publisher", "acme", NULL)), ==,
                    1);
  g_assert_cmpuint (
      count_kin (reader, test_record_new ("mentions", "issue", "peace", "publisher", "acme", "date", "2018-01", NULL)),
      ==, 0);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

/* How SQLite finds the rows of the table that is asked, such as "SEARCH t USING INDEX mentions_key (issue=? AND …)". */
static char *
explain (TestProject *project, const char *sql)
{
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *statement;
  sqlite3 *db;
  char *plan = NULL;

  g_assert_cmpint (sqlite3_open_v2 (project->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, question, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *detail = (const char *) sqlite3_column_text (statement, 3);

      if (g_str_has_prefix (detail, "SEARCH t ") || g_str_has_prefix (detail, "SCAN t"))
        plan = g_strdup (detail);
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return plan;
}

/* A file of a million rows asks for kin a million times: by all that tells them, never through others like them. */
static void
test_kin_are_found_by_index (void)
{
  TestProject project;

  test_project_set_up (&project);
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      guint n_columns = 0, n_searched = 0;
      g_autofree char *plan = NULL;

      if (!(*table)->natural_key)
        continue;
      for (guint i = 0; i < (*table)->n_columns; i++)
        n_columns += nsc_query_tells_kin (&(*table)->columns[i]);
      plan = explain (&project, nsc_query_get (*table)->kin);
      g_test_message ("%s: %s", (*table)->name, plan);
      for (const char *at = plan; (at = strstr (at, "=?")) != NULL; at++)
        n_searched++;
      g_assert_cmpuint (n_searched, ==, n_columns);
    }
  test_project_tear_down (&project);
}

/* ---- memberships ---- */

static gboolean
add_members_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) record =
      test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", "source", "a list", NULL);

  nsc_writer_begin_batch (writer);
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *joined = g_strdup_printf ("%04u-%02u-%02u", 1000 + i / 336, i / 28 % 12 + 1, i % 28 + 1);

      nsc_record_set_by_name (record, "id", "");
      nsc_record_set_by_name (record, "joined", joined);
      nsc_record_set_by_name (record, "role", i % 3 == 0 ? "state" : "");
      nsc_record_set_by_name (record, "confidence", i == 0 ? "unverified" : "paper");
      if (!nsc_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  guint n_batches;
  guint n_rows;
  NscMembership first;
  char *first_role;
  char *first_source;
} Seen;

static gboolean
see_cb (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Seen *seen = data;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (batch[i].row, ==, seen->n_rows + i + 1);
      g_assert_cmpuint (batch[i].role_key, ==, (seen->n_rows + i) % 3 == 0 ? 0 : 1);
    }
  if (seen->n_batches++ == 0)
    {
      seen->first = batch[0];
      seen->first_role = g_strdup (batch[0].role);
      seen->first_source = g_strdup (batch[0].source);
    }
  seen->n_rows += n;
  return TRUE;
}

static void
test_memberships (void)
{
  TestProject project;
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "signatories", "members.csv");
  g_autoptr (GError) error = NULL;
  Seen seen = { 0 };

  test_project_set_up (&project);
  test_project_add_some (&project);
  nsc_store_run_step (project.store, step, add_members_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step->n_added, ==, N_MEMBERS);
  reader = take (&project);
  g_assert_true (nsc_reader_scan_memberships (reader, 1, see_cb, &seen, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (seen.n_rows, ==, N_MEMBERS);
  g_assert_cmpuint (seen.n_batches, ==, 2);
  g_assert_cmpint (seen.first.actor, ==, 1);
  g_assert_cmpint (seen.first.country, ==, 1);
  g_assert_cmpint (seen.first.sector, ==, 1);
  g_assert_cmpuint (seen.first.joined.year, ==, 1000);
  g_assert_cmpuint (seen.first.left.year, ==, 0);
  g_assert_true (seen.first.unverified);
  g_assert_false (seen.first.actor_unverified);
  g_assert_cmpstr (seen.first_role, ==, "state");
  g_assert_cmpstr (seen.first_source, ==, "a list");
  g_free (seen.first_role);
  g_free (seen.first_source);
  g_assert_true (nsc_reader_scan_memberships (reader, 7, see_cb, &seen, NULL, &error));
  g_assert_cmpuint (seen.n_batches, ==, 2);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

/* ---- mentions and documents ---- */

static gboolean
add_mentions_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) record = test_record_new ("mentions", "issue", "i", "publisher", "acme", NULL);

  nsc_writer_begin_batch (writer);
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *date = g_strdup_printf ("%04u-%02u-%02u", 1000 + i / 336, i / 28 % 12 + 1, i % 28 + 1);
      g_autofree char *source = g_strdup_printf ("page %u", i / 2);

      nsc_record_set_by_name (record, "id", "");
      nsc_record_set_by_name (record, "publisher", i % 5 == 0 ? "bolt" : "acme");
      nsc_record_set_by_name (record, "date", i == 7 ? "" : date);
      nsc_record_set_by_name (record, "document", i % 3 == 0 ? "d" : "");
      nsc_record_set_by_name (record, "source", i % 4 == 0 ? "" : source);
      nsc_record_set_by_name (record, "confidence", i % 7 == 0 ? "unverified" : i % 7 == 1 ? "unstated" : "paper");
      if (!nsc_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
check_mention (const NscMention *mention, guint i)
{
  g_autofree char *source = g_strdup_printf ("page %u", i / 2);

  g_assert_cmpint (mention->row, ==, i + 1);
  g_assert_cmpint (mention->issue, ==, 1);
  g_assert_cmpint (mention->publisher, ==, i % 5 == 0 ? 2 : 1);
  g_assert_cmpint (mention->document, ==, i % 3 == 0 ? 1 : 0);
  g_assert_cmpuint (mention->date.year, ==, i == 7 ? 0 : 1000 + i / 336);
  g_assert_cmpuint (mention->date.month, ==, i == 7 ? 0 : i / 28 % 12 + 1);
  g_assert_cmpuint (mention->date.day, ==, i == 7 ? 0 : i % 28 + 1);
  g_assert_cmpint (mention->unverified, ==, i % 7 == 0);
  g_assert_cmpstr (mention->source, ==, i % 4 == 0 ? "" : source);
}

static gboolean
check_mentions_cb (const NscMention *batch, guint n, gpointer data, GError **error)
{
  guint *n_rows = data;

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <=, NSC_SCAN_BATCH);
  for (guint i = 0; i < n; i++)
    check_mention (&batch[i], *n_rows + i);
  *n_rows += n;
  return TRUE;
}

/* The same rows, but for their sources. */
static gboolean
check_bare_mentions_cb (const NscMention *batch, guint n, gpointer data, GError **error)
{
  guint *n_rows = data;

  for (guint i = 0; i < n; i++)
    {
      guint number = *n_rows + i;
      g_autofree char *source = g_strdup_printf ("page %u", number / 2);
      NscMention mention = batch[i];

      g_assert_null (mention.source);
      mention.source = number % 4 == 0 ? "" : source;
      check_mention (&mention, number);
    }
  *n_rows += n;
  return TRUE;
}

static gboolean
stop_mentions_cb (const NscMention *batch, guint n, gpointer data, GError **error)
{
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_INPUT, "enough");
  return FALSE;
}

static gboolean
see_documents_cb (const NscDocument *batch, guint n, gpointer data, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = nsc_date_to_string (batch[i].date);

      g_string_append_printf (data, "%d/%d/%s/%s/%d ", (int) batch[i].row, (int) batch[i].publisher, date,
                              batch[i].source, batch[i].unverified);
    }
  return TRUE;
}

static void
test_mentions (void)
{
  TestProject project;
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "mentions", "mentions.csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) documents = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  test_project_set_up (&project);
  test_project_add_some (&project);
  add (&project, test_record_new ("issues", "id", "i", "label_en", "I", NULL));
  add (&project, test_record_new ("documents", "id", "d", "title_en", "D", "date", "2015-07", "publisher", "bolt",
                                  "source", "a list", NULL));
  add (&project, test_record_new ("documents", "id", "e", "title_en", "E", "confidence", "unverified", NULL));
  nsc_store_run_step (project.store, step, add_mentions_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  reader = take (&project);
  g_assert_true (nsc_reader_scan_mentions (reader, TRUE, check_mentions_cb, &n_rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, N_MEMBERS);
  g_assert_true (nsc_reader_scan_documents (reader, TRUE, see_documents_cb, documents, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (documents->str, ==, "1/2/2015-07/a list/0 2/0///1 ");
  n_rows = 0;
  g_assert_true (nsc_reader_scan_mentions (reader, FALSE, check_bare_mentions_cb, &n_rows, NULL, &error));
  g_assert_cmpuint (n_rows, ==, N_MEMBERS);
  g_assert_false (nsc_reader_scan_mentions (reader, TRUE, stop_mentions_cb, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_reader_scan_mentions (reader, TRUE, check_mentions_cb, &n_rows, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&reader, nsc_reader_free);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/reader/record", test_record);
  g_test_add_func ("/store/reader/scan", test_scan);
  g_test_add_func ("/store/reader/sources", test_sources);
  g_test_add_func ("/store/reader/kin", test_kin);
  g_test_add_func ("/store/reader/kin-of-mentions", test_kin_of_mentions);
  g_test_add_func ("/store/reader/kin-are-found-by-index", test_kin_are_found_by_index);
  g_test_add_func ("/store/reader/memberships", test_memberships);
  g_test_add_func ("/store/reader/mentions", test_mentions);
  return g_test_run ();
}
