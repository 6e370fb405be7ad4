/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-batch-private.h"

#include "nsc-chunk-private.h"
#include "nsc-error.h"
#include "nsc-history-private.h"

#include <glib/gi18n-lib.h>

/* Where the rows of one table are: all of the batch lie between these, but not all between these are the batch's. */
typedef struct
{
  char *table;
  gint64 first;
  gint64 last;
  gint64 count;
} Range;

struct _NscBatch
{
  GPtrArray *ranges; /* of Range, in the order of first appearance */
};

static void
range_free (gpointer data)
{
  Range *self = data;

  g_free (self->table);
  g_free (self);
}

static gboolean
refuse (NscConnection *connection, GError **error)
{
  g_autofree char *name = g_filename_display_name (connection->path);

  g_set_error (error, NSC_ERROR, NSC_ERROR_DAMAGED,
               _ ("The rows of “%s” are not as its history says; nothing was changed; check the project, or go back to "
                  "a backup copy"),
               name);
  return FALSE;
}

static Range *
find_range (NscBatch *self, const char *table)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      Range *range = g_ptr_array_index (self->ranges, i);

      if (g_str_equal (range->table, table))
        return range;
    }
  return NULL;
}

NscBatch *
nsc_batch_new (void)
{
  NscBatch *self = g_new0 (NscBatch, 1);

  self->ranges = g_ptr_array_new_with_free_func (range_free);
  return self;
}

void
nsc_batch_free (NscBatch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ranges);
  g_free (self);
}

void
nsc_batch_note (NscBatch *self, const char *table, gint64 row)
{
  Range *range = find_range (self, table);

  if (range == NULL)
    {
      range = g_new0 (Range, 1);
      range->table = g_strdup (table);
      range->first = row;
      g_ptr_array_add (self->ranges, range);
    }
  range->last = row;
  range->count++;
}

void
nsc_batch_forget (NscBatch *self, const char *table)
{
  find_range (self, table)->count--;
}

guint64
nsc_batch_get_count (NscBatch *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->ranges->len; i++)
    n += (guint64) ((Range *) g_ptr_array_index (self->ranges, i))->count;
  return n;
}

/* ---- as a part of the step: "table first last count" a line ---- */

gboolean
nsc_batch_write (NscBatch *self, NscConnection *connection, gint64 step, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->ranges->len; i++)
    {
      const Range *range = g_ptr_array_index (self->ranges, i);

      if (range->count > 0)
        g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                                range->table, range->first, range->last, range->count);
    }
  return nsc_history_add_part (connection, step, NSC_PART_BATCH, text->str, text->len, error);
}

static gboolean
parse_range (NscBatch *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree Range *range = g_new0 (Range, 1);

  if (g_strv_length (words) != 4 || !g_ascii_string_to_signed (words[1], 10, 1, G_MAXINT64, &range->first, NULL) ||
      !g_ascii_string_to_signed (words[2], 10, range->first, G_MAXINT64 - 1, &range->last, NULL) ||
      !g_ascii_string_to_signed (words[3], 10, 1, G_MAXINT64, &range->count, NULL))
    return FALSE;
  range->table = g_strdup (words[0]);
  g_ptr_array_add (self->ranges, g_steal_pointer (&range));
  return TRUE;
}

static NscBatch *
read_batch (NscConnection *connection, gint64 step, GError **error)
{
  g_autoptr (NscBatch) self = nsc_batch_new ();
  g_autoptr (GBytes) part = nsc_history_join_parts (connection, step, NSC_PART_BATCH, error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (part == NULL)
    return NULL;
  if (g_bytes_get_size (part) == 0)
    return g_steal_pointer (&self);
  text = g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !parse_range (self, lines[i]))
      {
        refuse (connection, error);
        return NULL;
      }
  return g_steal_pointer (&self);
}

/* ---- taking out ---- */

typedef struct
{
  NscConnection *connection;
  gint64 step;
  NscDigest *digest;
  const NscLayout *layout;
  NscChunkWriter *chunk;
  gint64 n_rows;
} TakeOut;

static gboolean
is_of_batch (const TakeOut *self, const NscCell *cells)
{
  return cells[self->layout->batch].type == SQLITE_INTEGER && cells[self->layout->batch].integer == self->step;
}

/* Gathers rows from FIRST on until the chunk is full or LAST is passed; DONE is the last row that was looked at. */
static gboolean
gather (TakeOut *self, gint64 first, gint64 last, gint64 *done, GError **error)
{
  g_autoptr (NscStatement) scan = nsc_statement_take (self->connection, self->layout->scan, error);
  NscStatementState state = NSC_STATEMENT_DONE;
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];

  if (scan == NULL)
    return FALSE;
  *done = last;
  nsc_statement_bind_integer (scan, 1, first);
  nsc_statement_bind_integer (scan, 2, last);
  while (!nsc_chunk_writer_is_full (self->chunk) && (state = nsc_statement_step (scan, error)) == NSC_STATEMENT_ROW)
    {
      for (guint i = 0; i < self->layout->n_columns; i++)
        cells[i] = nsc_statement_get_cell (scan, (int) i);
      if (!is_of_batch (self, cells))
        continue;
      nsc_chunk_writer_add (self->chunk, cells);
      nsc_digest_remove_row (self->digest, self->layout, cells);
      self->n_rows++;
      *done = cells[0].integer;
    }
  if (state == NSC_STATEMENT_DONE)
    *done = last;
  return state != NSC_STATEMENT_FAILED;
}

