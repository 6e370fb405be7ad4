/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

#define PROJECT "exchange.normscape"

static void
make_project (void)
{
  static gboolean made;
  g_autofree char *output = NULL;

  if (made)
    return;
  made = TRUE;
  output = cli_output ("create", PROJECT, NULL);
}

/* Every table of the example, exported and imported into an empty project, comes out as the same bytes. */
static void
test_round_trip (void)
{
  const char *const tables[] = { "countries", "sectors", "actors",   "initiatives", "signatories", "totals",
                                 "documents", "issues",  "mentions", "stories",     "story_steps" };
  g_autofree char *made = cli_output ("create", "copy.normscape", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.csv", tables[i]);
      g_autofree char *path = cli_fixture_path (name);
      g_autofree char *said = cli_output ("export", cli_example (), tables[i], name, NULL);
      g_autofree char *imported = cli_output ("import", "copy.normscape", tables[i], name, NULL);
      g_autofree char *first = cli_output ("export", cli_example (), tables[i], NULL);
      g_autofree char *second = cli_output ("export", "copy.normscape", tables[i], NULL);
      g_autofree char *file = NULL;

      g_assert_cmpstr (first, ==, second);
      g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
      g_assert_cmpstr (first, ==, file);
      g_assert_true (g_str_has_prefix (first, i == 0 ? "code," : "id,"));
    }
}

static void
test_same_and_change (void)
{
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *list = NULL;

  make_project ();
  cli_fixture_write ("sectors.csv", "id;name_en;name_zh\nspace;Space;航天\nrail;Railways;\n");
  first = cli_output ("import", PROJECT, "sectors", "sectors.csv", NULL);
  second = cli_output ("import", PROJECT, "sectors", "sectors.csv", NULL);
  g_assert_cmpstr (first, ==, "2 added, 0 the same, 0 changed, 0 skipped\n");
  g_assert_cmpstr (second, ==, "0 added, 2 the same, 0 changed, 0 skipped\n");
  cli_fixture_write ("sectors.csv", "name_en,id\nRail,rail\n");
  third = cli_output ("import", PROJECT, "sectors", "sectors.csv", NULL);
  g_assert_cmpstr (third, ==, "0 added, 0 the same, 1 changed, 0 skipped\n");
  list = cli_output ("list", PROJECT, "sectors", NULL);
  g_assert_cmpstr (list, ==, "space\tSpace\nrail\tRail\n");
}

static void
test_refused (void)
{
  g_auto (CliAnswer) answer = { 0 };
  g_autofree char *list = NULL;

  make_project ();
  cli_fixture_write ("bad.csv", "id,name_en,kind,country\n"
                                "good,Good,company,US\n"
                                "bad,Bad,shoe,US\n"
                                "worse,Worse,company,ZZ\n");
  answer = cli_run ("import", PROJECT, "actors", "bad.csv", NULL);
  g_assert_cmpint (answer.status, ==, 1);
  g_assert_cmpstr (answer.out, ==, "");
  g_assert_true (g_str_has_prefix (answer.err, "bad.csv:3:kind: "));
  g_assert_nonnull (strstr (answer.err, "\nbad.csv:4:country: "));
  list = cli_output ("list", PROJECT, "actors", NULL);
  g_assert_cmpstr (list, ==, "");
}

static void
test_skip_invalid (void)
{
  g_auto (CliAnswer) answer = { 0 };
  g_autofree char *list = NULL, *undone = NULL;

  make_project ();
  cli_fixture_write ("some.csv", "id,name_en,country\nok,Fine,FR\nbad,Bad,ZZ\n");
  answer = cli_run ("import", PROJECT, "actors", "some.csv", "--skip-invalid", NULL);
  g_assert_cmpint (answer.status, ==, 0);
  g_assert_cmpstr (answer.out, ==, "1 added, 0 the same, 0 changed, 1 skipped\n");
  g_assert_true (g_str_has_prefix (answer.err, "some.csv:3:country: "));
  list = cli_output ("list", PROJECT, "actors", NULL);
  g_assert_cmpstr (list, ==, "ok\tFine\n");
  undone = cli_output ("undo", PROJECT, NULL);
}

static void
test_dry_run (void)
{
  g_autofree char *path = NULL, *before = NULL, *after = NULL, *said = NULL;
  gsize length_before = 0, length_after = 0;

  make_project ();
  path = cli_fixture_path (PROJECT);
  cli_fixture_write ("dry.csv", "id,name_en\ndry,Dry\n");
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  said = cli_output ("import", PROJECT, "actors", "dry.csv", "--dry-run", NULL);
  g_assert_cmpstr (said, ==, "1 added, 0 the same, 0 changed, 0 skipped\n");
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_map_and_dates (void)
{
  g_autofree char *said = NULL, *exported = NULL, *undone = NULL;

  make_project ();
  cli_fixture_write ("map.csv", "Kennung,Name,Beginn\npact,The Pact,25.9.2015\n");
  said = cli_output ("import", PROJECT, "initiatives", "map.csv", "--map=Kennung=id,Name=name_en,Beginn=launched",
                     "--date-style=dmy", NULL);
  exported = cli_output ("export", PROJECT, "initiatives", NULL);
  g_assert_cmpstr (exported, ==,
                   "id,name_en,name_zh,kind,lead_type,lead_actor,launched,ended,source,confidence\n"
                   "pact,The Pact,,,,,2015-09-25,,,unstated\n");
  undone = cli_output ("undo", PROJECT, NULL);
}

static void
check_usage (const char *option)
{
  g_auto (CliAnswer) answer = cli_run ("import", PROJECT, "actors", "bad.csv", option, NULL);

  g_assert_cmpint (answer.status, ==, 2);
}

static void
test_usage (void)
{
  g_auto (CliAnswer) missing = { 0 };

  make_project ();
  check_usage ("--date-style=roman");
  check_usage ("--map=nothing");
  missing = cli_run ("import", PROJECT, "actors", "missing.csv", NULL);
  g_assert_cmpint (missing.status, ==, 1);
  g_assert_nonnull (strstr (missing.err, "missing.csv"));
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_func ("/cli/exchange/round-trip", test_round_trip);
  g_test_add_func ("/cli/exchange/same-and-change", test_same_and_change);
  g_test_add_func ("/cli/exchange/refused", test_refused);
  g_test_add_func ("/cli/exchange/skip-invalid", test_skip_invalid);
  g_test_add_func ("/cli/exchange/dry-run", test_dry_run);
  g_test_add_func ("/cli/exchange/map-and-dates", test_map_and_dates);
  g_test_add_func ("/cli/exchange/usage", test_usage);
  return cli_fixture_finish (g_test_run ());
}
