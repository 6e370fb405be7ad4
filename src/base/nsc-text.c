/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-text.h"

#include "nsc-words.h"

#include <math.h>
#include <string.h>

char *
nsc_text_integer (const char *language, gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  const char *start = *digits == '-' ? digits + 1 : digits;
  gsize length = strlen (start);
  GString *text = g_string_new (*digits == '-' ? "−" : "");

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, start[i]);
    }
  return g_string_free (text, FALSE);
}

char *
nsc_text_count (const char *language, guint64 count)
{
  return nsc_text_integer (language, (gint64) MIN (count, (guint64) G_MAXINT64));
}

char *
nsc_text_decimal (double value, guint decimals)
{
  char format[16], text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("–");
  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (text, sizeof text, format, value);
  if (*text != '-')
    return g_strdup (text);
  /* Only what is left after rounding has a sign. */
  return g_strconcat (strpbrk (text, "123456789") != NULL ? "−" : "", text + 1, NULL);
}

char *
nsc_text_percent (const char *language, gint64 part, gint64 base)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (base == 0)
    return g_strdup ("");
  g_ascii_formatd (number, sizeof number, "%.1f", 100.0 * (double) part / (double) base);
  /* Translators: a percentage; the argument is the number. */
  return g_strdup_printf (nsc_words_get (language, "%s%%"), number);
}

gboolean
nsc_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

char *
nsc_text_from_code (const char *code)
{
  return g_strdelimit (g_strdup (code), "_", ' ');
}

char *
nsc_text_to_line (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_strdelimit (g_strdup (text), "\n\r\t", ' ');
}

void
nsc_text_append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

char *
nsc_text_join (const char *language, const char *const *items)
{
  /* Translators: stands between the items of a list. */
  return g_strjoinv (nsc_words_get (language, ", "), (char **) items);
}

char *
nsc_text_without_brackets (const char *name)
{
  static const char *const pairs[][2] = { { " (", ")" }, { "（", "）" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *bracket = strstr (name, pairs[i][0]);

      if (bracket != NULL && bracket > name && g_str_has_suffix (name, pairs[i][1]))
        return g_strndup (name, (gsize) (bracket - name));
    }
  return g_strdup (name);
}

/* What makes a spreadsheet take a cell for a formula. */
static gboolean
begins_formula (char c)
{
  return c != '\0' && strchr ("=+-@\t\r", c) != NULL;
}

/* Whether FIELD is a number as spreadsheets and programs write it: -12, +3.5, -1e-05. */
static gboolean
is_number (const char *field)
{
  char *end;

  if (field[strspn (field, "+-.0123456789eE")] != '\0')
    return FALSE;
  g_ascii_strtod (field, &end);
  return end > field && *end == '\0';
}

gboolean
nsc_text_csv_is_guarded (const char *field)
{
  return *field == '\'' && begins_formula (field[strspn (field, "'")]);
}

static gboolean
needs_guard (const char *field)
{
  return nsc_text_csv_is_guarded (field) || (begins_formula (*field) && !is_number (field));
}

void
nsc_text_append_csv (GString *text, const char *field)
{
  gsize length = strlen (field);
  gboolean guarded = needs_guard (field);
  gboolean quoted = strpbrk (field, ",\"\r\n") != NULL ||
                    (length > 0 && (g_ascii_isspace (field[0]) || g_ascii_isspace (field[length - 1])));

  if (quoted)
    g_string_append_c (text, '"');
  if (guarded)
    g_string_append_c (text, '\'');
  for (const char *p = field; quoted && *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append (text, quoted ? "\"" : field);
}