static gboolean
put_away (TakeOut *self, gint64 first, gint64 last, GError **error)
{
  g_autoptr (NscStatement) remove = nsc_statement_take (self->connection, self->layout->remove_batch, error);
  g_autoptr (GBytes) chunk = nsc_chunk_writer_end (self->chunk, error);

  if (remove == NULL || chunk == NULL ||
      !nsc_history_add_part (self->connection, self->step, NSC_PART_ROWS, g_bytes_get_data (chunk, NULL),
                             g_bytes_get_size (chunk), error))
    return FALSE;
  nsc_statement_bind_integer (remove, 1, first);
  nsc_statement_bind_integer (remove, 2, last);
  nsc_statement_bind_integer (remove, 3, self->step);
  return nsc_statement_run (remove, error);
}

static gboolean
take_out_range (NscConnection *connection, gint64 step, const Range *range, NscDigest *digest, GError **error)
{
  TakeOut self = { .connection = connection, .step = step, .digest = digest };
  g_autoptr (NscChunkWriter) chunk = NULL;
  gint64 first = range->first, done;

  self.layout = nsc_layout_get (connection, range->table, error);
  if (self.layout == NULL)
    return FALSE;
  if (self.layout->batch == 0)
    return refuse (connection, error);
  chunk = self.chunk = nsc_chunk_writer_new (range->table, self.layout->n_columns);
  for (; first <= range->last; first = done + 1)
    if (!gather (&self, first, range->last, &done, error) || !put_away (&self, first, done, error))
      return FALSE;
  return self.n_rows == range->count || refuse (connection, error);
}

gboolean
nsc_batch_take_out (NscConnection *connection, gint64 step, NscDigest *digest, GError **error)
{
  g_autoptr (NscBatch) self = read_batch (connection, step, error);

  if (self == NULL)
    return FALSE;
  /* Those that were added last name the others. */
  for (guint i = self->ranges->len; i-- > 0;)
    if (!take_out_range (connection, step, g_ptr_array_index (self->ranges, i), digest, error))
      return FALSE;
  return TRUE;
}

/* ---- putting back ---- */

typedef struct
{
  NscConnection *connection;
  NscDigest *digest;
  gint64 n_rows;
} PutBack;

static gboolean
put_back_row (PutBack *self, const NscLayout *layout, NscStatement *insert, const NscCell *cells, GError **error)
{
  for (guint i = 0; i < layout->n_columns; i++)
    nsc_statement_bind_cell (insert, (int) i + 1, &cells[i]);
  if (!nsc_statement_run (insert, error))
    return FALSE;
  nsc_digest_add_row (self->digest, layout, cells);
  self->n_rows++;
  return TRUE;
}

static gboolean
put_back_cb (GBytes *part, gpointer data, GError **error)
{
  PutBack *self = data;
  g_autoptr (NscChunkReader) chunk = nsc_chunk_reader_new (part, self->connection->path, error);
  g_autoptr (NscStatement) insert = NULL;
  const NscLayout *layout;
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];

  if (chunk == NULL)
    return FALSE;
  layout = nsc_layout_get (self->connection, nsc_chunk_reader_get_table (chunk), error);
  if (layout == NULL)
    return FALSE;
  if (nsc_chunk_reader_get_n_columns (chunk) > layout->n_columns)
    return refuse (self->connection, error);
  insert = nsc_statement_take (self->connection, layout->insert, error);
  if (insert == NULL)
    return FALSE;
  /* Columns that came with a later schema are blank. */
  for (guint i = 0; i < layout->n_columns; i++)
    cells[i] = NSC_CELL_NULL;
  while (!nsc_chunk_reader_is_at_end (chunk))
    if (!nsc_chunk_reader_next (chunk, cells, error) || !put_back_row (self, layout, insert, cells, error))
      return FALSE;
  return TRUE;
}

gboolean
nsc_batch_put_back (NscConnection *connection, gint64 step, NscDigest *digest, GError **error)
{
  g_autoptr (NscBatch) batch = read_batch (connection, step, error);
  PutBack self = { .connection = connection, .digest = digest };

  if (batch == NULL || !nsc_history_scan_parts (connection, step, NSC_PART_ROWS, put_back_cb, &self, error))
    return FALSE;
  if ((guint64) self.n_rows != nsc_batch_get_count (batch))
    return refuse (connection, error);
  return nsc_history_drop_parts (connection, step, NSC_PART_ROWS, error);
}
