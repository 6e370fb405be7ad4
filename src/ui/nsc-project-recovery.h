/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Makes a new project of what can still be read of a damaged one, at a place that the person chooses, and tells what
 * was lost. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

/* DAMAGED is the project of WINDOW, or what it could not open. */
void nsc_project_recovery_choose (NscWindow *window, GFile *damaged);

/* What is at TARGET already goes to the trash, as the person was asked by then. */
void nsc_project_recovery_save (NscWindow *window, GFile *damaged, GFile *target);

G_END_DECLS
