/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Spearman's rank correlation of two lists, and how often chance alone would give one as strong. Pure: the same input
 * and seed give the same numbers on every machine. Any thread.
 *
 * Ties share the mean of their ranks, and rho is Pearson's correlation of the ranks (Spearman 1904; Kendall and
 * Gibbons, Rank Correlation Methods, 1990). p is two-sided: the share of the orders of the second list in which |rho|
 * is at least the observed one, less 1e-12. Up to nine places all n! orders are gone through; beyond, NSC_RANK_DRAWS
 * random ones are drawn and p = (1 + hits) / (1 + draws), the observed order being one of them (Davison and Hinkley,
 * Bootstrap Methods and Their Application, 1997, section 4.3). */

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSC_RANK_DRAWS 99999
#define NSC_RANK_SEED 1

/* The most places of which all orders are gone through. */
#define NSC_RANK_MOST_EXACT 9

typedef enum
{
  NSC_RANK_UNDEFINED,   /* a list is constant, or there are fewer than three places */
  NSC_RANK_EXACT,       /* p is of all orders */
  NSC_RANK_PERMUTATION, /* p is of random orders */
} NscRankMethod;

typedef struct
{
  guint n;
  double rho; /* NaN where it is not defined */
  double p;
  NscRankMethod method;
} NscRankCorrelation;

/* Correlates FIRST and SECOND, N values each. FALSE only when it was cancelled. */
gboolean nsc_rank_correlation_compute (const guint64 *first,
                                       const guint64 *second,
                                       guint n,
                                       guint64 seed,
                                       GCancellable *cancellable,
                                       NscRankCorrelation *result,
                                       GError **error);

/* The ranks of VALUES, 1 for the most, ties averaged, into RANKS. */
void nsc_rank_average (const guint64 *values, guint n, double *ranks);

G_END_DECLS
