/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"

#include "nsc-agenda-report.h"
#include "nsc-error.h"
#include "nsc-issue-key.h"

#define HEADER "issue,label,first_years,second_years,first_year,second_year,lead_years,leader,open"
#define SUMMARY "shared,first_leads,second_leads,ties,first_only,second_only,mean_lead,median_lead"

static void
check (AgendaFixture *fixture, const char *options, const char *header, const char *expected)
{
  g_autofree char *table = agenda_fixture_table (fixture, &nsc_agenda_report, options, header);

  g_assert_cmpstr (table, ==, expected);
}

/* In the order of the codebook; an undated mention and one that nobody verified put nothing on the agenda. */
static void
test_table (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "first=acme second=gge", HEADER,
         "a2,Issue A2,2016,2014,2016,2014,-2,second,no\n"
         "a1,Issue A1,2013;2016,2015,2013,2015,2,first,no\n"
         "b1,Issue B1,2015,2015,2015,2015,0,tie,no\n"
         "b2,Issue B2,2018,,2018,,,first_only,\n");
  check (fixture, "first=gge second=acme issues=grp_b", HEADER,
         "b1,Issue B1,2015,2015,2015,2015,0,tie,no\n"
         "b2,Issue B2,,2018,,2018,,second_only,no\n");
  check (fixture, "first=acme second=gge issues=a1 language=zh_CN", HEADER,
         "a1,甲一,2013;2016,2015,2013,2015,2,first,no\n");
  check (fixture, "first=twin second=twin2", HEADER, "");
}

static void
test_several (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "first=acme second=gge,oewg", HEADER,
         "a2,Issue A2,2016,2014,2016,2014,-2,second,no\n"
         "a1,Issue A1,2013;2016,2015,2013,2015,2,first,no\n"
         "b1,Issue B1,2015,2015,2015,2015,0,tie,no\n"
         "b2,Issue B2,2018,,2018,,,first_only,\n"
         "loose,Loose,,2021,,2021,,second_only,no\n");
}

/* Nothing that the experts published is older than 2012. */
static void
test_unverified (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "first=acme second=gge issues=a1 include-unverified=yes", HEADER,
         "a1,Issue A1,2013;2016,2012;2015,2013,2012,-1,second,yes\n");
}

static void
test_as_of (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "first=acme second=gge as-of=2014-01", HEADER, "a1,Issue A1,2013,,2013,,,first_only,\n");
  check (fixture, "first=acme second=gge as-of=2014-02", HEADER,
         "a2,Issue A2,,2014,,2014,,second_only,no\n"
         "a1,Issue A1,2013,,2013,,,first_only,\n");
  /* Whether 2013 was before March nobody knows: the earliest day counts. */
  check (fixture, "first=acme second=gge as-of=2013-03 issues=a1", HEADER, "a1,Issue A1,2013,,2013,,,first_only,\n");
}

static void
test_summary (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "first=acme second=gge summary=yes", SUMMARY, "3,1,1,1,1,0,0.000000,0.000000\n");
  check (fixture, "first=acme second=gge summary=yes include-unverified=yes", SUMMARY,
         "3,0,2,1,1,0,-1.000000,-1.000000\n");
  check (fixture, "first=acme second=oewg summary=yes", SUMMARY, "0,0,0,0,4,1,,\n");
}

static void
check_refused (AgendaFixture *fixture, const char *options, int code, const char *said)
{
  agenda_fixture_check_refused (fixture, &nsc_agenda_report, options, code, said);
}

static void
test_refused (AgendaFixture *fixture, gconstpointer data)
{
  check_refused (fixture, "first=acme second=nobody", NSC_ERROR_NOT_FOUND, "“nobody”");
  check_refused (fixture, "first=acme second=gge issues=none", NSC_ERROR_NOT_FOUND, "--issues=none");
  check_refused (fixture, "first=acme second=gge,acme", NSC_ERROR_USAGE, "“acme”");
  check_refused (fixture, "first=acme,acme second=gge", NSC_ERROR_USAGE, "“acme”");
  check_refused (fixture, "first=acme, second=gge", NSC_ERROR_USAGE, "--first=acme,");
  check_refused (fixture, "first= second=gge", NSC_ERROR_USAGE, "--first=");
  check_refused (fixture, "first=acme second=gge as-of=", NSC_ERROR_USAGE, "--as-of");
  check_refused (fixture, "first=acme", NSC_ERROR_USAGE, "--second");
}

static void
check_evidence (AgendaFixture *fixture, NscResult *result, gint64 key, const char *expected)
{
  g_autofree char *told = agenda_fixture_evidence (fixture, result, key);

  g_assert_cmpstr (told, ==, expected);
}

