/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-values-private.h"

#include "nsc-error.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>

#define MAX_ROW_BYTES (16 * 1024 * 1024)

static gboolean
resolve_reference (NscReader *reader, const NscColumn *column, const char *id, NscCell *cell, GError **error)
{
  const NscTable *target = nsc_table_find (column->target);
  gint64 row = nsc_reader_resolve (reader, target, id, error);

  if (row > 0)
    *cell = nsc_cell_integer (row);
  if (row == 0)
    g_set_error (
        error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
        _ ("There is no “%1$s” in the table “%2$s”, which “%3$s” names; add it there first, or correct the id"), id,
        nsc_table_naming_of_table (target), nsc_table_naming_of_column (column));
  return row > 0;
}

static gboolean
read_number (const NscColumn *column, const char *text, NscCell *cell, GError **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &value, NULL))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%1$s” is not a whole number from 0 on; correct “%2$s”"),
                   text, nsc_table_naming_of_column (column));
      return FALSE;
    }
  *cell = nsc_cell_integer ((gint64) value);
  return TRUE;
}

/* A row has to fit into a chunk of an undone batch. */
static gboolean
check_length (const NscRecord *record, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  gsize length = 0;

  for (guint i = 0; i < table->n_columns; i++)
    length += strlen (nsc_record_get (record, i));
  if (length <= MAX_ROW_BYTES)
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%s” is longer than 16 MB; shorten its texts"),
               nsc_record_get_id (record));
  return FALSE;
}

/* Turns the values of RECORD into CELLS, one per described column; texts stay the record's. */
gboolean
nsc_row_values_read (NscReader *reader, const NscRecord *record, NscCell *cells, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);

  if (!check_length (record, error))
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];
      const char *value = nsc_record_get (record, i);

      cells[i] = NSC_CELL_NULL;
      if (column->kind == NSC_COLUMN_REFERENCE)
        {
          if (*value != '\0' && !resolve_reference (reader, column, value, &cells[i], error))
            return FALSE;
        }
      else if (column->kind == NSC_COLUMN_INTEGER)
        {
          if (*value != '\0' && !read_number (column, value, &cells[i], error))
            return FALSE;
        }
      else if (*value == '\0' && column->blank != NULL)
        cells[i] = nsc_cell_text (column->blank);
      else
        cells[i] = nsc_cell_text (value);
    }
  return TRUE;
}
