/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The history of a project as a GListModel of NscStepItem, newest first, those that were undone at the top. Read on a
 * worker and again whenever the project changes; cancels its question when it is disposed. Main thread only. */

#include "nsc-answer-list.h"
#include "nsc-step-item.h"

G_BEGIN_DECLS

#define NSC_TYPE_STEP_LIST (nsc_step_list_get_type ())
G_DECLARE_FINAL_TYPE (NscStepList, nsc_step_list, NSC, STEP_LIST, NscAnswerList)

NscStepList *nsc_step_list_new (NscProject *project);

G_END_DECLS
