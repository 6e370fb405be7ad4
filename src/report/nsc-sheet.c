/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet.h"

#include "nsc-code-words.h"
#include "nsc-text.h"

#include <string.h>

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

/* Columns that a terminal gives to TEXT. */
static gsize
text_width (const char *text)
{
  gsize width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_padded (GString *text, const char *value, gsize width, gboolean flush_right, gboolean last)
{
  g_autofree char *line = nsc_text_to_line (value);
  gsize missing = width - text_width (line);

  if (flush_right)
    g_string_append_printf (text, "%*s", (int) missing, "");
  g_string_append (text, line);
  if (last)
    return;
  g_string_append_printf (text, "%*s", (int) (flush_right ? 2 : missing + 2), "");
}

static char *
to_text (NscSheet *self)
{
  GString *text = g_string_new (NULL);
  guint n = nsc_sheet_get_n_columns (self), n_rows = nsc_sheet_get_n_rows (self);
  g_autofree gsize *widths = g_new0 (gsize, n);

  for (guint c = 0; c < n; c++)
    {
      widths[c] = text_width (nsc_sheet_get_column (self, c)->name);
      for (guint r = 0; r < n_rows; r++)
        widths[c] = MAX (widths[c], text_width (nsc_sheet_get_value (self, r, c)));
    }
  for (guint r = 0; r <= n_rows; r++)
    {
      for (guint c = 0; c < n; c++)
        {
          const NscSheetColumn *column = nsc_sheet_get_column (self, c);

          append_padded (text, r == 0 ? column->name : nsc_sheet_get_value (self, r - 1, c), widths[c],
                         nsc_sheet_column_is_numeric (column), c + 1 == n);
        }
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (text, "%s%s\n", i == 0 ? "\n" : "", nsc_sheet_get_note (self, i));
  return g_string_free (text, FALSE);
}

static char *
to_csv (NscSheet *self)
{
  GString *text = g_string_new (NULL);
  guint n = nsc_sheet_get_n_columns (self), n_rows = nsc_sheet_get_n_rows (self);

  for (guint r = 0; r <= n_rows; r++)
    {
      for (guint c = 0; c < n; c++)
        {
          if (c > 0)
            g_string_append_c (text, ',');
          nsc_text_append_csv (text,
                               r == 0 ? nsc_sheet_get_column (self, c)->name : nsc_sheet_get_value (self, r - 1, c));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_json_string (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_json_value (GString *text, const NscSheetColumn *column, const char *value)
{
  if (!nsc_sheet_column_is_numeric (column))
    append_json_string (text, value);
  else
    g_string_append (text, *value != '\0' ? value : "null");
}

static char *
to_json (NscSheet *self)
{
  GString *text = g_string_new ("[");
  guint n = nsc_sheet_get_n_columns (self), n_rows = nsc_sheet_get_n_rows (self);

  for (guint r = 0; r < n_rows; r++)
    {
      g_string_append (text, r == 0 ? "\n  {" : ",\n  {");
      for (guint c = 0; c < n; c++)
        {
          const NscSheetColumn *column = nsc_sheet_get_column (self, c);

          if (c > 0)
            g_string_append (text, ", ");
          append_json_string (text, column->name);
          g_string_append (text, ": ");
          append_json_value (text, column, nsc_sheet_get_value (self, r, c));
        }
      g_string_append_c (text, '}');
    }
  g_string_append (text, n_rows > 0 ? "\n]\n" : "]\n");
  return g_string_free (text, FALSE);
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

char *
nsc_sheet_to_string (NscSheet *self, NscSheetFormat format)
{
  g_return_val_if_fail (NSC_IS_SHEET (self), NULL);

  switch (format)
    {
    case NSC_SHEET_CSV:
      return to_csv (self);
    case NSC_SHEET_JSON:
      return to_json (self);
    case NSC_SHEET_TEXT:
    default:
      return to_text (self);
    }
}
