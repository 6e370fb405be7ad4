/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution.h"

#define DAY(n) (700000 + (n))

static NscDistribution *
distribute (const NscDistributionRow *rows, guint n, gint32 as_of, gboolean include_unverified)
{
  NscDistributionAccumulator *accumulator = nsc_distribution_begin (as_of, include_unverified);

  nsc_distribution_add (accumulator, rows, n);
  return nsc_distribution_finish (accumulator);
}

static guint64
count_of (const NscDistribution *result, gint32 group)
{
  for (guint i = 0; i < result->groups->len; i++)
    {
      const NscDistributionGroup *entry = &g_array_index (result->groups, NscDistributionGroup, i);

      if (entry->group == group)
        return entry->count;
    }
  return 0;
}

static void
test_empty (void)
{
  g_autoptr (NscDistribution) result = distribute (NULL, 0, 0, FALSE);

  g_assert_cmpuint (result->groups->len, ==, 0);
  g_assert_cmpuint (result->total, ==, 0);
}

/* Three memberships of one actor are one signatory, in each group that they name. */
static void
test_distinct (void)
{
  const NscDistributionRow rows[] = {
    { .actor = 7, .group = 0 },
    { .actor = 7, .group = 0 },
    { .actor = 7, .group = 2 },
    { .actor = -8, .group = 2 },
    { .actor = 9, .group = NSC_GROUP_UNKNOWN },
  };
  g_autoptr (NscDistribution) result = distribute (rows, G_N_ELEMENTS (rows), 0, FALSE);

  g_assert_cmpuint (result->groups->len, ==, 3);
  g_assert_cmpuint (count_of (result, 0), ==, 1);
  g_assert_cmpuint (count_of (result, 2), ==, 2);
  g_assert_cmpuint (count_of (result, NSC_GROUP_UNKNOWN), ==, 1);
  g_assert_cmpint (g_array_index (result->groups, NscDistributionGroup, 2).group, ==, NSC_GROUP_UNKNOWN);
  g_assert_cmpuint (result->total, ==, 3);
  g_assert_cmpuint (result->recorded, ==, 3);
}

static void
test_unverified (void)
{
  const NscDistributionRow rows[] = {
    { .actor = 1, .group = 0 },
    { .actor = 1, .group = 0, .unverified = TRUE },
    { .actor = 2, .group = 0, .unverified = TRUE },
  };
  g_autoptr (NscDistribution) without = distribute (rows, G_N_ELEMENTS (rows), 0, FALSE);
  g_autoptr (NscDistribution) with = distribute (rows, G_N_ELEMENTS (rows), 0, TRUE);

  g_assert_cmpuint (without->total, ==, 1);
  g_assert_cmpuint (without->unverified, ==, 1);
  g_assert_cmpuint (without->recorded, ==, 1);
  g_assert_cmpuint (with->total, ==, 2);
  g_assert_cmpuint (with->unverified, ==, 1);
  g_assert_cmpuint (with->recorded, ==, 2);
}

static void
test_excluded (void)
{
  const NscDistributionRow rows[] = {
    { .actor = 1, .group = 0, .excluded = TRUE },
    { .actor = 2, .group = 1 },
    { .actor = 3, .group = 0, .excluded = TRUE, .unverified = TRUE },
  };
  g_autoptr (NscDistribution) result = distribute (rows, G_N_ELEMENTS (rows), 0, FALSE);

  g_assert_cmpuint (result->total, ==, 1);
  g_assert_cmpuint (result->excluded, ==, 1);
  g_assert_cmpuint (result->unverified, ==, 1);
  g_assert_cmpuint (result->recorded, ==, 2);
  g_assert_cmpuint (count_of (result, 0), ==, 0);
}

/* joined <= date < left; a member that left and came back counts once. */
static void
test_as_of (void)
{
  const NscDistributionRow rows[] = {
    { .actor = 1, .group = 0, .joined = DAY (10) },
    { .actor = 2, .group = 0, .joined = DAY (11) },
    { .actor = 3, .group = 0, .joined = DAY (1), .left = DAY (10) },
    { .actor = 4, .group = 0, .joined = DAY (1), .left = DAY (11) },
    { .actor = 5, .group = 0 },
    { .actor = 6, .group = 0, .left = DAY (10) },
    { .actor = 7, .group = 0, .joined = DAY (1), .left = DAY (5) },
    { .actor = 7, .group = 0, .joined = DAY (8), .left = G_MAXINT32 },
    { .actor = 8, .group = 0, .joined = DAY (2) },
    { .actor = 8, .group = 0 },
  };
  g_autoptr (NscDistribution) result = distribute (rows, G_N_ELEMENTS (rows), DAY (10), FALSE);

  g_assert_cmpuint (result->total, ==, 4);
  g_assert_cmpuint (count_of (result, 0), ==, 4);
  g_assert_cmpuint (result->undated, ==, 1);
  g_assert_cmpuint (result->recorded, ==, 4);
}

