/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The recording door: each function is one transaction that changes the tables, the history and the digests together,
 * or nothing. Worker thread. */

#include "nsc-history-private.h"
#include "nsc-store.h"

G_BEGIN_DECLS

gboolean nsc_recorder_run (NscConnection *connection,
                           NscStep *step,
                           NscStepFunc func,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

/* Give the step that was taken back or made again. */
NscStep *nsc_recorder_undo (NscConnection *connection, GCancellable *cancellable, GError **error);
NscStep *nsc_recorder_redo (NscConnection *connection, GCancellable *cancellable, GError **error);

G_END_DECLS
