/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

/* The Tech Accord's 34 founders, the two later members with a date, and every total of the reference data's README. */
static void
test_tech_accord (void)
{
  g_auto (CliAnswer) answer =
      cli_run ("report", cli_example (), "growth", "--initiative=tech_accord", "--format=csv", NULL);

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_cmpstr (answer.out, ==,
                   "date,recorded,reported,category\n"
                   "2018-04-17,34,34,all\n"
                   "2018-09,35,,all\n"
                   "2018-09-11,35,44,all\n"
                   "2018-11,35,61,all\n"
                   "2018-11-12,35,60,all\n"
                   "2019-01,35,79,all\n"
                   "2019-09-16,,85,named_in_paris_call_list\n"
                   "2020-02,36,,all\n"
                   "2021,,100,companies_with_disclosure_policy\n"
                   "2021-05-05,36,150,all\n"
                   "2022,36,150,all\n"
                   "2022-11,36,161,all\n"
                   "2022-11,,101,country=US\n"
                   "2022-11,,23,non_us_countries\n"
                   "2023-08,36,161,all\n"
                   "2023-08,,8,telecom_national_operators\n");
  g_assert_cmpstr (answer.err, ==,
                   "note: 54 recorded signatories without a known joining date are in none of the recorded numbers.\n");
}

static void
test_as_of (void)
{
  g_autofree char *text =
      cli_output ("report", cli_example (), "growth", "--initiative=tech_accord", "--as-of=2018-10", NULL);

  g_assert_cmpstr (text, ==,
                   "date        recorded  reported  category\n"
                   "2018-04-17        34        34  all\n"
                   "2018-09           35            all\n"
                   "2018-09-11        35        44  all\n"
                   "\n"
                   "54 recorded signatories without a known joining date are in none of the recorded numbers.\n");
}

/* Daimler left the Charter of Trust at the end of February 2020, when three others had joined it. */
static void
test_leaving (void)
{
  g_auto (CliAnswer) answer =
      cli_run ("report", cli_example (), "growth", "--initiative=charter_of_trust", "--format=json", NULL);

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_nonnull (strstr (answer.out, "{\"date\": \"2018-02-16\", \"recorded\": 9, \"reported\": 9, "
                                        "\"category\": \"all\"}"));
  g_assert_nonnull (strstr (answer.out, "{\"date\": \"2020-02\", \"recorded\": 18, \"reported\": 17, "
                                        "\"category\": \"all\"}"));
  g_assert_nonnull (strstr (answer.out, "{\"date\": \"2023-08\", \"recorded\": null, \"reported\": 15, "
                                        "\"category\": \"companies\"}"));
}

static void
check_refused (int status, const char *said, const char *option, const char *other)
{
  g_auto (CliAnswer) answer = cli_run ("report", cli_example (), "growth", option, other, NULL);

  g_assert_cmpint (answer.status, ==, status);
  g_assert_cmpstr (answer.out, ==, "");
  g_assert_nonnull (strstr (answer.err, said));
}

static void
test_refused (void)
{
  check_refused (1, "no_such", "--initiative=no_such", NULL);
  check_refused (1, "tech_accord,gcsc", "--initiative=tech_accord,gcsc", NULL);
  check_refused (2, "--initiative is missing", NULL, NULL);
  check_refused (2, "as-of", "--initiative=tech_accord", "--as-of=soon");
  check_refused (2, "by", "--initiative=tech_accord", "--by=country");
}

/* A table in a file has its notes told all the same; a figure has them on it. */
static void
test_outputs (void)
{
  g_auto (CliAnswer) answer =
      cli_run ("report", cli_example (), "growth", "--initiative=tech_accord", "--output=growth.csv", NULL);
  g_autofree char *csv = cli_fixture_path ("growth.csv");
  g_autofree char *pdf = cli_fixture_path ("growth.pdf");
  g_autofree char *said = cli_output ("figure", cli_example (), "growth", "--initiative=tech_accord",
                                      "--language=zh_CN", "--output=growth.pdf", NULL);

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_true (g_str_has_prefix (answer.err, "note: 54 recorded signatories"));
  g_assert_true (g_file_test (csv, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_func ("/cli/growth/tech-accord", test_tech_accord);
  g_test_add_func ("/cli/growth/as-of", test_as_of);
  g_test_add_func ("/cli/growth/leaving", test_leaving);
  g_test_add_func ("/cli/growth/refused", test_refused);
  g_test_add_func ("/cli/growth/outputs", test_outputs);
  return cli_fixture_finish (g_test_run ());
}
