/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-connection-private.h"

#include "nsc-fault-private.h"

#define MAX_IDLE 100

struct _NscStatement
{
  NscConnection *connection;
  const char *sql;
  sqlite3_stmt *handle;
  int trouble; /* of binding, kept for the next step */
  GList link;  /* in the cache's queue while idle */
};

struct _NscStatementCache
{
  NscConnection *connection;
  GHashTable *idle; /* SQL by address to NscStatement */
  GQueue recent;    /* the idle ones, last used first */
};

static void
statement_free (NscStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

static void
forget (NscStatementCache *cache, NscStatement *statement)
{
  g_hash_table_remove (cache->idle, statement->sql);
  g_queue_unlink (&cache->recent, &statement->link);
}

static NscStatement *
take_idle (NscStatementCache *cache, const char *sql)
{
  NscStatement *found = g_hash_table_lookup (cache->idle, sql);

  if (found == NULL)
    return NULL;
  forget (cache, found);
  /* A text that did not live long enough may have left its address to another one. */
  if (!g_str_equal (sqlite3_sql (found->handle), sql))
    {
      statement_free (found);
      return NULL;
    }
  return found;
}

NscStatementCache *
nsc_statement_cache_new (NscConnection *connection)
{
  NscStatementCache *self = g_new0 (NscStatementCache, 1);

  self->connection = connection;
  self->idle = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->recent);
  return self;
}

void
nsc_statement_cache_free (NscStatementCache *self)
{
  while (self->recent.head != NULL)
    {
      NscStatement *statement = self->recent.head->data;

      forget (self, statement);
      statement_free (statement);
    }
  g_hash_table_unref (self->idle);
  g_free (self);
}

NscStatement *
nsc_statement_take (NscConnection *connection, const char *sql, GError **error)
{
  NscStatement *self = take_idle (connection->statements, sql);
  int code;

  if (self != NULL)
    return self;
  self = g_new0 (NscStatement, 1);
  self->connection = connection;
  self->sql = sql;
  self->link.data = self;
  code = sqlite3_prepare_v3 (connection->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->handle, NULL);
  if (code != SQLITE_OK)
    {
      nsc_fault_set (error, connection->db, code, connection->path);
      statement_free (self);
      return NULL;
    }
  return self;
}

void
nsc_statement_release (NscStatement *self)
{
  NscStatementCache *cache;

  if (self == NULL)
    return;
  cache = self->connection->statements;
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->trouble = SQLITE_OK;
  if (g_hash_table_contains (cache->idle, self->sql))
    {
      statement_free (self);
      return;
    }
  g_hash_table_insert (cache->idle, (gpointer) self->sql, self);
  g_queue_push_head_link (&cache->recent, &self->link);
  if (cache->recent.length > MAX_IDLE)
    {
      NscStatement *oldest = cache->recent.tail->data;

      forget (cache, oldest);
      statement_free (oldest);
    }
}

static void
note (NscStatement *self, int code)
{
  if (self->trouble == SQLITE_OK)
    self->trouble = code;
}

void
nsc_statement_bind_integer (NscStatement *self, int parameter, gint64 value)
{
  note (self, sqlite3_bind_int64 (self->handle, parameter, value));
}

void
nsc_statement_bind_text (NscStatement *self, int parameter, const char *value)
{
  note (self, sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_STATIC));
}

void
nsc_statement_bind_blob (NscStatement *self, int parameter, const void *data, gsize length)
{
  note (self, sqlite3_bind_blob64 (self->handle, parameter, length > 0 ? data : "", length, SQLITE_STATIC));
}

void
nsc_statement_bind_cell (NscStatement *self, int parameter, const NscCell *value)
{
  note (self, nsc_cell_bind (value, self->handle, parameter));
}

NscStatementState
nsc_statement_step (NscStatement *self, GError **error)
{
  int code = self->trouble != SQLITE_OK ? self->trouble : sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return NSC_STATEMENT_ROW;
  if (code == SQLITE_DONE)
    return NSC_STATEMENT_DONE;
  nsc_fault_set (error, self->connection->db, code, self->connection->path);
  return NSC_STATEMENT_FAILED;
}

int
nsc_statement_try (NscStatement *self)
{
  int code = self->trouble;

  if (code == SQLITE_OK)
    do
      code = sqlite3_step (self->handle);
    while (code == SQLITE_ROW);
  nsc_statement_reset (self);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

gboolean
nsc_statement_run (NscStatement *self, GError **error)
{
  int code = nsc_statement_try (self);

  return code == SQLITE_OK || nsc_fault_set (error, self->connection->db, code, self->connection->path);
}

void
nsc_statement_reset (NscStatement *self)
{
  sqlite3_reset (self->handle);
  self->trouble = SQLITE_OK;
}

gint64
nsc_statement_get_integer (NscStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
nsc_statement_get_text (NscStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? text : "";
}

gboolean
nsc_statement_is_null (NscStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

NscCell
nsc_statement_get_cell (NscStatement *self, int column)
{
  return nsc_cell_from_column (self->handle, column);
}
