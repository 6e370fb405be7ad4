/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-item.h"

struct _NscSourceItem
{
  GObject parent_instance;

  char *key; /* of the two that follow */
  char *source;
  char *confidence;
  guint64 *counts; /* by table */
};

G_DEFINE_FINAL_TYPE (NscSourceItem, nsc_source_item, G_TYPE_OBJECT)

typedef struct
{
  GPtrArray *items;
  GHashTable *by_key;
  guint table;
} Pass;

static guint
count_tables (void)
{
  return g_strv_length ((char **) nsc_table_list ());
}

static gboolean
count_source (const char *source, const char *confidence, guint64 n, gpointer data, GError **error)
{
  Pass *pass = data;
  g_autofree char *key = g_strdup_printf ("%s\n%s", confidence, source);
  NscSourceItem *item = g_hash_table_lookup (pass->by_key, key);

  if (item == NULL)
    {
      item = g_object_new (NSC_TYPE_SOURCE_ITEM, NULL);
      item->key = g_steal_pointer (&key);
      item->source = g_strdup (source);
      item->confidence = g_strdup (confidence);
      g_hash_table_insert (pass->by_key, item->key, item);
      g_ptr_array_add (pass->items, item);
    }
  item->counts[pass->table] += n;
  return TRUE;
}

static void
nsc_source_item_finalize (GObject *object)
{
  NscSourceItem *self = NSC_SOURCE_ITEM (object);

  g_free (self->key);
  g_free (self->source);
  g_free (self->confidence);
  g_free (self->counts);
  G_OBJECT_CLASS (nsc_source_item_parent_class)->finalize (object);
}

static void
nsc_source_item_class_init (NscSourceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_source_item_finalize;
}

static void
nsc_source_item_init (NscSourceItem *self)
{
  self->counts = g_new0 (guint64, count_tables ());
}

GPtrArray *
nsc_source_item_collect (NscReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  Pass pass = { items, by_key, 0 };

  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++, pass.table++)
    if (!nsc_reader_scan_sources (reader, *table, count_source, &pass, cancellable, error))
      return NULL;
  return g_steal_pointer (&items);
}

const char *
nsc_source_item_get_source (NscSourceItem *self)
{
  g_return_val_if_fail (NSC_IS_SOURCE_ITEM (self), NULL);
  return self->source;
}

const char *
nsc_source_item_get_confidence (NscSourceItem *self)
{
  g_return_val_if_fail (NSC_IS_SOURCE_ITEM (self), NULL);
  return self->confidence;
}

guint64
nsc_source_item_count (NscSourceItem *self, const NscTable *table)
{
  guint64 n = 0;

  g_return_val_if_fail (NSC_IS_SOURCE_ITEM (self), 0);

  for (guint i = 0; i < count_tables (); i++)
    if (table == NULL || nsc_table_list ()[i] == table)
      n += self->counts[i];
  return n;
}
