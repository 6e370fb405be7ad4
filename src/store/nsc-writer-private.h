/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a writer is made and what it has gathered in the end. Worker thread. */

#include "nsc-batch-private.h"
#include "nsc-reader-private.h"
#include "nsc-writer.h"

G_BEGIN_DECLS

/* Inside a transaction. STEP is the id that the step will have, 0 where it is never undone. DIGEST learns of the rows
 * of a batch; it must outlive the writer. */
NscWriter *nsc_writer_new (NscConnection *connection, gint64 step, NscDigest *digest, GError **error);
void nsc_writer_free (NscWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscWriter, nsc_writer_free)

/* What the ordinary changes were; empty where there were none. Ends the recording. */
GBytes *nsc_writer_end (NscWriter *self, GError **error);

/* The rows that were added as a batch. Belongs to the writer. */
NscBatch *nsc_writer_get_batch (NscWriter *self);

G_END_DECLS
