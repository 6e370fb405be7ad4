/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-history-private.h"

#include "nsc-error.h"
#include "nsc-hash-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, kind, subject_table, subject, added, changed, deleted, made, undone, parts, bytes, hash"

/* In the order of NscStepKind and NscPartKind. */
static const char *const step_kinds[] = { "create", "add", "edit", "delete", "import" };
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
hash_step (const NscStep *step, gint64 n_parts, gint64 n_bytes)
{
  const gint64 numbers[] = {
    step->id,
    (gint64) step->n_added,
    (gint64) step->n_changed,
    (gint64) step->n_deleted,
    step->made,
    step->undone,
    n_parts,
    n_bytes,
  };
  const char *const texts[] = { step_kinds[step->kind], step->table, step->subject };
  guint64 hash = NSC_HASH_START;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    hash = nsc_hash_integer (hash, (guint64) numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    hash = nsc_hash_bytes (hash, texts[i], strlen (texts[i]));
  return hash;
}

static guint64
hash_part (gint64 step, gint64 number, const char *kind, const void *data, gsize length)
{
  guint64 hash = nsc_hash_integer (nsc_hash_integer (NSC_HASH_START, (guint64) step), (guint64) number);

  return nsc_hash_bytes (nsc_hash_bytes (hash, kind, strlen (kind)), data, length);
}

/* The step of a row that was selected as COLUMNS. */
static NscStep *
read_step (NscConnection *connection, NscStatement *row, GError **error)
{
  g_autoptr (NscStep) step =
      nsc_step_new (NSC_STEP_CREATE, nsc_statement_get_text (row, 2), nsc_statement_get_text (row, 3));
  const char *kind = nsc_statement_get_text (row, 1);
  guint i = 0;

  while (i < G_N_ELEMENTS (step_kinds) && !g_str_equal (step_kinds[i], kind))
    i++;
  if (i == G_N_ELEMENTS (step_kinds))
    {
      refuse (connection, error);
      return NULL;
    }
  step->kind = (NscStepKind) i;
  step->id = nsc_statement_get_integer (row, 0);
  step->n_added = (guint64) nsc_statement_get_integer (row, 4);
  step->n_changed = (guint64) nsc_statement_get_integer (row, 5);
  step->n_deleted = (guint64) nsc_statement_get_integer (row, 6);
  step->made = nsc_statement_get_integer (row, 7);
  step->undone = nsc_statement_get_integer (row, 8) != 0;
  return g_steal_pointer (&step);
}

/* Whether the row that STEP was read from has the hash that it was written with. */
static gboolean
is_whole (NscStatement *row, const NscStep *step)
{
  guint64 hash = hash_step (step, nsc_statement_get_integer (row, 9), nsc_statement_get_integer (row, 10));

  return hash == (guint64) nsc_statement_get_integer (row, 11);
}

static gboolean
find_step (NscConnection *connection, const char *sql, NscStep **step, GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (connection, sql, error);

  *step = NULL;
  if (statement == NULL)
    return FALSE;
  switch (nsc_statement_step (statement, error))
    {
    case NSC_STATEMENT_ROW:
      *step = read_step (connection, statement, error);
      if (*step == NULL)
        return FALSE;
      if (is_whole (statement, *step))
        return TRUE;
      g_clear_pointer (step, nsc_step_free);
      return refuse (connection, error);
    case NSC_STATEMENT_DONE:
      return TRUE;
    case NSC_STATEMENT_FAILED:
    default:
      return FALSE;
    }
}

/* Runs SQL whose only parameter is a step. */
static gboolean
run_with_step (NscConnection *connection, const char *sql, gint64 step, GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  nsc_statement_bind_integer (statement, 1, step);
  return nsc_statement_run (statement, error);
}

gboolean
nsc_history_next_id (NscConnection *connection, gint64 *id, GError **error)
{
  if (!nsc_connection_query_integer (connection, "SELECT max(id) FROM history", id, error))
    return FALSE;
  (*id)++;
  return TRUE;
}

gboolean
nsc_history_write (NscConnection *connection, const NscStep *step, GError **error)
{
  g_autoptr (NscStatement) stock = NULL;
  g_autoptr (NscStatement) write = NULL;
  gint64 n_parts, n_bytes;

  stock = nsc_statement_take (connection,
                              "SELECT count(*), ifnull(sum(length(data)), 0) FROM history_part WHERE step = ?1", error);
  if (stock == NULL)
    return FALSE;
  nsc_statement_bind_integer (stock, 1, step->id);
  if (nsc_statement_step (stock, error) == NSC_STATEMENT_FAILED)
    return FALSE;
  n_parts = nsc_statement_get_integer (stock, 0);
  n_bytes = nsc_statement_get_integer (stock, 1);

  write =
      nsc_statement_take (connection,
                          "INSERT INTO history (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
                          " ON CONFLICT (id) DO UPDATE SET undone = ?9, parts = ?10, bytes = ?11, hash = ?12",
                          error);
  if (write == NULL)
    return FALSE;
  nsc_statement_bind_integer (write, 1, step->id);
  nsc_statement_bind_text (write, 2, step_kinds[step->kind]);
  nsc_statement_bind_text (write, 3, step->table);
  nsc_statement_bind_text (write, 4, step->subject);
  nsc_statement_bind_integer (write, 5, (gint64) step->n_added);
  nsc_statement_bind_integer (write, 6, (gint64) step->n_changed);
  nsc_statement_bind_integer (write, 7, (gint64) step->n_deleted);
  nsc_statement_bind_integer (write, 8, step->made);
  nsc_statement_bind_integer (write, 9, step->undone);
  nsc_statement_bind_integer (write, 10, n_parts);
  nsc_statement_bind_integer (write, 11, n_bytes);
  nsc_statement_bind_integer (write, 12, (gint64) hash_step (step, n_parts, n_bytes));
  return nsc_statement_run (write, error);
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

static gboolean
join_cb (GBytes *part, gpointer data, GError **error)
{
  gsize length;
  const void *bytes = g_bytes_get_data (part, &length);

  g_byte_array_append (data, bytes, (guint) length);
  return TRUE;
}

GBytes *
nsc_history_join_parts (NscConnection *connection, gint64 step, NscPartKind kind, GError **error)
{
  g_autoptr (GByteArray) joined = g_byte_array_new ();

  if (!nsc_history_scan_parts (connection, step, kind, join_cb, joined, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&joined));
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
nsc_history_find_undo (NscConnection *connection, NscStep **step, GError **error)
{
  return find_step (connection, "SELECT " COLUMNS " FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1", step,
                    error);
}

gboolean
nsc_history_find_redo (NscConnection *connection, NscStep **step, GError **error)
{
  return find_step (connection, "SELECT " COLUMNS " FROM history WHERE undone = 1 ORDER BY id LIMIT 1", step, error);
}

gboolean
nsc_history_drop_undone (NscConnection *connection, GError **error)
{
  return nsc_connection_execute (connection,
                                 "DELETE FROM history_part WHERE step IN (SELECT id FROM history WHERE undone = 1);"
                                 "DELETE FROM history WHERE undone = 1",
                                 error);
}

static gboolean
drop_step (NscConnection *connection, gint64 step, GError **error)
{
  return run_with_step (connection, "DELETE FROM history_part WHERE step = ?1", step, error) &&
         run_with_step (connection, "DELETE FROM history WHERE id = ?1", step, error);
}

gboolean
nsc_history_trim (NscConnection *connection, gint64 max_steps, gint64 max_bytes, GError **error)
{
  g_autoptr (NscStatement) stock = nsc_statement_take (connection, "SELECT count(*), sum(bytes) FROM history", error);
  gint64 n_steps, n_bytes;

  if (stock == NULL || nsc_statement_step (stock, error) == NSC_STATEMENT_FAILED)
    return FALSE;
  n_steps = nsc_statement_get_integer (stock, 0);
  n_bytes = nsc_statement_get_integer (stock, 1);
  while (n_steps > 1 && (n_steps > max_steps || n_bytes > max_bytes))
    {
      g_autoptr (NscStatement) oldest =
          nsc_statement_take (connection, "SELECT id, bytes FROM history WHERE undone = 0 ORDER BY id LIMIT 1", error);
      NscStatementState state = oldest != NULL ? nsc_statement_step (oldest, error) : NSC_STATEMENT_FAILED;
      gint64 id;

      /* Redo needs every undone step; the next new step drops them all. */
      if (state != NSC_STATEMENT_ROW)
        return state == NSC_STATEMENT_DONE;
      id = nsc_statement_get_integer (oldest, 0);
      n_bytes -= nsc_statement_get_integer (oldest, 1);
      n_steps--;
      nsc_statement_reset (oldest);
      if (!drop_step (connection, id, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
nsc_history_list (NscConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_step_free);
  g_autoptr (NscStatement) select =
      nsc_statement_take (connection, "SELECT " COLUMNS " FROM history ORDER BY id", error);
  NscStatementState state;

  if (select == NULL)
    return NULL;
  while ((state = nsc_statement_step (select, error)) == NSC_STATEMENT_ROW)
    {
      NscStep *step = read_step (connection, select, error);

      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }
  return state == NSC_STATEMENT_DONE ? g_steal_pointer (&steps) : NULL;
}

/* Counts the step's parts that have the hash they were written with. */
static gboolean
count_whole_parts (NscConnection *connection, gint64 step, gint64 *n_whole, GError **error)
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

gboolean
nsc_history_verify (NscConnection *connection, NscHistoryFunc func, gpointer data, GError **error)
{
  g_autoptr (NscStatement) steps =
      nsc_statement_take (connection, "SELECT " COLUMNS " FROM history ORDER BY id", error);
  NscStatementState state;

  if (steps == NULL)
    return FALSE;
  while ((state = nsc_statement_step (steps, error)) == NSC_STATEMENT_ROW)
    {
      g_autoptr (NscStep) step = read_step (connection, steps, NULL);
      gint64 id = nsc_statement_get_integer (steps, 0);
      gint64 n_whole;

      if (!count_whole_parts (connection, id, &n_whole, error))
        return FALSE;
      if (step == NULL || !is_whole (steps, step) || n_whole != nsc_statement_get_integer (steps, 9))
        func (id, data);
    }
  return state == NSC_STATEMENT_DONE;
}
