/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-changeset-private.h"

#include "nsc-changeset-reader-private.h"
#include "nsc-error.h"
#include "nsc-fault-private.h"

#include <glib/gi18n-lib.h>

/* One change and where it belongs. */
typedef struct
{
  const NscLayout *layout;
  gint64 row;
  NscChangesetReader reader;
} Change;

/* A row that has to wait until others have given its unique values free. */
typedef struct
{
  const NscLayout *layout;
  NscCell cells[];
} Waiting;

typedef gboolean (*ChangeFunc) (NscConnection *connection, const Change *change, gpointer data, GError **error);

static gboolean
refuse (NscConnection *connection, const Change *change, GError **error)
{
  g_autofree char *name = g_filename_display_name (connection->path);
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, change->row);

  g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
               _ ("Row %3$s of the table “%2$s” of “%1$s” is not as its history says; nothing was changed; check the "
                  "project, or go back to a backup copy"),
               name, change->layout->table, row);
  return FALSE;
}

/* Whether the change has a value for that column before or after it; gives it in CELL. A changeset that is older than a
 * column of the table knows nothing of it. */
static gboolean
get_cell (const Change *change, guint column, gboolean before, NscCell *cell)
{
  const NscCell *cells = before ? change->reader.before : change->reader.after;

  if (column >= change->reader.n_columns || cells[column].type == 0)
    return FALSE;
  *cell = cells[column];
  return TRUE;
}

static gboolean
refuse_bytes (NscConnection *connection, GError **error)
{
  g_autofree char *name = g_filename_display_name (connection->path);

  g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
               _ ("The history of “%s” is damaged; nothing was changed; go back to a backup copy to undo further"),
               name);
  return FALSE;
}

static gboolean
locate (NscConnection *connection, Change *change, GError **error)
{
  NscCell row;

  change->layout = nsc_layout_get (connection, change->reader.table, error);
  if (change->layout == NULL)
    return FALSE;
  if (change->reader.n_columns > change->layout->n_columns ||
      !get_cell (change, 0, change->reader.operation != SQLITE_INSERT, &row) || row.type != SQLITE_INTEGER)
    return refuse_bytes (connection, error);
  change->row = row.integer;
  return TRUE;
}

static gboolean
for_each (NscConnection *connection,
          const void *data,
          gsize length,
          gboolean inverse,
          ChangeFunc func,
          gpointer func_data,
          GError **error)
{
  NscChangesetState state;
  Change change;

  nsc_changeset_reader_init (&change.reader, data, length);
  while ((state = nsc_changeset_reader_next (&change.reader)) == NSC_CHANGESET_CHANGE)
    {
      if (inverse)
        nsc_changeset_reader_invert (&change.reader);
      if (g_cancellable_set_error_if_cancelled (connection->cancellable, error) ||
          !locate (connection, &change, error) || !func (connection, &change, func_data, error))
        return FALSE;
    }
  return state == NSC_CHANGESET_END || refuse_bytes (connection, error);
}

/* ---- measuring ---- */

typedef struct
{
  NscDigest *digest;
  NscChangeCount *count;
} Measure;

static gboolean
measure_cb (NscConnection *connection, const Change *change, gpointer data, GError **error)
{
  Measure *measure = data;
  NscCell cell;

  for (guint i = 1; i < change->reader.n_columns; i++)
    {
      if (change->reader.operation != SQLITE_INSERT && get_cell (change, i, TRUE, &cell))
        nsc_digest_remove (measure->digest, change->layout, i, change->row, &cell);
      if (change->reader.operation != SQLITE_DELETE && get_cell (change, i, FALSE, &cell))
        nsc_digest_add (measure->digest, change->layout, i, change->row, &cell);
    }
  if (change->reader.operation == SQLITE_INSERT)
    measure->count->n_added++;
  else if (change->reader.operation == SQLITE_DELETE)
    measure->count->n_deleted++;
  else
    measure->count->n_changed++;
  return TRUE;
}

/* ---- applying ---- */

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  for (guint i = 0; i < self->layout->n_columns; i++)
    g_free ((gpointer) self->cells[i].bytes);
  g_free (self);
}

static void
wait_with (GPtrArray *waiting, const NscLayout *layout, const NscCell *cells)
{
  Waiting *self = g_malloc (sizeof (Waiting) + layout->n_columns * sizeof (NscCell));

  self->layout = layout;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      self->cells[i] = cells[i];
      self->cells[i].bytes = g_memdup2 (cells[i].bytes, cells[i].length);
    }
  g_ptr_array_add (waiting, self);
}

/* Runs one of the layout's statements that take all columns; gives SQLite's code. */
static int
try_with_cells (NscStatement *statement, const NscLayout *layout, const NscCell *cells)
{
  for (guint i = 0; i < layout->n_columns; i++)
    nsc_statement_bind_cell (statement, (int) i + 1, &cells[i]);
  return nsc_statement_try (statement);
}

