/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Goes to a place in the history: as many undos or redos in a row as lie between, each of which is whole by itself, so
 * that a jump that is cancelled ends between two steps. Works in a thread; start and finish on the main thread. */

#include "nsc-project.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 from; /* the newest kept step before, 0: none */
  guint n_undone;
  guint n_redone;
} NscStepJump;

/* TARGET is the id of the step that is to be the newest, or 0 for the beginning. PROGRESS, which may be NULL, is told
 * how many of how many steps were gone, in the context that calls. */
void nsc_step_jump_start (NscProject *project,
                          gint64 target,
                          GFileProgressCallback progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* JUMP tells how far it came, also where it failed or was cancelled. NSC_ERROR_NOT_FOUND where the history has no such
 * step any more. */
gboolean nsc_step_jump_finish (GAsyncResult *result, NscStepJump *jump, GError **error);

G_END_DECLS
