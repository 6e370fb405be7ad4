/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the concentration and diversity of distributions mean, as a figure: the measures of each initiative, what they
 * are computed from, and whether they may be read as of the whole membership. Pure: the same input gives the same
 * figure. The strings of the input are copied. Any thread. */

#include "nsc-distribution-chart.h"
#include "nsc-diversity.h"

G_BEGIN_DECLS

typedef struct
{
  NscDiversity diversity; /* over the known groups */
  guint64 unknown;        /* members whose group is not known */
  gint64 key;             /* of the mark */
} NscDiversityMeasure;

typedef struct
{
  const NscDistributionChart *distribution; /* what is measured */
  const NscDiversityMeasure *measures;      /* one for each of its panels */
} NscDiversityChart;

/* The new figure, to be released with nsc_figure_unref. */
NscFigure *nsc_diversity_chart_new (const NscDiversityChart *chart);

/* Why the measures are not representative: of each initiative of which fewer than 80 % of the reported members are
 * recorded. NULL where there is none. To be freed. */
char *nsc_diversity_words_caution (const NscDiversityChart *chart);

/* That members count in several years, where they do; else NULL. To be freed. */
char *nsc_diversity_words_base (const NscDiversityChart *chart);

/* Who is in no measure for want of a joining date. NULL: nobody. To be freed. */
char *nsc_diversity_words_undated (const NscDiversityChart *chart);

G_END_DECLS
