/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-edits.h"

static GArray *
rows_to (gint64 last)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 row = 1; row <= last; row++)
    g_array_append_val (rows, row);
  return rows;
}

static const gint64 *
data_of (GArray *rows)
{
  return (const gint64 *) (gpointer) rows->data;
}

/* Makes the edits on BEFORE, the last first, and sees that AFTER comes of it. */
static void
check (GArray *edits, GArray *before, GArray *after)
{
  g_autoptr (GArray) made = g_array_copy (before);

  for (guint i = edits->len; i-- > 0;)
    {
      const NscRowEdit *edit = &g_array_index (edits, NscRowEdit, i);

      g_assert_cmpuint (edit->before + edit->n_before, <=, made->len);
      if (edit->n_before > 0)
        g_array_remove_range (made, edit->before, edit->n_before);
      if (edit->n_after > 0)
        g_array_insert_vals (made, edit->before, &g_array_index (after, gint64, edit->after), edit->n_after);
    }
  g_assert_cmpmem (made->data, made->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
}

static GArray *
find (GArray *before, GArray *after)
{
  GArray *edits = nsc_row_edits_find (data_of (before), before->len, data_of (after), after->len);

  check (edits, before, after);
  return edits;
}

static void
test_moved (void)
{
  g_autoptr (GArray) before = rows_to (1000);
  g_autoptr (GArray) after = rows_to (1000);
  g_autoptr (GArray) edits = NULL;
  gint64 row = 4;

  g_array_remove_index (after, 3);
  g_array_insert_val (after, 800, row);
  edits = find (before, after);
  g_assert_cmpuint (edits->len, ==, 2);
  g_assert_cmpuint (g_array_index (edits, NscRowEdit, 0).before, ==, 3);
  g_assert_cmpuint (g_array_index (edits, NscRowEdit, 0).n_before, ==, 1);
  g_assert_cmpuint (g_array_index (edits, NscRowEdit, 1).after, ==, 800);
  g_assert_cmpuint (g_array_index (edits, NscRowEdit, 1).n_after, ==, 1);
}

static void
test_same (void)
{
  g_autoptr (GArray) rows = rows_to (100);
  g_autoptr (GArray) none = rows_to (0);
  g_autoptr (GArray) edits = find (rows, rows);
  g_autoptr (GArray) swap = nsc_row_edits_swap (data_of (rows), rows->len, data_of (rows), rows->len);
  g_autoptr (GArray) of_none = find (none, none);
  g_autoptr (GArray) from_none = find (none, rows);
  g_autoptr (GArray) to_none = find (rows, none);
  g_autoptr (GArray) swap_none = nsc_row_edits_swap (data_of (none), 0, data_of (none), 0);

  g_assert_cmpuint (edits->len, ==, 0);
  g_assert_cmpuint (swap->len, ==, 0);
  g_assert_cmpuint (of_none->len, ==, 0);
  g_assert_cmpuint (from_none->len, ==, 1);
  g_assert_cmpuint (to_none->len, ==, 1);
  g_assert_cmpuint (swap_none->len, ==, 0);
}

static void
test_swap (void)
{
  g_autoptr (GArray) before = rows_to (10);
  g_autoptr (GArray) after = rows_to (11);
  g_autoptr (GArray) edits = nsc_row_edits_swap (data_of (before), before->len, data_of (after), after->len);

  g_assert_cmpuint (edits->len, ==, 1);
  check (edits, before, after);
}

static void
shuffle (GArray *rows, guint n_moves)
{
  for (guint i = 0; i < n_moves && rows->len > 0; i++)
    {
      guint from = (guint) g_test_rand_int_range (0, (gint32) rows->len);
      gint64 row = g_array_index (rows, gint64, from);

      g_array_remove_index (rows, from);
      if (g_test_rand_int_range (0, 3) > 0)
        {
          guint to = (guint) g_test_rand_int_range (0, (gint32) rows->len + 1);

          g_array_insert_val (rows, to, row);
        }
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) before = rows_to (g_test_rand_int_range (0, 400));
      g_autoptr (GArray) after = g_array_copy (before);
      g_autoptr (GArray) edits = NULL;

      shuffle (after, (guint) g_test_rand_int_range (0, 1 << g_test_rand_int_range (0, 10)));
      edits = find (before, after);
      g_assert_cmpuint (edits->len, <=, 200);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-edits/moved", test_moved);
  g_test_add_func ("/row-edits/same", test_same);
  g_test_add_func ("/row-edits/swap", test_swap);
  g_test_add_func ("/row-edits/random", test_random);
  return g_test_run ();
}
