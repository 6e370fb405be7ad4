/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-number-set.h"

/* Each number is new once, whatever the order, in short blocks and in those that became bitmaps. */
static void
check_span (guint64 base, guint span, guint n, guint32 seed)
{
  g_autoptr (NscNumberSet) set = nsc_number_set_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint8 *seen = g_new0 (guint8, span);
  guint64 count = 0;

  for (guint i = 0; i < n; i++)
    {
      guint number = (guint) g_rand_int_range (rand, 0, (gint32) span);

      g_assert_cmpint (nsc_number_set_contains (set, base + number), ==, seen[number]);
      g_assert_cmpint (nsc_number_set_add (set, base + number), ==, !seen[number]);
      count += !seen[number];
      seen[number] = 1;
      g_assert_cmpuint (nsc_number_set_get_count (set), ==, count);
    }
  for (guint i = 0; i < span; i++)
    g_assert_cmpint (nsc_number_set_contains (set, base + i), ==, seen[i]);
}

static void
test_random (void)
{
  check_span (0, 100, 500, 1);
  check_span (0, 65536, 40000, 2);
  check_span (65000, 2000, 6000, 3);
  check_span (G_MAXUINT64 - 10000000, 10000000, 20000, 4);
}

static void
test_ascending (void)
{
  g_autoptr (NscNumberSet) set = nsc_number_set_new ();

  for (guint64 i = 0; i < 200000; i++)
    g_assert_true (nsc_number_set_add (set, i));
  for (guint64 i = 0; i < 200000; i++)
    g_assert_false (nsc_number_set_add (set, i));
  g_assert_cmpuint (nsc_number_set_get_count (set), ==, 200000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number-set/random", test_random);
  g_test_add_func ("/base/number-set/ascending", test_ascending);
  return g_test_run ();
}
