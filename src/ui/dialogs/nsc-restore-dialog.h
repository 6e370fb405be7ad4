/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The backups of a project, each looked through before it can be chosen, and what to do where none helps. Main thread
 * only. */

#include "nsc-window.h"

G_BEGIN_DECLS

#define NSC_TYPE_RESTORE_DIALOG (nsc_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscRestoreDialog, nsc_restore_dialog, NSC, RESTORE_DIALOG, AdwDialog)

/* FILE is the project that WINDOW has open, or that it could not open. */
void nsc_restore_dialog_present (NscWindow *window, GFile *file);

G_END_DECLS
