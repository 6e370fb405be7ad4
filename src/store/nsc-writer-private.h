/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a writer is made and what it has gathered in the end. Worker thread. */

#include "nsc-reader-private.h"
#include "nsc-writer.h"

G_BEGIN_DECLS

/* Inside a transaction. STEP is the id that the step will have. */
NscWriter *nsc_writer_new (NscConnection *connection, gint64 step, GError **error);
void nsc_writer_free (NscWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscWriter, nsc_writer_free)

/* What the ordinary changes were; empty where there were none. Ends the recording. */
GBytes *nsc_writer_end (NscWriter *self, GError **error);

G_END_DECLS
