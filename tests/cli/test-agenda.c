/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

#define AGENDA "report", cli_example (), "agenda"
#define SALIENCE "report", cli_example (), "salience"

/* COLUMN of the rows of a table whose labels have commas only within quotes, joined by blanks. */
static char *
column_of (const char *csv, guint column)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      gboolean quoted = FALSE;
      g_auto (GStrv) fields = NULL;

      for (char *p = lines[i]; *p != '\0'; p++)
        {
          quoted ^= *p == '"';
          if (*p == ',' && !quoted)
            *p = '\t';
        }
      fields = g_strsplit (lines[i], "\t", -1);
      g_string_append_printf (text, "%s%s", i > 1 ? " " : "", fields[column]);
    }
  return g_string_free (text, FALSE);
}

static void
check_column (const char *csv, guint column, const char *expected)
{
  g_autofree char *values = column_of (csv, column);

  g_assert_cmpstr (values, ==, expected);
}

/* The published comparison: who was first with each of six issues, and by how much. */
static void
test_published (void)
{
  g_autofree char *csv = cli_output (AGENDA, "--first=microsoft", "--second=un_gge", "--format=csv", NULL);

  g_assert_true (
      g_str_has_prefix (csv, "issue,label,first_years,second_years,first_year,second_year,lead_years,leader,open\n"
                             "avoid_ict_threat,Refrain from state use of ICT that may threaten international peace,"
                             "2013;2014;2016;2017;2018,2015;2021,2013,2015,2,first,no\n"));
  check_column (csv, 0,
                "avoid_ict_threat vuln_disclosure hidden_functions weapons_nonproliferation tech_info_sharing "
                "coop_weapons_control");
  check_column (csv, 4, "2013 2013 2014 2016 2013 2014");
  check_column (csv, 5, "2015 2015 2015 2021 2015 2021");
  check_column (csv, 6, "2 2 1 5 2 7");
  check_column (csv, 7, "first first first first first first");
  check_column (csv, 8, "no no no no no no");
}

/* From the other side each lead is as long; of Microsoft no document is older than 2013, so that its silence before
 * says nothing. */
static void
test_other_side (void)
{
  g_autofree char *csv = cli_output (AGENDA, "--first=un_gge", "--second=microsoft", "--format=csv", NULL);

  check_column (csv, 6, "-2 -2 -1 -5 -2 -7");
  check_column (csv, 7, "second second second second second second");
  check_column (csv, 8, "yes yes no no yes no");
}

static void
test_summary (void)
{
  g_autofree char *csv = cli_output (AGENDA, "--first=microsoft", "--second=un_gge", "--summary", "--format=csv", NULL);
  g_autofree char *none =
      cli_output (AGENDA, "--first=microsoft", "--second=huawei", "--summary", "--format=csv", NULL);

  g_assert_cmpstr (csv, ==,
                   "shared,first_leads,second_leads,ties,first_only,second_only,mean_lead,median_lead\n"
                   "6,6,0,0,0,0,3.166667,2.000000\n");
  g_assert_cmpstr (none, ==,
                   "shared,first_leads,second_leads,ties,first_only,second_only,mean_lead,median_lead\n"
                   "0,0,0,0,6,0,,\n");
}

static void
test_options (void)
{
  g_autofree char *joined = cli_output (AGENDA, "--first=microsoft", "--second=un_gge,un_oewg", "--format=csv", NULL);
  g_autofree char *chinese =
      cli_output (AGENDA, "--first=microsoft", "--second=un_gge", "--language=zh_CN", "--format=csv", NULL);
  g_autofree char *early =
      cli_output (AGENDA, "--first=microsoft", "--second=un_gge", "--as-of=2016", "--format=csv", NULL);
  g_autofree char *group =
      cli_output (AGENDA, "--first=microsoft", "--second=un_gge", "--issues=grp_table1", "--format=csv", NULL);
  g_autofree char *other =
      cli_output (AGENDA, "--first=microsoft", "--second=un_gge", "--issues=grp_cot", "--format=csv", NULL);
  g_autofree char *json = cli_output (AGENDA, "--first=microsoft", "--second=un_gge", "--format=json", NULL);

  check_column (joined, 6, "2 2 1 5 2 7");
  g_assert_nonnull (strstr (chinese, "weapons_nonproliferation,各国应致力于保障网络武器不扩散,"));
  check_column (early, 7, "first first first first_only first first_only");
  check_column (early, 8, "no no no  no ");
  check_column (group, 6, "2 2 1 5 2 7");
  g_assert_cmpstr (other, ==, "issue,label,first_years,second_years,first_year,second_year,lead_years,leader,open\n");
  g_assert_nonnull (strstr (json, "\"first_year\": 2016, \"second_year\": 2021, \"lead_years\": 5, \"leader\": "
                                  "\"first\", \"open\": \"no\"}"));
}

