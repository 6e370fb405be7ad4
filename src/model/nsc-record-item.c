/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-item.h"

#include <string.h>

struct _NscRecordItem
{
  GObject parent_instance;

  NscRecord *record;
  char **texts; /* as many as columns, elements may be NULL */
  char *folded; /* all columns, parted by line ends */
};

G_DEFINE_FINAL_TYPE (NscRecordItem, nsc_record_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_texts (NscRecordItem *self)
{
  if (self->record != NULL && self->texts != NULL)
    for (guint i = 0; i < nsc_record_get_table (self->record)->n_columns; i++)
      g_free (self->texts[i]);
  g_clear_pointer (&self->texts, g_free);
}

/* Most values are plain, and folding those that are not costs much more. */
static void
append_folded (GString *all, const char *value)
{
  g_autofree char *folded = NULL;

  if (g_str_is_ascii (value))
    {
      gsize start = all->len;

      g_string_append (all, value);
      for (gsize i = start; i < all->len; i++)
        all->str[i] = g_ascii_tolower (all->str[i]);
    }
  else
    {
      folded = nsc_record_item_fold (value);
      g_string_append (all, folded);
    }
  g_string_append_c (all, '\n');
}

static char *
fold_all (NscRecordItem *self)
{
  GString *all = g_string_sized_new (128);

  for (guint i = 0; i < nsc_record_get_table (self->record)->n_columns; i++)
    {
      append_folded (all, nsc_record_get (self->record, i));
      if (self->texts[i] != NULL)
        append_folded (all, self->texts[i]);
    }
  return g_string_free (all, FALSE);
}

static void
nsc_record_item_finalize (GObject *object)
{
  NscRecordItem *self = NSC_RECORD_ITEM (object);

  free_texts (self);
  nsc_record_free (self->record);
  g_free (self->folded);
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
nsc_record_item_new (NscRecord *record, char **texts)
{
  NscRecordItem *self;

  g_return_val_if_fail (record != NULL && texts != NULL, NULL);

  self = g_object_new (NSC_TYPE_RECORD_ITEM, NULL);
  self->record = record;
  self->texts = texts;
  self->folded = fold_all (self);
  return self;
}

const NscRecord *
nsc_record_item_get_record (NscRecordItem *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_ITEM (self), NULL);
  return self->record;
}

gint64
nsc_record_item_get_row (NscRecordItem *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_ITEM (self), 0);
  return nsc_record_get_row (self->record);
}

const char *
nsc_record_item_get_text (NscRecordItem *self, guint column)
{
  g_return_val_if_fail (NSC_IS_RECORD_ITEM (self), "");
  return self->texts[column] != NULL ? self->texts[column] : nsc_record_get (self->record, column);
}

char *
nsc_record_item_fold (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = NULL;

  if (parts == NULL)
    return g_strdup ("");
  bare = g_string_sized_new (strlen (parts));
  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

gboolean
nsc_record_item_matches (NscRecordItem *self, const char *folded)
{
  g_return_val_if_fail (NSC_IS_RECORD_ITEM (self), FALSE);
  return folded == NULL || strstr (self->folded, folded) != NULL;
}

int
nsc_record_item_compare (NscRecordItem *a, NscRecordItem *b, guint column)
{
  const char *one = nsc_record_item_get_text (a, column);
  const char *other = nsc_record_item_get_text (b, column);
  NscColumnKind kind = nsc_record_get_table (a->record)->columns[column].kind;

  if (*one == '\0' || *other == '\0')
    return (*one == '\0') - (*other == '\0');
  if (kind == NSC_COLUMN_INTEGER)
    {
      guint64 number = g_ascii_strtoull (one, NULL, 10);
      guint64 second = g_ascii_strtoull (other, NULL, 10);

      return (number > second) - (number < second);
    }
  return kind == NSC_COLUMN_DATE ? strcmp (one, other) : g_utf8_collate (one, other);
}

gboolean
nsc_record_item_equal (NscRecordItem *a, NscRecordItem *b)
{
  if (nsc_record_get_row (a->record) != nsc_record_get_row (b->record) || !nsc_record_equal (a->record, b->record))
    return FALSE;
  for (guint i = 0; i < nsc_record_get_table (a->record)->n_columns; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;
  return TRUE;
}

void
nsc_record_item_replace (NscRecordItem *self, NscRecordItem *other)
{
  g_return_if_fail (NSC_IS_RECORD_ITEM (self) && NSC_IS_RECORD_ITEM (other));

  free_texts (self);
  nsc_record_free (self->record);
  g_free (self->folded);
  self->record = g_steal_pointer (&other->record);
  self->texts = g_steal_pointer (&other->texts);
  self->folded = g_steal_pointer (&other->folded);
  g_signal_emit (self, signals[CHANGED], 0);
}
