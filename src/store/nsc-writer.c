/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-writer-private.h"

#include "nsc-error.h"
#include "nsc-fault-private.h"
#include "nsc-key.h"
#include "nsc-layout-private.h"
#include "nsc-refusal-private.h"
#include "nsc-row-values-private.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>

struct _NscWriter
{
  NscConnection *connection;
  NscReader *reader;
  sqlite3_session *session;
  gint64 step;
  GHashTable *targets; /* NscTable to Target */
  NscDigest *digest;
  NscBatch *batch;
  gboolean in_batch;
};

/* What the writer knows of a table that it adds to. */
typedef struct
{
  const NscLayout *layout;
  guint places[NSC_LAYOUT_MAX_COLUMNS]; /* where each described column stands in the layout */
  gint64 last;                          /* the highest row */
} Target;

static gboolean
begin_recording (NscWriter *self, GError **error)
{
  const char *const *tables = nsc_layout_list_tables ();
  int code = sqlite3session_create (self->connection->db, "main", &self->session);

  /* By name: with all tables the history would record itself. */
  for (guint i = 0; code == SQLITE_OK && tables[i] != NULL; i++)
    code = sqlite3session_attach (self->session, tables[i]);
  return code == SQLITE_OK || nsc_fault_set (error, NULL, code, self->connection->path);
}

NscWriter *
nsc_writer_new (NscConnection *connection, gint64 step, NscDigest *digest, GError **error)
{
  g_autoptr (NscWriter) self = g_new0 (NscWriter, 1);

  self->connection = connection;
  self->reader = nsc_reader_new_for_writer (connection);
  self->step = step;
  self->targets = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->digest = digest;
  self->batch = nsc_batch_new ();
  return begin_recording (self, error) ? g_steal_pointer (&self) : NULL;
}

void
nsc_writer_free (NscWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->session, sqlite3session_delete);
  nsc_reader_free (self->reader);
  g_hash_table_unref (self->targets);
  nsc_batch_free (self->batch);
  g_free (self);
}

GBytes *
nsc_writer_end (NscWriter *self, GError **error)
{
  gpointer data = NULL;
  int length = 0;
  int code = sqlite3session_changeset (self->session, &length, &data);

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (code != SQLITE_OK)
    {
      nsc_fault_set (error, NULL, code, self->connection->path);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) length, sqlite3_free, data);
}

NscBatch *
nsc_writer_get_batch (NscWriter *self)
{
  return self->batch;
}

NscReader *
nsc_writer_get_reader (NscWriter *self)
{
  return self->reader;
}

static void
find_places (Target *target, const NscTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint place = 1;

      while (place < target->layout->n_columns && !g_str_equal (target->layout->names[place], table->columns[i].name))
        place++;
      target->places[i] = place;
    }
}

/* Rows are numbered one after the other; the writer alone adds them, so it need not ask each time. */
static Target *
get_target (NscWriter *self, const NscTable *table, GError **error)
{
  Target *known = g_hash_table_lookup (self->targets, table);
  g_autofree Target *target = NULL;

  if (known != NULL)
    return known;
  target = g_new0 (Target, 1);
  target->layout = nsc_layout_get (self->connection, table->name, error);
  if (target->layout == NULL ||
      !nsc_connection_query_integer (self->connection, nsc_query_get (table)->last, &target->last, error))
    return NULL;
  find_places (target, table);
  g_hash_table_insert (self->targets, (gpointer) table, target);
  return g_steal_pointer (&target);
}

static int
try_write (NscStatement *statement, const NscTable *table, gint64 row, const NscCell *cells)
{
  nsc_statement_bind_integer (statement, 1, row);
  for (guint i = 0; i < table->n_columns; i++)
    nsc_statement_bind_cell (statement, (int) i + 2, &cells[i]);
  return nsc_statement_try (statement);
}

/* Tells batch and digest of a row that the session did not see. */
static void
note_batch_row (NscWriter *self, const NscTable *table, const Target *target, gint64 row, const NscCell *cells)
{
  const NscCell number = nsc_cell_integer (self->step);

  for (guint i = 0; i < table->n_columns; i++)
    nsc_digest_add (self->digest, target->layout, target->places[i], row, &cells[i]);
  nsc_batch_note (self->batch, table->name, row);
  if (self->step != 0)
    nsc_digest_add (self->digest, target->layout, target->layout->batch, row, &number);
}

typedef void (*CountFunc) (NscDigest *digest, const NscLayout *layout, const NscCell *cells);

/* Whether ROW is one that this step's batch added; its cells are then told to FUNC. The batch keeps such rows as they
 * are in the end, so that the changeset and the batch never speak of the same row. */
static gboolean
count_own_row (NscWriter *self, const Target *target, gint64 row, CountFunc func, gboolean *is_own, GError **error)
{
  g_autoptr (NscStatement) select = NULL;
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  NscStatementState state;

  *is_own = FALSE;
  if (!self->in_batch || self->step == 0)
    return TRUE;
  select = nsc_statement_take (self->connection, target->layout->select, error);
  if (select == NULL)
    return FALSE;
  nsc_statement_bind_integer (select, 1, row);
  state = nsc_statement_step (select, error);
  if (state != NSC_STATEMENT_ROW)
    return state == NSC_STATEMENT_DONE;
  for (guint i = 0; i < target->layout->n_columns; i++)
    cells[i] = nsc_statement_get_cell (select, (int) i);
  *is_own = cells[target->layout->batch].integer == self->step;
  if (*is_own)
    func (self->digest, target->layout, cells);
  return TRUE;
}

