/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows that an import added, as they were at the end of its step: not in the step's changeset, but known by the
 * step's number in their own column. While the step is undone they are kept in compressed chunks of bounded size, with
 * their row numbers, so that redo puts the same rows back. Used by the connection's thread, inside a transaction of the
 * caller. */

#include "nsc-digest-private.h"

G_BEGIN_DECLS

typedef struct _NscBatch NscBatch;

NscBatch *nsc_batch_new (void);
void nsc_batch_free (NscBatch *self);

/* Notes that ROW of the table was added; rows of a table come in growing order. */
void nsc_batch_note (NscBatch *self, const char *table, gint64 row);

/* Notes that one of the table's noted rows is gone again. */
void nsc_batch_forget (NscBatch *self, const char *table);

guint64 nsc_batch_get_count (NscBatch *self);

/* Writes down which rows they are, as a part of the step. */
gboolean nsc_batch_write (NscBatch *self, NscConnection *connection, gint64 step, GError **error);

/* Moves the rows of the step's batch into chunks, or back. A step without batch has nothing to move. */
gboolean nsc_batch_take_out (NscConnection *connection, gint64 step, NscDigest *digest, GError **error);
gboolean nsc_batch_put_back (NscConnection *connection, gint64 step, NscDigest *digest, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscBatch, nsc_batch_free)

G_END_DECLS
