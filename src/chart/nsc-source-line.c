/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-line.h"

#include "nsc-text.h"
#include "nsc-words.h"

#include <string.h>

/* A source longer than this is a remark; the records have it in full. */
#define SOURCE_CHARACTERS 160

static char *
short_source (const char *source)
{
  g_autofree char *text = g_strstrip (g_strdup (source));
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '.')
    text[length - 1] = '\0';
  if (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) > SOURCE_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, SOURCE_CHARACTERS);
      char *blank = strrchr (start, ' ');

      if (blank != NULL && blank > start + strlen (start) / 2)
        *blank = '\0';
      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&text);
}

char *
nsc_source_line_describe (const NscSourceLine *self, const char *language, guint most, gboolean has_records)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sources = NULL;
  g_autofree char *list = NULL;
  guint n_more = self->n_more;
  guint n = 0;

  for (guint i = 0; self->sources != NULL && self->sources[i] != NULL; i++)
    if (n < most)
      {
        g_strv_builder_take (builder, short_source (self->sources[i]));
        n++;
      }
    else
      n_more++;
  if (n == 0)
    return has_records ? g_strdup (nsc_words_get (language, "Source: not stated.")) : NULL;
  sources = g_strv_builder_end (builder);
  /* Translators: stands between sources, which may have commas in them. */
  list = g_strjoinv (nsc_words_get (language, "; "), sources);
  if (self->uncounted)
    return g_strdup_printf (nsc_words_get (language, "Sources: %s; and more."), list);
  if (n_more > 0)
    {
      g_autofree char *more = nsc_text_integer (language, n_more);

      return g_strdup_printf (
          nsc_words_get_plural (language, "Sources: %1$s; and %2$s more.", "Sources: %1$s; and %2$s more.", n_more),
          list, more);
    }
  return g_strdup_printf (nsc_words_get_plural (language, "Source: %s.", "Sources: %s.", n), list);
}
