/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <stdlib.h>
#include <string.h>

/* The counts are those of the reference data's own README, counted there by other means. */

/* The value of COLUMN in the row whose group is GROUP, or NULL. */
static char *
value_of (const char *csv, const char *group, guint column)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      if (g_strv_length (fields) == 6 && g_str_equal (fields[1], group))
        return g_strdup (fields[column]);
    }
  return NULL;
}

static gint64
count_of (const char *csv, const char *group)
{
  g_autofree char *value = value_of (csv, group, 3);

  return value != NULL ? atoll (value) : -1;
}

/* The rows with a count, without those named in EXCEPT; their sum in SUM. */
static guint
count_groups (const char *csv, const char *except, gint64 *sum)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  guint n = 0;

  *sum = 0;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      if (g_strv_length (fields) < 6 || strstr (except, fields[1]) != NULL)
        continue;
      n++;
      *sum += atoll (fields[3]);
    }
  return n;
}

static void
test_tech_accord_by_country (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord",
                                     "--by=country", "--format=csv", NULL);
  g_autofree char *share = value_of (csv, "US", 4);
  g_autofree char *total = value_of (csv, "US", 5);
  gint64 elsewhere;

  g_assert_true (g_str_has_prefix (csv, "initiative,group,label,count,share,total\ntech_accord,US,United States,41,"));
  g_assert_cmpint (count_of (csv, "US"), ==, 41);
  g_assert_cmpint (count_of (csv, "unknown"), ==, 2);
  g_assert_cmpuint (count_groups (csv, "US unknown", &elsewhere), ==, 20);
  g_assert_cmpint (elsewhere, ==, 47);
  g_assert_cmpstr (total, ==, "90");
  g_assert_cmpstr (share, ==, "0.455556");
}

static void
test_paris_call_by_role (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=paris_call", "--by=role",
                                     "--format=csv", NULL);
  g_autofree char *total = value_of (csv, "state", 5);
  gint64 sum;

  g_assert_cmpint (count_of (csv, "private_sector"), ==, 706);
  g_assert_cmpint (count_of (csv, "civil_society"), ==, 391);
  g_assert_cmpint (count_of (csv, "state"), ==, 81);
  g_assert_cmpint (count_of (csv, "public_authority"), ==, 37);
  g_assert_cmpint (count_of (csv, "unclassified"), ==, 5);
  g_assert_cmpint (count_of (csv, "participant"), ==, 1);
  g_assert_cmpuint (count_groups (csv, "-", &sum), ==, 6);
  g_assert_cmpint (sum, ==, 1221);
  g_assert_cmpstr (total, ==, "1221");
}

static void
test_exclude_country (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord",
                                     "--by=country", "--exclude-country=US", "--format=csv", NULL);
  g_autofree char *total = value_of (csv, "unknown", 5);

  g_assert_cmpint (count_of (csv, "US"), ==, -1);
  g_assert_cmpint (count_of (csv, "unknown"), ==, 2);
  g_assert_cmpstr (total, ==, "49");
}

static void
test_unverified (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord", "--by=kind",
                                     "--include-unverified", "--format=csv", NULL);
  gint64 sum;

  g_assert_cmpuint (count_groups (csv, "-", &sum), >=, 1);
  g_assert_cmpint (sum, ==, 101);
}

/* By the end of 2018 the 34 founders and Panda are known to be members; of 54 nobody wrote down when they joined, and
 * Schneider's 2020 is later. */
static void
test_as_of (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord",
                                     "--by=sector", "--as-of=2018", "--format=csv", NULL);
  g_autofree char *total = value_of (csv, "undated", 5);
  g_autofree char *share = value_of (csv, "undated", 4);
  gint64 sum;

  g_assert_cmpint (count_of (csv, "undated"), ==, 54);
  g_assert_cmpstr (share, ==, "");
  g_assert_cmpstr (total, ==, "35");
  count_groups (csv, "undated", &sum);
  g_assert_cmpint (sum, ==, 35);
  g_assert_true (g_str_has_suffix (csv, "tech_accord,undated,Joining date unknown,54,,35\n"));
}

static void
test_by_year (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord", "--by=year",
                                     "--format=csv", NULL);

  g_assert_cmpstr (csv, ==,
                   "initiative,group,label,count,share,total\n"
                   "tech_accord,2018,2018,35,0.388889,90\n"
                   "tech_accord,2019,2019,0,0.000000,90\n"
                   "tech_accord,2020,2020,1,0.011111,90\n"
                   "tech_accord,unknown,Unknown,54,0.600000,90\n");
}

