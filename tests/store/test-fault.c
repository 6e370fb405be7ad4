/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-fault-private.h"

#include <gio/gio.h>
#include <string.h>

static void
check (int code, GQuark domain, int expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nsc_fault_set (&error, NULL, code, "/tmp"));
  g_assert_error (error, domain, expected);
  /* What, and what to do. */
  g_assert_true (domain != NSC_ERROR || strchr (error->message, ';') != NULL);
}

static void
test_codes (void)
{
  check (SQLITE_BUSY, NSC_ERROR, NSC_ERROR_BUSY);
  check (SQLITE_BUSY_SNAPSHOT, NSC_ERROR, NSC_ERROR_BUSY);
  check (SQLITE_FULL, NSC_ERROR, NSC_ERROR_FULL);
  check (SQLITE_CORRUPT, NSC_ERROR, NSC_ERROR_DAMAGED);
  check (SQLITE_CORRUPT_INDEX, NSC_ERROR, NSC_ERROR_DAMAGED);
  check (SQLITE_NOTADB, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT);
  check (SQLITE_READONLY, NSC_ERROR, NSC_ERROR_READ_ONLY);
  check (SQLITE_READONLY_ROLLBACK, NSC_ERROR, NSC_ERROR_RECOVERY);
  check (SQLITE_READONLY_CANTINIT, NSC_ERROR, NSC_ERROR_RECOVERY);
  check (SQLITE_CANTOPEN, NSC_ERROR, NSC_ERROR_STORAGE);
  check (SQLITE_IOERR_READ, NSC_ERROR, NSC_ERROR_STORAGE);
  check (SQLITE_NOMEM, NSC_ERROR, NSC_ERROR_STORAGE);
  check (SQLITE_TOOBIG, NSC_ERROR, NSC_ERROR_INPUT);
  check (SQLITE_CONSTRAINT_UNIQUE, NSC_ERROR, NSC_ERROR_CONFLICT);
  check (SQLITE_MISUSE, NSC_ERROR, NSC_ERROR_STORAGE);
  check (SQLITE_INTERRUPT, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A person reads the message, whatever names a damaged file has. */
static void
test_names_of_any_bytes (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db;
  int code;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  code = sqlite3_exec (db, "SELECT 1 FROM \"\xff\xfe\"", NULL, NULL, NULL);
  g_assert_cmpint (code, ==, SQLITE_ERROR);
  g_assert_false (nsc_fault_set (&error, db, code, "/tmp"));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_STORAGE);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  sqlite3_close (db);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nsc_fault_set (&error, NULL, SQLITE_CANTOPEN, "/no/such/file.normscape"));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/no/such/file.normscape"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/fault/codes", test_codes);
  g_test_add_func ("/store/fault/names-of-any-bytes", test_names_of_any_bytes);
  g_test_add_func ("/store/fault/missing-file", test_missing_file);
  return g_test_run ();
}
