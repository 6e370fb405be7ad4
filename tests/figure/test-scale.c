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

static void
test_log (void)
{
  g_autoptr (NscScale) scale = nsc_scale_new_log (1, 1000);
  g_autoptr (NscScale) narrow = nsc_scale_new_log (3, 4);
  g_autoptr (GArray) few = nsc_scale_dup_ticks (scale, 4);
  g_autoptr (GArray) many = nsc_scale_dup_ticks (scale, 12);
  g_autoptr (GArray) none = nsc_scale_dup_ticks (narrow, 4);
  const double powers[] = { 1, 10, 100, 1000 };

  g_assert_cmpfloat_with_epsilon (nsc_scale_map (scale, 10), 1 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (nsc_scale_invert (scale, 2 / 3.0), 100, 1e-9);
  g_assert_true (isnan (nsc_scale_map (scale, 0)));
  g_assert_true (isnan (nsc_scale_map (scale, -3)));
  g_assert_cmpuint (few->len, ==, G_N_ELEMENTS (powers));
  for (gsize i = 0; i < G_N_ELEMENTS (powers); i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (few, double, i), powers[i], 1e-9);
  g_assert_cmpuint (many->len, ==, 10);
  g_assert_cmpfloat_with_epsilon (g_array_index (many, double, 1), 2, 1e-9);
  g_assert_cmpuint (none->len, >=, 1);
}

static void
check_words (NscScale *scale, guint target, const char *expected)
{
  g_autoptr (GArray) ticks = nsc_scale_dup_ticks (scale, target);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *word = nsc_scale_dup_tick_words (scale, ticks, i, "en");

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", word);
    }
  g_assert_cmpstr (words->str, ==, expected);
  nsc_scale_unref (scale);
}

static gint32
day (int year, int month, int day_of_month)
{
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);

  return (gint32) g_date_get_julian (date);
}

static void
test_words (void)
{
  check_words (nsc_scale_new_linear (0, 4000), 5, "0 1,000 2,000 3,000 4,000");
  check_words (nsc_scale_new_linear (0, 0.3), 3, "0 0.1 0.2 0.3");
  check_words (nsc_scale_new_linear (-1e20, 1e20), 2, "-1e+20 0 1e+20");
  check_words (nsc_scale_new_years (2013, 2021), 24, "2013 2014 2015 2016 2017 2018 2019 2020 2021");
  check_words (nsc_scale_new_years (2013, 2021), 4, "2014 2016 2018 2020");
  check_words (nsc_scale_new_years (2013, 2013), 4, "2013");
  check_words (nsc_scale_new_time (day (2018, 4, 17), day (2023, 1, 1)), 6, "2019 2020 2021 2022 2023");
  check_words (nsc_scale_new_time (day (2018, 4, 17), day (2019, 1, 1)), 9,
               "2018-05 2018-06 2018-07 2018-08 2018-09 2018-10 2018-11 2018-12 2019-01");
  check_words (nsc_scale_new_time (day (2018, 4, 17), day (2019, 1, 1)), 3, "2018-07 2018-10 2019-01");
  check_words (nsc_scale_new_time (day (2018, 4, 17), day (2018, 4, 20)), 5,
               "2018-04-17 2018-04-18 2018-04-19 2018-04-20");
  /* Weeks begin on Mondays. */
  check_words (nsc_scale_new_time (day (2018, 4, 17), day (2018, 5, 20)), 5,
               "2018-04-23 2018-04-30 2018-05-07 2018-05-14");
  check_words (nsc_scale_new_time (day (1899, 3, 1), day (2023, 3, 1)), 6, "1900 1920 1940 1960 1980 2000 2020");
  check_words (nsc_scale_new_time (1, day (40, 1, 1)), 4, "10 20 30 40");
}

/* Whatever the days, there are few ticks, in order and within the domain. */
static void
test_time_ticks (void)
{
  for (guint i = 0; i < 500; i++)
    {
      gint32 first = g_test_rand_int_range (1, 3600000);
      gint32 last = MIN (first + (gint32) pow (10, g_test_rand_double_range (0, 6)), 3652059);
      guint target = (guint) g_test_rand_int_range (1, 12);
      g_autoptr (NscScale) scale = nsc_scale_new_time (first, last);
      g_autoptr (GArray) ticks = nsc_scale_dup_ticks (scale, target);

      g_assert_cmpuint (ticks->len, >=, 1);
      g_assert_cmpuint (ticks->len, <=, target + 2);
      for (guint j = 0; j < ticks->len; j++)
        {
          g_assert_cmpfloat (g_array_index (ticks, double, j), >=, first);
          g_assert_cmpfloat (g_array_index (ticks, double, j), <=, last);
          if (j > 0)
            g_assert_cmpfloat (g_array_index (ticks, double, j), >, g_array_index (ticks, double, j - 1));
        }
    }
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
  g_test_add_func ("/figure/scale/log", test_log);
  g_test_add_func ("/figure/scale/words", test_words);
  g_test_add_func ("/figure/scale/time-ticks", test_time_ticks);
  return g_test_run ();
}
