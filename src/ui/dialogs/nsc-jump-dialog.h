/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Takes the project to another place in its history. Where that takes longer than a moment, a dialog says how far it is
 * and can end it between two steps; at the end a toast says what was done and offers the way back. Main thread only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_JUMP_DIALOG (nsc_jump_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscJumpDialog, nsc_jump_dialog, NSC, JUMP_DIALOG, AdwDialog)

/* TARGET is the id of the step after which the project is to be, 0: before all. In the window of PARENT. */
void nsc_jump_dialog_start (GtkWidget *parent, NscProject *project, gint64 target);

G_END_DECLS
