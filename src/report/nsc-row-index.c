/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-index.h"

void
nsc_row_index_clear (NscRowIndex *self)
{
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->others, g_hash_table_unref);
  self->n_numbers = 0;
}

void
nsc_row_index_set (NscRowIndex *self, gint64 row, guint32 number)
{
  gint64 *key;

  g_return_if_fail (row > 0);

  if (row <= NSC_ROW_INDEX_MOST_DENSE)
    {
      if ((gsize) row >= self->n_numbers)
        {
          gsize n = MAX ((gsize) row + 1, self->n_numbers * 2);

          self->numbers = g_renew (guint32, self->numbers, n);
          for (gsize i = self->n_numbers; i < n; i++)
            self->numbers[i] = NSC_ROW_INDEX_NONE;
          self->n_numbers = n;
        }
      self->numbers[row] = number;
      return;
    }
  if (self->others == NULL)
    self->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  key = g_new (gint64, 1);
  *key = row;
  g_hash_table_insert (self->others, key, GUINT_TO_POINTER (number + 1));
}

guint32
nsc_row_index_find_other (const NscRowIndex *self, gint64 row)
{
  gpointer found = g_hash_table_lookup (self->others, &row);

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : NSC_ROW_INDEX_NONE;
}
