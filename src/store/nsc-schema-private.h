/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The schema and the steps that lead to it. A step is SQL that takes a file from one version to the next; a new project
 * goes through all of them, so that old and new files end alike. A column that is added later can be NULL, so that
 * digests and the changesets of older steps stay true. Who only reads an older file gets stand-ins for what it lacks.
 * Blocking; the connection's thread. */

#include "nsc-connection-private.h"

G_BEGIN_DECLS

/* PRAGMA application_id of a project: "NSCP". */
#define NSC_SCHEMA_APPLICATION_ID 0x4e534350

extern const char nsc_schema_first[];
extern const char nsc_schema_stories[];
extern const char nsc_schema_stories_stand_in[];

typedef struct
{
  const char *sql;      /* what takes a file to the next version */
  const char *stand_in; /* what lets a reader ask a file before that step: TEMP objects; NULL where none can */
} NscSchemaStep;

/* The version that this program makes. */
int nsc_schema_newest (void);

/* For tests: other steps than ours, NULL: ours again. */
void nsc_schema_pretend (const NscSchemaStep *steps, guint n_steps);

/* Makes all tables of a version in an empty database, inside a transaction of the caller. */
gboolean nsc_schema_make (NscConnection *connection, int version, GError **error);

/* Takes a file from VERSION to the next, inside a transaction of the caller. */
gboolean nsc_schema_run_step (NscConnection *connection, int version, GError **error);

/* Whether a file of VERSION can be read as it is, by a connection that nsc_schema_stand_in has prepared. */
gboolean nsc_schema_can_read (int version);

/* Gives a connection that only reads what its file, if it is an older one, lacks: empty tables in memory, so that every
 * question can be asked of it. Of a newer one the checks, which may compute for ever, are left out. The file is not
 * touched. */
gboolean nsc_schema_stand_in (NscConnection *connection, GError **error);

/* Takes a whole project from an older version to the newest: in one transaction, after a backup beside the file, and
 * only if no table has lost a row. */
gboolean nsc_schema_upgrade (NscConnection *connection, GError **error);

/* NSC_ERROR_DAMAGED unless the tables, indexes and all else are those of that version and nothing more. */
gboolean nsc_schema_check (NscConnection *connection, int version, GError **error);

/* NSC_ERROR_NEWER unless a file of a newer version has the tables that are read here, and none that would make a reader
 * compute as long as its maker likes. */
gboolean nsc_schema_check_newer (NscConnection *connection, GError **error);

G_END_DECLS
