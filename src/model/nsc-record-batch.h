/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Some records of one table with what people read of them, read by row: what a list shows at a time. Owns them until
 * items take them. Read on a worker, taken on the main thread. */

#include "nsc-reader.h"
#include "nsc-record-item.h"

G_BEGIN_DECLS

typedef struct _NscRecordBatch NscRecordBatch;

/* Reads ROWS, gint64; those that are gone are left out. */
NscRecordBatch *nsc_record_batch_read (NscReader *reader,
                                       const NscTable *table,
                                       const char *language,
                                       GArray *rows,
                                       GCancellable *cancellable,
                                       GError **error);
void nsc_record_batch_free (NscRecordBatch *self);

guint nsc_record_batch_get_length (const NscRecordBatch *self);
gint64 nsc_record_batch_get_row (const NscRecordBatch *self, guint index);

/* Gives that record to ITEM; once. */
void nsc_record_batch_fill (NscRecordBatch *self, guint index, NscRecordItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecordBatch, nsc_record_batch_free)

G_END_DECLS
