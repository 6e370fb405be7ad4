/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Runs the program under test in a temporary folder and looks at what it says. One thread. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes the program's path off the command line and makes the folder. */
void cli_fixture_init (int *argc, char ***argv);

/* Removes the folder; gives STATUS. */
int cli_fixture_finish (int status);

/* The program's path. */
const char *cli_program (void);

/* A path in the folder, to be freed. */
char *cli_fixture_path (const char *name);
void cli_fixture_write (const char *name, const char *text);

typedef struct
{
  int status;
  char *out;
  char *err;
} CliAnswer;

void cli_answer_clear (CliAnswer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliAnswer, cli_answer_clear)

/* Runs with the arguments in the folder, so that file names are relative to it. */
CliAnswer cli_run (const char *argument, ...) G_GNUC_NULL_TERMINATED;

/* Runs and asserts that it succeeded without a word on standard error; gives its output, to be freed. */
char *cli_output (const char *argument, ...) G_GNUC_NULL_TERMINATED;

/* The example project's name in the folder, made once. */
const char *cli_example (void);

G_END_DECLS
