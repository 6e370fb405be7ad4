/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scale.h"

#include <math.h>

static void
test_linear (void)
{
  g_autoptr (NscScale) scale = nsc_scale_new_linear (10, 20);

  g_assert_cmpfloat_with_epsilon (nsc_scale_map (scale, 10), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (nsc_scale_map (scale, 15), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (nsc_scale_map (scale, 20), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (nsc_scale_map (scale, 25), 1.5, 1e-12);
  g_assert_true (isnan (nsc_scale_map (scale, NAN)));
  for (double value = -5; value < 40; value += 0.37)
    g_assert_cmpfloat_with_epsilon (nsc_scale_invert (scale, nsc_scale_map (scale, value)), value, 1e-9);
}

static void
test_degenerate (void)
{
  g_autoptr (NscScale) point = nsc_scale_new_linear (3, 3);
  g_autoptr (NscScale) vast = nsc_scale_new_linear (-1.7e308, 1.7e308);
  g_autoptr (GArray) ticks = nsc_scale_dup_ticks (point, 5);

  g_assert_cmpfloat (nsc_scale_map (point, 3), ==, 0);
  g_assert_cmpuint (ticks->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (nsc_scale_map (vast, 0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (nsc_scale_map (vast, 1.7e308), 1, 1e-12);
}

static void
test_round (void)
{
  g_autoptr (NscScale) scale = nsc_scale_new_round (3, 97, 5);

  g_assert_cmpfloat_with_epsilon (nsc_scale_invert (scale, 0), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nsc_scale_invert (scale, 1), 100, 1e-9);
}

/* Whatever the domain, ticks are few, ascending, within it, and whole multiples of their step. */
static void
test_ticks (void)
{
  for (guint i = 0; i < 500; i++)
    {
      double min = g_test_rand_double_range (-1000, 1000) * pow (10, g_test_rand_int_range (-3, 4));
      double max = min + g_test_rand_double_range (0.001, 1000) * pow (10, g_test_rand_int_range (-2, 4));
      guint target = (guint) g_test_rand_int_range (2, 9);
      g_autoptr (NscScale) scale = nsc_scale_new_linear (min, max);
      g_autoptr (GArray) ticks = nsc_scale_dup_ticks (scale, target);
      double slack = (max - min) * 1e-6;

      g_assert_cmpuint (ticks->len, >=, 1);
      g_assert_cmpuint (ticks->len, <=, 2 * target + 1);
      for (guint j = 0; j < ticks->len; j++)
        {
          double tick = g_array_index (ticks, double, j);

          g_assert_cmpfloat (tick, >=, min - slack);
          g_assert_cmpfloat (tick, <=, max + slack);
          if (j > 0)
            g_assert_cmpfloat (tick, >, g_array_index (ticks, double, j - 1));
        }
    }
}

static void
test_band (void)
{
  const double weights[] = { 1, 2, 1 };
  g_autoptr (NscScale) even = nsc_scale_new_band (NULL, 4);
  g_autoptr (NscScale) uneven = nsc_scale_new_band (weights, 3);
  g_autoptr (NscScale) none = nsc_scale_new_band (NULL, 0);
  double from, to, before = 0;

  g_assert_true (nsc_scale_is_band (even));
  g_assert_cmpfloat_with_epsilon (nsc_scale_map (even, 0), 0.125, 1e-12);
  g_assert_cmpfloat_with_epsilon (nsc_scale_map (even, 3), 0.875, 1e-12);
  nsc_scale_get_band (uneven, 1, &from, &to);
  g_assert_cmpfloat_with_epsilon (from, 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (to, 0.75, 1e-12);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (nsc_scale_invert (uneven, nsc_scale_map (uneven, i)), ==, i);
      nsc_scale_get_band (uneven, i, &from, &to);
      g_assert_cmpfloat (from, ==, before);
      before = to;
    }
  g_assert_cmpfloat (before, ==, 1);
  g_assert_cmpfloat (nsc_scale_invert (even, -3), ==, 0);
  g_assert_cmpfloat (nsc_scale_invert (even, 7), ==, 3);
  g_assert_cmpfloat (nsc_scale_map (none, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/scale/linear", test_linear);
  g_test_add_func ("/figure/scale/degenerate", test_degenerate);
  g_test_add_func ("/figure/scale/round", test_round);
  g_test_add_func ("/figure/scale/ticks", test_ticks);
  g_test_add_func ("/figure/scale/band", test_band);
  return g_test_run ();
}
