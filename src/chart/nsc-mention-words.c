/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mention-words.h"

#include "nsc-sentences.h"
#include "nsc-text.h"
#include "nsc-words.h"

char *
nsc_mention_words_scope (const char *language, char *measure, const char *parent, const char *as_of)
{
  char *text = measure;

  if (parent != NULL)
    text = nsc_sentences_join (language, text,
                               g_strdup_printf (nsc_words_get (language, "Issues of this group: %s."), parent));
  if (as_of != NULL)
    text = nsc_sentences_join (language, text, g_strdup_printf (nsc_words_get (language, "Records up to %s."), as_of));
  return text;
}

char *
nsc_mention_words_unverified (const char *language, guint64 n)
{
  g_autofree char *count = nsc_text_count (language, n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (nsc_words_get_plural (language, "%s unverified mention.", "%s unverified mentions.", n),
                          count);
}

char *
nsc_mention_words_undated (const char *language, guint64 n)
{
  g_autofree char *count = nsc_text_count (language, n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      nsc_words_get_plural (language, "%s mention without a date.", "%s mentions without a date.", n), count);
}

char *
nsc_mention_words_hidden (const char *language, guint64 unverified, guint64 undated)
{
  if (unverified > 0)
    return g_strdup (
        nsc_words_get (language, "The recorded mentions are unverified. Include unverified records to see them."));
  if (undated > 0)
    return g_strdup (nsc_words_get (language, "The recorded mentions have no date."));
  return NULL;
}
