/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Files dropped on a window: a project is opened, a table is imported. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_window_drop_add (NscWindow *window);

G_END_DECLS
