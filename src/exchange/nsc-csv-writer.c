/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-csv-writer.h"

#include "nsc-safe-file.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>

#define BUFFER_SIZE 65536

struct _NscCsvWriter
{
  NscSafeFile *file;     /* NULL for a stream */
  GOutputStream *stream; /* owned */
  char *name;            /* for messages */
  GString *pending;
};

static gboolean
flush (NscCsvWriter *self, GCancellable *cancellable, GError **error)
{
  GError *failed = NULL;

  if (!g_output_stream_write_all (self->stream, self->pending->str, self->pending->len, NULL, cancellable, &failed))
    return nsc_safe_file_explain (self->name, failed, error);
  g_string_truncate (self->pending, 0);
  return TRUE;
}

NscCsvWriter *
nsc_csv_writer_new (GOutputStream *stream)
{
  NscCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (NscCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->name = g_strdup (_ ("The output"));
  self->pending = g_string_sized_new (BUFFER_SIZE);
  return self;
}

NscCsvWriter *
nsc_csv_writer_new_for_path (const char *path, GError **error)
{
  NscSafeFile *file = nsc_safe_file_new (path, error);
  NscCsvWriter *self;

  if (file == NULL)
    return NULL;
  self = nsc_csv_writer_new (nsc_safe_file_get_stream (file));
  self->file = file;
  g_set_str (&self->name, path);
  return self;
}

void
nsc_csv_writer_free (NscCsvWriter *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_clear_pointer (&self->file, nsc_safe_file_free);
  g_free (self->name);
  g_string_free (self->pending, TRUE);
  g_free (self);
}

gboolean
nsc_csv_writer_write_row (
    NscCsvWriter *self, const char *const *fields, guint n_fields, GCancellable *cancellable, GError **error)
{
  /* A blank line would be no row. */
  if (n_fields == 1 && *fields[0] == '\0')
    g_string_append (self->pending, "\"\"");
  else
    for (guint i = 0; i < n_fields; i++)
      {
        if (i > 0)
          g_string_append_c (self->pending, ',');
        nsc_text_append_csv (self->pending, fields[i]);
      }
  g_string_append_c (self->pending, '\n');
  return self->pending->len < BUFFER_SIZE || flush (self, cancellable, error);
}

gboolean
nsc_csv_writer_finish (NscCsvWriter *self, GCancellable *cancellable, GError **error)
{
  GError *failed = NULL;

  if (!flush (self, cancellable, error))
    return FALSE;
  if (self->file != NULL)
    return nsc_safe_file_commit (self->file, cancellable, error);
  return g_output_stream_flush (self->stream, cancellable, &failed) ||
         nsc_safe_file_explain (self->name, failed, error);
}