/* Behind each mark stand the records that it counts, and no others. */
static void
test_evidence (AgendaFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, &nsc_agenda_report, "first=acme second=oewg,gge", NULL);
  g_autoptr (NscResult) early =
      agenda_fixture_run (fixture, &nsc_agenda_report, "first=acme second=gge as-of=2015-02", NULL);
  NscSheet *sheet = nsc_result_get_sheet (result);

  g_assert_cmpint (nsc_sheet_get_key (sheet, 1), ==, nsc_issue_key_of_issue ("a1"));
  check_evidence (fixture, result, nsc_sheet_get_key (sheet, 1), "m1 m2 m3 m14 ");
  check_evidence (fixture, result, nsc_issue_key_of_year ("a1", "acme", 2013), "m1 m2 ");
  /* Whatever the order in which the actors are given. */
  check_evidence (fixture, result, nsc_issue_key_of_year ("a1", "gge,oewg", 2015), "m3 ");
  check_evidence (fixture, result, nsc_issue_key_of_silence ("a2", "gge,oewg", 2015), "d3 d7 ");
  check_evidence (fixture, result, nsc_issue_key_of_silence ("a2", "acme", 2010), "d1 ");
  check_evidence (fixture, result, nsc_issue_key_of_silence ("a2", "acme", 2014), "");
  check_evidence (fixture, result, nsc_issue_key_of_year ("a1", "gge,oewg", 2012), "");
  check_evidence (fixture, result, nsc_issue_key_of_year ("loose", "other", 2011), "");
  check_evidence (fixture, result, 0, "");
  check_evidence (fixture, early, nsc_issue_key_of_issue ("b1"), "m7 ");
  check_evidence (fixture, early, nsc_issue_key_of_silence ("a2", "gge", 2015), "d3 ");
}

static void
test_latest_date (AgendaFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, &nsc_agenda_report, "first=acme second=oewg", NULL);
  g_autoptr (NscResult) none = agenda_fixture_run (fixture, &nsc_agenda_report, "first=twin second=twin2", NULL);
  g_autofree char *date = nsc_date_to_string (nsc_result_get_latest_date (result));

  g_assert_cmpstr (date, ==, "2021-03");
  g_assert_false (nsc_date_is_known (nsc_result_get_latest_date (none)));
}

static void
check_says (AgendaFixture *fixture, const char *options, const char *said)
{
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, &nsc_agenda_report, options, NULL);
  g_autofree char *words = nsc_figure_describe (nsc_result_get_figure (result));

  if (strstr (words, said) == NULL)
    g_error ("“%s” is not in:\n%s", said, words);
}

static void
test_figure (AgendaFixture *fixture, gconstpointer data)
{
  check_says (fixture, "first=acme second=gge",
              "Acme and the Group of Experts were each first with 1 of 3 shared issues");
  check_says (fixture, "first=acme second=gge", "1 unverified mention. 3 mentions without a date.");
  check_says (fixture, "first=acme second=gge", "1 document without a date.");
  check_says (fixture, "first=acme second=gge", "Sources: study; shelf.");
  check_says (fixture, "first=acme second=gge issues=grp_a", "Issues of this group: Group A.");
  check_says (fixture, "first=acme second=gge as-of=2015", "Records up to 2015.");
  check_says (fixture, "first=acme second=gge include-unverified=yes",
              "The Group of Experts raised 2 of 3 shared issues first");
  check_says (fixture, "first=acme second=gge,oewg issues=a1",
              "Acme raised the one recorded issue before the Group of Experts and Working Group did");
  check_says (fixture, "first=acme second=gge language=zh_CN", "艾克米");
  /* What stands in brackets is told only where names are the same without. */
  check_says (fixture, "first=twin second=twin2", "Ministry (North) and Ministry (South): no issues to show");
  check_says (fixture, "first=twin second=twin2", "No mentions by Ministry (North) or Ministry (South) are recorded.");
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/report/agenda/" name, AgendaFixture, NULL, agenda_fixture_set_up, func, agenda_fixture_tear_down)

static void
check_fact (GPtrArray *facts, guint index, const char *label, const char *value)
{
  const NscFact *fact = g_ptr_array_index (facts, index);

  g_assert_cmpstr (fact->label, ==, label);
  g_assert_cmpstr (fact->value, ==, value);
}

/* A mention need not name its document: those of its year are told beside it, and where the issue stands. */
static void
test_around_a_mark (AgendaFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, &nsc_agenda_report, "first=acme second=oewg,gge", NULL);
  gint64 dot = nsc_issue_key_of_year ("a1", "gge,oewg", 2015);
  g_autofree char *documents = agenda_fixture_context (fixture, result, dot);
  g_autofree char *of_issue = agenda_fixture_context (fixture, result, nsc_issue_key_of_issue ("a1"));
  g_autoptr (GPtrArray) facts = nsc_result_list_facts (result, dot);
  g_autoptr (GPtrArray) of_silence = nsc_result_list_facts (result, nsc_issue_key_of_silence ("a2", "gge,oewg", 2015));
  g_autoptr (GPtrArray) of_nothing = nsc_result_list_facts (result, 0);

  g_assert_cmpstr (documents, ==, "d3 d7 ");
  g_assert_cmpstr (of_issue, ==, "");
  g_assert_cmpint (facts->len, ==, 3);
  check_fact (facts, 0, "Lead of Acme", "2 years");
  check_fact (facts, 1, "First mention, Acme", "2013");
  g_assert_cmpint (of_silence->len, >, 0);
  g_assert_cmpint (of_nothing->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("table", test_table);
  ADD ("several", test_several);
  ADD ("unverified", test_unverified);
  ADD ("as-of", test_as_of);
  ADD ("summary", test_summary);
  ADD ("refused", test_refused);
  ADD ("evidence", test_evidence);
  ADD ("around-a-mark", test_around_a_mark);
  ADD ("latest-date", test_latest_date);
  ADD ("figure", test_figure);
  return g_test_run ();
}
