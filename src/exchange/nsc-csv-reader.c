/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-csv-reader.h"

#include "nsc-csv-bytes.h"
#include "nsc-error.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _NscCsvReader
{
  NscCsvBytes bytes;
  gboolean after_return; /* the last byte was a \r that ended a record; a \n now belongs to it */

  char delimiter;
  char *encoding; /* what the file seems to be written in, once something was not UTF-8 */
  GPtrArray *columns;
  guint64 row;

  /* The record being read */
  GString *text;  /* its fields, each ended by NUL */
  GArray *starts; /* of gsize */
  guint n_fields; /* also those beyond the columns, which are not kept */
  gboolean quoted;
  GError *problem; /* the first one */
  gboolean fatal;
  guint place;
};

/* ---- refusals ---- */

/* Only the first problem of a record is told, since the rest may follow from it. */
static void G_GNUC_PRINTF (3, 4) refuse (NscCsvReader *self, guint place, const char *format, ...)
{
  va_list arguments;

  if (self->problem != NULL)
    return;
  va_start (arguments, format);
  self->problem = g_error_new_valist (NSC_ERROR, NSC_ERROR_INPUT, format, arguments);
  va_end (arguments);
  self->place = place;
}

static void
refuse_encoding (NscCsvReader *self, guint place)
{
  if (self->encoding == NULL)
    {
      self->encoding = nsc_csv_bytes_guess_encoding (&self->bytes);
      if (self->encoding == NULL)
        self->encoding = g_strdup ("");
    }
  if (*self->encoding != '\0')
    refuse (self, place, _ ("The text is not UTF-8 but seems to be %s; save the file as UTF-8 and import it again"),
            self->encoding);
  else
    refuse (self, place, _ ("The text is not UTF-8; save the file as UTF-8 and import it again"));
}

/* ---- fields ---- */

static void
begin_record (NscCsvReader *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->n_fields = 0;
  self->quoted = FALSE;
  self->fatal = FALSE;
  g_clear_error (&self->problem);
  self->row++;
}

static void
begin_field (NscCsvReader *self)
{
  gsize start = self->text->len;

  g_array_append_val (self->starts, start);
  self->n_fields++;
}

static gsize
field_length (const NscCsvReader *self)
{
  return self->text->len - g_array_index (self->starts, gsize, self->starts->len - 1);
}

/* Whether the field before the record's end counts; those beyond the header's are only counted. */
static gboolean
is_surplus (const NscCsvReader *self)
{
  return self->columns->len > 0 && self->n_fields > self->columns->len;
}

static void
end_field (NscCsvReader *self)
{
  gsize start = g_array_index (self->starts, gsize, self->starts->len - 1);

  if (is_surplus (self))
    {
      g_string_truncate (self->text, start);
      g_array_set_size (self->starts, self->starts->len - 1);
      return;
    }
  if (!g_utf8_validate_len (self->text->str + start, self->text->len - start, NULL))
    {
      if (memchr (self->text->str + start, '\0', self->text->len - start) != NULL)
        refuse (self, self->n_fields - 1, _ ("The text has a NUL byte; take it out or save the file as CSV again"));
      else
        refuse_encoding (self, self->n_fields - 1);
    }
  g_string_append_c (self->text, '\0');
  if (nsc_text_csv_is_guarded (self->text->str + start))
    g_string_erase (self->text, (gssize) start, 1);
}

/* The apostrophe before what a spreadsheet would take for a formula is no part of the text. */
static gsize
most_bytes (const NscCsvReader *self)
{
  const char *field = self->text->str + g_array_index (self->starts, gsize, self->starts->len - 1);

  return NSC_CSV_MAX_FIELD_BYTES + (*field == '\'' ? 1 : 0);
}

static void
append_byte (NscCsvReader *self, char byte)
{
  if (field_length (self) >= NSC_CSV_MAX_FIELD_BYTES && field_length (self) >= most_bytes (self))
    {
      if (self->quoted)
        refuse (self, self->n_fields - 1,
                _ ("The text in quotes is longer than 1 MiB; is its closing quote missing? Shorten or close it"));
      else
        refuse (self, self->n_fields - 1, _ ("The text is longer than 1 MiB; shorten it"));
      self->fatal = TRUE;
      return;
    }
  if (self->text->len >= NSC_CSV_MAX_ROW_BYTES)
    {
      refuse (self, self->n_fields - 1, _ ("The row is longer than 16 MiB; shorten it"));
      self->fatal = TRUE;
      return;
    }
  g_string_append_c (self->text, byte);
}

/* ---- records ---- */

typedef enum
{
  STATE_START,  /* at the start of a field */
  STATE_PLAIN,  /* in a field without quotes */
  STATE_QUOTED, /* between quotes */
  STATE_CLOSED, /* after a quote that closes the field or is half of a doubled one */
  STATE_LOST,   /* after text behind a closing quote: nothing up to the end of the line can be trusted */
} State;

