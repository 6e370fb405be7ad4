/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-report.h"

#include "report-fixture.h"

#include <string.h>

static NscResult *
run (ReportFixture *fixture, const char *options, GError **error)
{
  return report_fixture_run (fixture, &nsc_distribution_report, options, error);
}

static void
check (ReportFixture *fixture, const char *options, const char *expected)
{
  report_fixture_check (fixture, &nsc_distribution_report, options, expected);
}

static void
test_columns (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = run (fixture, "by=kind", NULL);
  g_autofree char *csv = nsc_sheet_to_string (nsc_result_get_sheet (result), NSC_SHEET_CSV);

  g_assert_true (g_str_has_prefix (csv, "initiative,group,label,count,share,total\n"));
}

static void
test_country (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=country",
         "pact,DE,Germany,2,0.400000,5\n"
         "pact,international,International,1,0.200000,5\n"
         "pact,US,United States,1,0.200000,5\n"
         "pact,unknown,Unknown,1,0.200000,5\n");
  check (fixture, "by=country language=zh_CN exclude-country=DE",
         "pact,international,国际,1,0.333333,3\n"
         "pact,US,美国,1,0.333333,3\n"
         "pact,unknown,未知,1,0.333333,3\n");
  check (fixture, "by=country include-unverified=yes",
         "pact,DE,Germany,3,0.500000,6\n"
         "pact,US,United States,2,0.333333,6\n"
         "pact,international,International,1,0.166667,6\n");
}

static void
test_other_dimensions (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=sector",
         "pact,soft,Software,1,0.200000,5\n"
         "pact,unknown,Unknown,4,0.800000,5\n");
  check (fixture, "by=region",
         "pact,Europe,Europe,2,0.400000,5\n"
         "pact,Americas,Americas,1,0.200000,5\n"
         "pact,international,International,1,0.200000,5\n"
         "pact,unknown,Unknown,1,0.200000,5\n");
  check (fixture, "by=kind",
         "pact,company,Company,3,0.600000,5\n"
         "pact,igo,Intergovernmental organisation,1,0.200000,5\n"
         "pact,ngo,Non-governmental organisation,1,0.200000,5\n");
}

/* Bolt was a founder and came back as a member: one signatory, in both roles. */
static void
test_role (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=role",
         "pact,member,Member,3,0.600000,5\n"
         "pact,founder,Founder,2,0.400000,5\n"
         "pact,unknown,Unknown,1,0.200000,5\n");
}

static void
test_year (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=year",
         "pact,2018,2018,2,0.400000,5\n"
         "pact,2019,2019,1,0.200000,5\n"
         "pact,2020,2020,0,0.000000,5\n"
         "pact,2021,2021,2,0.400000,5\n"
         "pact,unknown,Unknown,1,0.200000,5\n");
}

static void
test_as_of (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=kind as-of=2018-04",
         "pact,company,Company,2,1.000000,2\n"
         "pact,undated,Joining date unknown,1,,2\n");
  /* The end of June 2020, when Bolt left, is no longer before it left. */
  check (fixture, "by=country as-of=2020-06",
         "pact,international,International,1,0.500000,2\n"
         "pact,US,United States,1,0.500000,2\n"
         "pact,undated,Joining date unknown,1,,2\n");
}

/* What has no group of its own stays at the end, however the table is sorted. */
static void
test_rest (ReportFixture *fixture, gconstpointer data)
{
  static const char *const options[] = { "by=country", "by=kind as-of=2018-04" };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (NscResult) result = run (fixture, options[i], NULL);
      NscSheet *sheet = nsc_result_get_sheet (result);
      guint n = nsc_sheet_get_n_rows (sheet);

      for (guint row = 0; row < n; row++)
        g_assert_cmpint (nsc_sheet_is_rest (sheet, row), ==, row + 1 == n);
    }
}

static void
test_nobody (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=country initiative=empty", "");
  check (fixture, "by=year initiative=empty as-of=2018", "");
}

