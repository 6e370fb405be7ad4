/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Presents a story of a window's project: each of its steps is a slide, one that cannot be shown says why. Main thread
 * only. */

#include "nsc-window.h"

G_BEGIN_DECLS

/* Reads the story with that id on a worker, then presents it in the language of figures. */
void nsc_story_presenting_start (NscWindow *window, const char *id);

G_END_DECLS
