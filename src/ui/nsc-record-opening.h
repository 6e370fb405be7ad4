/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The actions with the prefix "win" that add a record or open one. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

void nsc_record_opening_add_actions (NscWindow *window);

G_END_DECLS