/* Each initiative has its own base; they come in the order asked for. */
static void
test_several (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=country initiative=club,pact,empty",
         "club,DE,Germany,1,0.500000,2\n"
         "club,international,International,1,0.500000,2\n"
         "pact,DE,Germany,2,0.400000,5\n"
         "pact,international,International,1,0.200000,5\n"
         "pact,US,United States,1,0.200000,5\n"
         "pact,unknown,Unknown,1,0.200000,5\n");
  check (fixture, "by=kind initiative=pact,club as-of=2020-06",
         "pact,company,Company,1,0.500000,2\n"
         "pact,igo,Intergovernmental organisation,1,0.500000,2\n"
         "pact,undated,Joining date unknown,1,,2\n"
         "club,company,Company,1,1.000000,1\n"
         "club,undated,Joining date unknown,1,,1\n");
  report_fixture_check_shown (fixture, &nsc_distribution_report, "by=kind initiative=club,pact", 2, 0, "The Pact");
}

/* Bolt left in June 2020 and came back; who joined in 2018 is a member at its end; Guess has no date. */
static void
test_cumulative (ReportFixture *fixture, gconstpointer data)
{
  check (fixture, "by=year cumulative=yes",
         "pact,2018,2018,2,0.500000,4\n"
         "pact,2019,2019,3,0.750000,4\n"
         "pact,2020,2020,2,0.500000,4\n"
         "pact,2021,2021,4,1.000000,4\n"
         "pact,undated,Joining date unknown,1,,4\n");
  check (fixture, "by=year cumulative=yes as-of=2020-06-29",
         "pact,2018,2018,2,0.666667,3\n"
         "pact,2019,2019,3,1.000000,3\n"
         "pact,2020,2020,3,1.000000,3\n"
         "pact,undated,Joining date unknown,1,,3\n");
  check (fixture, "by=year cumulative=yes exclude-country=DE as-of=2022",
         "pact,2018,2018,1,0.500000,2\n"
         "pact,2019,2019,2,1.000000,2\n"
         "pact,2020,2020,2,1.000000,2\n"
         "pact,2021,2021,2,1.000000,2\n"
         "pact,2022,2022,2,1.000000,2\n"
         "pact,undated,Joining date unknown,1,,2\n");
  check (fixture, "by=year cumulative=yes include-unverified=yes as-of=2018-04",
         "pact,2018,2018,3,1.000000,3\n"
         "pact,undated,Joining date unknown,1,,3\n");
  check (fixture, "by=year cumulative=yes as-of=2017", "pact,undated,Joining date unknown,1,,0\n");
  check (fixture, "by=year cumulative=yes initiative=empty", "");
}

static void
test_latest_date (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) all = run (fixture, "by=kind", NULL);
  g_autoptr (NscResult) early = run (fixture, "by=kind as-of=2018", NULL);
  g_autoptr (NscResult) none = run (fixture, "by=kind initiative=empty", NULL);
  g_autofree char *all_date = nsc_date_to_string (nsc_result_get_latest_date (all));
  g_autofree char *early_date = nsc_date_to_string (nsc_result_get_latest_date (early));

  g_assert_cmpstr (all_date, ==, "2021-06");
  g_assert_cmpstr (early_date, ==, "2020-06");
  g_assert_false (nsc_date_is_known (nsc_result_get_latest_date (none)));
}

/* Behind each bar stand the memberships that it counts, and no others. */
static void
check_evidence (ReportFixture *fixture, const char *options, const char *expected)
{
  report_fixture_check_evidence (fixture, &nsc_distribution_report, options, 1, expected);
}

static void
test_evidence (ReportFixture *fixture, gconstpointer data)
{
  check_evidence (fixture, "by=country as-of=2021-12",
                  "DE: bolt/member late/member international: union/ US: acme/founder undated: guess/member ");
  check_evidence (fixture, "by=role initiative=club,pact",
                  "founder: bolt/founder union/founder "
                  "member: bolt/member guess/member late/member founder: acme/founder bolt/founder unknown: union/ ");
  check_evidence (fixture, "by=year cumulative=yes",
                  "2018: acme/founder bolt/founder 2019: acme/founder bolt/founder union/ 2020: acme/founder union/ "
                  "2021: acme/founder bolt/member union/ late/member undated: guess/member ");
}

