/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reader-private.h"

/* Rows between two looks at the cancellable. */
#define CANCEL_ROWS 4096

gboolean
nsc_reader_scan_sources (NscReader *self,
                         const NscTable *table,
                         NscSourceFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (NscStatement) rows = nsc_statement_take (self->connection, nsc_query_get (table)->sources, error);
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GString) confidence = g_string_new (NULL);
  NscStatementState state = NSC_STATEMENT_FAILED;
  guint64 n = 0, n_read = 0;

  if (rows == NULL)
    return FALSE;
  while ((state = nsc_statement_step (rows, error)) == NSC_STATEMENT_ROW)
    {
      const char *next_source = nsc_statement_get_text (rows, 0);
      const char *next_confidence = nsc_statement_get_text (rows, 1);

      if (n_read++ % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n > 0 && g_str_equal (source->str, next_source) && g_str_equal (confidence->str, next_confidence))
        {
          n++;
          continue;
        }
      if (n > 0 && !func (source->str, confidence->str, n, data, error))
        return FALSE;
      g_string_assign (source, next_source);
      g_string_assign (confidence, next_confidence);
      n = 1;
    }
  return state == NSC_STATEMENT_DONE && (n == 0 || func (source->str, confidence->str, n, data, error));
}

gboolean
nsc_reader_scan_source (NscReader *self,
                        const NscTable *table,
                        const char *source,
                        const char *confidence,
                        NscRecordFunc func,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (NscStatement) statement = nsc_statement_take (self->connection, nsc_query_get (table)->of_source, error);

  if (statement == NULL)
    return FALSE;
  nsc_statement_bind_text (statement, 1, source);
  nsc_statement_bind_text (statement, 2, confidence);
  return nsc_reader_tell_records (statement, table, func, data, cancellable, error);
}
