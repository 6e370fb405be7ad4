/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The schema and the steps that lead to it. A step is SQL that takes a file from one version to the next; a new project
 * goes through all of them, so that old and new files end alike. Worker thread. */

#include "nsc-connection-private.h"

G_BEGIN_DECLS

/* PRAGMA application_id of a project: "NSCP". */
#define NSC_SCHEMA_APPLICATION_ID 0x4e534350

extern const char nsc_schema_first[];

/* The version that this program makes. */
int nsc_schema_newest (void);

/* Makes all tables in an empty database, inside a transaction of the caller. */
gboolean nsc_schema_make (NscConnection *connection, GError **error);

G_END_DECLS
