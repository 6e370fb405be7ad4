/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The Tech Accord's home countries: 88 known of 90 recorded, and those only 90 of the 161 reported. */
static void
test_tech_accord (void)
{
  g_auto (CliAnswer) answer =
      cli_run ("report", cli_example (), "diversity", "--initiative=tech_accord", "--by=country", "--format=csv", NULL);

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_true (g_str_has_prefix (answer.out, "initiative,by,n,unknown,groups,hhi,shannon,evenness\n"
                                               "tech_accord,country,88,2,21,"));
  g_assert_cmpstr (answer.err, ==,
                   "note: Cybersecurity Tech Accord: the measures are not representative, since 90 of 161 reported "
                   "signatories are recorded.\n");
}

/* Where people read, the note stands below the table. */
static void
test_text (void)
{
  g_autofree char *text =
      cli_output ("report", cli_example (), "diversity", "--initiative=tech_accord", "--by=country", NULL);
  g_autofree char *chinese = cli_output ("report", cli_example (), "diversity", "--initiative=tech_accord",
                                         "--by=country", "--language=zh_CN", NULL);

  g_assert_nonnull (strstr (text, "\n\nCybersecurity Tech Accord: the measures are not representative"));
  g_assert_nonnull (strstr (chinese, "不具代表性"));
}

/* With every kind of signatory of the Paris Call, computed here from the counts of the reference data's README. */
static void
test_paris_call (void)
{
  const double counts[] = { 706, 391, 81, 37, 5, 1 };
  g_autofree char *csv =
      cli_output ("report", cli_example (), "diversity", "--initiative=paris_call", "--by=role", "--format=csv", NULL);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto (GStrv) fields = g_strsplit (lines[1], ",", -1);
  double hhi = 0, shannon = 0;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      hhi += pow (counts[i] / 1221, 2);
      shannon -= counts[i] / 1221 * log (counts[i] / 1221);
    }
  g_assert_cmpuint (g_strv_length (fields), ==, 8);
  g_assert_cmpstr (fields[2], ==, "1221");
  g_assert_cmpstr (fields[3], ==, "0");
  g_assert_cmpstr (fields[4], ==, "6");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[5], NULL), hhi, 5e-7);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[6], NULL), shannon, 5e-7);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[7], NULL), shannon / log (6), 5e-7);
}

/* One group has no evenness; no group has no measure; in the order asked for. */
static void
test_undefined (void)
{
  g_autofree char *csv =
      cli_output ("report", cli_example (), "diversity", "--initiative=igf,gcsc", "--by=kind", "--format=json", NULL);

  g_assert_nonnull (strstr (csv, "\"initiative\": \"igf\", \"by\": \"kind\", \"n\": 0, \"unknown\": 0, "
                                 "\"groups\": 0, \"hhi\": null, \"shannon\": null, \"evenness\": null}"));
  g_assert_nonnull (strstr (csv, "\"n\": 1, \"unknown\": 0, \"groups\": 1, \"hhi\": 1.000000, \"shannon\": 0.000000, "
                                 "\"evenness\": null}"));
}

static void
check_refused (int status, const char *said, const char *initiative, const char *option, const char *other)
{
  g_auto (CliAnswer) answer = cli_run ("report", cli_example (), "diversity", initiative, option, other, NULL);

  g_assert_cmpint (answer.status, ==, status);
  g_assert_cmpstr (answer.out, ==, "");
  g_assert_nonnull (strstr (answer.err, said));
}

static void
test_refused (void)
{
  check_refused (1, "no_such", "--initiative=no_such", "--by=role", NULL);
  check_refused (2, "twice", "--initiative=gcsc,gcsc", "--by=role", NULL);
  check_refused (2, "--by=shoe", "--initiative=tech_accord", "--by=shoe", NULL);
  check_refused (2, "cumulative", "--initiative=tech_accord", "--by=role", "--cumulative");
  check_refused (2, "--by is missing", "--initiative=tech_accord", NULL, NULL);
}

static void
test_figure (void)
{
  g_autofree char *pdf = cli_fixture_path ("diversity.pdf");
  g_autofree char *said = cli_output ("figure", cli_example (), "diversity", "--initiative=tech_accord,paris_call",
                                      "--by=country", "--output=diversity.pdf", NULL);

  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_func ("/cli/diversity/tech-accord", test_tech_accord);
  g_test_add_func ("/cli/diversity/text", test_text);
  g_test_add_func ("/cli/diversity/paris-call", test_paris_call);
  g_test_add_func ("/cli/diversity/undefined", test_undefined);
  g_test_add_func ("/cli/diversity/refused", test_refused);
  g_test_add_func ("/cli/diversity/figure", test_figure);
  return cli_fixture_finish (g_test_run ());
}
