/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reader-private.h"

/* Only what was asked for, without joins: the rest of a row is not even decoded. Interned, since a connection knows its
 * statements by the address of their text; there are few sets of columns that anybody asks for. */
static const char *
make_select (const NscTable *table, const guint *columns, guint n_columns)
{
  g_autoptr (GString) sql = g_string_new ("SELECT row");

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, ", \"%s\"", table->columns[columns[i]].name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY row", table->name);
  return g_intern_string (sql->str);
}

gboolean
nsc_reader_scan_rows (NscReader *self,
                      const NscTable *table,
                      const guint *columns,
                      guint n_columns,
                      NscRowFunc func,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (NscStatement) statement =
      nsc_statement_take (self->connection, make_select (table, columns, n_columns), error);
  g_autofree NscRowCell *cells = g_new0 (NscRowCell, n_columns + 1);
  NscStatementState state;

  if (statement == NULL)
    return FALSE;
  while ((state = nsc_statement_step (statement, error)) == NSC_STATEMENT_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < n_columns; i++)
        if (table->columns[columns[i]].kind == NSC_COLUMN_REFERENCE)
          cells[i].target = nsc_statement_get_integer (statement, (int) i + 1);
        else
          cells[i].text = nsc_statement_get_text (statement, (int) i + 1);
      if (!func (nsc_statement_get_integer (statement, 0), cells, data, error))
        return FALSE;
    }
  return state == NSC_STATEMENT_DONE;
}
