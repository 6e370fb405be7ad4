/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"

#include "nsc-error.h"
#include "nsc-issue-key.h"
#include "nsc-salience-report.h"

#define HEADER "issue,label,publisher,mentions,documents,rank"
#define SUMMARY "first,second,n,rho,p,method"

static void
check (AgendaFixture *fixture, const char *options, const char *header, const char *expected)
{
  g_autofree char *table = agenda_fixture_table (fixture, &nsc_salience_report, options, header);

  g_assert_cmpstr (table, ==, expected);
}

/* An undated mention counts where no date is asked for; documents are distinct and named. */
static void
test_table (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "publisher=acme;gge", HEADER,
         "grp_a,Group A,acme,1,0,4\n"
         "grp_a,Group A,gge,0,0,5\n"
         "a2,Issue A2,acme,1,1,4\n"
         "a2,Issue A2,gge,1,0,2.5\n"
         "a1,Issue A1,acme,3,1,1\n"
         "a1,Issue A1,gge,1,1,2.5\n"
         "b1,Issue B1,acme,1,0,4\n"
         "b1,Issue B1,gge,1,0,2.5\n"
         "b2,Issue B2,acme,2,0,2\n"
         "b2,Issue B2,gge,1,0,2.5\n");
  check (fixture, "publisher=gge,oewg;other issues=loose", HEADER,
         "loose,Loose,\"gge,oewg\",1,1,1\n"
         "loose,Loose,other,1,0,1\n");
}

static void
test_as_of (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "publisher=acme;gge as-of=2014 include-unverified=yes", HEADER,
         "a2,Issue A2,acme,0,0,2\n"
         "a2,Issue A2,gge,1,0,1.5\n"
         "a1,Issue A1,acme,2,1,1\n"
         "a1,Issue A1,gge,1,0,1.5\n");
}

/* Each pair in the order asked. Ranks 4 4 1 4 2 with 5 2.5 2.5 2.5 2.5: only where the 5 stands matters, and at every
 * place it is as far from the mean as here, or farther. */
static void
test_summary (AgendaFixture *fixture, gconstpointer data)
{
  check (fixture, "publisher=acme;gge summary=yes", SUMMARY, "acme,gge,5,0.395285,1.000000,exact\n");
  check (fixture, "publisher=acme;oewg;other issues=a1 summary=yes", SUMMARY,
         "acme,oewg,1,,,\n"
         "acme,other,1,,,\n"
         "oewg,other,1,,,\n");
}

static void
check_refused (AgendaFixture *fixture, const char *options, int code, const char *said)
{
  agenda_fixture_check_refused (fixture, &nsc_salience_report, options, code, said);
}

static void
test_refused (AgendaFixture *fixture, gconstpointer data)
{
  check_refused (fixture, "publisher=acme", NSC_ERROR_USAGE, "two");
  check_refused (fixture, "publisher=", NSC_ERROR_USAGE, "two");
  check_refused (fixture, "publisher=acme;", NSC_ERROR_USAGE, "an id is empty");
  check_refused (fixture, "publisher=acme;gge;acme", NSC_ERROR_USAGE, "“acme”");
  check_refused (fixture, "publisher=acme;nobody", NSC_ERROR_NOT_FOUND, "“nobody”");
  check_refused (fixture, "publisher=acme;gge seed=x", NSC_ERROR_USAGE, "--seed=x");
  check_refused (fixture, "publisher=acme;gge seed=-1", NSC_ERROR_USAGE, "--seed=-1");
}

static void
test_evidence (AgendaFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, &nsc_salience_report, "publisher=acme;gge", NULL);
  NscSheet *sheet = nsc_result_get_sheet (result);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *of_row = NULL;

  for (guint i = 0; i < nsc_sheet_get_n_rows (sheet); i++)
    {
      g_autofree char *ids = agenda_fixture_evidence (fixture, result, nsc_sheet_get_key (sheet, i));

      g_string_append_printf (told, "%s/%s: %s", nsc_sheet_get_value (sheet, i, 0), nsc_sheet_get_value (sheet, i, 2),
                              ids);
    }
  g_assert_cmpstr (told->str, ==,
                   "grp_a/acme: m10 grp_a/gge: a2/acme: m4 a2/gge: m5 a1/acme: m1 m2 m14 a1/gge: m3 "
                   "b1/acme: m6 b1/gge: m7 b2/acme: m8 m15 b2/gge: m12 ");
  /* Behind a row stand the mentions of all its dots. */
  of_row = agenda_fixture_evidence (fixture, result, nsc_issue_key_of_issue ("a1"));
  g_assert_cmpstr (of_row, ==, "m1 m2 m3 m14 ");
}

/* People read names where programs read ids. */
static void
test_shown (AgendaFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) cells = agenda_fixture_run (fixture, &nsc_salience_report, "publisher=acme;gge", NULL);
  g_autoptr (NscResult) pairs =
      agenda_fixture_run (fixture, &nsc_salience_report, "publisher=acme;gge summary=yes", NULL);
  g_autofree char *publisher = nsc_sheet_dup_shown (nsc_result_get_sheet (cells), 1, 2, "en");
  g_autofree char *first = nsc_sheet_dup_shown (nsc_result_get_sheet (pairs), 0, 0, "en");

  g_assert_cmpstr (publisher, ==, "Group of Experts");
  g_assert_cmpstr (first, ==, "Acme");
}

static void
test_figure (AgendaFixture *fixture, gconstpointer data)
{
  g_autoptr (NscResult) result = agenda_fixture_run (fixture, &nsc_salience_report, "publisher=acme;gge", NULL);
  g_autofree char *words = nsc_figure_describe (nsc_result_get_figure (result));

  g_assert_nonnull (strstr (words, "Acme and the Group of Experts: Spearman’s rho over 5 issues is 0.40"));
  g_assert_nonnull (strstr (words, "1 unverified mention."));
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/report/salience/" name, AgendaFixture, NULL, agenda_fixture_set_up, func, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("table", test_table);
  ADD ("as-of", test_as_of);
  ADD ("summary", test_summary);
  ADD ("refused", test_refused);
  ADD ("evidence", test_evidence);
  ADD ("shown", test_shown);
  ADD ("figure", test_figure);
  return g_test_run ();
}
