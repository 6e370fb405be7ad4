/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet.h"

#include "nsc-text.h"

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
  for (guint i = 0; i < nsc_sheet_get_n_notes (self); i++)
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
