/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-digest-private.h"

#include "nsc-hash-private.h"

typedef struct
{
  const char *table; /* of the layout; its address stands for it */
  gint64 chunk;
  guint64 sum;
} Chunk;

struct _NscDigest
{
  GHashTable *chunks; /* set of Chunk */
  Chunk *last;        /* rows come mostly in their order */
};

static guint
chunk_hash (gconstpointer data)
{
  const Chunk *chunk = data;

  return g_direct_hash (chunk->table) ^ (guint) ((guint64) chunk->chunk * 2654435761u);
}

static gboolean
chunk_equal (gconstpointer a, gconstpointer b)
{
  const Chunk *x = a, *y = b;

  return x->table == y->table && x->chunk == y->chunk;
}

static guint64 *
find_sum (NscDigest *self, const NscLayout *layout, gint64 row)
{
  Chunk probe = { .table = layout->table, .chunk = row >> NSC_DIGEST_CHUNK_BITS };

  if (self->last != NULL && chunk_equal (self->last, &probe))
    return &self->last->sum;
  self->last = g_hash_table_lookup (self->chunks, &probe);
  if (self->last == NULL)
    {
      self->last = g_memdup2 (&probe, sizeof probe);
      g_hash_table_add (self->chunks, self->last);
    }
  return &self->last->sum;
}

static guint64
hash_cell (const NscLayout *layout, guint column, gint64 row, const NscCell *cell)
{
  guint64 hash = nsc_hash_integer (layout->seeds[column], (guint64) row);

  hash = nsc_hash_integer (hash, (guint64) cell->type);
  if (cell->type == SQLITE_INTEGER || cell->type == SQLITE_FLOAT)
    return nsc_hash_integer (hash, (guint64) cell->integer);
  return nsc_hash_bytes (hash, cell->bytes, cell->length);
}

static gboolean
flush_chunk (NscConnection *connection, const Chunk *chunk, GError **error)
{
  g_autoptr (NscStatement) get = NULL;
  g_autoptr (NscStatement) set = NULL;
  NscStatementState state;
  guint64 sum;

  get = nsc_statement_take (connection, "SELECT hash FROM digest WHERE subject_table = ?1 AND chunk = ?2", error);
  if (get == NULL)
    return FALSE;
  nsc_statement_bind_text (get, 1, chunk->table);
  nsc_statement_bind_integer (get, 2, chunk->chunk);
  state = nsc_statement_step (get, error);
  if (state == NSC_STATEMENT_FAILED)
    return FALSE;
  sum = chunk->sum + (state == NSC_STATEMENT_ROW ? (guint64) nsc_statement_get_integer (get, 0) : 0);

  /* No row stands for 0, so that the sums of an emptied chunk leave no trace. */
  set = nsc_statement_take (connection,
                            sum != 0 ? "INSERT OR REPLACE INTO digest (subject_table, chunk, hash) VALUES (?1, ?2, ?3)"
                                     : "DELETE FROM digest WHERE subject_table = ?1 AND chunk = ?2 AND ?3 = 0",
                            error);
  if (set == NULL)
    return FALSE;
  nsc_statement_bind_text (set, 1, chunk->table);
  nsc_statement_bind_integer (set, 2, chunk->chunk);
  nsc_statement_bind_integer (set, 3, (gint64) sum);
  return nsc_statement_run (set, error);
}

NscDigest *
nsc_digest_new (void)
{
  NscDigest *self = g_new0 (NscDigest, 1);

  self->chunks = g_hash_table_new_full (chunk_hash, chunk_equal, g_free, NULL);
  return self;
}

void
nsc_digest_free (NscDigest *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->chunks);
  g_free (self);
}

void
nsc_digest_add (NscDigest *self, const NscLayout *layout, guint column, gint64 row, const NscCell *cell)
{
  if (cell->type != SQLITE_NULL)
    *find_sum (self, layout, row) += hash_cell (layout, column, row, cell);
}

void
nsc_digest_remove (NscDigest *self, const NscLayout *layout, guint column, gint64 row, const NscCell *cell)
{
  if (cell->type != SQLITE_NULL)
    *find_sum (self, layout, row) -= hash_cell (layout, column, row, cell);
}

