/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-item.h"

struct _NscSourceItem
{
  GObject parent_instance;

  NscSourceBook *book;
  guint index;
};

G_DEFINE_FINAL_TYPE (NscSourceItem, nsc_source_item, G_TYPE_OBJECT)

static void
nsc_source_item_finalize (GObject *object)
{
  g_object_unref (NSC_SOURCE_ITEM (object)->book);
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
}

NscSourceItem *
nsc_source_item_new (NscSourceBook *book, guint index)
{
  NscSourceItem *self = g_object_new (NSC_TYPE_SOURCE_ITEM, NULL);

  self->book = g_object_ref (book);
  self->index = index;
  return self;
}

const char *
nsc_source_item_get_source (NscSourceItem *self)
{
  g_return_val_if_fail (NSC_IS_SOURCE_ITEM (self), NULL);
  return nsc_source_book_get_source (self->book, self->index);
}

const char *
nsc_source_item_get_confidence (NscSourceItem *self)
{
  g_return_val_if_fail (NSC_IS_SOURCE_ITEM (self), NULL);
  return nsc_source_book_get_confidence (self->book, self->index);
}

guint64
nsc_source_item_count (NscSourceItem *self, const NscTable *table)
{
  g_return_val_if_fail (NSC_IS_SOURCE_ITEM (self), 0);
  return nsc_source_book_count (self->book, self->index, table);
}
