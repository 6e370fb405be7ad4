/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences of measures of diversity, each a whole one in the figure's language. Results are to be freed. Any
 * thread. */

#include "nsc-diversity-chart.h"

G_BEGIN_DECLS

/* What the records show. */
char *nsc_diversity_words_title (const NscDiversityChart *chart);

/* What is measured, and how. */
char *nsc_diversity_words_subtitle (const NscDiversityChart *chart);

/* The measures of one initiative, as a sentence. */
char *nsc_diversity_words_measure (const NscDiversityChart *chart, guint index);

/* At the end of its bar: its HHI, and after it the other measures; "" where none is defined. */
char *nsc_diversity_words_hhi (const NscDiversityChart *chart, guint index);
char *nsc_diversity_words_others (const NscDiversityChart *chart, guint index);

/* In a legend: what a hatched bar is. */
const char *nsc_diversity_words_hatched (const NscDiversityChart *chart);

/* Those whose group or joining date is not known; NULL where there are none. */
char *nsc_diversity_words_not_counted (const NscDiversityChart *chart);

G_END_DECLS