/* The same group of two initiatives is two marks, unknown and undated too. */
static void
test_keys_of_several (ReportFixture *fixture, gconstpointer data)
{
  const char *const options[] = { "by=country initiative=club,pact", "by=sector initiative=club,pact as-of=2021",
                                  "by=year initiative=club,pact" };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (NscResult) result = run (fixture, options[i], NULL);
      NscSheet *sheet = nsc_result_get_sheet (result);

      for (guint row = 0; row < nsc_sheet_get_n_rows (sheet); row++, n++)
        {
          gint64 *key = g_new (gint64, 1);

          *key = nsc_sheet_get_key (sheet, row);
          g_assert_cmpint (*key, !=, 0);
          g_assert_true (g_hash_table_add (keys, key));
        }
    }
  g_assert_cmpuint (n, >, 12);
}

/* A group keeps its key whatever else changes, and no group takes another's place. */
static void
test_keys (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) all = run (fixture, "by=country", NULL);
  g_autoptr (NscResult) some = run (fixture, "by=country exclude-country=DE", NULL);
  g_autoptr (NscResult) kinds = run (fixture, "by=kind", NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < nsc_sheet_get_n_rows (nsc_result_get_sheet (all)); i++)
    {
      gint64 *key = g_new (gint64, 1);

      *key = nsc_sheet_get_key (nsc_result_get_sheet (all), i);
      g_assert_true (
          g_hash_table_insert (codes, key, g_strdup (nsc_sheet_get_value (nsc_result_get_sheet (all), i, 1))));
    }
  for (guint i = 0; i < nsc_sheet_get_n_rows (nsc_result_get_sheet (some)); i++)
    {
      gint64 key = nsc_sheet_get_key (nsc_result_get_sheet (some), i);

      g_assert_cmpstr (g_hash_table_lookup (codes, &key), ==, nsc_sheet_get_value (nsc_result_get_sheet (some), i, 1));
    }
  for (guint i = 0; i < nsc_sheet_get_n_rows (nsc_result_get_sheet (kinds)); i++)
    {
      gint64 key = nsc_sheet_get_key (nsc_result_get_sheet (kinds), i);

      g_assert_false (g_hash_table_contains (codes, &key));
    }
}

/* The table and the figure are of the same result: each row has its mark. */
static void
test_figure (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = run (fixture, "by=country", NULL);
  NscSheet *sheet = nsc_result_get_sheet (result);
  g_autofree char *words = nsc_figure_describe (nsc_result_get_figure (result));

  for (guint i = 0; i < nsc_sheet_get_n_rows (sheet); i++)
    g_assert_nonnull (strstr (words, nsc_sheet_get_value (sheet, i, 2)));
}

/* How many are reported to have joined in a year stands beside those who did, not beside the members at its end. */
static void
test_reported_year (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) joined = run (fixture, "by=year", NULL);
  g_autoptr (NscResult) members = run (fixture, "by=year cumulative=yes", NULL);
  g_autofree char *joined_words = nsc_figure_describe (nsc_result_get_figure (joined));
  g_autofree char *members_words = nsc_figure_describe (nsc_result_get_figure (members));

  g_assert_nonnull (strstr (joined_words, "2019: 1 signatory, 20.0%; 7 reported\n"));
  g_assert_nonnull (strstr (members_words, "2019: 3 signatories, 75.0%\n"));
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/report/distribution/" name, ReportFixture, NULL, report_fixture_set_up, func, report_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("columns", test_columns);
  ADD ("country", test_country);
  ADD ("other-dimensions", test_other_dimensions);
  ADD ("role", test_role);
  ADD ("year", test_year);
  ADD ("as-of", test_as_of);
  ADD ("several", test_several);
  ADD ("cumulative", test_cumulative);
  ADD ("nobody", test_nobody);
  ADD ("rest", test_rest);
  ADD ("latest-date", test_latest_date);
  ADD ("evidence", test_evidence);
  ADD ("keys", test_keys);
  ADD ("keys-of-several", test_keys_of_several);
  ADD ("figure", test_figure);
  ADD ("reported-year", test_reported_year);
  return g_test_run ();
}