/* One byte outside quotes, after START and what belongs to it. Gives FALSE where the record ends. */
static gboolean
take_plain (NscCsvReader *self, State *state, int byte)
{
  if (byte == '\n' || byte == '\r')
    {
      self->after_return = byte == '\r';
      return FALSE;
    }
  if (*state == STATE_LOST)
    return TRUE;
  if (byte == self->delimiter)
    {
      end_field (self);
      begin_field (self);
      *state = STATE_START;
      return TRUE;
    }
  if (*state == STATE_CLOSED)
    {
      refuse (self, self->n_fields - 1,
              _ ("There is text after the closing quote; double the quotes inside the text, as in \"say \"\"no\"\"\""));
      *state = STATE_LOST;
      return TRUE;
    }
  append_byte (self, (char) byte);
  *state = STATE_PLAIN;
  return TRUE;
}

/* One byte of the record; FALSE where it ends. */
static gboolean
take_byte (NscCsvReader *self, State *state, int byte)
{
  if (*state == STATE_QUOTED)
    {
      if (byte == '"')
        *state = STATE_CLOSED;
      else
        append_byte (self, (char) byte);
      return TRUE;
    }
  if (byte == '"' && *state == STATE_START)
    {
      self->quoted = TRUE;
      *state = STATE_QUOTED;
      return TRUE;
    }
  if (byte == '"' && *state == STATE_CLOSED)
    {
      append_byte (self, '"');
      *state = STATE_QUOTED;
      return TRUE;
    }
  return take_plain (self, state, byte);
}

/* Refuses a header with too many columns, and a row of so many fields that only counting them would take long. */
static gboolean
is_too_wide (NscCsvReader *self)
{
  if (self->columns->len > 0 && self->n_fields <= NSC_CSV_MAX_FIELDS)
    return FALSE;
  if (self->columns->len == 0)
    refuse (self, NSC_CSV_MAX_COLUMNS, _ ("There are more than 2,000 columns; leave some out"));
  else
    refuse (self, self->columns->len,
            _ ("The row has more than 100,000 fields; is the end of its line missing? End it"));
  self->fatal = TRUE;
  return TRUE;
}

/* Reads to the end of the record; END where the file has no more. */
static NscCsvStatus
read_record (NscCsvReader *self, GCancellable *cancellable, GError **error)
{
  State state = STATE_START;
  int byte = nsc_csv_bytes_next (&self->bytes, cancellable, error);

  if (byte == '\n' && self->after_return)
    byte = nsc_csv_bytes_next (&self->bytes, cancellable, error);
  self->after_return = FALSE;
  if (byte == NSC_CSV_END_OF_FILE)
    return NSC_CSV_END;

  begin_record (self);
  begin_field (self);
  while (byte >= 0 && take_byte (self, &state, byte) && !self->fatal)
    {
      if (self->n_fields > NSC_CSV_MAX_COLUMNS && is_too_wide (self))
        break;
      byte = nsc_csv_bytes_next (&self->bytes, cancellable, error);
    }
  if (byte == NSC_CSV_READ_ERROR)
    return NSC_CSV_FAILED;
  if (byte == NSC_CSV_END_OF_FILE && state == STATE_QUOTED)
    {
      refuse (self, self->n_fields - 1, _ ("A quote opens here and is never closed; close it"));
      self->fatal = TRUE;
    }
  end_field (self);
  return NSC_CSV_ROW;
}

static gboolean
is_blank_line (const NscCsvReader *self)
{
  return self->n_fields == 1 && self->text->len == 1 && !self->quoted;
}

static NscCsvStatus
read_filled_record (NscCsvReader *self, GCancellable *cancellable, GError **error)
{
  NscCsvStatus status;

  do
    status = read_record (self, cancellable, error);
  while (status == NSC_CSV_ROW && is_blank_line (self) && self->problem == NULL);
  return status;
}

/* ---- the header ---- */

/* The mark that parts most names of the first line. */
static char
find_delimiter (const NscCsvReader *self)
{
  static const char marks[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (marks)] = { 0 };
  gboolean inside = FALSE;
  guint best = 0;

  for (gsize i = self->bytes.at; i < self->bytes.length; i++)
    {
      guint8 byte = self->bytes.buffer[i];

      if (byte == '"')
        inside = !inside;
      if (inside)
        continue;
      if (byte == '\n' || byte == '\r')
        break;
      for (guint mark = 0; mark < G_N_ELEMENTS (marks); mark++)
        counts[mark] += byte == (guint8) marks[mark];
    }
  for (guint mark = 1; mark < G_N_ELEMENTS (marks); mark++)
    if (counts[mark] > counts[best])
      best = mark;
  return marks[best];
}

