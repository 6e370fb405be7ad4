/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A copy of the project at a place that the person chooses. Where the project cannot stay what it is, because its file
 * is gone or cannot be written, the window goes on with the copy. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_project_copy_choose (NscWindow *window);

/* What is at TARGET already goes to the trash, as the person was asked by then. */
void nsc_project_copy_save (NscWindow *window, GFile *target);

/* Asks what is to become of records that would go with the window, since its file is gone; FALSE where there is nothing
 * to ask. The window is closed again where the person lets them go, and knows that they did. */
gboolean nsc_project_copy_ask_before_closing (NscWindow *window);
gboolean nsc_project_copy_is_letting_go (NscWindow *window);

G_END_DECLS
