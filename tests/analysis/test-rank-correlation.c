/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-rank-correlation.h"

#include <math.h>

static NscRankCorrelation
correlate (const guint64 *first, const guint64 *second, guint n, guint64 seed)
{
  NscRankCorrelation result;
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_rank_correlation_compute (first, second, n, seed, NULL, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.n, ==, n);
  return result;
}

/* The worked example of ten pairs; of its 10! orders 2,293,916 are as strong, around which the draws
 * scatter by .0015. */
static void
test_published (void)
{
  const guint64 first[] = { 106, 86, 100, 101, 99, 103, 97, 113, 112, 110 };
  const guint64 second[] = { 7, 0, 27, 50, 28, 29, 20, 12, 6, 17 };
  NscRankCorrelation result = correlate (first, second, 10, NSC_RANK_SEED);
  NscRankCorrelation again = correlate (first, second, 10, NSC_RANK_SEED);
  NscRankCorrelation other = correlate (first, second, 10, 2);

  g_assert_cmpfloat_with_epsilon (result.rho, -29.0 / 165, 1e-15);
  g_assert_cmpint (result.method, ==, NSC_RANK_PERMUTATION);
  g_assert_cmpfloat (result.p, ==, again.p);
  g_assert_cmpfloat (result.p, !=, other.p);
  g_assert_cmpfloat_with_epsilon (result.p, 2293916.0 / 3628800, 0.006);
  g_assert_cmpfloat_with_epsilon (other.p, 2293916.0 / 3628800, 0.006);
}

static void
test_undefined (void)
{
  const guint64 constant[] = { 4, 4, 4 }, list[] = { 1, 2, 3 };
  NscRankCorrelation none = correlate (list, constant, 3, 1);
  NscRankCorrelation two = correlate (list, list, 2, 1);
  NscRankCorrelation nothing = correlate (list, list, 0, 1);

  g_assert_cmpint (none.method, ==, NSC_RANK_UNDEFINED);
  g_assert_true (isnan (none.rho) && isnan (none.p));
  g_assert_cmpint (two.method, ==, NSC_RANK_UNDEFINED);
  g_assert_cmpint (nothing.method, ==, NSC_RANK_UNDEFINED);
}

static void
test_ranks (void)
{
  const guint64 values[] = { 3, 9, 3, 0, 9, 3 };
  double ranks[6];

  nsc_rank_average (values, 6, ranks);
  g_assert_cmpfloat (ranks[0], ==, 4);
  g_assert_cmpfloat (ranks[1], ==, 1.5);
  g_assert_cmpfloat (ranks[2], ==, 4);
  g_assert_cmpfloat (ranks[3], ==, 6);
  g_assert_cmpfloat (ranks[4], ==, 1.5);
  g_assert_cmpfloat (ranks[5], ==, 4);
}

/* The same direction in full and the reverse: of 5! orders only two are as strong. */
static void
test_perfect (void)
{
  const guint64 up[] = { 1, 2, 3, 4, 5 }, down[] = { 50, 40, 30, 20, 10 };
  NscRankCorrelation same = correlate (up, up, 5, 1);
  NscRankCorrelation reverse = correlate (up, down, 5, 1);

  g_assert_cmpfloat (same.rho, ==, 1);
  g_assert_cmpfloat (reverse.rho, ==, -1);
  g_assert_cmpint (same.method, ==, NSC_RANK_EXACT);
  g_assert_cmpfloat (same.p, ==, 2.0 / 120);
  g_assert_cmpfloat (reverse.p, ==, 2.0 / 120);
}

/* ---- the slow way ---- */

/* How many are more, and half of the others that are equal. */
static double
rank_of (const guint64 *values, guint n, guint place)
{
  double rank = 1;

  for (guint i = 0; i < n; i++)
    rank += values[i] > values[place] ? 1 : i != place && values[i] == values[place] ? 0.5 : 0;
  return rank;
}

static double
pearson (const double *x, const double *y, guint n)
{
  double mean_x = 0, mean_y = 0, xy = 0, xx = 0, yy = 0;

  for (guint i = 0; i < n; i++)
    {
      mean_x += x[i] / n;
      mean_y += y[i] / n;
    }
  for (guint i = 0; i < n; i++)
    {
      xy += (x[i] - mean_x) * (y[i] - mean_y);
      xx += (x[i] - mean_x) * (x[i] - mean_x);
      yy += (y[i] - mean_y) * (y[i] - mean_y);
    }
  return xy / sqrt (xx * yy);
}

