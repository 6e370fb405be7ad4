/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth.h"

static NscDate
date (const char *text)
{
  NscDate parsed;

  g_assert_true (nsc_date_parse (text, NSC_DATE_STYLE_ISO, &parsed, NULL));
  return parsed;
}

static NscGrowthRow
row (gint64 actor, const char *joined, const char *left)
{
  return (NscGrowthRow) { actor, date (joined), date (left) };
}

static NscGrowth *
grow (const NscGrowthRow *rows, guint n, gint32 as_of)
{
  NscGrowthAccumulator *accumulator = nsc_growth_begin (as_of);

  nsc_growth_add (accumulator, rows, n);
  return nsc_growth_finish (accumulator);
}

/* EXPECTED as "2018:1 2019-05:2". */
static void
check_steps (const NscGrowth *result, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < result->steps->len; i++)
    {
      const NscGrowthStep *step = &g_array_index (result->steps, NscGrowthStep, i);
      g_autofree char *when = nsc_date_to_string (step->date);

      g_string_append_printf (text, "%s%s:%" G_GUINT64_FORMAT, i > 0 ? " " : "", when, step->count);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (NscGrowth) result = grow (NULL, 0, 0);

  check_steps (result, "");
  g_assert_cmpuint (result->total, ==, 0);
  g_assert_cmpuint (nsc_growth_count_at (result, 730000), ==, 0);
}

/* Who joins in 2018 is a member from its first day on; who leaves in 2018 is none on its last. */
static void
test_partial_dates (void)
{
  const NscGrowthRow rows[] = { row (1, "2018", ""), row (2, "2018-03-05", "2018"), row (3, "2018-01-01", "9999") };
  g_autoptr (NscGrowth) result = grow (rows, G_N_ELEMENTS (rows), 0);

  check_steps (result, "2018:2 2018-01-01:2 2018-03-05:3 2018:2");
  g_assert_cmpuint (result->total, ==, 3);
  g_assert_cmpuint (nsc_growth_count_at (result, nsc_date_first_day (date ("2018")) - 1), ==, 0);
  g_assert_cmpuint (nsc_growth_count_at (result, nsc_date_last_day (date ("2018-12-30"))), ==, 3);
  g_assert_cmpuint (nsc_growth_count_at (result, nsc_date_last_day (date ("2018"))), ==, 2);
  g_assert_cmpuint (nsc_growth_count_at (result, nsc_date_last_day (date ("2100"))), ==, 2);
}

/* Another role is no leaving; a member that left and came back is one of the total. */
static void
test_same_actor (void)
{
  const NscGrowthRow rows[] = {
    row (1, "2018-01-01", "2019-06-30"),
    row (1, "2019-06-30", "2020"),
    row (2, "2018-01-01", "2018-02-01"),
    row (2, "2021-05", ""),
    row (3, "2018", ""),
    row (3, "2018-01-01", ""),
  };
  g_autoptr (NscGrowth) result = grow (rows, G_N_ELEMENTS (rows), 0);

  check_steps (result, "2018-01-01:3 2018-02-01:2 2020:1 2021-05:2");
  g_assert_cmpuint (result->total, ==, 3);
}

static void
test_undated (void)
{
  const NscGrowthRow rows[] = {
    row (1, "", ""), row (1, "", "2019"), row (2, "", "2018"), row (2, "2019", ""), row (3, "9999", ""),
  };
  g_autoptr (NscGrowth) result = grow (rows, G_N_ELEMENTS (rows), 0);
  g_autoptr (NscGrowth) before = grow (rows, G_N_ELEMENTS (rows), nsc_date_last_day (date ("2018")));

  check_steps (result, "2019:1");
  g_assert_cmpuint (result->total, ==, 1);
  g_assert_cmpuint (result->undated, ==, 2);
  check_steps (before, "");
  g_assert_cmpuint (before->undated, ==, 3);
}

