/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-csv-bytes.h"

#include <string.h>
#include <uchardet/uchardet.h>

#define BUFFER_SIZE 65536

void
nsc_csv_bytes_init (NscCsvBytes *self, GInputStream *stream)
{
  *self = (NscCsvBytes) { .stream = g_object_ref (stream), .buffer = g_malloc (BUFFER_SIZE) };
}

void
nsc_csv_bytes_clear (NscCsvBytes *self)
{
  g_object_unref (self->stream);
  g_free (self->buffer);
}

gboolean
nsc_csv_bytes_refill (NscCsvBytes *self, GCancellable *cancellable, GError **error)
{
  self->at = 0;
  /* Streams of memory do not look. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !g_input_stream_read_all (self->stream, self->buffer, BUFFER_SIZE, &self->length, cancellable, error))
    {
      self->length = 0;
      return FALSE;
    }
  self->taken += self->length;
  self->drained = self->length < BUFFER_SIZE;
  return TRUE;
}

gboolean
nsc_csv_bytes_start_with (const NscCsvBytes *self, const char *bytes, gsize length)
{
  return self->length >= length && memcmp (self->buffer, bytes, length) == 0;
}

char *
nsc_csv_bytes_guess_encoding (const NscCsvBytes *self)
{
  uchardet_t detector = uchardet_new ();
  char *name = NULL;

  if (uchardet_handle_data (detector, (const char *) self->buffer, self->length) == 0)
    {
      uchardet_data_end (detector);
      name = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  if (name != NULL && (*name == '\0' || g_str_equal (name, "UTF-8") || g_str_equal (name, "ASCII")))
    g_clear_pointer (&name, g_free);
  return name;
}

void
nsc_csv_bytes_end (NscCsvBytes *self)
{
  self->drained = TRUE;
  self->at = self->length;
}
