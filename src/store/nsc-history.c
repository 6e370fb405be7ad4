/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-history-private.h"

#include "nsc-error.h"
#include "nsc-hash-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, kind, subject_table, subject, added, changed, deleted, made, undone, parts, bytes, hash"

/* In the order of NscStepKind. */
static const char *const step_kinds[] = { "create", "add", "edit", "delete", "import" };

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

/* The step on which ROW stands, unless it or its parts are not what was written. */
static NscStep *
read_whole_step (NscConnection *connection, NscStatement *row, GError **error)
{
  g_autoptr (NscStep) step = read_step (connection, row, error);
  gint64 n_parts, n_bytes;

  if (step == NULL || !nsc_history_take_stock (connection, step->id, &n_parts, &n_bytes, error))
    return NULL;
  if (is_whole (row, step) && n_parts == nsc_statement_get_integer (row, 9) &&
      n_bytes == nsc_statement_get_integer (row, 10))
    return g_steal_pointer (&step);
  refuse (connection, error);
  return NULL;
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
      *step = read_whole_step (connection, statement, error);
      return *step != NULL;
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
  g_autoptr (NscStatement) write = NULL;
  gint64 n_parts, n_bytes;

  if (!nsc_history_take_stock (connection, step->id, &n_parts, &n_bytes, error))
    return FALSE;
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

      if (!nsc_history_count_whole_parts (connection, id, &n_whole, error))
        return FALSE;
      if (step == NULL || !is_whole (steps, step) || n_whole != nsc_statement_get_integer (steps, 9))
        func (id, data);
    }
  return state == NSC_STATEMENT_DONE;
}
