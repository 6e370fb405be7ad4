/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-report.h"

#include "report-fixture.h"

#include <string.h>

/* Two of five from Germany, one from the United States, one of no country; a fifth whose country is a guess. */
static void
test_country (ReportFixture *fixture, gconstpointer data)
{
  report_fixture_check (fixture, &nsc_diversity_report, "by=country",
                        "pact,country,4,1,3,0.375000,1.039721,0.946395\n");
  report_fixture_check (fixture, &nsc_diversity_report, "by=country exclude-country=DE",
                        "pact,country,2,1,2,0.500000,0.693147,1.000000\n");
}

/* Bolt has two roles and counts in both, so that the shares sum up to one. */
static void
test_role (ReportFixture *fixture, gconstpointer data)
{
  report_fixture_check (fixture, &nsc_diversity_report, "by=role", "pact,role,5,1,2,0.520000,0.673012,0.970951\n");
}

static void
test_several (ReportFixture *fixture, gconstpointer data)
{
  report_fixture_check (fixture, &nsc_diversity_report, "by=kind initiative=empty,club,pact",
                        "empty,kind,0,0,0,,,\n"
                        "club,kind,2,0,2,0.500000,0.693147,1.000000\n"
                        "pact,kind,5,0,3,0.440000,0.950271,0.864974\n");
  report_fixture_check (fixture, &nsc_diversity_report, "by=year initiative=club",
                        "club,year,1,1,1,1.000000,0.000000,\n");
  report_fixture_check_shown (fixture, &nsc_diversity_report, "by=kind initiative=club,pact", 1, 0, "The Pact");
}

/* The 2, 3, 2 and 4 members at the end of 2018 to 2021, of whom Bolt was none in 2020 and came back. */
static void
test_cumulative (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = report_fixture_run (fixture, &nsc_diversity_report, "by=year cumulative=yes", NULL);
  NscSheet *sheet = nsc_result_get_sheet (result);
  g_autofree char *text = nsc_figure_describe (nsc_result_get_figure (result));

  report_fixture_check (fixture, &nsc_diversity_report, "by=year cumulative=yes",
                        "pact,year,11,0,4,0.272727,1.342113,0.968130\n");
  report_fixture_check (fixture, &nsc_diversity_report, "by=year cumulative=yes as-of=2020-06-29",
                        "pact,year,8,0,3,0.343750,1.082196,0.985057\n");
  report_fixture_check (fixture, &nsc_diversity_report, "by=year cumulative=yes as-of=2017", "pact,year,0,0,0,,,\n");
  g_assert_cmpstr (nsc_sheet_get_note (sheet, 1), ==, "A signatory counts in every year at whose end it was a member.");
  g_assert_nonnull (strstr (text, "A signatory counts in every year at whose end it was a member."));
  report_fixture_check_evidence (fixture, &nsc_diversity_report, "by=year cumulative=yes", 0,
                                 "pact: acme/founder bolt/founder bolt/member union/ late/member ");
  report_fixture_check_evidence (fixture, &nsc_diversity_report, "by=year cumulative=yes as-of=2020", 0,
                                 "pact: acme/founder bolt/founder union/ ");
}

/* What the numbers must not be read without: few are recorded, and of some nobody knows when they joined. */
static void
test_notes (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) low = report_fixture_run (fixture, &nsc_diversity_report, "by=kind as-of=2021-06", NULL);
  g_autoptr (NscResult) full = report_fixture_run (fixture, &nsc_diversity_report, "by=kind initiative=club", NULL);
  NscSheet *sheet = nsc_result_get_sheet (low);

  g_assert_cmpuint (nsc_sheet_get_n_notes (sheet), ==, 2);
  g_assert_cmpstr (nsc_sheet_get_note (sheet, 0), ==,
                   "The Pact: the measures are not representative, since 4 of 20 reported signatories are recorded.");
  g_assert_cmpstr (nsc_sheet_get_note (sheet, 1), ==,
                   "1 signatory without a known joining date, not part of the base.");
  g_assert_cmpuint (nsc_sheet_get_n_notes (nsc_result_get_sheet (full)), ==, 0);
}

/* Behind the measures stand the memberships that they are computed from. */
static void
test_evidence (ReportFixture *fixture, gconstpointer data)
{
  report_fixture_check_evidence (fixture, &nsc_diversity_report, "by=sector initiative=club,pact", 0,
                                 "club: pact: acme/founder ");
  report_fixture_check_evidence (fixture, &nsc_diversity_report, "by=country as-of=2019-12", 0,
                                 "pact: acme/founder bolt/founder union/ ");
}

static void
test_figure (ReportFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = report_fixture_run (fixture, &nsc_diversity_report, "by=country", NULL);
  g_autofree char *text = nsc_figure_describe (nsc_result_get_figure (result));

  g_assert_nonnull (strstr (text, "The Pact: HHI 0.375, H 1.040, J 0.946"));
  g_assert_nonnull (strstr (text, "not representative"));
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/report/diversity/" name, ReportFixture, NULL, report_fixture_set_up, func, report_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("country", test_country);
  ADD ("role", test_role);
  ADD ("several", test_several);
  ADD ("cumulative", test_cumulative);
  ADD ("notes", test_notes);
  ADD ("evidence", test_evidence);
  ADD ("figure", test_figure);
  return g_test_run ();
}
