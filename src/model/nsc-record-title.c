/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-title.h"

#include "nsc-text.h"

char *
nsc_record_title (NscReader *reader, const NscRecord *record, const char *language, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (nsc_table_name_column (table) != NSC_TABLE_ID_COLUMN)
    return g_strdup (nsc_record_get_name (record, language));

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];
      const NscTable *target;
      g_autoptr (NscRecord) referred = NULL;
      gint64 row;

      if (column->kind != NSC_COLUMN_REFERENCE || !(column->flags & NSC_COLUMN_KEY))
        continue;
      target = nsc_table_find (column->target);
      row = nsc_reader_find_id (reader, target, nsc_record_get (record, i), error);
      if (row < 0)
        return NULL;
      if (row == 0)
        continue;
      referred = nsc_reader_get_record (reader, target, row, error);
      if (referred == NULL)
        return NULL;
      g_ptr_array_add (names, g_strdup (nsc_record_get_name (referred, language)));
    }
  if (names->len == 0)
    return g_strdup (nsc_record_get_id (record));
  g_ptr_array_add (names, NULL);
  return nsc_text_join (language, (const char *const *) names->pdata);
}
