/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-history-private.h"

#include "nsc-error.h"
#include "nsc-fault-private.h"
#include "nsc-hash-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of NscPartKind. */
static const char *const part_kinds[] = { "changeset", "batch", "rows" };

static gboolean
refuse (NscConnection *connection, GError **error)
{
  g_autofree char *name = g_filename_display_name (connection->path);

  g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
               _ ("The history of “%s” is damaged; nothing was changed; go back to a backup copy to undo further"),
               name);
  return FALSE;
}

static guint64
hash_part (gint64 step, gint64 number, const char *kind, const void *data, gsize length)
{
  guint64 hash = nsc_hash_integer (nsc_hash_integer (NSC_HASH_START, (guint64) step), (guint64) number);

  return nsc_hash_bytes (nsc_hash_bytes (hash, kind, strlen (kind)), data, length);
}

gboolean
nsc_history_take_stock (NscConnection *connection, gint64 step, gint64 *n_parts, gint64 *n_bytes, GError **error)
{
  g_autoptr (NscStatement) stock = nsc_statement_take (
      connection, "SELECT count(*), ifnull(sum(length(data)), 0) FROM history_part WHERE step = ?1", error);

  if (stock == NULL)
    return FALSE;
  nsc_statement_bind_integer (stock, 1, step);
  if (nsc_statement_step (stock, error) == NSC_STATEMENT_FAILED)
    return FALSE;
  *n_parts = nsc_statement_get_integer (stock, 0);
  *n_bytes = nsc_statement_get_integer (stock, 1);
  return TRUE;
}

