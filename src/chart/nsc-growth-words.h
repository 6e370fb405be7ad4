/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences of a growth curve, each a whole one in the figure's language. Results are to be freed. Any thread. */

#include "nsc-growth-chart.h"

G_BEGIN_DECLS

/* What the records show. */
char *nsc_growth_words_title (const NscGrowthChart *chart);

/* What is measured. */
char *nsc_growth_words_subtitle (const NscGrowthChart *chart);

/* Why there is nothing to show. */
char *nsc_growth_words_empty (const NscGrowthChart *chart);

/* A point and a reported total as sentences. */
char *nsc_growth_words_point (const NscGrowthChart *chart, const NscGrowthPoint *point);
char *nsc_growth_words_report (const NscGrowthChart *chart, const NscGrowthReport *report);

/* At the end of the curve, what its last point says. */
char *nsc_growth_words_end (const NscGrowthChart *chart, const NscGrowthPoint *point);

/* What stands behind the number of a reported total: of the whole membership its date, else its group. */
char *nsc_growth_words_behind (const NscGrowthChart *chart, const NscGrowthReport *report);

/* What the dots of CATEGORY are, NULL: those of the whole membership. */
char *nsc_growth_words_legend (const NscGrowthChart *chart, const char *category);

/* What is measured upwards. */
const char *nsc_growth_words_axis (const NscGrowthChart *chart);

/* That so many signatories are in none of the numbers, for want of a joining date; NULL: none. For tables as well. */
char *nsc_growth_words_undated (const char *language, guint64 n);

/* Other notes; NULL where there is nothing to say. */
char *nsc_growth_words_left_out (const NscGrowthChart *chart);
char *nsc_growth_words_included (const NscGrowthChart *chart);

/* The source line with at most MOST sources, the others as a number. */
char *nsc_growth_words_sources (const NscGrowthChart *chart, guint most);

G_END_DECLS
