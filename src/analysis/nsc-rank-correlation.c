/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-rank-correlation.h"

#include <math.h>
#include <stdlib.h>

#define TOLERANCE 1e-12

/* Draws between two looks at the cancellable are as many as make this many places. */
#define CANCEL_PLACES (1 << 20)

/* Ranks as whole numbers: twice the rank, less its mean, so that sums of products are exact up to three million
 * places. */
typedef struct
{
  gint64 *first;
  gint64 *second;
  guint n;
  gint64 product; /* sum of the products in the present order */
  double scale;   /* what turns the sum into rho */
  double least;   /* an order counts from this sum on */
} Ranks;

/* ---- chance ---- */

/* SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014). */
static guint64
next_random (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* A number below BOUND, each as likely as the others (Lemire, Fast Random Integer Generation in an Interval, 2019). */
static guint32
next_below (guint64 *state, guint32 bound)
{
  guint32 least = -bound % bound;
  guint64 product;

  do
    product = (next_random (state) >> 32) * bound;
  while ((guint32) product < least);
  return (guint32) (product >> 32);
}

/* ---- orders ---- */

static void
swap (Ranks *ranks, guint i, guint j)
{
  gint64 kept = ranks->second[i];

  ranks->product += (ranks->first[i] - ranks->first[j]) * (ranks->second[j] - ranks->second[i]);
  ranks->second[i] = ranks->second[j];
  ranks->second[j] = kept;
}

static gboolean
is_as_strong (const Ranks *ranks)
{
  return fabs ((double) ranks->product) >= ranks->least;
}

/* Heap's algorithm: each order comes from the one before by one swap. */
static double
share_of_all_orders (Ranks *ranks)
{
  guint counters[NSC_RANK_MOST_EXACT] = { 0 };
  guint64 n_orders = 1, n_hits = is_as_strong (ranks);
  guint i = 1;

  while (i < ranks->n)
    {
      if (counters[i] == i)
        {
          counters[i++] = 0;
          continue;
        }
      swap (ranks, i % 2 == 0 ? 0 : counters[i], i);
      counters[i]++;
      i = 1;
      n_orders++;
      n_hits += is_as_strong (ranks);
    }
  return (double) n_hits / (double) n_orders;
}

/* A negative share: cancelled. */
static double
share_of_random_orders (Ranks *ranks, guint64 seed, GCancellable *cancellable, GError **error)
{
  guint interval = MAX (1u, CANCEL_PLACES / ranks->n);
  guint64 state = seed;
  guint n_hits = 0;

  for (guint draw = 0; draw < NSC_RANK_DRAWS; draw++)
    {
      if (draw % interval == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;
      for (guint i = ranks->n - 1; i > 0; i--)
        swap (ranks, next_below (&state, i + 1), i);
      n_hits += is_as_strong (ranks);
    }
  return (1.0 + n_hits) / (1.0 + NSC_RANK_DRAWS);
}

/* ---- ranks ---- */

typedef struct
{
  guint64 value;
  guint place;
} Entry;

static int
compare_entries (const void *a, const void *b)
{
  const Entry *left = a, *right = b;

  return (left->value < right->value) - (left->value > right->value);
}

/* Twice the ranks, which are whole. */
static void
rank_twice (const guint64 *values, guint n, gint64 *ranks)
{
  g_autofree Entry *entries = g_new (Entry, n);

  for (guint i = 0; i < n; i++)
    entries[i] = (Entry) { values[i], i };
  if (n > 0)
    qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && entries[end].value == entries[i].value; end++)
        ;
      /* The ranks from i + 1 to end: their mean, twice. */
      for (guint j = i; j < end; j++)
        ranks[entries[j].place] = (gint64) i + 1 + end;
    }
}

/* The sum of squares of the ranks around their mean, which they are moved to. */
static double
centre (gint64 *ranks, guint n)
{
  gint64 squares = 0;

  for (guint i = 0; i < n; i++)
    {
      ranks[i] -= (gint64) n + 1;
      squares += ranks[i] * ranks[i];
    }
  return (double) squares;
}

void
nsc_rank_average (const guint64 *values, guint n, double *ranks)
{
  g_autofree gint64 *twice = g_new (gint64, n);

  rank_twice (values, n, twice);
  for (guint i = 0; i < n; i++)
    ranks[i] = (double) twice[i] / 2;
}

gboolean
nsc_rank_correlation_compute (const guint64 *first,
                              const guint64 *second,
                              guint n,
                              guint64 seed,
                              GCancellable *cancellable,
                              NscRankCorrelation *result,
                              GError **error)
{
  g_autofree gint64 *first_ranks = g_new (gint64, n);
  g_autofree gint64 *second_ranks = g_new (gint64, n);
  Ranks ranks = { .first = first_ranks, .second = second_ranks, .n = n };

  *result = (NscRankCorrelation) { .n = n, .rho = NAN, .p = NAN, .method = NSC_RANK_UNDEFINED };
  rank_twice (first, n, first_ranks);
  rank_twice (second, n, second_ranks);
  ranks.scale = sqrt (centre (first_ranks, n) * centre (second_ranks, n));
  if (n < 3 || ranks.scale == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    ranks.product += first_ranks[i] * second_ranks[i];
  result->rho = (double) ranks.product / ranks.scale;
  ranks.least = (fabs (result->rho) - TOLERANCE) * ranks.scale;
  result->method = n <= NSC_RANK_MOST_EXACT ? NSC_RANK_EXACT : NSC_RANK_PERMUTATION;
  result->p = n <= NSC_RANK_MOST_EXACT ? share_of_all_orders (&ranks)
                                       : share_of_random_orders (&ranks, seed, cancellable, error);
  return result->p >= 0;
}
