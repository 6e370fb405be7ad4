/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-words.h"

#include "nsc-mention-words.h"
#include "nsc-publisher-words.h"
#include "nsc-sentences.h"
#include "nsc-text.h"
#include "nsc-words.h"

#include <math.h>

/* Below this chance no more is asked. */
#define IS_CLEAR(p) ((p) < 0.05)

/* A correlation that is as near to none says little, whatever its chance. */
#define IS_WEAK(rho) (fabs (rho) < 0.3)

static char *
name_of (const NscSalienceChart *chart, guint publisher)
{
  return nsc_publisher_words_name (chart->language, chart->publishers[publisher].name,
                                   chart->publishers[publisher].kind);
}

static char *
start_with (const NscSalienceChart *chart, guint publisher)
{
  return nsc_publisher_words_start (chart->language, chart->publishers[publisher].name,
                                    chart->publishers[publisher].kind);
}

static const char *
pair_form (const char *language, const NscRankCorrelation *correlation)
{
  if (IS_WEAK (correlation->rho))
    return nsc_words_get (language, "How often %1$s mentions an issue says little about how often %2$s does");
  if (correlation->rho > 0 && IS_CLEAR (correlation->p))
    return nsc_words_get (language, "The more often %1$s mentions an issue, the more often %2$s does too");
  if (correlation->rho > 0)
    return nsc_words_get (language, "%1$s and %2$s rank issues similarly, but this could be chance");
  if (IS_CLEAR (correlation->p))
    return nsc_words_get (language, "The more often %1$s mentions an issue, the less often %2$s does");
  return nsc_words_get (language, "%1$s and %2$s rank issues in opposite orders, but this could be chance");
}

static char *
title_of_pair (const NscSalienceChart *chart, const NscSaliencePair *pair)
{
  gboolean at_start = !IS_WEAK (pair->correlation.rho) && !IS_CLEAR (pair->correlation.p);
  g_autofree char *first = at_start ? start_with (chart, pair->first) : name_of (chart, pair->first);
  g_autofree char *second = name_of (chart, pair->second);

  return g_strdup_printf (pair_form (chart->language, &pair->correlation), first, second);
}

char *
nsc_salience_words_title (const NscSalienceChart *chart)
{
  g_autofree char *rows = nsc_text_count (chart->language, chart->n_rows);
  g_autofree char *publishers = nsc_text_count (chart->language, chart->n_publishers);

  if (chart->n_rows == 0)
    return g_strdup (nsc_words_get (chart->language, "No mentions of issues to show"));
  if (chart->n_pairs == 1 && chart->pairs[0].correlation.method != NSC_RANK_UNDEFINED)
    return title_of_pair (chart, &chart->pairs[0]);
  return g_strdup_printf (nsc_words_get_plural (chart->language, "How often %2$s publishers mention %1$s issue",
                                                "How often %2$s publishers mention %1$s issues", chart->n_rows),
                          rows, publishers);
}

char *
nsc_salience_words_subtitle (const NscSalienceChart *chart)
{
  const char *language = chart->language;

  return nsc_mention_words_scope (
      language, g_strdup (nsc_words_get (language, "Recorded mentions of each issue by each publisher.")),
      chart->parent, chart->as_of);
}

char *
nsc_salience_words_empty (const NscSalienceChart *chart)
{
  const char *language = chart->language;
  char *hidden = nsc_mention_words_hidden (language, chart->include_unverified ? 0 : chart->unverified, chart->undated);

  if (hidden != NULL)
    return hidden;
  if (chart->as_of != NULL)
    return g_strdup_printf (nsc_words_get (language, "No mentions by these publishers are recorded up to %s."),
                            chart->as_of);
  return g_strdup (nsc_words_get (language, "No mentions by these publishers are recorded."));
}

char *
nsc_salience_words_pair (const NscSalienceChart *chart, const NscSaliencePair *pair)
{
  const NscRankCorrelation *correlation = &pair->correlation;
  g_autofree char *first = start_with (chart, pair->first);
  g_autofree char *second = name_of (chart, pair->second);
  g_autofree char *rho = NULL, *chance = NULL, *p = NULL, *n = NULL, *seed = NULL;

  if (correlation->method == NSC_RANK_UNDEFINED)
    return NULL;
  rho = nsc_text_decimal (correlation->rho, 2);
  /* Random orders cannot tell more than their number. */
  chance = nsc_text_decimal (correlation->p, correlation->p < 0.01 ? 5 : 2);
  p = g_strconcat ("p\u00a0=\u00a0", chance, NULL);
  n = nsc_text_count (chart->language, correlation->n);
  seed = g_strdup_printf ("%" G_GUINT64_FORMAT, chart->seed);
  if (correlation->method == NSC_RANK_EXACT)
    return g_strdup_printf (nsc_words_get (chart->language,
                                           "%1$s and %2$s: Spearman’s rho over %3$s issues is %4$s (%5$s, "
                                           "exact permutation test)."),
                            first, second, n, rho, p);
  return g_strdup_printf (nsc_words_get (chart->language,
                                         "%1$s and %2$s: Spearman’s rho over %3$s issues is %4$s (%5$s, "
                                         "permutation test with 99,999 random orders, seed %6$s)."),
                          first, second, n, rho, p, seed);
}

char *
nsc_salience_words_left_out (const NscSalienceChart *chart)
{
  const char *language = chart->language;

  return nsc_sentences_join (
      language, chart->include_unverified ? NULL : nsc_mention_words_unverified (language, chart->unverified),
      nsc_mention_words_undated (language, chart->undated));
}

char *
nsc_salience_words_included (const NscSalienceChart *chart)
{
  return chart->include_unverified ? nsc_mention_words_unverified (chart->language, chart->unverified) : NULL;
}

char *
nsc_salience_words_caution (const NscSalienceChart *chart)
{
  if (chart->n_rows == 0)
    return NULL;
  return g_strdup (nsc_words_get (
      chart->language,
      "How often an issue is mentioned depends on how many of a publisher’s documents were coded; compare "
      "ranks, not counts, across publishers."));
}

char *
nsc_salience_words_sources (const NscSalienceChart *chart, guint most)
{
  return nsc_source_line_describe (&chart->sources, chart->language, most, chart->n_rows > 0);
}

char *
nsc_salience_words_mark (const NscSalienceChart *chart, const NscSalienceRow *row, guint publisher)
{
  const NscSalienceMark *mark = &row->marks[publisher];
  g_autofree char *mentions = nsc_text_count (chart->language, mark->mentions);
  g_autofree char *documents = nsc_text_count (chart->language, mark->documents);

  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s: %2$s, %3$s mention; documents named: %4$s",
                                                "%1$s: %2$s, %3$s mentions; documents named: %4$s", mark->mentions),
                          row->label, chart->publishers[publisher].name, mentions, documents);
}
