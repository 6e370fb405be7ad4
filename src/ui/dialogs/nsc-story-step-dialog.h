/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The form of one step of a story: how its figure is revealed and what is said to it, in both languages. A figure that
 * is shown can be added with it to a story there is, or to a new one. It closes when that is a step of the history, or
 * when the person lets go of what they wrote. Main thread only. */

#include "nsc-project.h"
#include "nsc-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_STORY_STEP_DIALOG (nsc_story_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscStoryStepDialog, nsc_story_step_dialog, NSC, STORY_STEP_DIALOG, AdwDialog)

/* Actions: "step.save", "step.cancel". */

/* Offers to add the figure of REPORT with OPTIONS, which are copied, to a story; in the window of PARENT. */
void nsc_story_step_dialog_present_add (GtkWidget *parent,
                                        NscProject *project,
                                        const NscReport *report,
                                        NscOptions *options);

/* Edits STEP, a record of story_steps, which is copied. */
void nsc_story_step_dialog_present_edit (GtkWidget *parent, NscProject *project, const NscRecord *step);

G_END_DECLS
