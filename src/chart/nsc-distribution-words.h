/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences of a distribution, each a whole one in the figure's language. All are made from the numbers alone and
 * say no more than the records do. Results are to be freed. Any thread. */

#include "nsc-distribution-chart.h"

G_BEGIN_DECLS

/* What the bars of a kind come to. */
guint64 nsc_distribution_words_count (const NscDistributionPanel *panel, NscBarKind kind);

/* The bars that stand for groups. */
typedef struct
{
  guint n;                          /* of one member or more */
  guint64 members;                  /* of the total, those whose group is known */
  const NscDistributionBar *leader; /* the first of the greatest, NULL: none */
  guint n_leaders;                  /* as great as the leader */
} NscDistributionGroups;

/* Finds the groups that titles speak of; the bar is the panel's. */
NscDistributionGroups nsc_distribution_words_find_groups (const NscDistributionPanel *panel);

/* Whether no panel has a bar. */
gboolean nsc_distribution_words_is_empty (const NscDistributionChart *chart);

/* What the records show: of one initiative, and of several beside each other. */
char *nsc_distribution_words_title (const NscDistributionChart *chart);
char *nsc_distribution_words_comparison (const NscDistributionChart *chart);

/* Who is counted by what, and at which date; and with that the base of the shares. */
char *nsc_distribution_words_subject (const NscDistributionChart *chart);
char *nsc_distribution_words_subtitle (const NscDistributionChart *chart);

/* Why there is nothing to show. */
char *nsc_distribution_words_empty (const NscDistributionChart *chart);

/* What a bar is called, the chart's; a bar as a sentence, with its initiative where there are several; and what stands
 * at the end of its thin bar. */
const char *nsc_distribution_words_label (const NscDistributionChart *chart, const NscDistributionBar *bar);
char *nsc_distribution_words_bar (const NscDistributionChart *chart,
                                  const NscDistributionPanel *panel,
                                  const NscDistributionBar *bar);
char *nsc_distribution_words_reported (const NscDistributionChart *chart, const NscDistributionBar *bar);

/* Notes, of each initiative that there is something to say of; NULL where there is of none. */
char *nsc_distribution_words_coverage (const NscDistributionChart *chart);
char *nsc_distribution_words_left_out (const NscDistributionChart *chart);
char *nsc_distribution_words_included (const NscDistributionChart *chart);
char *nsc_distribution_words_undated (const NscDistributionChart *chart);
char *nsc_distribution_words_outlined (const NscDistributionChart *chart); /* the undated among them */

/* The source line with at most MOST sources, the others as a number. */
char *nsc_distribution_words_sources (const NscDistributionChart *chart, guint most);

/* A country's name within a sentence: "the Netherlands". */
char *nsc_distribution_words_country (const char *language, const char *name);

G_END_DECLS
