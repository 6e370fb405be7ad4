/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The schema and the steps that lead to it. A step is SQL that takes a file from one version to the next; a new project
 * goes through all of them, so that old and new files end alike. A column that is added later can be NULL, so that
 * digests and the changesets of older steps stay true. Blocking; the connection's thread. */

#include "nsc-connection-private.h"

G_BEGIN_DECLS

/* PRAGMA application_id of a project: "NSCP". */
#define NSC_SCHEMA_APPLICATION_ID 0x4e534350

extern const char nsc_schema_first[];

/* The version that this program makes. */
int nsc_schema_newest (void);

/* For tests: other steps than ours, NULL: ours again. */
void nsc_schema_pretend (const char *const *steps, guint n_steps);

/* Makes all tables of a version in an empty database, inside a transaction of the caller. */
gboolean nsc_schema_make (NscConnection *connection, int version, GError **error);

/* Takes a file from VERSION to the next, inside a transaction of the caller. */
gboolean nsc_schema_run_step (NscConnection *connection, int version, GError **error);

/* Takes a whole project from an older version to the newest: in one transaction, after a backup beside the file, and
 * only if no table has lost a row. */
gboolean nsc_schema_upgrade (NscConnection *connection, GError **error);

/* NSC_ERROR_DAMAGED unless the tables, indexes and all else are those of that version and nothing more. */
gboolean nsc_schema_check (NscConnection *connection, int version, GError **error);

G_END_DECLS
