/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-report.h"

#include "report-fixture.h"

#include <string.h>

static void
check (ReportFixture *fixture, const char *options, const char *expected)
{
  report_fixture_check (fixture, &nsc_growth_report, options, expected);
}

/* Acme and Bolt joined in 2018, as precise as is known of each; Bolt left in June 2020, so at the end of it, and came
 * back. Others counted 4 in 2018 and 20 in June 2021, 9 of them from Germany; 7 had joined in 2019. */
static void
test_growth (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "",
         "2018,1,4,all\n"
         "2018-04,2,,all\n"
         "2019-05-05,3,,all\n"
         "2020-06,2,,all\n"
         "2021,3,,all\n"
         "2021-03-01,4,,all\n"
         "2021-06,4,20,all\n"
         "2021-06,,9,country=DE\n"
         "2021-06,,7,year=2019\n");
}

static void
test_options (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "as-of=2020-06-29",
         "2018,1,4,all\n"
         "2018-04,2,,all\n"
         "2019-05-05,3,,all\n");
  check (fixture, "include-unverified=yes as-of=2018-12-31", "2018,2,4,all\n2018-04,3,,all\n");
  check (fixture, "initiative=club", "2020,1,,all\n");
  check (fixture, "initiative=empty", "");
  check (fixture, "as-of=2017", "");
}

static void
test_notes (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = report_fixture_run (fixture, &nsc_growth_report, "", NULL);
  g_autoptr (NscResult) empty = report_fixture_run (fixture, &nsc_growth_report, "initiative=empty", NULL);
  NscSheet *sheet = nsc_result_get_sheet (result);

  g_assert_cmpuint (nsc_sheet_get_n_notes (sheet), ==, 1);
  g_assert_cmpstr (nsc_sheet_get_note (sheet, 0), ==,
                   "1 recorded signatory without a known joining date is in none of the recorded numbers.");
  g_assert_cmpuint (nsc_sheet_get_n_notes (nsc_result_get_sheet (empty)), ==, 0);
}

static void
test_shown (ReportFixture *fixture, gconstpointer data)
{
  report_fixture_check_shown (fixture, &nsc_growth_report, "", 0, 3, "Whole membership");
  report_fixture_check_shown (fixture, &nsc_growth_report, "", 7, 3, "Germany");
}

/* Behind a date on which somebody came or went stand its members, behind any other its total. */
static void
test_evidence (ReportFixture *fixture, gconstpointer data)
{
  report_fixture_check_evidence (fixture, &nsc_growth_report, "", 0,
                                 "2018: bolt/founder "
                                 "2018-04: acme/founder bolt/founder "
                                 "2019-05-05: acme/founder bolt/founder union/ "
                                 "2020-06: acme/founder union/ "
                                 "2021: acme/founder union/ late/member "
                                 "2021-03-01: acme/founder bolt/member union/ late/member "
                                 "2021-06: 2021-06=20 2021-06: 2021-06=9 2021-06: 2021-06=7 ");
}

static void
test_keys (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) all = report_fixture_run (fixture, &nsc_growth_report, "", NULL);
  g_autoptr (NscResult) early = report_fixture_run (fixture, &nsc_growth_report, "as-of=2019", NULL);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  NscSheet *sheet = nsc_result_get_sheet (all), *early_sheet = nsc_result_get_sheet (early);

  for (guint i = 0; i < nsc_sheet_get_n_rows (sheet); i++)
    {
      gint64 *key = g_new (gint64, 1);

      *key = nsc_sheet_get_key (sheet, i);
      g_assert_cmpint (*key, !=, 0);
      g_assert_true (g_hash_table_add (keys, key));
    }
  for (guint i = 0; i < nsc_sheet_get_n_rows (early_sheet); i++)
    g_assert_cmpint (nsc_sheet_get_key (early_sheet, i), ==, nsc_sheet_get_key (sheet, i));
}

static void
test_figure (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = report_fixture_run (fixture, &nsc_growth_report, "", NULL);
  g_autofree char *date = nsc_date_to_string (nsc_result_get_latest_date (result));

  g_assert_cmpstr (nsc_figure_get_title (nsc_result_get_figure (result)), ==,
                   "Members: 20 reported (2021-06), 4 recorded with a joining date");
  g_assert_cmpstr (nsc_figure_get_source (nsc_result_get_figure (result)), ==, "Sources: list; press.");
  g_assert_cmpstr (date, ==, "2021-06");
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/report/growth/" name, ReportFixture, NULL, report_fixture_set_up, func, report_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("growth", test_growth);
  ADD ("options", test_options);
  ADD ("notes", test_notes);
  ADD ("shown", test_shown);
  ADD ("evidence", test_evidence);
  ADD ("keys", test_keys);
  ADD ("figure", test_figure);
  return g_test_run ();
}
