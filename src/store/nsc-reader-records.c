/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reader-private.h"

#include "nsc-error.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>

static gint64
query_with (NscReader *self, const char *sql, const char *text, gint64 integer, GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (self->connection, sql, error);

  if (statement == NULL)
    return -1;
  if (text != NULL)
    nsc_statement_bind_text (statement, 1, text);
  else
    nsc_statement_bind_integer (statement, 1, integer);
  switch (nsc_statement_step (statement, error))
    {
    case NSC_STATEMENT_ROW:
      return nsc_statement_get_integer (statement, 0);
    case NSC_STATEMENT_DONE:
      return 0;
    case NSC_STATEMENT_FAILED:
    default:
      return -1;
    }
}

gint64
nsc_reader_resolve (NscReader *self, const NscTable *table, const char *id, GError **error)
{
  return *id == '\0' ? 0 : query_with (self, nsc_query_get (table)->find_id, id, 0, error);
}

void
nsc_reader_fill_record (NscStatement *statement, NscRecord *record)
{
  const NscTable *table = nsc_record_get_table (record);

  nsc_record_set_row (record, nsc_statement_get_integer (statement, 0));
  for (guint i = 0; i < table->n_columns; i++)
    nsc_record_set (record, i, nsc_statement_get_text (statement, (int) i + 1));
}

gboolean
nsc_reader_tell_records (NscStatement *statement,
                         const NscTable *table,
                         NscRecordFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (NscRecord) record = nsc_record_new (table);
  NscStatementState state;

  while ((state = nsc_statement_step (statement, error)) == NSC_STATEMENT_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      nsc_reader_fill_record (statement, record);
      if (!func (record, data, error))
        return FALSE;
    }
  return state == NSC_STATEMENT_DONE;
}

gboolean
nsc_reader_scan_records (NscReader *self,
                         const NscTable *table,
                         NscRecordFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (self->connection, nsc_query_get (table)->records, error);

  return statement != NULL && nsc_reader_tell_records (statement, table, func, data, cancellable, error);
}

NscRecord *
nsc_reader_get_record (NscReader *self, const NscTable *table, gint64 row, GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (self->connection, nsc_query_get (table)->record, error);
  g_autoptr (NscRecord) record = nsc_record_new (table);

  if (statement == NULL)
    return NULL;
  nsc_statement_bind_integer (statement, 1, row);
  switch (nsc_statement_step (statement, error))
    {
    case NSC_STATEMENT_ROW:
      nsc_reader_fill_record (statement, record);
      return g_steal_pointer (&record);
    case NSC_STATEMENT_DONE:
      g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                   _ ("This record of the table “%s” is no longer there; look at the table again"),
                   nsc_table_naming_of_table (table));
      return NULL;
    case NSC_STATEMENT_FAILED:
    default:
      return NULL;
    }
}

gboolean
nsc_reader_tell_record (
    NscReader *self, const NscTable *table, gint64 row, NscRecordFunc func, gpointer data, GError **error)
{
  g_autoptr (NscRecord) record = nsc_reader_get_record (self, table, row, error);

  return record != NULL && func (record, data, error);
}

gint64
nsc_reader_find_id (NscReader *self, const NscTable *table, const char *id, GError **error)
{
  return nsc_reader_resolve (self, table, id, error);
}

/* Binds the columns of PROBE that tell kin. FALSE without error in FOUND where a reference names no row, so that
 * nothing can agree. */
static gboolean
bind_kin (NscReader *self, const NscRecord *probe, NscStatement *statement, gboolean *possible, GError **error)
{
  const NscTable *table = nsc_record_get_table (probe);
  int parameter = 1;

  *possible = TRUE;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];
      const char *value = nsc_record_get (probe, i);
      gint64 row;

      if (!nsc_query_tells_kin (column))
        continue;
      if (column->kind != NSC_COLUMN_REFERENCE)
        {
          nsc_statement_bind_text (statement, parameter++, value);
          continue;
        }
      row = nsc_reader_resolve (self, nsc_table_find (column->target), value, error);
      if (row < 0)
        return FALSE;
      if (row == 0 && *value != '\0')
        *possible = FALSE;
      if (row > 0)
        nsc_statement_bind_integer (statement, parameter, row);
      parameter++;
    }
  return TRUE;
}

GPtrArray *
nsc_reader_find_kin (NscReader *self, const NscRecord *probe, GError **error)
{
  g_autoptr (GPtrArray) kin = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  const NscTable *table = nsc_record_get_table (probe);
  g_autoptr (NscStatement) statement = NULL;
  NscStatementState state;
  gboolean possible;

  if (!table->natural_key)
    return g_steal_pointer (&kin);
  statement = nsc_statement_take (self->connection, nsc_query_get (table)->kin, error);
  if (statement == NULL || !bind_kin (self, probe, statement, &possible, error))
    return NULL;
  if (!possible)
    return g_steal_pointer (&kin);
  while ((state = nsc_statement_step (statement, error)) == NSC_STATEMENT_ROW)
    {
      NscRecord *record = nsc_record_new (table);

      nsc_reader_fill_record (statement, record);
      g_ptr_array_add (kin, record);
    }
  return state == NSC_STATEMENT_DONE ? g_steal_pointer (&kin) : NULL;
}

gint64
nsc_reader_count (NscReader *self, const NscTable *table, GError **error)
{
  gint64 n;

  return nsc_connection_query_integer (self->connection, nsc_query_get (table)->count, &n, error) ? n : -1;
}

gint64
nsc_reader_count_references (NscReader *self, const NscTable *table, gint64 row, GError **error)
{
  const NscQuery *query = nsc_query_get (table);

  return query->references == NULL ? 0 : query_with (self, query->references, NULL, row, error);
}

static gboolean
append_referrers (
    NscReader *self, const char *sql, gint64 row, guint max, const NscTable *table, GPtrArray *all, GError **error)
{
  g_autoptr (NscStatement) select = nsc_statement_take (self->connection, sql, error);
  NscStatementState state;

  if (select == NULL)
    return FALSE;
  nsc_statement_bind_integer (select, 1, row);
  nsc_statement_bind_integer (select, 2, max);
  while ((state = nsc_statement_step (select, error)) == NSC_STATEMENT_ROW)
    {
      NscRecord *record = nsc_record_new (table);

      nsc_reader_fill_record (select, record);
      g_ptr_array_add (all, record);
    }
  return state == NSC_STATEMENT_DONE;
}

GPtrArray *
nsc_reader_list_referrers (NscReader *self, const NscTable *table, gint64 row, guint max, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  const NscQuery *query = nsc_query_get (table);
  const NscTable *const *tables = nsc_table_list ();

  for (guint i = 0; tables[i] != NULL; i++)
    if (*query->referrers[i] != '\0' && !append_referrers (self, query->referrers[i], row, max, tables[i], all, error))
      return NULL;
  return g_steal_pointer (&all);
}
