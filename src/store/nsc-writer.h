/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The changes of one step. A writer lives inside nsc_store_run_step, on the store's worker thread, and never outlives
 * it. Whatever fails, the whole step is undone. The rules of the field stand above (nsc-rules); the writer keeps the
 * schema's: ids are unique, references name a row that is there. */

#include "nsc-reader.h"

G_BEGIN_DECLS

typedef struct _NscWriter NscWriter;

/* Questions that see the step's own changes. Belongs to the writer. */
NscReader *nsc_writer_get_reader (NscWriter *self);

/* Stores RECORD as a new row, whose number it sets. A blank id becomes TABLE-ROW (of a row whose id is free), a blank
 * confidence `unstated`. NSC_ERROR_NOT_FOUND where a reference names no row, NSC_ERROR_CONFLICT where the id or the
 * natural key is taken, NSC_ERROR_INPUT where a value does not fit or the row is longer than 16 MB. A change that was
 * refused leaves the step as it was, so FUNC may go on with the next. */
gboolean nsc_writer_insert (NscWriter *self, NscRecord *record, GError **error);

/* Replaces the row that RECORD was read from. The id may change; references follow, since they hold the row. */
gboolean nsc_writer_update (NscWriter *self, const NscRecord *record, GError **error);

/* NSC_ERROR_CONFLICT where other rows refer to it, with their number in the message. */
gboolean nsc_writer_delete (NscWriter *self, const NscTable *table, gint64 row, GError **error);

/* From here on added rows belong to the step's batch: they are not written to its changeset but carry its number, so
 * that a million of them cost no more than their own room. They can be changed and deleted like others. For imports. */
void nsc_writer_begin_batch (NscWriter *self);

G_END_DECLS
