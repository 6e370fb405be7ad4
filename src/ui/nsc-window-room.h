/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the window is laid out in the room that it has: at which widths its "width-class" changes, and how wide its
 * sidebar is. Both follow the size of letters, whether it comes from the scale of text or from the font. What it makes
 * belongs to the window. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_window_room_set_up (NscWindow *window, AdwNavigationSplitView *split_view);

G_END_DECLS
