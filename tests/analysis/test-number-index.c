/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-number-index.h"

/* Each number has one index, the same at every time, and no two have the same. */
static void
check_order (gint64 base, gint64 step, guint n)
{
  g_autoptr (NscNumberIndex) index = nsc_number_index_new ();

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (nsc_number_index_get (index, base + i * step), ==, i);
      g_assert_cmpuint (nsc_number_index_get (index, base + i / 2 * step), ==, i / 2);
    }
  for (guint i = n; i-- > 0;)
    g_assert_cmpuint (nsc_number_index_get (index, base + i * step), ==, i);
}

static void
test_order (void)
{
  check_order (0, 1, 100000);
  check_order (1000000, -1, 1000);
  check_order (-500, 1, 1000);
  /* Numbers that have the same lower bits, as far as there are. */
  check_order (G_MININT64, G_GINT64_CONSTANT (1) << 32, 50000);
  check_order (G_MAXINT64, -(G_GINT64_CONSTANT (1) << 40), 50000);
}

static void
test_random (void)
{
  g_autoptr (NscNumberIndex) index = nsc_number_index_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 50000; i++)
    {
      gint64 number =
          (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) >> g_rand_int_range (rand, 0, 64);
      gpointer expected = g_hash_table_lookup (known, &number);

      if (expected == NULL)
        {
          expected = GUINT_TO_POINTER (g_hash_table_size (known) + 1);
          g_hash_table_insert (known, g_memdup2 (&number, sizeof number), expected);
        }
      g_assert_cmpuint (nsc_number_index_get (index, number), ==, GPOINTER_TO_UINT (expected) - 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-index/order", test_order);
  g_test_add_func ("/number-index/random", test_random);
  return g_test_run ();
}
