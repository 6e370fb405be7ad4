/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-order.h"

/* More values than one digit of the sort tells apart. */
#define N_ROWS 100000

static NscRowOrder *
new_order (const char *column, gboolean descending)
{
  const NscTable *table = nsc_table_find ("totals");

  return nsc_row_order_new (table, (guint) nsc_table_find_column (table, column), "en", descending);
}

static guint32 *
count_up (guint n)
{
  guint32 *indexes = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    indexes[i] = i;
  return indexes;
}

static void
test_many_values (void)
{
  g_autoptr (NscRowOrder) order = new_order ("count", FALSE);
  g_autofree guint32 *indexes = count_up (N_ROWS);

  /* 7919 shares no factor with their number, so that each value comes once. */
  for (guint64 i = 0; i < N_ROWS; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%u", (guint) (i * 7919 % N_ROWS));
      NscRowCell cell = { .text = digits };

      nsc_row_order_add (order, &cell);
    }
  nsc_row_order_sort (order, indexes, N_ROWS);
  for (guint i = 0; i < N_ROWS; i++)
    g_assert_cmpuint ((guint64) indexes[i] * 7919 % N_ROWS, ==, i);
}

/* What is equal stays in the order in which it was, in both directions; blanks come last. */
static void
test_equal_values (void)
{
  static const char *const values[] = { "2", "", "10", "2", "02", "" };
  static const guint32 expected[] = { 0, 3, 4, 2, 1, 5 }, reversed[] = { 2, 0, 3, 4, 1, 5 };

  for (guint descending = 0; descending < 2; descending++)
    {
      g_autoptr (NscRowOrder) order = new_order ("count", descending == 1);
      g_autofree guint32 *indexes = count_up (G_N_ELEMENTS (values));

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          NscRowCell cell = { .text = values[i] };

          nsc_row_order_add (order, &cell);
        }
      nsc_row_order_sort (order, indexes, G_N_ELEMENTS (values));
      g_assert_cmpmem (indexes, sizeof expected, descending == 1 ? reversed : expected, sizeof expected);
    }
}

static void
test_no_rows (void)
{
  g_autoptr (NscRowOrder) order = new_order ("category", FALSE);
  g_autofree guint32 *indexes = count_up (1);

  nsc_row_order_sort (order, indexes, 0);
  g_assert_cmpuint (indexes[0], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-order/many-values", test_many_values);
  g_test_add_func ("/row-order/equal-values", test_equal_values);
  g_test_add_func ("/row-order/no-rows", test_no_rows);
  return g_test_run ();
}
