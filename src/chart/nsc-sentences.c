/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sentences.h"

#include "nsc-words.h"

char *
nsc_sentences_join (const char *language, char *first, char *second)
{
  char *both;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  /* Translators: two whole sentences, one after the other. */
  both = g_strdup_printf (nsc_words_get (language, "%1$s %2$s"), first, second);
  g_free (first);
  g_free (second);
  return both;
}

char *
nsc_sentences_about (const char *language, const char *subject, char *sentences)
{
  char *text;

  if (sentences == NULL)
    return NULL;
  /* Translators: an initiative's name and whole sentences about it. */
  text = g_strdup_printf (nsc_words_get (language, "%1$s: %2$s"), subject, sentences);
  g_free (sentences);
  return text;
}
