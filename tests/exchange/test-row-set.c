/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-set.h"

static void
test_row_set_edges (void)
{
  static const gint64 rows[] = { 0, 1, 63, 64, 511, 512, 513, -1, G_MAXINT64, G_MININT64 };
  g_autoptr (NscRowSet) set = nsc_row_set_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_false (nsc_row_set_contains (set, rows[i]));
      nsc_row_set_add (set, rows[i]);
      nsc_row_set_add (set, rows[i]);
      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        g_assert_true (nsc_row_set_contains (set, rows[j]) == (j <= i));
    }
}

/* As a plain set says. */
static void
test_row_set_random (void)
{
  g_autoptr (NscRowSet) set = nsc_row_set_new ();
  g_autoptr (GHashTable) plain = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 10000; i++)
    {
      gint row = g_test_rand_int_range (1, 20000);

      g_assert_true (nsc_row_set_contains (set, row) == g_hash_table_contains (plain, GINT_TO_POINTER (row)));
      nsc_row_set_add (set, row);
      g_hash_table_add (plain, GINT_TO_POINTER (row));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/row-set/edges", test_row_set_edges);
  g_test_add_func ("/exchange/row-set/random", test_row_set_random);
  return g_test_run ();
}