static gboolean
remove_row (NscConnection *connection, const NscLayout *layout, gint64 row, GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (connection, layout->remove, error);

  if (statement == NULL)
    return FALSE;
  nsc_statement_bind_integer (statement, 1, row);
  return nsc_statement_run (statement, error);
}

/* Puts the row's present values into CELLS, which are valid until STATEMENT goes on, after comparing them with those
 * that the change says it had. */
static gboolean
load_row (NscConnection *connection, const Change *change, NscStatement *statement, NscCell *cells, GError **error)
{
  NscStatementState state;
  NscCell old;

  nsc_statement_bind_integer (statement, 1, change->row);
  state = nsc_statement_step (statement, error);
  if (state == NSC_STATEMENT_FAILED)
    return FALSE;
  if (state == NSC_STATEMENT_DONE)
    return refuse (connection, change, error);
  for (guint i = 0; i < change->layout->n_columns; i++)
    {
      cells[i] = nsc_statement_get_cell (statement, (int) i);
      if (get_cell (change, i, TRUE, &old) && !nsc_cell_equal (&cells[i], &old))
        return refuse (connection, change, error);
    }
  return TRUE;
}

static gboolean
apply_insert (NscConnection *connection, const Change *change, GPtrArray *waiting, GError **error)
{
  g_autoptr (NscStatement) insert = nsc_statement_take (connection, change->layout->insert, error);
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  int code;

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < change->layout->n_columns; i++)
    if (!get_cell (change, i, FALSE, &cells[i]))
      cells[i] = NSC_CELL_NULL;
  code = try_with_cells (insert, change->layout, cells);
  if (code == SQLITE_CONSTRAINT_UNIQUE)
    wait_with (waiting, change->layout, cells);
  else if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
    return refuse (connection, change, error);
  else if (code != SQLITE_OK)
    return nsc_fault_set (error, connection->db, code, connection->path);
  return TRUE;
}

static gboolean
apply_update (NscConnection *connection, const Change *change, GPtrArray *waiting, GError **error)
{
  g_autoptr (NscStatement) select = nsc_statement_take (connection, change->layout->select, error);
  g_autoptr (NscStatement) update = nsc_statement_take (connection, change->layout->update, error);
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  int code;

  if (select == NULL || update == NULL || !load_row (connection, change, select, cells, error))
    return FALSE;
  for (guint i = 0; i < change->layout->n_columns; i++)
    get_cell (change, i, FALSE, &cells[i]);
  code = try_with_cells (update, change->layout, cells);
  if (code == SQLITE_OK)
    return TRUE;
  if (code != SQLITE_CONSTRAINT_UNIQUE)
    return nsc_fault_set (error, connection->db, code, connection->path);
  wait_with (waiting, change->layout, cells);
  nsc_statement_reset (select);
  return remove_row (connection, change->layout, change->row, error);
}

static gboolean
apply_delete (NscConnection *connection, const Change *change, GError **error)
{
  g_autoptr (NscStatement) select = nsc_statement_take (connection, change->layout->select, error);
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];

  if (select == NULL || !load_row (connection, change, select, cells, error))
    return FALSE;
  nsc_statement_reset (select);
  return remove_row (connection, change->layout, change->row, error);
}

static gboolean
apply_cb (NscConnection *connection, const Change *change, gpointer data, GError **error)
{
  switch (change->reader.operation)
    {
    case SQLITE_INSERT:
      return apply_insert (connection, change, data, error);
    case SQLITE_UPDATE:
      return apply_update (connection, change, data, error);
    default:
      return apply_delete (connection, change, error);
    }
}

static gboolean
insert_waiting (NscConnection *connection, const Waiting *waiting, GError **error)
{
  g_autoptr (NscStatement) insert = nsc_statement_take (connection, waiting->layout->insert, error);
  int code;

  if (insert == NULL)
    return FALSE;
  code = try_with_cells (insert, waiting->layout, waiting->cells);
  return code == SQLITE_OK || nsc_fault_set (error, connection->db, code, connection->path);
}

gboolean
nsc_changeset_measure (NscConnection *connection,
                       const void *data,
                       gsize length,
                       gboolean inverse,
                       NscDigest *digest,
                       NscChangeCount *count,
                       GError **error)
{
  Measure measure = { .digest = digest, .count = count };

  return for_each (connection, data, length, inverse, measure_cb, &measure, error);
}

gboolean
nsc_changeset_apply (NscConnection *connection, const void *data, gsize length, gboolean inverse, GError **error)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (waiting_free);

  if (!for_each (connection, data, length, inverse, apply_cb, waiting, error))
    return FALSE;
  /* Everything else is as it will be, and in that state all unique values are. */
  for (guint i = 0; i < waiting->len; i++)
    if (!insert_waiting (connection, g_ptr_array_index (waiting, i), error))
      return FALSE;
  return TRUE;
}
