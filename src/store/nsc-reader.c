/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reader-private.h"

#include "nsc-history-private.h"

NscReader *
nsc_reader_new (NscPool *pool, GError **error)
{
  NscConnection *connection = nsc_pool_take (pool, error);
  NscReader *self;

  if (connection == NULL)
    return NULL;
  self = g_new0 (NscReader, 1);
  self->connection = connection;
  self->pool = nsc_pool_ref (pool);
  if (!nsc_connection_execute (connection, "BEGIN", error))
    {
      nsc_reader_free (self);
      return NULL;
    }
  return self;
}

NscReader *
nsc_reader_new_for_writer (NscConnection *connection)
{
  NscReader *self = g_new0 (NscReader, 1);

  self->connection = connection;
  return self;
}

void
nsc_reader_free (NscReader *self)
{
  if (self == NULL)
    return;
  if (self->pool != NULL)
    {
      nsc_connection_rollback (self->connection);
      nsc_pool_give (self->pool, self->connection);
      nsc_pool_unref (self->pool);
    }
  g_free (self);
}

char *
nsc_reader_dup_title (NscReader *self, GError **error)
{
  return nsc_connection_query_text (self->connection, "SELECT title FROM project", error);
}

char *
nsc_reader_dup_uid (NscReader *self, GError **error)
{
  return nsc_connection_query_text (self->connection, "SELECT uid FROM project", error);
}

GPtrArray *
nsc_reader_list_steps (NscReader *self, GError **error)
{
  return nsc_history_list (self->connection, error);
}
