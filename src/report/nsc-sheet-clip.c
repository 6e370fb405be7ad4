/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-clip.h"

static gboolean
is_shown (NscSheet *sheet, guint column)
{
  return nsc_sheet_get_column (sheet, column)->kind != NSC_SHEET_CODE;
}

/* What parts cells and rows must not stand in one. */
static char *
dup_tabbed_value (NscSheet *sheet, guint row, guint column, const char *language)
{
  char *value = nsc_sheet_column_is_numeric (nsc_sheet_get_column (sheet, column))
                    ? g_strdup (nsc_sheet_get_value (sheet, row, column))
                    : nsc_sheet_dup_shown (sheet, row, column, language);

  return g_strdelimit (value, "\t\r\n", ' ');
}

char *
nsc_sheet_clip_tabbed (NscSheet *sheet, const char *language)
{
  guint n = nsc_sheet_get_n_columns (sheet), n_rows = nsc_sheet_get_n_rows (sheet);
  GString *text = g_string_new (NULL);

  for (guint r = 0; r <= n_rows; r++)
    {
      gboolean first = TRUE;

      for (guint c = 0; c < n; c++)
        {
          g_autofree char *value = NULL;

          if (!is_shown (sheet, c))
            continue;
          value =
              r == 0 ? g_strdup (nsc_sheet_get_column (sheet, c)->title) : dup_tabbed_value (sheet, r - 1, c, language);
          g_string_append_printf (text, "%s%s", first ? "" : "\t", value);
          first = FALSE;
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_cell (GString *text, const char *tag, const NscSheetColumn *column, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (text, "<%s%s>%s</%s>", tag,
                          nsc_sheet_column_is_numeric (column) ? " style=\"text-align:right\"" : "", escaped, tag);
}

char *
nsc_sheet_clip_html (NscSheet *sheet, const char *language)
{
  guint n = nsc_sheet_get_n_columns (sheet), n_rows = nsc_sheet_get_n_rows (sheet);
  GString *text = g_string_new ("<meta charset=\"utf-8\">\n<table>\n<tr>");

  for (guint c = 0; c < n; c++)
    if (is_shown (sheet, c))
      append_cell (text, "th", nsc_sheet_get_column (sheet, c), nsc_sheet_get_column (sheet, c)->title);
  g_string_append (text, "</tr>\n");
  for (guint r = 0; r < n_rows; r++)
    {
      g_string_append (text, "<tr>");
      for (guint c = 0; c < n; c++)
        {
          g_autofree char *value = nsc_sheet_dup_shown (sheet, r, c, language);

          if (is_shown (sheet, c))
            append_cell (text, "td", nsc_sheet_get_column (sheet, c), value);
        }
      g_string_append (text, "</tr>\n");
    }
  g_string_append (text, "</table>\n");
  /* What the numbers must not be read without. */
  for (guint i = 0; i < nsc_sheet_get_n_notes (sheet); i++)
    {
      g_autofree char *note = g_markup_escape_text (nsc_sheet_get_note (sheet, i), -1);

      g_string_append_printf (text, "<p>%s</p>\n", note);
    }
  return g_string_free (text, FALSE);
}