void
nsc_digest_add_row (NscDigest *self, const NscLayout *layout, const NscCell *cells)
{
  for (guint i = 1; i < layout->n_columns; i++)
    nsc_digest_add (self, layout, i, cells[0].integer, &cells[i]);
}

void
nsc_digest_remove_row (NscDigest *self, const NscLayout *layout, const NscCell *cells)
{
  for (guint i = 1; i < layout->n_columns; i++)
    nsc_digest_remove (self, layout, i, cells[0].integer, &cells[i]);
}

gboolean
nsc_digest_flush (NscDigest *self, NscConnection *connection, GError **error)
{
  GHashTableIter iter;
  gpointer chunk;

  g_hash_table_iter_init (&iter, self->chunks);
  while (g_hash_table_iter_next (&iter, &chunk, NULL))
    if (!flush_chunk (connection, chunk, error))
      return FALSE;
  g_hash_table_remove_all (self->chunks);
  self->last = NULL;
  return TRUE;
}

/* ---- comparing ---- */

static gboolean
add_table (NscDigest *self, NscConnection *connection, const NscLayout *layout, GError **error)
{
  g_autoptr (NscStatement) scan = nsc_statement_take (connection, layout->scan, error);
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  NscStatementState state;

  if (scan == NULL)
    return FALSE;
  nsc_statement_bind_integer (scan, 1, G_MININT64);
  nsc_statement_bind_integer (scan, 2, G_MAXINT64);
  while ((state = nsc_statement_step (scan, error)) == NSC_STATEMENT_ROW)
    {
      for (guint i = 0; i < layout->n_columns; i++)
        cells[i] = nsc_statement_get_cell (scan, (int) i);
      nsc_digest_add_row (self, layout, cells);
    }
  return state == NSC_STATEMENT_DONE;
}

static gboolean
subtract_stored (NscDigest *self, NscConnection *connection, const NscLayout *layout, GError **error)
{
  g_autoptr (NscStatement) select =
      nsc_statement_take (connection, "SELECT chunk, hash FROM digest WHERE subject_table = ?1", error);
  NscStatementState state;

  if (select == NULL)
    return FALSE;
  nsc_statement_bind_text (select, 1, layout->table);
  while ((state = nsc_statement_step (select, error)) == NSC_STATEMENT_ROW)
    {
      gint64 row = (gint64) ((guint64) nsc_statement_get_integer (select, 0) << NSC_DIGEST_CHUNK_BITS);

      *find_sum (self, layout, row) -= (guint64) nsc_statement_get_integer (select, 1);
    }
  return state == NSC_STATEMENT_DONE;
}

static int
compare_chunks (gconstpointer a, gconstpointer b)
{
  const Chunk *x = a, *y = b;

  return x->chunk < y->chunk ? -1 : x->chunk > y->chunk;
}

static void
tell_rest (NscDigest *self, const char *table, NscDigestFunc func, gpointer data)
{
  g_autoptr (GPtrArray) chunks = g_hash_table_get_keys_as_ptr_array (self->chunks);

  g_ptr_array_sort_values (chunks, compare_chunks);
  for (guint i = 0; i < chunks->len; i++)
    {
      const Chunk *chunk = g_ptr_array_index (chunks, i);
      gint64 first = (gint64) ((guint64) chunk->chunk << NSC_DIGEST_CHUNK_BITS);

      if (chunk->sum != 0)
        func (table, MAX (first, 1), first + (1 << NSC_DIGEST_CHUNK_BITS) - 1, data);
    }
}

gboolean
nsc_digest_compare_gathered (NscDigest *self,
                             NscConnection *connection,
                             const NscLayout *layout,
                             NscDigestFunc func,
                             gpointer data,
                             GError **error)
{
  if (!subtract_stored (self, connection, layout, error))
    return FALSE;
  tell_rest (self, layout->table, func, data);
  return TRUE;
}

gboolean
nsc_digest_compare (NscConnection *connection, NscDigestFunc func, gpointer data, GError **error)
{
  const char *const *tables = nsc_layout_list_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (NscDigest) self = nsc_digest_new ();
      const NscLayout *layout = nsc_layout_get (connection, tables[i], error);

      if (layout == NULL || !add_table (self, connection, layout, error) ||
          !nsc_digest_compare_gathered (self, connection, layout, func, data, error))
        return FALSE;
    }
  return TRUE;
}
