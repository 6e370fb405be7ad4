/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-item.h"

struct _NscRecordItem
{
  GObject parent_instance;

  gint64 row;
  NscRecord *record; /* NULL until it has been read, as is: */
  char **texts;      /* as many as columns, elements may be NULL */
};

G_DEFINE_FINAL_TYPE (NscRecordItem, nsc_record_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear (NscRecordItem *self)
{
  if (self->record == NULL)
    return;
  nsc_record_item_free_texts (nsc_record_get_table (self->record), self->texts);
  self->texts = NULL;
  g_clear_pointer (&self->record, nsc_record_free);
}

static gboolean
equals (NscRecordItem *self, const NscRecord *record, char **texts)
{
  if (self->record == NULL || !nsc_record_equal (self->record, record))
    return FALSE;
  for (guint i = 0; i < nsc_record_get_table (record)->n_columns; i++)
    if (g_strcmp0 (self->texts[i], texts[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
nsc_record_item_finalize (GObject *object)
{
  clear (NSC_RECORD_ITEM (object));
  G_OBJECT_CLASS (nsc_record_item_parent_class)->finalize (object);
}

static void
nsc_record_item_class_init (NscRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_record_item_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_record_item_init (NscRecordItem *self)
{
}

NscRecordItem *
nsc_record_item_new (gint64 row)
{
  NscRecordItem *self = g_object_new (NSC_TYPE_RECORD_ITEM, NULL);

  self->row = row;
  return self;
}

gint64
nsc_record_item_get_row (NscRecordItem *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_ITEM (self), 0);
  return self->row;
}

const NscRecord *
nsc_record_item_get_record (NscRecordItem *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_ITEM (self), NULL);
  return self->record;
}

const char *
nsc_record_item_get_text (NscRecordItem *self, guint column)
{
  g_return_val_if_fail (NSC_IS_RECORD_ITEM (self), "");
  if (self->record == NULL)
    return "";
  return self->texts[column] != NULL ? self->texts[column] : nsc_record_get (self->record, column);
}

void
nsc_record_item_fill (NscRecordItem *self, NscRecord *record, char **texts)
{
  g_return_if_fail (NSC_IS_RECORD_ITEM (self));
  g_return_if_fail (record != NULL && texts != NULL && nsc_record_get_row (record) == self->row);

  if (equals (self, record, texts))
    {
      nsc_record_item_free_texts (nsc_record_get_table (record), texts);
      nsc_record_free (record);
      return;
    }
  clear (self);
  self->record = record;
  self->texts = texts;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
nsc_record_item_free_texts (const NscTable *table, char **texts)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_free (texts[i]);
  g_free (texts);
}
