/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How well one of many choices answers the letters that a person types: what begins with them goes before what only has
 * them. Pure; any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* Best first. */
typedef enum
{
  NSC_SEARCH_RANK_BEGINS,
  NSC_SEARCH_RANK_WORD_BEGINS,
  NSC_SEARCH_RANK_HAS,
} NscSearchRank;

/* The form in which texts are compared; to be freed. */
char *nsc_search_rank_fold (const char *text);

/* Both folded; each name of a choice is a line of TEXT. */
NscSearchRank nsc_search_rank (const char *text, const char *wanted);

G_END_DECLS