/* In the order asked for, each with its own total. */
static void
test_several (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=paris_call,tech_accord",
                                     "--by=kind", "--format=csv", NULL);
  g_autofree char *paris = cli_output ("report", cli_example (), "distribution", "--initiative=paris_call", "--by=kind",
                                       "--format=csv", NULL);
  g_autofree char *accord = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord",
                                        "--by=kind", "--format=csv", NULL);
  g_autofree char *both = g_strconcat (paris, strchr (accord, '\n') + 1, NULL);

  g_assert_cmpstr (csv, ==, both);
}

/* The 34 founders and Panda in 2018, Schneider in 2020; 54 whose date nobody wrote down are outside the base. */
static void
test_cumulative (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord", "--by=year",
                                     "--cumulative", "--format=csv", NULL);
  g_autofree char *early = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord",
                                       "--by=year", "--cumulative", "--as-of=2018-04-17", "--format=csv", NULL);

  g_assert_cmpstr (csv, ==,
                   "initiative,group,label,count,share,total\n"
                   "tech_accord,2018,2018,35,0.972222,36\n"
                   "tech_accord,2019,2019,35,0.972222,36\n"
                   "tech_accord,2020,2020,36,1.000000,36\n"
                   "tech_accord,undated,Joining date unknown,54,,36\n");
  g_assert_cmpstr (early, ==,
                   "initiative,group,label,count,share,total\n"
                   "tech_accord,2018,2018,34,1.000000,34\n"
                   "tech_accord,undated,Joining date unknown,54,,34\n");
}

/* Every dimension tells of the same 90 members. */
static void
test_every_dimension (void)
{
  const char *const dimensions[] = { "sector", "country", "region", "subregion", "un_group", "kind", "role", "year" };

  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    {
      g_autofree char *by = g_strdup_printf ("--by=%s", dimensions[i]);
      g_autofree char *csv =
          cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord", by, "--format=csv", NULL);
      gint64 sum;

      count_groups (csv, "-", &sum);
      g_assert_cmpint (sum, ==, 90);
    }
}

static void
test_chinese (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord",
                                     "--by=country", "--language=zh_CN", "--format=csv", NULL);
  g_autofree char *label = value_of (csv, "US", 2);
  g_autofree char *unknown = value_of (csv, "unknown", 2);

  g_assert_cmpstr (label, ==, "美国");
  g_assert_cmpstr (unknown, ==, "未知");
}

/* The same bytes whatever the environment's language. */
static void
test_locale (void)
{
  g_autofree char *before = cli_output ("report", cli_example (), "distribution", "--initiative=paris_call",
                                        "--by=country", "--language=zh_CN", NULL);
  g_autofree char *after = NULL;

  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  after = cli_output ("report", cli_example (), "distribution", "--initiative=paris_call", "--by=country",
                      "--language=zh_CN", NULL);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_unsetenv ("LANGUAGE");
  g_assert_cmpstr (before, ==, after);
}

static void
test_json (void)
{
  g_autofree char *json = cli_output ("report", cli_example (), "distribution", "--initiative=paris_call", "--by=role",
                                      "--format=json", NULL);

  g_assert_true (g_str_has_prefix (json,
                                   "[\n  {\"initiative\": \"paris_call\", \"group\": \"private_sector\", \"label\": "
                                   "\"Private sector\", \"count\": 706, \"share\": 0.578215, \"total\": 1221}"));
}

/* The table is written as the file ends, in whatever case. */
static void
test_endings (void)
{
  g_autofree char *csv = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord", "--by=kind",
                                     "--output=kinds.CSV", NULL);
  g_autofree char *json = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord", "--by=kind",
                                      "--output=kinds.Json", NULL);
  g_autofree char *csv_path = cli_fixture_path ("kinds.CSV");
  g_autofree char *json_path = cli_fixture_path ("kinds.Json");
  g_autofree char *csv_text = NULL, *json_text = NULL;

  g_assert_true (g_file_get_contents (csv_path, &csv_text, NULL, NULL));
  g_assert_true (g_str_has_prefix (csv_text, "initiative,group,label,count,share,total\n"));
  g_assert_true (g_file_get_contents (json_path, &json_text, NULL, NULL));
  g_assert_true (g_str_has_prefix (json_text, "[\n  {\"initiative\": \"tech_accord\""));
}

