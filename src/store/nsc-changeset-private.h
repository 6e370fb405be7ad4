/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Changesets of SQLite's session extension: what a step changed, row by row, with the values before and after. They are
 * applied here and not by sqlite3changeset_apply, which cannot bring back a step that swapped two unique values, and
 * read by a reader of our own. Used by the connection's thread. */

#include "nsc-digest-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 n_added;
  guint64 n_changed;
  guint64 n_deleted;
} NscChangeCount;

/* Counts the changes and tells them to DIGEST. */
gboolean nsc_changeset_measure (NscConnection *connection,
                                const void *data,
                                gsize length,
                                gboolean inverse,
                                NscDigest *digest,
                                NscChangeCount *count,
                                GError **error);

/* Makes the changes, or with INVERSE takes them back, in the caller's transaction, where foreign keys must be deferred.
 * NSC_ERROR_DAMAGED where the rows are not as the changeset says they were. */
gboolean
nsc_changeset_apply (NscConnection *connection, const void *data, gsize length, gboolean inverse, GError **error);

G_END_DECLS