/* What comes after the day that is asked for is not known. */
static void
test_as_of (void)
{
  const NscGrowthRow rows[] = { row (1, "2018", "2020"), row (2, "2019-05-05", "2019-08-01"), row (3, "2021", "") };
  g_autoptr (NscGrowth) result = grow (rows, G_N_ELEMENTS (rows), nsc_date_last_day (date ("2019-12-31")));

  check_steps (result, "2018:1 2019-05-05:2 2019-08-01:1");
  g_assert_cmpuint (result->total, ==, 2);
  g_assert_cmpuint (nsc_growth_count_at (result, nsc_date_last_day (date ("2020"))), ==, 1);
}

/* A membership that ended on the day it began was none on any day; both are told. */
static void
test_no_time (void)
{
  const NscGrowthRow rows[] = { row (1, "2018-04-17", "2018-04-17"), row (2, "2018-04-16", "") };
  g_autoptr (NscGrowth) result = grow (rows, G_N_ELEMENTS (rows), 0);

  check_steps (result, "2018-04-16:1 2018-04-17:1");
  g_assert_cmpuint (result->total, ==, 2);
}

#define N_ACTORS 6
#define N_ROWS 14

static NscDate
random_date (void)
{
  NscDate made = { (guint16) g_test_rand_int_range (2018, 2021), 0, 0 };

  if (g_test_rand_bit ())
    made.month = (guint8) g_test_rand_int_range (1, 4);
  if (made.month != 0 && g_test_rand_bit ())
    made.day = (guint8) g_test_rand_int_range (1, 5);
  return made;
}

/* The rule once more, slow and obvious: is any row of the actor one of a member on that day? */
static gboolean
is_member (const NscGrowthRow *rows, gint64 actor, gint32 day)
{
  for (guint i = 0; i < N_ROWS; i++)
    if (rows[i].actor == actor && nsc_date_is_known (rows[i].joined) && nsc_date_first_day (rows[i].joined) <= day &&
        (!nsc_date_is_known (rows[i].left) || day < nsc_date_last_day (rows[i].left)))
      return TRUE;
  return FALSE;
}

static guint
count_members (const NscGrowthRow *rows, gint32 day)
{
  guint count = 0;

  for (gint64 actor = 0; actor < N_ACTORS; actor++)
    count += is_member (rows, actor, day);
  return count;
}

static void
check_days (const NscGrowthRow *rows, const NscGrowth *result, gint32 as_of)
{
  gint32 from = nsc_date_first_day (date ("2017-12-25")), to = nsc_date_last_day (date ("2021-01-05"));

  for (gint32 day = from; day <= MIN (to, as_of); day++)
    g_assert_cmpuint (nsc_growth_count_at (result, day), ==, count_members (rows, day));
}

/* On every day on which an actor comes or goes there is a step. */
static void
check_changes (const NscGrowthRow *rows, const NscGrowth *result, gint32 as_of)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < result->steps->len; i++)
    {
      const NscGrowthStep *step = &g_array_index (result->steps, NscGrowthStep, i);

      g_hash_table_add (days, GINT_TO_POINTER (step->day));
      g_assert_true (step->day == nsc_date_first_day (step->date) || step->day == nsc_date_last_day (step->date));
      g_assert_cmpint (step->day, <=, as_of);
      g_assert_cmpuint (step->count, ==, count_members (rows, step->day));
      g_assert_true (i == 0 || step[-1].day <= step->day);
    }
  for (gint32 day = nsc_date_first_day (date ("2017-12-25")); day <= MIN (as_of, nsc_date_last_day (date ("2021")));
       day++)
    for (gint64 actor = 0; actor < N_ACTORS; actor++)
      if (is_member (rows, actor, day) != is_member (rows, actor, day - 1))
        g_assert_true (g_hash_table_contains (days, GINT_TO_POINTER (day)));
}

