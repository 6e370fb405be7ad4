/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include "test-folder.h"

static char *program;
static char *folder;

static CliAnswer
run_strv (const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  CliAnswer answer = { 0 };

  g_strv_builder_add (builder, program);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &answer.out, &answer.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  answer.status = g_subprocess_get_exit_status (process);
  return answer;
}

static char **
collect (const char *first, va_list list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_strv_builder_add (builder, argument);
  return g_strv_builder_end (builder);
}

void
cli_fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, >=, 2);
  program = g_canonicalize_filename ((*argv)[1], NULL);
  folder = test_folder_new ();
}

int
cli_fixture_finish (int status)
{
  test_folder_remove (folder);
  g_free (folder);
  g_free (program);
  return status;
}

const char *
cli_program (void)
{
  return program;
}

char *
cli_fixture_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

void
cli_fixture_write (const char *name, const char *text)
{
  g_autofree char *path = cli_fixture_path (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

void
cli_answer_clear (CliAnswer *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

CliAnswer
cli_run (const char *argument, ...)
{
  g_auto (GStrv) arguments = NULL;
  va_list list;

  va_start (list, argument);
  arguments = collect (argument, list);
  va_end (list);
  return run_strv ((const char *const *) arguments);
}

char *
cli_output (const char *argument, ...)
{
  g_auto (GStrv) arguments = NULL;
  g_auto (CliAnswer) answer = { 0 };
  va_list list;

  va_start (list, argument);
  arguments = collect (argument, list);
  va_end (list);
  answer = run_strv ((const char *const *) arguments);
  g_assert_cmpstr (answer.err, ==, "");
  g_assert_cmpint (answer.status, ==, 0);
  return g_steal_pointer (&answer.out);
}

const char *
cli_example (void)
{
  static gboolean made;

  if (!made)
    {
      g_autofree char *output = cli_output ("create", "example.normscape", "--example=cyber-norms", NULL);

      made = TRUE;
    }
  return "example.normscape";
}
