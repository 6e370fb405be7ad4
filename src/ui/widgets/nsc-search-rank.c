/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-search-rank.h"

#include <string.h>

char *
nsc_search_rank_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

NscSearchRank
nsc_search_rank (const char *text, const char *wanted)
{
  NscSearchRank best = NSC_SEARCH_RANK_HAS;

  for (const char *hit = strstr (text, wanted); hit != NULL; hit = strstr (hit + 1, wanted))
    {
      const char *before = hit > text ? g_utf8_prev_char (hit) : NULL;

      if (before == NULL || *before == '\n')
        return NSC_SEARCH_RANK_BEGINS;
      if (!g_unichar_isalnum (g_utf8_get_char (before)))
        best = NSC_SEARCH_RANK_WORD_BEGINS;
    }
  return best;
}
