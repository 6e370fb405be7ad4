/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-book.h"

/* Texts lie together in blocks of this size. */
#define BLOCK (256 * 1024)

struct _NscSourceBook
{
  GObject parent_instance;

  GStringChunk *texts;
  GPtrArray *sources;     /* of texts */
  GPtrArray *confidences; /* of interned texts, as many */
  GArray *counts;         /* of guint32, one per source and table */
  guint n_tables;
  gboolean has_own;
};

G_DEFINE_FINAL_TYPE (NscSourceBook, nsc_source_book, G_TYPE_OBJECT)

typedef struct
{
  NscSourceBook *book;
  GHashTable *by_key; /* confidence and source to index + 1 */
  guint table;
  gboolean is_own;
} Pass;

static guint
add_source (Pass *pass, const char *key, const char *source, const char *confidence)
{
  NscSourceBook *book = pass->book;
  char *kept = g_string_chunk_insert (book->texts, key);

  g_ptr_array_add (book->sources, kept + strlen (key) - strlen (source));
  g_ptr_array_add (book->confidences, (gpointer) g_intern_string (confidence));
  g_array_set_size (book->counts, book->counts->len + book->n_tables);
  g_hash_table_insert (pass->by_key, kept, GUINT_TO_POINTER (book->sources->len));
  return book->sources->len;
}

static gboolean
count_source (const char *source, const char *confidence, guint64 n, gpointer data, GError **error)
{
  Pass *pass = data;
  g_autofree char *key = g_strconcat (confidence, "\n", source, NULL);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (pass->by_key, key));

  if (found == 0)
    found = add_source (pass, key, source, confidence);
  g_array_index (pass->book->counts, guint32, (found - 1) * pass->book->n_tables + pass->table) += (guint32) n;
  pass->book->has_own = pass->book->has_own || pass->is_own;
  return TRUE;
}

static void
nsc_source_book_finalize (GObject *object)
{
  NscSourceBook *self = NSC_SOURCE_BOOK (object);

  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->confidences);
  g_array_unref (self->counts);
  G_OBJECT_CLASS (nsc_source_book_parent_class)->finalize (object);
}

static void
nsc_source_book_class_init (NscSourceBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_source_book_finalize;
}

static void
nsc_source_book_init (NscSourceBook *self)
{
  self->texts = g_string_chunk_new (BLOCK);
  self->sources = g_ptr_array_new ();
  self->confidences = g_ptr_array_new ();
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->n_tables = g_strv_length ((char **) nsc_table_list ());
}

NscSourceBook *
nsc_source_book_collect (NscReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscSourceBook) self = g_object_new (NSC_TYPE_SOURCE_BOOK, NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  Pass pass = { .book = self, .by_key = by_key };

  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++, pass.table++)
    {
      pass.is_own = !g_str_equal ((*table)->name, "countries");
      if (!nsc_reader_scan_sources (reader, *table, count_source, &pass, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

guint
nsc_source_book_get_n_sources (NscSourceBook *self)
{
  g_return_val_if_fail (NSC_IS_SOURCE_BOOK (self), 0);
  return self->sources->len;
}

gboolean
nsc_source_book_has_own (NscSourceBook *self)
{
  g_return_val_if_fail (NSC_IS_SOURCE_BOOK (self), FALSE);
  return self->has_own;
}

const char *
nsc_source_book_get_source (NscSourceBook *self, guint index)
{
  g_return_val_if_fail (NSC_IS_SOURCE_BOOK (self) && index < self->sources->len, NULL);
  return g_ptr_array_index (self->sources, index);
}

const char *
nsc_source_book_get_confidence (NscSourceBook *self, guint index)
{
  g_return_val_if_fail (NSC_IS_SOURCE_BOOK (self) && index < self->sources->len, NULL);
  return g_ptr_array_index (self->confidences, index);
}

guint64
nsc_source_book_count (NscSourceBook *self, guint index, const NscTable *table)
{
  guint64 n = 0;

  g_return_val_if_fail (NSC_IS_SOURCE_BOOK (self) && index < self->sources->len, 0);

  for (guint i = 0; i < self->n_tables; i++)
    if (table == NULL || nsc_table_list ()[i] == table)
      n += g_array_index (self->counts, guint32, index * self->n_tables + i);
  return n;
}
