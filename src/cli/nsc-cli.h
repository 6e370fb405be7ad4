/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the verbs of normscape-cli share: their description, how their words are read, and how trouble is told. Nothing
 * here reads the environment's language: the same words give the same bytes everywhere. Main thread only. */

#include "nsc-store.h"

G_BEGIN_DECLS

enum
{
  NSC_EXIT_DONE = 0,
  NSC_EXIT_REFUSED = 1,
  NSC_EXIT_USAGE = 2,
  NSC_EXIT_PROJECT = 3,
};

typedef struct
{
  const char *name;
  const char *words;             /* what follows it, for help */
  const char *summary;           /* a line in the list of verbs */
  const char *about;             /* whole sentences for its own help */
  int (*run) (char **arguments); /* NULL-terminated, the verb first; gives the exit status */
} NscVerb;

/* Options under a heading of help. */
typedef struct
{
  const char *title;
  const GOptionEntry *entries; /* ends with a NULL name */
} NscOptionGroup;

extern const NscVerb nsc_verb_create;
extern const NscVerb nsc_verb_import;
extern const NscVerb nsc_verb_export;
extern const NscVerb nsc_verb_report;
extern const NscVerb nsc_verb_figure;
extern const NscVerb nsc_verb_undo;
extern const NscVerb nsc_verb_redo;
extern const NscVerb nsc_verb_history;
extern const NscVerb nsc_verb_check;
extern const NscVerb nsc_verb_list;

/* Reads the options of VERB out of ARGUMENTS by GROUPS, which end with a NULL title (values as G_OPTION_ARG_FILENAME,
 * so that no locale changes them), and gives the words that are left, LEAST to MOST of them, to be freed with
 * g_strfreev. LIST is what help says between the verb and its options, or NULL. Gives NULL where it has already
 * answered, after
 * --help or a mistake in usage, with the exit status in STATUS. */
char **nsc_cli_read (const NscVerb *verb,
                     char **arguments,
                     const NscOptionGroup *groups,
                     const char *list,
                     guint least,
                     guint most,
                     int *status);

/* Tells the error on standard error and gives the exit status that goes with it. Frees ERROR. */
int nsc_cli_fail (GError *error);

/* A mistake in usage: tells MESSAGE and where help is. */
int nsc_cli_misuse (const NscVerb *verb, const char *message);

/* Closes a project in which a step was made, and tells what is amiss; gives the exit status, which is that of a step
 * that was made where the project has it. */
int nsc_cli_close (NscStore *store);

/* Opens the project for a verb; NULL after telling why, with the exit status in STATUS. */
NscStore *nsc_cli_open (const char *path, NscStoreMode mode, int *status);

/* Opens the project for reading and takes a reader, which is to be freed before STORE; NULL after telling why, with the
 * exit status in STATUS. */
NscReader *nsc_cli_take_reader (const char *path, NscStore **store, int *status);

/* The table of that name, or NULL and NSC_ERROR_NOT_FOUND with the names there are. */
const NscTable *nsc_cli_find_table (const char *name, GError **error);

/* The tables with their columns, for help. To be freed. */
char *nsc_cli_tell_tables (void);

/* Reads the digits at the beginning of TEXT, with a point or without, and sets END behind them; FALSE where there is no
 * such number. */
gboolean nsc_cli_read_number (const char *text, double *number, const char **end);

/* A length such as 84mm, 8.4cm, 3.3in or 238pt in points; NSC_ERROR_USAGE where it is none. */
gboolean nsc_cli_read_length (const char *option, const char *text, double *points, GError **error);

G_END_DECLS
