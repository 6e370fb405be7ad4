/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The history of a project as a GListModel of NscStepItem, newest first, those that were undone at the top. Read on a
 * worker and again whenever the project changes; cancels its question when it is disposed. Main thread only. */

#include "nsc-project.h"
#include "nsc-step-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSC_TYPE_STEP_LIST (nsc_step_list_get_type ())
G_DECLARE_FINAL_TYPE (NscStepList, nsc_step_list, NSC, STEP_LIST, GObject)

/* Properties: "loaded" (whether the history has been read), "error" (GError, what went wrong instead). */

NscStepList *nsc_step_list_new (NscProject *project);

gboolean nsc_step_list_is_loaded (NscStepList *self);
const GError *nsc_step_list_get_error (NscStepList *self);

G_END_DECLS
