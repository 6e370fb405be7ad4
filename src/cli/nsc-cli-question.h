/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the verbs report and figure are asked: a project, a report and values of its options. The options are those that
 * the report describes, so that the command line knows no report by itself. Main thread only. */

#include "nsc-cli.h"
#include "nsc-report.h"

G_BEGIN_DECLS

typedef struct _NscCliQuestion NscCliQuestion;

/* Reads ARGUMENTS with the report's options and those of VERB, which end with a NULL name and take a value each. NULL
 * where it has already answered, after --help or a mistake in usage, with the exit status in STATUS. */
NscCliQuestion *
nsc_cli_question_read (const NscVerb *verb, char **arguments, const GOptionEntry *verb_entries, int *status);

void nsc_cli_question_free (NscCliQuestion *self);

const char *nsc_cli_question_get_project (const NscCliQuestion *self);

/* Opens the project and runs the report, for all of its result or for its table alone; NULL after telling why, with the
 * exit status in STATUS. To be released. */
NscResult *nsc_cli_question_answer (const NscCliQuestion *self, int *status);
NscSheet *nsc_cli_question_answer_with_sheet (const NscCliQuestion *self, int *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscCliQuestion, nsc_cli_question_free)

G_END_DECLS
