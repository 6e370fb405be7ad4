/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity.h"

#include <math.h>

static void
check (const guint64 *counts, guint n_counts, guint64 n, double hhi, double shannon, double evenness)
{
  NscDiversity result = nsc_diversity_compute (counts, n_counts);

  g_assert_cmpuint (result.n, ==, n);
  g_assert_cmpfloat_with_epsilon (result.hhi, hhi, 5e-8);
  g_assert_cmpfloat_with_epsilon (result.shannon, shannon, 5e-8);
  g_assert_cmpfloat_with_epsilon (result.evenness, evenness, 5e-8);
}

/* The published cases: shares of .4 .3 .2 .1, and the roles of the Paris Call. */
static void
test_published (void)
{
  check ((const guint64[]) { 4, 3, 2, 1 }, 4, 10, .30, 1.2798542, .9232197);
  check ((const guint64[]) { 81, 706, 390, 36 }, 4, 1213, .4474697, .9649552, .6960681);
}

/* Groups without a member are none. */
static void
test_zeros (void)
{
  check ((const guint64[]) { 0, 4, 3, 0, 2, 1, 0 }, 7, 10, .30, 1.2798542, .9232197);
}

static void
test_undefined (void)
{
  const guint64 zeros[] = { 0, 0 };
  NscDiversity none = nsc_diversity_compute (NULL, 0), empty = nsc_diversity_compute (zeros, 2);
  NscDiversity one = nsc_diversity_compute ((const guint64[]) { 7, 0 }, 2);

  g_assert_true (isnan (none.hhi) && isnan (none.shannon) && isnan (none.evenness));
  g_assert_true (isnan (empty.hhi) && isnan (empty.shannon) && isnan (empty.evenness));
  g_assert_cmpuint (none.groups, ==, 0);
  g_assert_cmpfloat (one.hhi, ==, 1);
  g_assert_cmpfloat (one.shannon, ==, 0);
  g_assert_false (signbit (one.shannon));
  g_assert_true (isnan (one.evenness));
}

/* The measures over again, member by member: the chance that two drawn with putting back are of the same group, and
 * the mean surprise. Then what must hold of any distribution. */
static void
test_reference (void)
{
  for (guint round = 0; round < 1000; round++)
    {
      guint64 counts[6] = { 0 };
      guint n = (guint) g_test_rand_int_range (1, 60), n_groups = 0;
      double same = 0, surprise = 0;
      guint members[60];
      NscDiversity result;

      for (guint i = 0; i < n; i++)
        {
          members[i] = (guint) g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (counts));
          n_groups += counts[members[i]]++ == 0;
        }
      for (guint i = 0; i < n; i++)
        {
          guint alike = 0;

          for (guint k = 0; k < n; k++)
            alike += members[k] == members[i];
          same += (double) alike / n / n;
          surprise += log ((double) n / alike) / n;
        }
      result = nsc_diversity_compute (counts, G_N_ELEMENTS (counts));
      g_assert_cmpuint (result.n, ==, n);
      g_assert_cmpuint (result.groups, ==, n_groups);
      g_assert_cmpfloat_with_epsilon (result.hhi, same, 1e-12);
      g_assert_cmpfloat_with_epsilon (result.shannon, surprise, 1e-12);
      g_assert_cmpfloat (result.hhi, >=, 1.0 / n_groups - 1e-12);
      g_assert_cmpfloat (result.hhi, <=, 1);
      if (n_groups > 1)
        g_assert_cmpfloat (result.evenness, <=, 1 + 1e-12);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/diversity/published", test_published);
  g_test_add_func ("/analysis/diversity/zeros", test_zeros);
  g_test_add_func ("/analysis/diversity/undefined", test_undefined);
  g_test_add_func ("/analysis/diversity/reference", test_reference);
  return g_test_run ();
}
