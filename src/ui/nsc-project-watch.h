/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Keeps a window true to the file of its project: asks whether another program has written it, when the window gets the
 * focus and every few seconds while it is to be seen; looks through a large file that others wrote; shows in the
 * window's banner what troubles the store. Lives as long as its window. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_project_watch_add (NscWindow *window);

G_END_DECLS
