/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export.h"

#include "nsc-csv-writer.h"
#include "nsc-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  NscCsvWriter *writer;
  const char **fields;
  GCancellable *cancellable;
} Export;

static gboolean
record_cb (const NscRecord *record, gpointer data, GError **error)
{
  Export *self = data;
  guint n = nsc_record_get_table (record)->n_columns;

  for (guint i = 0; i < n; i++)
    self->fields[i] = nsc_record_get (record, i);
  return nsc_csv_writer_write_row (self->writer, self->fields, n, self->cancellable, error);
}

static gboolean
export_table (NscReader *reader, const NscTable *table, NscCsvWriter *writer, GCancellable *cancellable, GError **error)
{
  g_autofree const char **fields = g_new (const char *, table->n_columns);
  Export self = { writer, fields, cancellable };

  for (guint i = 0; i < table->n_columns; i++)
    fields[i] = table->columns[i].name;
  return nsc_csv_writer_write_row (writer, fields, table->n_columns, cancellable, error) &&
         nsc_reader_scan_records (reader, table, record_cb, &self, cancellable, error) &&
         nsc_csv_writer_finish (writer, cancellable, error);
}

gboolean
nsc_export_to_stream (
    NscReader *reader, const NscTable *table, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscCsvWriter) writer = nsc_csv_writer_new (stream);

  return export_table (reader, table, writer, cancellable, error);
}

gboolean
nsc_export_to_path (
    NscReader *reader, const NscTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *ending = strrchr (name, '.');
  g_autoptr (NscCsvWriter) writer = NULL;

  if (ending != NULL && g_ascii_strcasecmp (ending, ".csv") != 0)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
                   _ ("%1$s: no file with the ending %2$s can be written; choose a name with .csv"), path, ending);
      return FALSE;
    }
  writer = nsc_csv_writer_new_for_path (path, error);
  return writer != NULL && export_table (reader, table, writer, cancellable, error);
}
