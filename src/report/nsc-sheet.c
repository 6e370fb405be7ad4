/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet.h"

#include "nsc-code-words.h"
#include "nsc-text.h"

/* Shares are written with six decimals. */
#define SHARE_UNITS 1000000

struct _NscSheet
{
  GObject parent_instance;

  GArray *columns;   /* of NscSheetColumn with owned strings */
  GPtrArray *values; /* row by row */
  GArray *keys;      /* of gint64 */
  GArray *rests;     /* of gboolean */
  GHashTable *names; /* id -> name */
  GPtrArray *notes;  /* of char */
};

G_DEFINE_FINAL_TYPE (NscSheet, nsc_sheet, G_TYPE_OBJECT)

static void
clear_column (gpointer data)
{
  NscSheetColumn *column = data;

  g_free ((char *) column->name);
  g_free ((char *) column->title);
}

static void
nsc_sheet_finalize (GObject *object)
{
  NscSheet *self = NSC_SHEET (object);

  g_array_unref (self->columns);
  g_ptr_array_unref (self->values);
  g_array_unref (self->keys);
  g_array_unref (self->rests);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->notes);

  G_OBJECT_CLASS (nsc_sheet_parent_class)->finalize (object);
}

static void
nsc_sheet_class_init (NscSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_sheet_finalize;
}

static void
nsc_sheet_init (NscSheet *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (NscSheetColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rests = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
}

NscSheet *
nsc_sheet_new (const NscSheetColumn *columns, guint n_columns)
{
  NscSheet *self = g_object_new (NSC_TYPE_SHEET, NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      NscSheetColumn column = {
        .name = g_strdup (columns[i].name),
        .title = g_strdup (columns[i].title),
        .kind = columns[i].kind,
      };

      g_array_append_val (self->columns, column);
    }
  return self;
}

void
nsc_sheet_add_row (NscSheet *self, gint64 key, const char *const *values)
{
  gboolean is_rest = FALSE;

  g_return_if_fail (NSC_IS_SHEET (self));

  g_array_append_val (self->keys, key);
  g_array_append_val (self->rests, is_rest);
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (self->values, g_strdup (values[i]));
}

void
nsc_sheet_set_rest (NscSheet *self)
{
  g_return_if_fail (NSC_IS_SHEET (self) && self->rests->len > 0);

  g_array_index (self->rests, gboolean, self->rests->len - 1) = TRUE;
}

gboolean
nsc_sheet_is_rest (NscSheet *self, guint row)
{
  g_return_val_if_fail (NSC_IS_SHEET (self) && row < self->rests->len, FALSE);

  return g_array_index (self->rests, gboolean, row);
}

void
nsc_sheet_set_name (NscSheet *self, const char *id, const char *name)
{
  g_return_if_fail (NSC_IS_SHEET (self) && id != NULL && name != NULL);

  g_hash_table_insert (self->names, g_strdup (id), g_strdup (name));
}

void
nsc_sheet_add_note (NscSheet *self, const char *note)
{
  g_return_if_fail (NSC_IS_SHEET (self) && note != NULL);

  g_ptr_array_add (self->notes, g_strdup (note));
}

guint
nsc_sheet_get_n_notes (NscSheet *self)
{
  g_return_val_if_fail (NSC_IS_SHEET (self), 0);

  return self->notes->len;
}

const char *
nsc_sheet_get_note (NscSheet *self, guint note)
{
  g_return_val_if_fail (NSC_IS_SHEET (self) && note < self->notes->len, "");

  return g_ptr_array_index (self->notes, note);
}

guint
nsc_sheet_get_n_columns (NscSheet *self)
{
  return self->columns->len;
}

guint
nsc_sheet_get_n_rows (NscSheet *self)
{
  return self->keys->len;
}

const NscSheetColumn *
nsc_sheet_get_column (NscSheet *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, NscSheetColumn, column);
}

const char *
nsc_sheet_get_value (NscSheet *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->keys->len && column < self->columns->len, "");

  return g_ptr_array_index (self->values, row * self->columns->len + column);
}

gint64
nsc_sheet_get_key (NscSheet *self, guint row)
{
  g_return_val_if_fail (row < self->keys->len, 0);

  return g_array_index (self->keys, gint64, row);
}

NscSheet *
nsc_sheet_dup_rows (NscSheet *self, const guint *rows, guint n_rows)
{
  NscSheet *sheet;
  GHashTableIter iter;
  gpointer id, name;

  g_return_val_if_fail (NSC_IS_SHEET (self), NULL);

  sheet = nsc_sheet_new ((const NscSheetColumn *) (void *) self->columns->data, self->columns->len);
  for (guint i = 0; i < n_rows; i++)
    {
      gpointer *values = self->values->pdata + rows[i] * self->columns->len;

      nsc_sheet_add_row (sheet, nsc_sheet_get_key (self, rows[i]), (const char *const *) values);
      if (nsc_sheet_is_rest (self, rows[i]))
        nsc_sheet_set_rest (sheet);
    }
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    nsc_sheet_set_name (sheet, id, name);
  for (guint i = 0; i < self->notes->len; i++)
    nsc_sheet_add_note (sheet, nsc_sheet_get_note (self, i));
  return sheet;
}

char *
nsc_sheet_dup_shown (NscSheet *self, guint row, guint column, const char *language)
{
  const char *value = nsc_sheet_get_value (self, row, column);
  const char *name;

  if (*value == '\0')
    return g_strdup ("");
  switch (nsc_sheet_get_column (self, column)->kind)
    {
    case NSC_SHEET_NUMBER:
      return nsc_text_integer (language, g_ascii_strtoll (value, NULL, 10));
    case NSC_SHEET_SHARE:
      return nsc_text_percent (language, (gint64) (g_ascii_strtod (value, NULL) * SHARE_UNITS + 0.5), SHARE_UNITS);
    case NSC_SHEET_CHOICE:
      return nsc_code_words (language, value);
    case NSC_SHEET_NAMED:
      name = g_hash_table_lookup (self->names, value);
      return g_strdup (name != NULL ? name : value);
    case NSC_SHEET_DECIMAL:
      return nsc_text_decimal (g_ascii_strtod (value, NULL), 3);
    case NSC_SHEET_WORDS:
    case NSC_SHEET_CODE:
    case NSC_SHEET_PLAIN:
    default:
      return g_strdup (value);
    }
}

gboolean
nsc_sheet_column_is_numeric (const NscSheetColumn *column)
{
  switch (column->kind)
    {
    case NSC_SHEET_NUMBER:
    case NSC_SHEET_PLAIN:
    case NSC_SHEET_DECIMAL:
    case NSC_SHEET_SHARE:
      return TRUE;
    case NSC_SHEET_WORDS:
    case NSC_SHEET_CODE:
    case NSC_SHEET_CHOICE:
    case NSC_SHEET_NAMED:
    default:
      return FALSE;
    }
}
