/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-connection-private.h"

#include "nsc-error.h"

static NscConnection *
open_empty (void)
{
  g_autoptr (GError) error = NULL;
  NscConnection *connection = nsc_connection_open (":memory:", ":memory:", NSC_CONNECTION_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (nsc_connection_execute (connection, "CREATE TABLE t (n INTEGER PRIMARY KEY, x TEXT) STRICT", &error));
  g_assert_no_error (error);
  return connection;
}

static void
test_cached (void)
{
  static const char sql[] = "SELECT ?1";
  g_autoptr (NscConnection) connection = open_empty ();
  NscStatement *first, *second;

  first = nsc_statement_take (connection, sql, NULL);
  nsc_statement_bind_integer (first, 1, 7);
  g_assert_cmpint (nsc_statement_step (first, NULL), ==, NSC_STATEMENT_ROW);
  g_assert_cmpint (nsc_statement_get_integer (first, 0), ==, 7);

  /* In use, so another one is made. */
  second = nsc_statement_take (connection, sql, NULL);
  g_assert_true (first != second);
  nsc_statement_release (second);
  nsc_statement_release (first);
  second = nsc_statement_take (connection, sql, NULL);
  g_assert_cmpint (nsc_statement_step (second, NULL), ==, NSC_STATEMENT_ROW);
  g_assert_true (nsc_statement_is_null (second, 0));
  nsc_statement_release (second);
}

/* More texts than the cache keeps, and a text whose address was used before. */
static void
test_many (void)
{
  g_autoptr (NscConnection) connection = open_empty ();
  char text[32];

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %d", i);
      gint64 value;

      g_assert_true (nsc_connection_query_integer (connection, g_intern_string (sql), &value, NULL));
      g_assert_cmpint (value, ==, i);
      g_snprintf (text, sizeof text, "SELECT %d", i);
      g_assert_true (nsc_connection_query_integer (connection, text, &value, NULL));
      g_assert_cmpint (value, ==, i);
    }
}

static void
test_errors (void)
{
  g_autoptr (NscConnection) connection = open_empty ();
  g_autoptr (NscStatement) insert = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (nsc_statement_take (connection, "SELECT nonsense", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_STORAGE);
  g_clear_error (&error);
  insert = nsc_statement_take (connection, "INSERT INTO t VALUES (?1, ?2)", NULL);
  nsc_statement_bind_integer (insert, 9, 1);
  g_assert_false (nsc_statement_run (insert, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  nsc_statement_bind_integer (insert, 1, 1);
  nsc_statement_bind_text (insert, 2, "x");
  g_assert_true (nsc_statement_run (insert, &error));
  g_assert_false (nsc_statement_run (insert, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
}

/* Names that are no columns are no texts, and nothing of a file can run. */
static void
test_distrust (void)
{
  static const char *const refused[] = {
    "SELECT \"no such column\"",
    "ATTACH ':memory:' AS other",
    "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
    "SELECT load_extension ('x')",
  };
  g_autoptr (NscConnection) connection = open_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (nsc_connection_execute (connection, refused[i], NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/statement/cached", test_cached);
  g_test_add_func ("/store/statement/many", test_many);
  g_test_add_func ("/store/statement/errors", test_errors);
  g_test_add_func ("/store/statement/distrust", test_distrust);
  return g_test_run ();
}
