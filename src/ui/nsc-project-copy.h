/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A copy of the project at a place that the person chooses. Where the project cannot stay what it is, because its file
 * is gone or cannot be written, the window goes on with the copy. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_project_copy_choose (NscWindow *window);

/* What is at TARGET already goes to the trash, as the person was asked by then. */
void nsc_project_copy_save (NscWindow *window, GFile *target);

G_END_DECLS
