/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-chunk-private.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

/* A chunk is the table's name with its length, the number of columns, then the rows: per cell a byte for the type, then
 * the number or the length and the bytes. Numbers are unsigned, seven bits a byte, the lowest first; integers fold
 * their sign into the lowest bit. */

struct _NscChunkWriter
{
  char *table;
  guint n_columns;
  GByteArray *bytes;
};

struct _NscChunkReader
{
  char *path;
  GBytes *bytes;
  const guint8 *next;
  const guint8 *end;
  char *table;
  guint n_columns;
};

static void
put_number (GByteArray *bytes, guint64 value)
{
  guint8 buffer[10];
  guint n = 0;

  for (; value >= 0x80; value >>= 7)
    buffer[n++] = (guint8) (value | 0x80);
  buffer[n++] = (guint8) value;
  g_byte_array_append (bytes, buffer, n);
}

static void
put_bytes (GByteArray *bytes, const void *data, gsize length)
{
  put_number (bytes, length);
  if (length > 0)
    g_byte_array_append (bytes, data, (guint) length);
}

static void
begin (NscChunkWriter *self)
{
  g_byte_array_set_size (self->bytes, 0);
  put_bytes (self->bytes, self->table, strlen (self->table));
  put_number (self->bytes, self->n_columns);
}

NscChunkWriter *
nsc_chunk_writer_new (const char *table, guint n_columns)
{
  NscChunkWriter *self = g_new0 (NscChunkWriter, 1);

  self->table = g_strdup (table);
  self->n_columns = n_columns;
  self->bytes = g_byte_array_new ();
  begin (self);
  return self;
}

void
nsc_chunk_writer_free (NscChunkWriter *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

void
nsc_chunk_writer_add (NscChunkWriter *self, const NscCell *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const guint8 type = (guint8) cells[i].type;
      guint64 folded = ((guint64) cells[i].integer << 1) ^ (guint64) (cells[i].integer >> 63);

      g_byte_array_append (self->bytes, &type, 1);
      if (type == SQLITE_TEXT || type == SQLITE_BLOB)
        put_bytes (self->bytes, cells[i].bytes, cells[i].length);
      else if (type != SQLITE_NULL)
        put_number (self->bytes, folded);
    }
}

gboolean
nsc_chunk_writer_is_full (NscChunkWriter *self)
{
  return self->bytes->len >= NSC_CHUNK_FULL_BYTES;
}

GBytes *
nsc_chunk_writer_end (NscChunkWriter *self, GError **error)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
  g_autoptr (GBytes) plain = g_bytes_new_static (self->bytes->data, self->bytes->len);
  GBytes *compressed = g_converter_convert_bytes (compressor, plain, error);

  begin (self);
  return compressed;
}

/* ---- reading ---- */

static gboolean
refuse (NscChunkReader *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
               _ ("The history of “%s” is damaged; nothing was changed; go back to a backup copy to redo further"),
               name);
  return FALSE;
}

static gboolean
get_number (NscChunkReader *self, guint64 *value)
{
  *value = 0;
  for (guint shift = 0; shift < 64 && self->next < self->end; shift += 7)
    {
      guint8 byte = *self->next++;

      *value |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static gboolean
get_bytes (NscChunkReader *self, const void **data, gsize *length)
{
  guint64 n;

  if (!get_number (self, &n) || n > (guint64) (self->end - self->next))
    return FALSE;
  *data = self->next;
  *length = (gsize) n;
  self->next += n;
  return TRUE;
}

/* A few bytes can claim to be gigabytes, so that the result is measured while it is made. */
static GBytes *
decompress (GBytes *chunk)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  gsize left, used = 0, read, written, room = 0;
  const guint8 *data = g_bytes_get_data (chunk, &left);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED)
    {
      if (used == plain->len)
        {
          room = MIN (MAX (room * 2, 64 * 1024), NSC_CHUNK_MAX_BYTES - used);
          if (room == 0)
            return NULL;
          g_byte_array_set_size (plain, (guint) (used + room));
        }
      result = g_converter_convert (decompressor, data, left, plain->data + used, plain->len - used,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      data += read;
      left -= read;
      used += written;
    }
  g_byte_array_set_size (plain, (guint) used);
  return g_byte_array_free_to_bytes (g_steal_pointer (&plain));
}

NscChunkReader *
nsc_chunk_reader_new (GBytes *chunk, const char *path, GError **error)
{
  g_autoptr (NscChunkReader) self = g_new0 (NscChunkReader, 1);
  guint64 n_columns;
  const void *table;
  gsize length;

  self->path = g_strdup (path);
  self->bytes = decompress (chunk);
  if (self->bytes == NULL)
    {
      refuse (self, error);
      return NULL;
    }
  self->next = g_bytes_get_data (self->bytes, &length);
  self->end = self->next + length;
  if (!get_bytes (self, &table, &length) || !get_number (self, &n_columns) || n_columns == 0 || n_columns > G_MAXUINT16)
    {
      refuse (self, error);
      return NULL;
    }
  self->table = g_strndup (table, length);
  self->n_columns = (guint) n_columns;
  return g_steal_pointer (&self);
}

void
nsc_chunk_reader_free (NscChunkReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->table);
  g_free (self->path);
  g_free (self);
}

const char *
nsc_chunk_reader_get_table (NscChunkReader *self)
{
  return self->table;
}

guint
nsc_chunk_reader_get_n_columns (NscChunkReader *self)
{
  return self->n_columns;
}

gboolean
nsc_chunk_reader_is_at_end (NscChunkReader *self)
{
  return self->next == self->end;
}

static gboolean
get_cell (NscChunkReader *self, NscCell *cell)
{
  guint64 folded;

  *cell = NSC_CELL_NULL;
  if (self->next == self->end)
    return FALSE;
  cell->type = *self->next++;
  switch (cell->type)
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      if (!get_number (self, &folded))
        return FALSE;
      cell->integer = (gint64) ((folded >> 1) ^ (~(folded & 1) + 1));
      return TRUE;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return get_bytes (self, &cell->bytes, &cell->length);
    default:
      return FALSE;
    }
}

gboolean
nsc_chunk_reader_next (NscChunkReader *self, NscCell *cells, GError **error)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (!get_cell (self, &cells[i]))
      return refuse (self, error);
  return TRUE;
}
