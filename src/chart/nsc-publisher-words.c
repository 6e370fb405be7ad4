/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-publisher-words.h"

#include "nsc-text.h"
#include "nsc-words.h"

#include <string.h>

/* Of states and of bodies other than companies: what in their names calls for an article. */
static const char *const of_states[] = { "United ", " Federation", " Republic", " Islands", " Emirates" };
static const char *const of_bodies[] = { " of ", " on ", " for " };

static gboolean
has_any (const char *name, const char *const *parts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (name, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* English gives its article to organisations of states whose name is more than one word (the European Union, but NATO),
 * and to others whose name describes them (the United States, the Committee on …). */
static gboolean
takes_article (const char *language, const char *name, const char *kind)
{
  if (!g_str_has_prefix (language, "en") || strchr (name, ' ') == NULL || g_ascii_strncasecmp (name, "the ", 4) == 0)
    return FALSE;
  if (g_str_equal (kind, "igo"))
    return TRUE;
  if (g_str_equal (kind, "state"))
    return has_any (name, of_states, G_N_ELEMENTS (of_states));
  return (g_str_equal (kind, "ngo") || g_str_equal (kind, "academia") || g_str_equal (kind, "public_body")) &&
         has_any (name, of_bodies, G_N_ELEMENTS (of_bodies));
}

char *
nsc_publisher_words_name (const char *language, const char *name, const char *kind)
{
  return takes_article (language, name, kind) ? g_strconcat ("the ", name, NULL) : g_strdup (name);
}

char *
nsc_publisher_words_start (const char *language, const char *name, const char *kind)
{
  return takes_article (language, name, kind) ? g_strconcat ("The ", name, NULL) : g_strdup (name);
}

char *
nsc_publisher_words_number (const char *language, guint64 n)
{
  /* Translators: numbers of issues, as in "all six recorded issues". */
  static const char *const words[] = { N_ ("one"), N_ ("two"),   N_ ("three"), N_ ("four"), N_ ("five"),
                                       N_ ("six"), N_ ("seven"), N_ ("eight"), N_ ("nine") };

  if (n > 0 && n <= G_N_ELEMENTS (words))
    return g_strdup (nsc_words_get (language, words[n - 1]));
  return nsc_text_count (language, n);
}
