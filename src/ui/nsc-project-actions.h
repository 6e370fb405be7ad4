/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person can do with the file of a window's project: the actions with the prefix "win" that open, make, copy,
 * restore, recover it and take a table into it. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_project_actions_add (NscWindow *window);

G_END_DECLS