static gboolean
add_piece (NscConnection *connection, gint64 step, NscPartKind kind, const void *data, gsize length, GError **error)
{
  g_autoptr (NscStatement) last = NULL;
  g_autoptr (NscStatement) insert = NULL;
  gint64 number;

  last = nsc_statement_take (connection, "SELECT max(number) FROM history_part WHERE step = ?1", error);
  if (last == NULL)
    return FALSE;
  nsc_statement_bind_integer (last, 1, step);
  if (nsc_statement_step (last, error) == NSC_STATEMENT_FAILED)
    return FALSE;
  number = nsc_statement_get_integer (last, 0) + 1;

  insert = nsc_statement_take (
      connection, "INSERT INTO history_part (step, number, kind, data, hash) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (insert == NULL)
    return FALSE;
  nsc_statement_bind_integer (insert, 1, step);
  nsc_statement_bind_integer (insert, 2, number);
  nsc_statement_bind_text (insert, 3, part_kinds[kind]);
  nsc_statement_bind_blob (insert, 4, data, length);
  nsc_statement_bind_integer (insert, 5, (gint64) hash_part (step, number, part_kinds[kind], data, length));
  return nsc_statement_run (insert, error);
}

gboolean
nsc_history_add_part (
    NscConnection *connection, gint64 step, NscPartKind kind, const void *data, gsize length, GError **error)
{
  const char *bytes = data;

  while (length > 0)
    {
      gsize piece = MIN (length, NSC_HISTORY_PART_BYTES);

      if (!add_piece (connection, step, kind, bytes, piece, error))
        return FALSE;
      bytes += piece;
      length -= piece;
    }
  return TRUE;
}

gboolean
nsc_history_scan_parts (
    NscConnection *connection, gint64 step, NscPartKind kind, NscPartFunc func, gpointer data, GError **error)
{
  g_autoptr (NscStatement) select = NULL;
  NscStatementState state;

  select = nsc_statement_take (
      connection, "SELECT number, data, hash FROM history_part WHERE step = ?1 AND kind = ?2 ORDER BY number", error);
  if (select == NULL)
    return FALSE;
  nsc_statement_bind_integer (select, 1, step);
  nsc_statement_bind_text (select, 2, part_kinds[kind]);
  while ((state = nsc_statement_step (select, error)) == NSC_STATEMENT_ROW)
    {
      NscCell blob = nsc_statement_get_cell (select, 1);
      g_autoptr (GBytes) part = g_bytes_new (blob.bytes, blob.length);
      guint64 hash = hash_part (step, nsc_statement_get_integer (select, 0), part_kinds[kind], blob.bytes, blob.length);

      if (hash != (guint64) nsc_statement_get_integer (select, 2))
        return refuse (connection, error);
      if (!func (part, data, error))
        return FALSE;
    }
  return state == NSC_STATEMENT_DONE;
}

typedef struct
{
  NscConnection *connection;
  guint8 *bytes;
  gsize length;
  gsize used;
} Joined;

static gboolean
join_cb (GBytes *part, gpointer data, GError **error)
{
  Joined *self = data;
  gsize length;
  const void *bytes = g_bytes_get_data (part, &length);

  if (length > self->length - self->used)
    return refuse (self->connection, error);
  if (length > 0)
    memcpy (self->bytes + self->used, bytes, length);
  self->used += length;
  return TRUE;
}

static gboolean
measure_parts (NscConnection *connection, gint64 step, NscPartKind kind, gint64 *n_bytes, GError **error)
{
  g_autoptr (NscStatement) select = nsc_statement_take (
      connection, "SELECT ifnull (sum (length (data)), 0) FROM history_part WHERE step = ?1 AND kind = ?2", error);

  if (select == NULL)
    return FALSE;
  nsc_statement_bind_integer (select, 1, step);
  nsc_statement_bind_text (select, 2, part_kinds[kind]);
  if (nsc_statement_step (select, error) != NSC_STATEMENT_ROW)
    return FALSE;
  *n_bytes = nsc_statement_get_integer (select, 0);
  return TRUE;
}

/* The file says how long they are; it may be anybody's. */
GBytes *
nsc_history_join_parts (NscConnection *connection, gint64 step, NscPartKind kind, GError **error)
{
  Joined joined = { .connection = connection };
  gint64 n_bytes;

  if (!measure_parts (connection, step, kind, &n_bytes, error))
    return NULL;
  joined.length = (gsize) n_bytes;
  joined.bytes = g_try_malloc (joined.length + 1);
  if (joined.bytes == NULL)
    {
      nsc_fault_set (error, NULL, SQLITE_NOMEM, connection->path);
      return NULL;
    }
  if (!nsc_history_scan_parts (connection, step, kind, join_cb, &joined, error))
    {
      g_free (joined.bytes);
      return NULL;
    }
  return g_bytes_new_take (joined.bytes, joined.used);
}

gboolean
nsc_history_drop_parts (NscConnection *connection, gint64 step, NscPartKind kind, GError **error)
{
  g_autoptr (NscStatement) statement =
      nsc_statement_take (connection, "DELETE FROM history_part WHERE step = ?1 AND kind = ?2", error);

  if (statement == NULL)
    return FALSE;
  nsc_statement_bind_integer (statement, 1, step);
  nsc_statement_bind_text (statement, 2, part_kinds[kind]);
  return nsc_statement_run (statement, error);
}

gboolean
nsc_history_count_whole_parts (NscConnection *connection, gint64 step, gint64 *n_whole, GError **error)
{
  g_autoptr (NscStatement) parts = NULL;
  NscStatementState state;

  *n_whole = 0;
  parts = nsc_statement_take (connection, "SELECT number, kind, data, hash FROM history_part WHERE step = ?1", error);
  if (parts == NULL)
    return FALSE;
  nsc_statement_bind_integer (parts, 1, step);
  while ((state = nsc_statement_step (parts, error)) == NSC_STATEMENT_ROW)
    {
      NscCell blob = nsc_statement_get_cell (parts, 2);
      guint64 hash = hash_part (step, nsc_statement_get_integer (parts, 0), nsc_statement_get_text (parts, 1),
                                blob.bytes, blob.length);

      *n_whole += hash == (guint64) nsc_statement_get_integer (parts, 3);
    }
  return state == NSC_STATEMENT_DONE;
}
