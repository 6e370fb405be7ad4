/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-list.h"

/* A source while it is put in order. */
typedef struct
{
  guint index;
  int rank; /* of its confidence */
  guint64 count;
  const char *key; /* of its letters, NULL where they do not matter */
} Entry;

struct _NscSourceList
{
  GObject parent_instance;

  NscSourceBook *book;
  GArray *indexes; /* of guint */
};

/* ---- list model ---- */

static GType
nsc_source_list_get_item_type (GListModel *model)
{
  return NSC_TYPE_SOURCE_ITEM;
}

static guint
nsc_source_list_get_n_items (GListModel *model)
{
  return NSC_SOURCE_LIST (model)->indexes->len;
}

static gpointer
nsc_source_list_get_item (GListModel *model, guint position)
{
  NscSourceList *self = NSC_SOURCE_LIST (model);

  if (position >= self->indexes->len)
    return NULL;
  return nsc_source_item_new (self->book, g_array_index (self->indexes, guint, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_source_list_get_item_type;
  iface->get_n_items = nsc_source_list_get_n_items;
  iface->get_item = nsc_source_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscSourceList,
                               nsc_source_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- order ---- */

/* From the surest to the least sure, as the table of records lists them. */
static int
rank_confidence (const char *confidence)
{
  const NscTable *table = nsc_table_find ("actors");
  const char *const *choices = table->columns[nsc_table_find_column (table, "confidence")].choices;
  int rank = 0;

  while (choices[rank] != NULL && !g_str_equal (choices[rank], confidence))
    rank++;
  return rank;
}

/* First what is asked for, then what more records rest on. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;
  int by_letters = left->key != NULL ? strcmp (left->key, right->key) : 0;

  if (by_letters != 0)
    return by_letters;
  if (left->rank != right->rank)
    return left->rank - right->rank;
  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->index < right->index ? -1 : 1;
}

static gboolean
has_letters (const char *source, const char *folded_letters)
{
  g_autofree char *folded = NULL;

  if (*folded_letters == '\0')
    return TRUE;
  folded = g_utf8_casefold (source, -1);
  return strstr (folded, folded_letters) != NULL;
}

/* ---- overrides ---- */

static void
nsc_source_list_finalize (GObject *object)
{
  NscSourceList *self = NSC_SOURCE_LIST (object);

  g_object_unref (self->book);
  g_array_unref (self->indexes);
  G_OBJECT_CLASS (nsc_source_list_parent_class)->finalize (object);
}

static void
nsc_source_list_class_init (NscSourceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_source_list_finalize;
}

static void
nsc_source_list_init (NscSourceList *self)
{
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* ---- public ---- */

NscSourceList *
nsc_source_list_new (NscSourceBook *book, NscSourceOrder order, const char *letters, const char *unnamed)
{
  NscSourceList *self = g_object_new (NSC_TYPE_SOURCE_LIST, NULL);
  g_autofree char *folded = g_utf8_casefold (letters, -1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GStringChunk *keys = g_string_chunk_new (64 * 1024);

  self->book = g_object_ref (book);
  for (guint i = 0; i < nsc_source_book_get_n_sources (book); i++)
    {
      const char *source = nsc_source_book_get_source (book, i);
      Entry entry = { .index = i, .count = nsc_source_book_count (book, i, NULL) };

      if (!has_letters (*source != '\0' ? source : unnamed, folded))
        continue;
      if (order == NSC_SOURCE_ORDER_CONFIDENCE)
        entry.rank = rank_confidence (nsc_source_book_get_confidence (book, i));
      if (order == NSC_SOURCE_ORDER_SOURCE)
        {
          g_autofree char *key = g_utf8_collate_key (source, -1);

          entry.key = g_string_chunk_insert (keys, key);
        }
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (self->indexes, g_array_index (entries, Entry, i).index);
  g_string_chunk_free (keys);
  return self;
}

NscSourceBook *
nsc_source_list_get_book (NscSourceList *self)
{
  g_return_val_if_fail (NSC_IS_SOURCE_LIST (self), NULL);
  return self->book;
}