static void
test_salience (void)
{
  g_autofree char *csv = cli_output (SALIENCE, "--publisher=microsoft;un_gge", "--format=csv", NULL);
  g_autofree char *summary =
      cli_output (SALIENCE, "--publisher=microsoft;un_gge;un_oewg,huawei", "--summary", "--format=csv", NULL);

  g_assert_true (g_str_has_prefix (
      csv, "issue,label,publisher,mentions,documents,rank\n"
           "avoid_ict_threat,Refrain from state use of ICT that may threaten international peace,microsoft,5,3,1.5\n"
           "avoid_ict_threat,Refrain from state use of ICT that may threaten international peace,un_gge,2,1,2.5\n"));
  check_column (csv, 3, "5 2 5 2 4 2 3 1 4 2 3 1");
  check_column (csv, 5, "1.5 2.5 1.5 2.5 3.5 2.5 5.5 5.5 3.5 2.5 5.5 5.5");
  /* The two issues that the experts mention once are those that Microsoft mentions least: of 15 places of two in six
   * one is this and one its opposite. */
  g_assert_cmpstr (summary, ==,
                   "first,second,n,rho,p,method\n"
                   "microsoft,un_gge,6,0.866025,0.133333,exact\n"
                   "microsoft,\"un_oewg,huawei\",6,,,\n"
                   "un_gge,\"un_oewg,huawei\",6,,,\n");
}

/* More than nine issues: the same bytes for the same seed. */
static void
test_seed (void)
{
  const char *mentions = "issue,publisher,date\n"
                         "cot_1,microsoft,2019\ncot_2,microsoft,2019\ncot_2,microsoft,2020\ncot_3,un_gge,2019\n"
                         "cot_4,un_gge,2019\ncot_4,un_gge,2020\ncot_5,microsoft,2019\n";
  g_autofree char *imported = NULL, *once = NULL, *again = NULL, *other = NULL;

  cli_fixture_write ("mentions.csv", mentions);
  g_free (cli_output ("create", "seeds.normscape", "--example=cyber-norms", NULL));
  imported = cli_output ("import", "seeds.normscape", "mentions", "mentions.csv", NULL);
  once = cli_output ("report", "seeds.normscape", "salience", "--publisher=microsoft;un_gge", "--summary",
                     "--format=csv", NULL);
  again = cli_output ("report", "seeds.normscape", "salience", "--publisher=microsoft;un_gge", "--summary",
                      "--format=csv", "--seed=1", NULL);
  other = cli_output ("report", "seeds.normscape", "salience", "--publisher=microsoft;un_gge", "--summary",
                      "--format=csv", "--seed=2", NULL);
  g_assert_nonnull (strstr (once, "microsoft,un_gge,11,"));
  g_assert_true (g_str_has_suffix (once, ",permutation\n"));
  g_assert_cmpstr (once, ==, again);
  g_assert_cmpstr (once, !=, other);
}

static void
check_refused (int status, const char *said, const char *report, const char *first, const char *second)
{
  g_auto (CliAnswer) answer = cli_run ("report", cli_example (), report, first, second, NULL);

  g_assert_cmpint (answer.status, ==, status);
  g_assert_cmpstr (answer.out, ==, "");
  g_assert_nonnull (strstr (answer.err, said));
}

static void
test_refused (void)
{
  check_refused (1, "no actor “nobody”", "agenda", "--first=microsoft", "--second=nobody");
  check_refused (2, "“microsoft” is asked for twice", "agenda", "--first=microsoft", "--second=un_gge,microsoft");
  check_refused (2, "an id is empty", "agenda", "--first=microsoft,", "--second=un_gge");
  check_refused (2, "--second is missing", "agenda", "--first=microsoft", NULL);
  check_refused (1, "no such issue", "salience", "--publisher=microsoft;un_gge", "--issues=none");
  check_refused (2, "two publishers", "salience", "--publisher=microsoft", NULL);
  check_refused (2, "--issues is empty", "agenda", "--first=microsoft", "--issues=");
  check_refused (2, "--seed=two", "salience", "--publisher=microsoft;un_gge", "--seed=two");
  check_refused (2, "--publisher is missing", "salience", "--summary", NULL);
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_func ("/cli/agenda/published", test_published);
  g_test_add_func ("/cli/agenda/other-side", test_other_side);
  g_test_add_func ("/cli/agenda/summary", test_summary);
  g_test_add_func ("/cli/agenda/options", test_options);
  g_test_add_func ("/cli/agenda/salience", test_salience);
  g_test_add_func ("/cli/agenda/seed", test_seed);
  g_test_add_func ("/cli/agenda/refused", test_refused);
  return cli_fixture_finish (g_test_run ());
}
