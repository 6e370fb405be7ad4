/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
check_status (int status, const char *said, const char *const *arguments)
{
  g_auto (CliAnswer) answer = { 0 };

  answer = cli_run (arguments[0], arguments[0] != NULL ? arguments[1] : NULL,
                    arguments[0] != NULL && arguments[1] != NULL ? arguments[2] : NULL, NULL);
  g_assert_cmpint (answer.status, ==, status);
  g_assert_cmpstr (answer.out, ==, "");
  g_assert_nonnull (strstr (answer.err, said));
}

static void
test_usage (void)
{
  g_autofree char *version = cli_output ("--version", NULL);
  g_autofree char *help = cli_output ("--help", NULL);
  const char *const verbs[] = { "create", "import", "export",  "report", "figure",
                                "undo",   "redo",   "history", "check",  "list" };

  g_assert_true (g_str_has_prefix (version, "normscape "));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *verb_help = cli_output (verbs[i], "--help", NULL);

      g_assert_nonnull (strstr (help, verbs[i]));
      g_assert_nonnull (strstr (verb_help, verbs[i]));
    }
  check_status (2, "Usage", (const char *[]) { NULL });
  check_status (2, "no such verb", (const char *[]) { "paint", NULL, NULL });
  check_status (2, "too few", (const char *[]) { "create", NULL, NULL });
  check_status (2, "too many", (const char *[]) { "undo", "a", "b" });
  check_status (2, "shoe", (const char *[]) { "list", "--shoe", NULL });
}