typedef struct
{
  const double *x;
  const double *y;
  double order[NSC_RANK_MOST_EXACT];
  gboolean used[NSC_RANK_MOST_EXACT];
  guint n;
  double observed;
  guint n_orders;
  guint n_hits;
} Orders;

static void
go_through (Orders *orders, guint place)
{
  if (place == orders->n)
    {
      orders->n_orders++;
      orders->n_hits += fabs (pearson (orders->x, orders->order, orders->n)) >= orders->observed - 1e-12;
      return;
    }
  for (guint i = 0; i < orders->n; i++)
    if (!orders->used[i])
      {
        orders->used[i] = TRUE;
        orders->order[place] = orders->y[i];
        go_through (orders, place + 1);
        orders->used[i] = FALSE;
      }
}

static gboolean
is_constant (const guint64 *values, guint n)
{
  for (guint i = 1; i < n; i++)
    if (values[i] != values[0])
      return FALSE;
  return TRUE;
}

static void
check_random (GRand *rand, guint n, gint32 bound)
{
  guint64 first[NSC_RANK_MOST_EXACT] = { 0 }, second[NSC_RANK_MOST_EXACT] = { 0 };
  double x[NSC_RANK_MOST_EXACT], y[NSC_RANK_MOST_EXACT], ranks[NSC_RANK_MOST_EXACT];
  Orders orders = { .x = x, .y = y, .n = n };
  NscRankCorrelation result;

  for (guint i = 0; i < n; i++)
    {
      first[i] = (guint64) g_rand_int_range (rand, 0, bound);
      second[i] = (guint64) g_rand_int_range (rand, 0, bound);
    }
  result = correlate (first, second, n, 1);
  for (guint i = 0; i < n; i++)
    {
      x[i] = rank_of (first, n, i);
      y[i] = rank_of (second, n, i);
    }
  nsc_rank_average (first, n, ranks);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (ranks[i], ==, x[i]);
  if (n < 3 || is_constant (first, n) || is_constant (second, n))
    {
      g_assert_cmpint (result.method, ==, NSC_RANK_UNDEFINED);
      return;
    }
  orders.observed = fabs (pearson (x, y, n));
  go_through (&orders, 0);
  g_assert_cmpint (result.method, ==, NSC_RANK_EXACT);
  g_assert_cmpfloat_with_epsilon (result.rho, pearson (x, y, n), 1e-12);
  g_assert_cmpfloat (result.p, ==, (double) orders.n_hits / orders.n_orders);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 400; round++)
    check_random (rand, (guint) g_rand_int_range (rand, 1, 7), g_rand_boolean (rand) ? 4 : 1000);
  check_random (rand, 8, 5);
  check_random (rand, 9, 100);
}

/* A list of which the orders can be counted by hand. */
static void
test_draws (void)
{
  const guint64 first[] = { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
  const guint64 second[] = { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 };
  NscRankCorrelation result = correlate (first, second, 10, NSC_RANK_SEED);

  /* The one place holds the first or the last of ten: two in ten. */
  g_assert_cmpfloat_with_epsilon (result.p, 0.2, 0.005);
  g_assert_cmpint (result.method, ==, NSC_RANK_PERMUTATION);
}

static void
test_cancelled (void)
{
  const guint64 list[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  NscRankCorrelation result;

  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_rank_correlation_compute (list, list, 10, 1, cancellable, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/rank-correlation/published", test_published);
  g_test_add_func ("/analysis/rank-correlation/undefined", test_undefined);
  g_test_add_func ("/analysis/rank-correlation/ranks", test_ranks);
  g_test_add_func ("/analysis/rank-correlation/perfect", test_perfect);
  g_test_add_func ("/analysis/rank-correlation/random", test_random);
  g_test_add_func ("/analysis/rank-correlation/draws", test_draws);
  g_test_add_func ("/analysis/rank-correlation/cancelled", test_cancelled);
  return g_test_run ();
}