/* An undated row of the excluded country is neither undated nor covered: it was asked out. */
static void
test_excluded_undated (void)
{
  const NscDistributionRow rows[] = {
    { .actor = 1, .group = 0, .excluded = TRUE },
    { .actor = 2, .group = 0, .excluded = TRUE, .joined = DAY (1) },
  };
  g_autoptr (NscDistribution) result = distribute (rows, G_N_ELEMENTS (rows), DAY (10), FALSE);

  g_assert_cmpuint (result->total, ==, 0);
  g_assert_cmpuint (result->undated, ==, 0);
  g_assert_cmpuint (result->excluded, ==, 2);
  g_assert_cmpuint (result->recorded, ==, 1);
}

#define N_ACTORS 12
#define N_GROUPS 5
#define N_ROWS 60

/* The rules once more, slow and obvious: for each actor and group, does any row count? */
static void
check_against_reference (const NscDistributionRow *rows, gint32 as_of, gboolean include_unverified)
{
  g_autoptr (NscDistribution) result = distribute (rows, N_ROWS, as_of, include_unverified);
  guint64 total = 0;

  for (gint32 group = NSC_GROUP_UNKNOWN; group < N_GROUPS; group++)
    {
      guint64 count = 0;

      for (gint64 actor = 0; actor < N_ACTORS; actor++)
        for (guint i = 0; i < N_ROWS; i++)
          if (rows[i].actor == actor && rows[i].group == group &&
              nsc_distribution_judge (&rows[i], as_of, include_unverified) == NSC_ROW_COUNTS)
            {
              count++;
              break;
            }
      g_assert_cmpuint (count_of (result, group), ==, count);
    }
  for (gint64 actor = 0; actor < N_ACTORS; actor++)
    for (guint i = 0; i < N_ROWS; i++)
      if (rows[i].actor == actor && nsc_distribution_judge (&rows[i], as_of, include_unverified) == NSC_ROW_COUNTS)
        {
          total++;
          break;
        }
  g_assert_cmpuint (result->total, ==, total);
}

static void
test_reference (void)
{
  for (guint round = 0; round < 500; round++)
    {
      NscDistributionRow rows[N_ROWS];

      for (guint i = 0; i < N_ROWS; i++)
        rows[i] = (NscDistributionRow) {
          .actor = g_test_rand_int_range (0, N_ACTORS),
          .group = g_test_rand_int_range (NSC_GROUP_UNKNOWN, N_GROUPS),
          .joined = g_test_rand_bit () ? DAY (g_test_rand_int_range (0, 20)) : 0,
          .left = g_test_rand_bit () ? DAY (g_test_rand_int_range (0, 20)) : 0,
          .unverified = g_test_rand_int_range (0, 4) == 0,
          .excluded = g_test_rand_int_range (0, 4) == 0,
        };
      check_against_reference (rows, 0, FALSE);
      check_against_reference (rows, DAY (10), FALSE);
      check_against_reference (rows, DAY (10), TRUE);
    }
}

/* Batches of any size give the same. */
static void
test_batches (void)
{
  NscDistributionAccumulator *accumulator = nsc_distribution_begin (0, FALSE);
  g_autoptr (NscDistribution) result = NULL;

  for (gint64 i = 0; i < 100000; i++)
    {
      NscDistributionRow row = { .actor = i % 1000, .group = (gint32) (i % 10) };

      nsc_distribution_add (accumulator, &row, 1);
    }
  result = nsc_distribution_finish (accumulator);
  g_assert_cmpuint (result->total, ==, 1000);
  g_assert_cmpuint (count_of (result, 3), ==, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/distribution/empty", test_empty);
  g_test_add_func ("/analysis/distribution/distinct", test_distinct);
  g_test_add_func ("/analysis/distribution/unverified", test_unverified);
  g_test_add_func ("/analysis/distribution/excluded", test_excluded);
  g_test_add_func ("/analysis/distribution/as-of", test_as_of);
  g_test_add_func ("/analysis/distribution/excluded-undated", test_excluded_undated);
  g_test_add_func ("/analysis/distribution/reference", test_reference);
  g_test_add_func ("/analysis/distribution/batches", test_batches);
  return g_test_run ();
}