/* An option and its value may be two words, and a word behind “--” is none. */
static void
test_order_of_words (void)
{
  g_autofree char *expected = cli_output ("report", cli_example (), "distribution", "--initiative=tech_accord",
                                          "--by=kind", "--format=csv", NULL);
  g_autofree char *apart = cli_output ("report", "--by", "kind", cli_example (), "--format", "csv", "distribution",
                                       "--initiative", "tech_accord", NULL);
  g_autofree char *before = cli_output ("report", "--by=kind", "--format=csv", "--initiative=tech_accord", "--",
                                        cli_example (), "distribution", NULL);

  g_autofree char *made = cli_output ("create", "--title=Dash", "--", "-dash.normscape", NULL);
  g_autofree char *dash = cli_output ("list", "--", "-dash.normscape", "sectors", NULL);
  g_auto (CliAnswer) unknown =
      cli_run ("report", "--by=kind", "--initiative=none", "--", "-dash.normscape", "distribution", NULL);

  g_assert_cmpstr (apart, ==, expected);
  g_assert_cmpstr (before, ==, expected);
  g_assert_cmpstr (made, ==, "");
  g_assert_cmpstr (dash, ==, "");
  g_assert_cmpint (unknown.status, ==, 1);
  g_assert_nonnull (strstr (unknown.err, "--initiative=none: "));
}

static void
check_refused (int status, const char *said, const char *const *arguments)
{
  g_auto (CliAnswer) answer = { 0 };

  answer = cli_run ("report", cli_example (), arguments[0], arguments[1], arguments[2], arguments[3], NULL);
  g_assert_cmpint (answer.status, ==, status);
  g_assert_cmpstr (answer.out, ==, "");
  g_assert_nonnull (strstr (answer.err, said));
}

static void
test_refused (void)
{
  check_refused (1, "no_such", (const char *[]) { "distribution", "--initiative=no_such", "--by=role", NULL });
  check_refused (1, "no_such",
                 (const char *[]) { "distribution", "--initiative=tech_accord,no_such", "--by=role", NULL });
  check_refused (2, "twice",
                 (const char *[]) { "distribution", "--initiative=gfce,tech_accord,gfce", "--by=role", NULL });
  check_refused (2, "empty", (const char *[]) { "distribution", "--initiative=gfce,", "--by=role", NULL });
  check_refused (2, "empty", (const char *[]) { "distribution", "--initiative=", "--by=role", NULL });
  check_refused (2, "--by=year",
                 (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--cumulative" });
  check_refused (1, "exclude-country=ZZ",
                 (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--exclude-country=ZZ" });
  check_refused (2, "--by=shoe", (const char *[]) { "distribution", "--initiative=tech_accord", "--by=shoe", NULL });
  check_refused (2, "--by is missing", (const char *[]) { "distribution", "--initiative=tech_accord", NULL, NULL });
  check_refused (2, "as-of", (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--as-of=x" });
  check_refused (2, "as-of", (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--as-of=" });
  check_refused (2, "--exclude-country is empty",
                 (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--exclude-country=" });
  check_refused (2, "--initiative is given twice",
                 (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--initiative=gfce" });
  check_refused (2, "--output is empty",
                 (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--output=" });
  check_refused (2, "language",
                 (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--language=de" });
  check_refused (2, "no_report", (const char *[]) { "no_report", "--initiative=tech_accord", "--by=role", NULL });
  check_refused (2, "shoe", (const char *[]) { "distribution", "--initiative=tech_accord", "--shoe=size", NULL });
  check_refused (2, "format",
                 (const char *[]) { "distribution", "--initiative=tech_accord", "--by=role", "--format=x" });
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_func ("/cli/distribution/tech-accord-by-country", test_tech_accord_by_country);
  g_test_add_func ("/cli/distribution/paris-call-by-role", test_paris_call_by_role);
  g_test_add_func ("/cli/distribution/exclude-country", test_exclude_country);
  g_test_add_func ("/cli/distribution/unverified", test_unverified);
  g_test_add_func ("/cli/distribution/as-of", test_as_of);
  g_test_add_func ("/cli/distribution/by-year", test_by_year);
  g_test_add_func ("/cli/distribution/several", test_several);
  g_test_add_func ("/cli/distribution/cumulative", test_cumulative);
  g_test_add_func ("/cli/distribution/every-dimension", test_every_dimension);
  g_test_add_func ("/cli/distribution/chinese", test_chinese);
  g_test_add_func ("/cli/distribution/locale", test_locale);
  g_test_add_func ("/cli/distribution/json", test_json);
  g_test_add_func ("/cli/distribution/endings", test_endings);
  g_test_add_func ("/cli/distribution/order-of-words", test_order_of_words);
  g_test_add_func ("/cli/distribution/refused", test_refused);
  return cli_fixture_finish (g_test_run ());
}
