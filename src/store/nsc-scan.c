/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scan-private.h"

#include <string.h>

/* Texts of a batch beyond this end it early. */
#define MAX_TEXT_BYTES (8 * 1024 * 1024)

gboolean
nsc_scan_date_read (NscScanDate *self, NscStatement *row, int column, NscDate *date, GError **error)
{
  const char *text = nsc_statement_get_text (row, column);

  if (strcmp (text, self->text) != 0)
    {
      if (!nsc_date_parse (text, NSC_DATE_STYLE_ISO, &self->date, error))
        return FALSE;
      g_strlcpy (self->text, text, sizeof self->text);
    }
  *date = self->date;
  return TRUE;
}

void
nsc_scan_texts_init (NscScanTexts *self)
{
  self->chunk = g_string_chunk_new (64 * 1024);
  self->n_bytes = 0;
}

void
nsc_scan_texts_clear (NscScanTexts *self)
{
  g_string_chunk_free (self->chunk);
}

void
nsc_scan_texts_reset (NscScanTexts *self)
{
  g_string_chunk_clear (self->chunk);
  self->n_bytes = 0;
}

const char *
nsc_scan_texts_keep (NscScanTexts *self, NscStatement *row, int column, const char **last)
{
  const char *text = nsc_statement_get_text (row, column);

  if (*text == '\0')
    return "";
  if (*last == NULL || strcmp (text, *last) != 0)
    {
      gsize length = strlen (text);

      self->n_bytes += length + 1;
      *last = g_string_chunk_insert_len (self->chunk, text, (gssize) length);
    }
  return *last;
}

gboolean
nsc_scan_texts_is_full (const NscScanTexts *self)
{
  return self->n_bytes > MAX_TEXT_BYTES;
}

gboolean
nsc_scan_is_unverified (NscStatement *row, int column)
{
  return strcmp (nsc_statement_get_text (row, column), "unverified") == 0;
}