static gboolean
begin_file (NscCsvReader *self, GCancellable *cancellable, GError **error)
{
  NscCsvBytes *bytes = &self->bytes;

  if (!nsc_csv_bytes_refill (bytes, cancellable, error))
    return FALSE;
  self->row = 1;
  if (nsc_csv_bytes_start_with (bytes, "\xff\xfe", 2) || nsc_csv_bytes_start_with (bytes, "\xfe\xff", 2))
    refuse (self, 0, _ ("The file is UTF-16; save it as UTF-8 and import it again"));
  else if (bytes->length == 0)
    refuse (self, 0, _ ("The file is empty; its first row must name the columns"));
  if (self->problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->problem));
      return FALSE;
    }
  self->row = 0;
  if (nsc_csv_bytes_start_with (bytes, "\xef\xbb\xbf", 3))
    bytes->at = 3;
  /* Blank lines above the header are only counted. */
  while (bytes->at < bytes->length && (bytes->buffer[bytes->at] == '\n' || bytes->buffer[bytes->at] == '\r'))
    {
      gboolean pair =
          bytes->buffer[bytes->at] == '\r' && bytes->at + 1 < bytes->length && bytes->buffer[bytes->at + 1] == '\n';

      bytes->at += pair ? 2 : 1;
      self->row++;
    }
  self->delimiter = find_delimiter (self);
  return TRUE;
}

/* ---- public ---- */

NscCsvReader *
nsc_csv_reader_new (GInputStream *stream)
{
  NscCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (NscCsvReader, 1);
  nsc_csv_bytes_init (&self->bytes, stream);
  self->delimiter = ',';
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
nsc_csv_reader_free (NscCsvReader *self)
{
  if (self == NULL)
    return;
  nsc_csv_bytes_clear (&self->bytes);
  g_free (self->encoding);
  g_ptr_array_unref (self->columns);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_clear_error (&self->problem);
  g_free (self);
}

gboolean
nsc_csv_reader_read_header (NscCsvReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  NscCsvStatus status;

  g_return_val_if_fail (self->columns->len == 0, FALSE);

  if (!begin_file (self, cancellable, error))
    return FALSE;
  status = read_filled_record (self, cancellable, error);
  if (status == NSC_CSV_FAILED)
    return FALSE;
  if (status == NSC_CSV_END)
    {
      self->row = 1;
      refuse (self, 0, _ ("The file is empty; its first row must name the columns"));
    }
  if (self->problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->problem));
      return FALSE;
    }
  for (guint i = 0; i < self->n_fields; i++)
    g_ptr_array_add (names, g_strstrip (g_strdup (nsc_csv_reader_get_field (self, i))));
  g_ptr_array_extend_and_steal (self->columns, g_steal_pointer (&names));
  return TRUE;
}

guint
nsc_csv_reader_get_n_columns (const NscCsvReader *self)
{
  return self->columns->len;
}

const char *
nsc_csv_reader_get_column (const NscCsvReader *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, "");

  return g_ptr_array_index (self->columns, column);
}

char
nsc_csv_reader_get_delimiter (const NscCsvReader *self)
{
  return self->delimiter;
}

NscCsvStatus
nsc_csv_reader_next (NscCsvReader *self, GCancellable *cancellable, GError **error)
{
  NscCsvStatus status;

  g_return_val_if_fail (self->columns->len > 0, NSC_CSV_END);

  status = read_filled_record (self, cancellable, error);
  if (status != NSC_CSV_ROW)
    return status;
  if (self->n_fields < self->columns->len)
    refuse (self, self->n_fields,
            ngettext ("The row has %1$u field but the header names %2$u columns; add the missing ones",
                      "The row has %1$u fields but the header names %2$u columns; add the missing ones",
                      self->n_fields),
            self->n_fields, self->columns->len);
  else if (self->n_fields > self->columns->len)
    refuse (self, self->columns->len,
            _ ("The row has %1$u fields but the header names %2$u columns; put text with a delimiter in quotes"),
            self->n_fields, self->columns->len);
  if (self->problem == NULL)
    return NSC_CSV_ROW;
  g_propagate_error (error, g_steal_pointer (&self->problem));
  if (!self->fatal)
    return NSC_CSV_BAD_ROW;
  /* What stands behind cannot be told apart any more. */
  nsc_csv_bytes_end (&self->bytes);
  return NSC_CSV_FAILED;
}

const char *
nsc_csv_reader_get_field (const NscCsvReader *self, guint column)
{
  g_return_val_if_fail (column < self->starts->len, "");

  return self->text->str + g_array_index (self->starts, gsize, column);
}

guint64
nsc_csv_reader_get_row (const NscCsvReader *self)
{
  return self->row;
}

char *
nsc_csv_reader_dup_place (const NscCsvReader *self)
{
  return nsc_csv_reader_dup_column_name (self, self->place);
}

char *
nsc_csv_reader_dup_column_name (const NscCsvReader *self, guint column)
{
  if (column < self->columns->len && *nsc_csv_reader_get_column (self, column) != '\0')
    return nsc_text_to_line (nsc_csv_reader_get_column (self, column));
  return g_strdup_printf ("%u", column + 1);
}

guint64
nsc_csv_reader_get_position (const NscCsvReader *self)
{
  return self->bytes.taken;
}