static gboolean
insert_row (NscWriter *self, const NscTable *table, Target *target, gint64 row, const NscCell *cells, GError **error)
{
  g_autoptr (NscStatement) insert = nsc_statement_take (self->connection, nsc_query_get (table)->insert, error);
  int code;

  if (insert == NULL)
    return FALSE;
  if (self->in_batch && self->step != 0)
    nsc_statement_bind_integer (insert, (int) table->n_columns + 2, self->step);
  sqlite3session_enable (self->session, !self->in_batch);
  code = try_write (insert, table, row, cells);
  sqlite3session_enable (self->session, TRUE);
  if (code != SQLITE_OK)
    return nsc_refusal_of_row (self->reader, table, row, cells, code, error);
  if (self->in_batch)
    note_batch_row (self, table, target, row, cells);
  target->last = row;
  return TRUE;
}

/* Stores a record that came without an id under the number of its row. Where somebody has given another record that id,
 * the next row is taken. */
static gboolean
insert_nameless (NscWriter *self, NscRecord *record, Target *target, NscCell *cells, gint64 *row, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);

  for (*row = target->last + 1;; (*row)++)
    {
      g_autofree char *id = nsc_key_for_row (table->name, *row);
      g_autoptr (GError) trouble = NULL;
      gint64 other;

      cells[NSC_TABLE_ID_COLUMN] = nsc_cell_text (id);
      if (insert_row (self, table, target, *row, cells, &trouble))
        {
          nsc_record_set (record, NSC_TABLE_ID_COLUMN, id);
          return TRUE;
        }
      other = nsc_reader_resolve (self->reader, table, id, NULL);
      if (other <= 0 || !g_error_matches (trouble, NSC_ERROR, NSC_ERROR_CONFLICT))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return FALSE;
        }
    }
}

gboolean
nsc_writer_insert (NscWriter *self, NscRecord *record, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  Target *target = get_target (self, table, error);
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  gboolean success;
  gint64 row;

  if (target == NULL || !nsc_row_values_read (self->reader, record, cells, error))
    return FALSE;
  row = target->last + 1;
  if (*nsc_record_get_id (record) == '\0')
    success = insert_nameless (self, record, target, cells, &row, error);
  else
    success = insert_row (self, table, target, row, cells, error);
  if (success)
    nsc_record_set_row (record, row);
  return success;
}

gboolean
nsc_writer_update (NscWriter *self, const NscRecord *record, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  g_autoptr (NscStatement) update = nsc_statement_take (self->connection, nsc_query_get (table)->update, error);
  Target *target = get_target (self, table, error);
  g_autofree char *id = NULL;
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  gint64 row = nsc_record_get_row (record);
  gboolean is_own;
  int code;

  if (update == NULL || target == NULL || !nsc_row_values_read (self->reader, record, cells, error) ||
      !count_own_row (self, target, row, nsc_digest_remove_row, &is_own, error))
    return FALSE;
  if (cells[NSC_TABLE_ID_COLUMN].length == 0)
    {
      id = nsc_key_for_row (table->name, row);
      cells[NSC_TABLE_ID_COLUMN] = nsc_cell_text (id);
    }
  sqlite3session_enable (self->session, !is_own);
  code = try_write (update, table, row, cells);
  sqlite3session_enable (self->session, TRUE);
  if (code != SQLITE_OK)
    nsc_refusal_of_row (self->reader, table, row, cells, code, error);
  if (is_own && !count_own_row (self, target, row, nsc_digest_add_row, &is_own, code == SQLITE_OK ? error : NULL))
    return FALSE;
  if (code != SQLITE_OK)
    return FALSE;
  if (!is_own && sqlite3_changes64 (self->connection->db) == 0)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                   _ ("“%1$s” is no longer in the table “%2$s”; look at the table again"), nsc_record_get_id (record),
                   nsc_table_naming_of_table (table));
      return FALSE;
    }
  return TRUE;
}

gboolean
nsc_writer_delete (NscWriter *self, const NscTable *table, gint64 row, GError **error)
{
  g_autoptr (NscStatement) remove = nsc_statement_take (self->connection, nsc_query_get (table)->remove, error);
  /* Known before the row is gone, so that no other row gets its number in this step. */
  Target *target = get_target (self, table, error);
  gboolean is_own;
  int code;

  if (remove == NULL || target == NULL || !count_own_row (self, target, row, nsc_digest_remove_row, &is_own, error))
    return FALSE;
  nsc_statement_bind_integer (remove, 1, row);
  sqlite3session_enable (self->session, !is_own);
  code = nsc_statement_try (remove);
  sqlite3session_enable (self->session, TRUE);
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    nsc_refusal_of_delete (self->reader, table, row, error);
  else if (code != SQLITE_OK)
    nsc_fault_set (error, self->connection->db, code, self->connection->path);
  if (code != SQLITE_OK)
    {
      count_own_row (self, target, row, nsc_digest_add_row, &is_own, NULL);
      return FALSE;
    }
  if (is_own)
    nsc_batch_forget (self->batch, table->name);
  else if (sqlite3_changes64 (self->connection->db) == 0)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                   _ ("This record of the table “%s” is no longer there; look at the table again"),
                   nsc_table_naming_of_table (table));
      return FALSE;
    }
  return TRUE;
}

void
nsc_writer_begin_batch (NscWriter *self)
{
  self->in_batch = TRUE;
}
