/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences of a comparison of salience, each a whole one in the figure's language. All are made from the numbers
 * alone and say no more than the records do. Results are to be freed. Any thread. */

#include "nsc-salience-chart.h"

G_BEGIN_DECLS

/* What the records show. */
char *nsc_salience_words_title (const NscSalienceChart *chart);

/* What is measured. */
char *nsc_salience_words_subtitle (const NscSalienceChart *chart);

/* Why there is nothing to show. */
char *nsc_salience_words_empty (const NscSalienceChart *chart);

/* A pair's correlation; NULL where it is not defined. */
char *nsc_salience_words_pair (const NscSalienceChart *chart, const NscSaliencePair *pair);

/* Notes; NULL where there is nothing to say. */
char *nsc_salience_words_left_out (const NscSalienceChart *chart);
char *nsc_salience_words_included (const NscSalienceChart *chart);
char *nsc_salience_words_caution (const NscSalienceChart *chart);

/* The source line with at most MOST sources, the others as a number. */
char *nsc_salience_words_sources (const NscSalienceChart *chart, guint most);

/* A mark as a sentence. */
char *nsc_salience_words_mark (const NscSalienceChart *chart, const NscSalienceRow *row, guint publisher);

G_END_DECLS
