/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The bytes of a stream, a buffer at a time, for the automaton that reads CSV: one after another, or as many as the
 * buffer holds, by which a mark, a delimiter and an encoding are told. Holds a reference to its stream. One thread. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* What stands for a byte where there is none. */
#define NSC_CSV_END_OF_FILE (-1)
#define NSC_CSV_READ_ERROR (-2)

typedef struct
{
  GInputStream *stream;
  guint8 *buffer;
  gsize at, length; /* within it */
  guint64 taken;    /* from the stream */
  gboolean drained; /* the stream has no more */
} NscCsvBytes;

void nsc_csv_bytes_init (NscCsvBytes *self, GInputStream *stream);
void nsc_csv_bytes_clear (NscCsvBytes *self);

/* Fills the buffer as far as the stream goes, so that the whole beginning of a file can be looked at. */
gboolean nsc_csv_bytes_refill (NscCsvBytes *self, GCancellable *cancellable, GError **error);

/* Whether the buffer begins with these. */
gboolean nsc_csv_bytes_start_with (const NscCsvBytes *self, const char *bytes, gsize length);

/* The name of the encoding that the bytes at hand look like, NULL where nothing is certain. To be freed. */
char *nsc_csv_bytes_guess_encoding (const NscCsvBytes *self);

/* From now on there is no more. */
void nsc_csv_bytes_end (NscCsvBytes *self);

/* The next byte. Within the header, because it is asked for every byte of a file. */
static inline int
nsc_csv_bytes_next (NscCsvBytes *self, GCancellable *cancellable, GError **error)
{
  if (self->at == self->length)
    {
      if (self->drained)
        return NSC_CSV_END_OF_FILE;
      if (!nsc_csv_bytes_refill (self, cancellable, error))
        return NSC_CSV_READ_ERROR;
      if (self->length == 0)
        return NSC_CSV_END_OF_FILE;
    }
  return self->buffer[self->at++];
}

G_END_DECLS
