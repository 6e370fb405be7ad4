/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How concentrated a distribution is, from the counts of its known groups alone: those whose group is not known belong
 * to none, and a guess at their spread would be invented. Pure numbers. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 n;       /* the base of every p: the sum of the counts */
  guint groups;    /* S: those with a count of 1 or more */
  double hhi;      /* sum of p^2 (Herfindahl 1950, Hirschman 1945): 1 / S where all are equal, 1 where there is one
                      group; NAN with none */
  double shannon;  /* H = -sum of p ln p in nats (Shannon 1948): 0 with one group; NAN with none */
  double evenness; /* J = H / ln S (Pielou 1966); NAN with fewer than two groups */
} NscDiversity;

/* COUNTS may hold zeros, which are no groups. An actor that belongs to two groups counts in each, so n may be greater
 * than the number of actors. */
NscDiversity nsc_diversity_compute (const guint64 *counts, guint n_counts);

G_END_DECLS
