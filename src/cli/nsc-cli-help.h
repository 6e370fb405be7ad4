/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What --help says: usage, what the verb does, lists, options and exit statuses, in plain English at 80 columns. People
 * read it, and so do the shells' completions in data/completion and the tests of the manual pages: headings stand at
 * the margin and end with a colon, items are indented by two blanks, the values of a choice are parted by bars. Any
 * thread.
 */

#include "nsc-cli.h"

G_BEGIN_DECLS

/* The help of a verb; GROUPS and LIST as for nsc_cli_read. To be freed. */
char *nsc_cli_help (const NscVerb *verb, const NscOptionGroup *groups, const char *list);

/* What the exit statuses mean, under their heading. */
extern const char nsc_cli_help_exit_statuses[];

/* Adds a line, or more of them, about ITEM. */
void nsc_cli_help_add_item (GString *text, const char *item, const char *about);

G_END_DECLS
