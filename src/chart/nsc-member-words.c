/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-member-words.h"

#include "nsc-text.h"
#include "nsc-words.h"

char *
nsc_member_words_unverified (const char *language, guint64 n)
{
  g_autofree char *count = nsc_text_count (language, n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (nsc_words_get_plural (language, "%s signatory known only from unverified records.",
                                                "%s signatories known only from unverified records.", n),
                          count);
}

char *
nsc_member_words_nobody (const char *language, guint64 unverified, const char *as_of)
{
  g_autofree char *count = nsc_text_count (language, unverified);

  if (unverified > 0)
    return g_strdup_printf (
        nsc_words_get_plural (
            language, "The record of the only signatory is unverified. Include unverified records to see it.",
            "The records of all %s signatories are unverified. Include unverified records to see them.", unverified),
        count);
  if (as_of != NULL)
    return g_strdup_printf (nsc_words_get (language, "Nobody is recorded as a member as of %s."), as_of);
  return g_strdup (nsc_words_get (language, "No signatories are recorded yet."));
}
