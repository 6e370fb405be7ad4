/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-connection-private.h"

#include "nsc-error.h"
#include "nsc-fault-private.h"
#include "nsc-layout-private.h"

#include <glib/gi18n-lib.h>

/* How long one process waits for another's step. */
#define BUSY_SECONDS 5

/* Steps of SQLite's machine between two looks at the cancellable: about a tenth of a millisecond. */
#define CANCEL_INTERVAL 10000

/* Pages that are copied between two looks at the cancellable: 4 MB. */
#define COPIED_PAGES 1024

#define MEBIBYTE (1024 * 1024)

/* Steps of SQLite's machine while it reads a schema: ours takes some hundred, and the time grows with the square. */
#define MAX_SCHEMA_STEPS 20000

static int
progress_cb (gpointer data)
{
  NscConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static int
give_up_cb (gpointer unused)
{
  return 1;
}

static void
set_progress (NscConnection *self)
{
  if (self->cancellable != NULL)
    sqlite3_progress_handler (self->db, CANCEL_INTERVAL, progress_cb, self);
  else
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
}

static int
busy_cb (gpointer data, int n_before)
{
  NscConnection *self = data;
  gint64 now = g_get_monotonic_time ();

  if (n_before == 0)
    self->busy_since = now;
  if (now - self->busy_since > BUSY_SECONDS * G_USEC_PER_SEC || g_cancellable_is_cancelled (self->cancellable))
    return 0;
  g_usleep (n_before < 10 ? 1000 : 20000);
  return 1;
}

/* A file may come from anybody: whatever it holds, it must not run code of its own or cost more than its size. */
static void
distrust (NscConnection *self)
{
  static const struct
  {
    int option;
    int value;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },   { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 }, { SQLITE_DBCONFIG_DQS_DDL, 0 },        { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };
  static const struct
  {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 64 * MEBIBYTE },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
    { SQLITE_LIMIT_VDBE_OP, 100000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 4 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    sqlite3_db_config (self->db, switches[i].option, switches[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->db, limits[i].limit, limits[i].value);
}

static char *
make_uri (const char *file, NscConnectionMode mode)
{
  g_autofree char *absolute = g_canonicalize_filename (file, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  const char *query = "mode=ro";

  if (mode == NSC_CONNECTION_WRITE)
    query = "mode=rw";
  else if (mode == NSC_CONNECTION_CREATE)
    query = "mode=rwc";
  else if (mode == NSC_CONNECTION_IMMUTABLE)
    query = "mode=ro&immutable=1";
  return g_strdup_printf ("file:%s?%s", escaped, query);
}

NscConnection *
nsc_connection_open (const char *file, const char *path, NscConnectionMode mode, GError **error)
{
  g_autofree char *uri = g_str_equal (file, ":memory:") ? g_strdup (file) : make_uri (file, mode);
  NscConnection *self = g_new0 (NscConnection, 1);
  int code;

  self->path = g_strdup (path);
  self->statements = nsc_statement_cache_new (self);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) nsc_layout_free);
  code = sqlite3_open_v2 (
      uri, &self->db,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      nsc_fault_set (error, self->db, code, path);
      nsc_connection_free (self);
      return NULL;
    }
  sqlite3_busy_handler (self->db, busy_cb, self);
  distrust (self);
  /* A -wal that a crash left is written into the file only once both were found whole. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!nsc_connection_execute (self, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", error))
    {
      nsc_connection_free (self);
      return NULL;
    }
  return self;
}

void
nsc_connection_free (NscConnection *self)
{
  if (self == NULL)
    return;
  nsc_statement_cache_free (self->statements);
  g_hash_table_unref (self->layouts);
  sqlite3_close_v2 (self->db);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

void
nsc_connection_set_cancellable (NscConnection *self, GCancellable *cancellable)
{
  if (g_set_object (&self->cancellable, cancellable))
    set_progress (self);
}

gboolean
nsc_connection_read_schema (NscConnection *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  int code;

  sqlite3_progress_handler (self->db, MAX_SCHEMA_STEPS, give_up_cb, NULL);
  code = sqlite3_exec (self->db, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
  set_progress (self);
  if (code == SQLITE_OK)
    return TRUE;
  if (code != SQLITE_INTERRUPT)
    return nsc_connection_fail (self, error);
  g_set_error (
      error, NSC_ERROR, NSC_ERROR_DAMAGED,
      _ ("“%s” holds far more than Normscape makes, so it is not opened; go back to a copy from before another "
         "program changed it"),
      name);
  return FALSE;
}

gboolean
nsc_connection_fail (NscConnection *self, GError **error)
{
  return nsc_fault_set (error, self->db, sqlite3_extended_errcode (self->db), self->path);
}

gboolean
nsc_connection_execute (NscConnection *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK || nsc_connection_fail (self, error);
}

gboolean
nsc_connection_query_integer (NscConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (self, sql, error);
  NscStatementState state;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  state = nsc_statement_step (statement, error);
  if (state == NSC_STATEMENT_ROW)
    *value = nsc_statement_get_integer (statement, 0);
  return state != NSC_STATEMENT_FAILED;
}

char *
nsc_connection_query_text (NscConnection *self, const char *sql, GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (self, sql, error);
  NscStatementState state;

  if (statement == NULL)
    return NULL;
  state = nsc_statement_step (statement, error);
  if (state == NSC_STATEMENT_FAILED)
    return NULL;
  return g_strdup (state == NSC_STATEMENT_ROW ? nsc_statement_get_text (statement, 0) : "");
}

/* By SQLite, which alone sees what is still in the journal. */
static gboolean
copy_pages (NscConnection *self, NscConnection *target, GError **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (target->db, "main", self->db, "main");
  gboolean is_cancelled = FALSE;

  if (copy == NULL)
    return nsc_connection_fail (target, error);
  while (sqlite3_backup_step (copy, self->cancellable != NULL ? COPIED_PAGES : -1) == SQLITE_OK && !is_cancelled)
    is_cancelled = g_cancellable_is_cancelled (self->cancellable);
  if (sqlite3_backup_finish (copy) != SQLITE_OK)
    return nsc_connection_fail (target, error);
  return !is_cancelled || !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

NscConnection *
nsc_connection_copy_to (NscConnection *self, const char *file, const char *path, GError **error)
{
  g_autoptr (NscConnection) target = nsc_connection_open (file, path, NSC_CONNECTION_CREATE, error);

  if (target == NULL || !copy_pages (self, target, error) ||
      !nsc_connection_execute (target, "PRAGMA journal_mode = DELETE", error))
    return NULL;
  return g_steal_pointer (&target);
}

gboolean
nsc_connection_begin (NscConnection *self, GError **error)
{
  if (sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  /* Who gave up waiting is not told that the file is busy. */
  return g_cancellable_set_error_if_cancelled (self->cancellable, error) ? FALSE : nsc_connection_fail (self, error);
}

gboolean
nsc_connection_commit (NscConnection *self, GError **error)
{
  g_autoptr (GCancellable) cancellable = self->cancellable != NULL ? g_object_ref (self->cancellable) : NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (self->before_commit != NULL && !self->before_commit (self->before_commit_data, error)))
    {
      nsc_connection_rollback (self);
      return FALSE;
    }
  nsc_connection_set_cancellable (self, NULL);
  if (!nsc_connection_execute (self, "COMMIT", error))
    {
      nsc_connection_rollback (self);
      return FALSE;
    }
  return TRUE;
}

void
nsc_connection_rollback (NscConnection *self)
{
  nsc_connection_set_cancellable (self, NULL);
  /* After some errors SQLite has already rolled back by itself. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}