static void
check_totals (const NscGrowthRow *rows, const NscGrowth *result, gint32 as_of)
{
  guint64 total = 0, undated = 0;

  for (gint64 actor = 0; actor < N_ACTORS; actor++)
    {
      gboolean dated = FALSE, without = FALSE;

      for (guint i = 0; i < N_ROWS; i++)
        if (rows[i].actor == actor)
          {
            without |= !nsc_date_is_known (rows[i].joined);
            dated |= nsc_date_is_known (rows[i].joined) && nsc_date_first_day (rows[i].joined) <= as_of;
          }
      total += dated;
      undated += without && !dated;
    }
  g_assert_cmpuint (result->total, ==, total);
  g_assert_cmpuint (result->undated, ==, undated);
}

static void
test_reference (void)
{
  const gint32 as_ofs[] = { 0, nsc_date_last_day (date ("2019-02-02")), nsc_date_last_day (date ("2020")) };

  for (guint round = 0; round < 600; round++)
    {
      gint32 as_of = as_ofs[round % G_N_ELEMENTS (as_ofs)];
      NscGrowthRow rows[N_ROWS];
      g_autoptr (NscGrowth) result = NULL;

      for (guint i = 0; i < N_ROWS; i++)
        {
          rows[i].actor = g_test_rand_int_range (0, N_ACTORS);
          rows[i].joined = g_test_rand_int_range (0, 5) == 0 ? NSC_DATE_UNKNOWN : random_date ();
          rows[i].left = NSC_DATE_UNKNOWN;
          while (g_test_rand_bit () && !nsc_date_is_known (rows[i].left))
            {
              NscDate left = random_date ();

              if (nsc_date_last_day (left) >= nsc_date_first_day (rows[i].joined))
                rows[i].left = left;
            }
        }
      result = grow (rows, N_ROWS, as_of);
      as_of = as_of != 0 ? as_of : G_MAXINT32;
      check_days (rows, result, as_of);
      check_changes (rows, result, as_of);
      check_totals (rows, result, as_of);
    }
}

/* However many rows come and in whatever order, one at a time or all at once. */
static void
test_batches (void)
{
  const guint n = 300000;
  g_autofree NscGrowthRow *rows = g_new (NscGrowthRow, n);
  NscGrowthAccumulator *accumulator = nsc_growth_begin (0);
  g_autoptr (NscGrowth) single = NULL, whole = NULL;

  for (guint i = 0; i < n; i++)
    rows[i] = (NscGrowthRow) { i % 500, { (guint16) (2000 + i % 7), (guint8) (1 + i % 12), 0 }, { 2010, 0, 0 } };
  for (guint i = n; i > 0; i--)
    nsc_growth_add (accumulator, &rows[i - 1], 1);
  single = nsc_growth_finish (accumulator);
  whole = grow (rows, n, 0);
  g_assert_cmpuint (single->total, ==, 500);
  g_assert_cmpuint (whole->steps->len, ==, single->steps->len);
  for (guint i = 0; i < whole->steps->len; i++)
    {
      const NscGrowthStep *a = &g_array_index (whole->steps, NscGrowthStep, i);
      const NscGrowthStep *b = &g_array_index (single->steps, NscGrowthStep, i);

      g_assert_true (a->day == b->day && a->count == b->count && nsc_date_equal (a->date, b->date));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/growth/empty", test_empty);
  g_test_add_func ("/analysis/growth/partial-dates", test_partial_dates);
  g_test_add_func ("/analysis/growth/same-actor", test_same_actor);
  g_test_add_func ("/analysis/growth/undated", test_undated);
  g_test_add_func ("/analysis/growth/as-of", test_as_of);
  g_test_add_func ("/analysis/growth/no-time", test_no_time);
  g_test_add_func ("/analysis/growth/reference", test_reference);
  g_test_add_func ("/analysis/growth/batches", test_batches);
  return g_test_run ();
}
