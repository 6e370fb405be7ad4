/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person can do in a window: the actions with the prefix "win". Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_window_actions_add (NscWindow *window);

/* Which of them can be done now. */
void nsc_window_actions_update (NscWindow *window);

/* Whether a file that was not opened because of ERROR could be replaced by a backup, or its records be recovered. */
gboolean nsc_window_actions_can_restore (NscWindow *window, const GError *error);
gboolean nsc_window_actions_can_recover (NscWindow *window, const GError *error);

G_END_DECLS
