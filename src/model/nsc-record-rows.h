/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows that answer a question for records, in the order that it asks for: eight bytes a row. Found in one pass over
 * the table. Constant once made and shared by counting references. Any thread. */

#include "nsc-reader.h"
#include "nsc-record-question.h"

G_BEGIN_DECLS

typedef struct _NscRecordRows NscRecordRows;

/* Blocks, for a worker. SCANNED, NULL or atomic, counts the rows that have been looked at. */
NscRecordRows *nsc_record_rows_find (
    NscReader *reader, const NscRecordQuestion *question, gint *scanned, GCancellable *cancellable, GError **error);

/* No rows. */
NscRecordRows *nsc_record_rows_new (void);

NscRecordRows *nsc_record_rows_ref (NscRecordRows *self);
void nsc_record_rows_unref (NscRecordRows *self);

guint nsc_record_rows_get_length (const NscRecordRows *self);
const gint64 *nsc_record_rows_get (const NscRecordRows *self);

/* How many rows the table had, found or not. */
guint nsc_record_rows_get_n_all (const NscRecordRows *self);

/* Where ROW is, which takes a millisecond for a million; FALSE where it is not. */
gboolean nsc_record_rows_find_position (const NscRecordRows *self, gint64 row, guint *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecordRows, nsc_record_rows_unref)

G_END_DECLS