static void
test_create (void)
{
  g_autofree char *made = cli_output ("create", "empty.normscape", "--title=气候规范", NULL);
  g_autofree char *path = cli_fixture_path ("empty.normscape");
  g_autofree char *list = cli_output ("list", "empty.normscape", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before = 0, length_after = 0;

  g_assert_nonnull (strstr (list, "actors\t0\n"));
  g_assert_null (strstr (list, "countries\t0\n"));
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  check_status (1, "empty.normscape: there is already a file", (const char *[]) { "create", "empty.normscape", NULL });
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  check_status (1, "no-folder/new.normscape: cannot be made",
                (const char *[]) { "create", "no-folder/new.normscape", NULL });
}

static void
test_unknown_example (void)
{
  g_auto (CliAnswer) answer = cli_run ("create", "x.normscape", "--example=shoes", NULL);
  g_autofree char *path = cli_fixture_path ("x.normscape");

  g_assert_cmpint (answer.status, ==, 1);
  g_assert_nonnull (strstr (answer.err, "shoes"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_not_a_project (void)
{
  cli_fixture_write ("text.normscape", "not a project\n");
  cli_fixture_write ("nothing.normscape", "");
  check_status (3, "text.normscape", (const char *[]) { "list", "text.normscape", NULL });
  check_status (3, "nothing.normscape", (const char *[]) { "check", "nothing.normscape", NULL });
  check_status (3, "missing.normscape", (const char *[]) { "undo", "missing.normscape", NULL });
}

static void
test_history (void)
{
  g_autofree char *made = cli_output ("create", "steps.normscape", NULL);
  g_autofree char *history = NULL, *imported = NULL, *undone = NULL, *redone = NULL, *list = NULL;

  cli_fixture_write ("more.csv", "id,name_en\nspace,Space\nrail,\"Rail\nways\"\n");
  check_status (1, "steps.normscape: there is no step to undo; ", (const char *[]) { "undo", "steps.normscape", NULL });
  imported = cli_output ("import", "steps.normscape", "sectors", "more.csv", NULL);
  undone = cli_output ("undo", "steps.normscape", NULL);
  g_assert_cmpstr (undone, ==, "undone: Imported more.csv: 2 added, 0 changed\n");
  list = cli_output ("list", "steps.normscape", "sectors", NULL);
  g_assert_cmpstr (list, ==, "");
  history = cli_output ("history", "steps.normscape", NULL);
  g_assert_nonnull (strstr (history, "\tundone\tImported more.csv"));
  redone = cli_output ("redo", "steps.normscape", NULL);
  g_assert_cmpstr (redone, ==, "redone: Imported more.csv: 2 added, 0 changed\n");
  g_clear_pointer (&list, g_free);
  list = cli_output ("list", "steps.normscape", "sectors", NULL);
  g_assert_cmpstr (list, ==, "space\tSpace\nrail\tRail ways\n");
  check_status (1, "steps.normscape: there is no step to redo; ", (const char *[]) { "redo", "steps.normscape", NULL });
}

static void
test_check (void)
{
  g_autofree char *said = cli_output ("check", cli_example (), NULL);

  g_assert_nonnull (strstr (said, "coverage of tech_accord: 90 recorded, 161 reported (2023-08)\n"));
  g_assert_true (g_str_has_suffix (said, "example.normscape: whole\n"));
}

/* A verb that reads leaves the file's bytes alone and nothing beside it. */
static void
test_reading_writes_nothing (void)
{
  g_autofree char *path = cli_fixture_path (cli_example ());
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *before = NULL, *after = NULL, *list = NULL, *history = NULL;
  gsize length_before = 0, length_after = 0;

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  list = cli_output ("list", cli_example (), "actors", NULL);
  history = cli_output ("history", cli_example (), NULL);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
check_kept (const char *project, const char *const *arguments)
{
  g_autofree char *path = cli_fixture_path (project);
  g_autofree char *before = NULL, *after = NULL;
  g_auto (CliAnswer) answer = { 0 };
  gsize length_before = 0, length_after = 0;

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  answer = cli_run (arguments[0], project, arguments[1], arguments[2], arguments[3], arguments[4], NULL);
  g_assert_cmpint (answer.status, ==, 1);
  g_assert_nonnull (strstr (answer.err, "project"));
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* No verb that reads a project writes over one, by whatever name or link. */
static void
test_project_is_no_output (void)
{
  g_autofree char *made = cli_output ("create", "kept.normscape", "--example=cyber-norms", NULL);
  g_autofree char *other = cli_output ("create", "other.normscape", NULL);
  g_autofree char *named = cli_output ("create", "named.png", "--example=cyber-norms", NULL);
  g_autofree char *link = cli_fixture_path ("link.csv");

  g_assert_cmpint (symlink ("kept.normscape", link), ==, 0);
  check_kept ("kept.normscape", (const char *[]) { "report", "distribution", "--initiative=tech_accord", "--by=kind",
                                                   "--output=./kept.normscape" });
  check_kept ("kept.normscape", (const char *[]) { "report", "distribution", "--initiative=tech_accord", "--by=kind",
                                                   "--output=other.normscape" });
  check_kept ("kept.normscape", (const char *[]) { "report", "distribution", "--initiative=tech_accord", "--by=kind",
                                                   "--output=link.csv" });
  check_kept ("kept.normscape", (const char *[]) { "export", "actors", "link.csv", NULL, NULL });
  check_kept ("named.png", (const char *[]) { "figure", "distribution", "--initiative=tech_accord", "--by=kind",
                                              "--output=named.png" });
}

/* What is printed into a full disk is not done. */
static void
test_full_output (void)
{
  g_autofree char *path = cli_fixture_path (cli_example ());
  g_autofree char *command = g_strdup_printf ("exec \"$0\" list '%s' >/dev/full", path);
  const char *const argv[] = { "sh", "-c", command, cli_program (), NULL };
  g_autofree char *said = NULL;
  int status = 0;

  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &said, &status, NULL));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  g_assert_nonnull (strstr (said, "standard output"));
}

static void
test_list (void)
{
  g_autofree char *initiatives = cli_output ("list", cli_example (), "initiatives", NULL);
  g_autofree char *signatories = cli_output ("list", cli_example (), "signatories", NULL);

  g_assert_nonnull (strstr (initiatives, "tech_accord\tCybersecurity Tech Accord\n"));
  g_assert_true (g_str_has_prefix (signatories, "signatories-1\ttech_accord, abb, 2018-04-17\n"));
}

static void
test_unknown_table (void)
{
  check_status (1, "shoes", (const char *[]) { "list", cli_example (), "shoes" });
  check_status (1, "shoes", (const char *[]) { "export", cli_example (), "shoes" });
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_func ("/cli/project/usage", test_usage);
  g_test_add_func ("/cli/project/create", test_create);
  g_test_add_func ("/cli/project/unknown-example", test_unknown_example);
  g_test_add_func ("/cli/project/not-a-project", test_not_a_project);
  g_test_add_func ("/cli/project/history", test_history);
  g_test_add_func ("/cli/project/check", test_check);
  g_test_add_func ("/cli/project/reading-writes-nothing", test_reading_writes_nothing);
  g_test_add_func ("/cli/project/project-is-no-output", test_project_is_no_output);
  g_test_add_func ("/cli/project/full-output", test_full_output);
  g_test_add_func ("/cli/project/list", test_list);
  g_test_add_func ("/cli/project/unknown-table", test_unknown_table);
  return cli_fixture_finish (g_test_run ());
}
