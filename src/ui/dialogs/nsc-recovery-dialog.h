/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What was recovered of a damaged project, and what was lost, table by table. Main thread only. */

#include "nsc-recovery.h"

#include "nsc-window.h"

G_BEGIN_DECLS

#define NSC_TYPE_RECOVERY_DIALOG (nsc_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscRecoveryDialog, nsc_recovery_dialog, NSC, RECOVERY_DIALOG, AdwDialog)

/* FILE is the new project, which can be opened from here. */
void nsc_recovery_dialog_present (NscWindow *window, const NscRecovery *recovery, GFile *file);

G_END_DECLS
