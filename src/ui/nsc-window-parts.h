/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* F6: from one part of a window to the next, the list of pages, what the page shows, and the pane beside it, so that
 * nobody tabs through all that lies between. Keeps nothing. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

/* Gives WINDOW the action "part", to which "next" or "previous" is told. */
void nsc_window_parts_add (NscWindow *window);

G_END_DECLS
