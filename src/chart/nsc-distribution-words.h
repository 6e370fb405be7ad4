/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences of a distribution, each a whole one in the figure's language. All are made from the numbers alone and
 * say no more than the records do. Results are to be freed. Any thread. */

#include "nsc-distribution-chart.h"

G_BEGIN_DECLS

/* A count in the figure's language, and what its plural form is chosen by. */
char *nsc_distribution_words_number (const NscDistributionChart *chart, guint64 count);

static inline gulong
nsc_distribution_words_plural_of (guint64 count)
{
  return (gulong) MIN (count, (guint64) G_MAXULONG);
}

/* What the bars of a kind come to. */
guint64 nsc_distribution_words_count (const NscDistributionChart *chart, NscBarKind kind);

/* What the records show. */
char *nsc_distribution_words_title (const NscDistributionChart *chart);

/* What is measured, and the base of the shares. */
char *nsc_distribution_words_subtitle (const NscDistributionChart *chart);

/* Why there is nothing to show. */
char *nsc_distribution_words_empty (const NscDistributionChart *chart);

/* A bar as a sentence, and what stands at the end of its thin bar. */
char *nsc_distribution_words_bar (const NscDistributionChart *chart, const NscDistributionBar *bar, const char *label);
char *nsc_distribution_words_reported (const NscDistributionChart *chart, const NscDistributionBar *bar);

/* Notes; NULL where there is nothing to say. */
char *nsc_distribution_words_coverage (const NscDistributionChart *chart);
char *nsc_distribution_words_left_out (const NscDistributionChart *chart);
char *nsc_distribution_words_included (const NscDistributionChart *chart);
char *nsc_distribution_words_outlined (const NscDistributionChart *chart);

/* The source line with at most MOST sources, the others as a number. */
char *nsc_distribution_words_sources (const NscDistributionChart *chart, guint most);

/* A country's name within a sentence: "the Netherlands". */
char *nsc_distribution_words_country (const char *language, const char *name);

G_END_DECLS
