/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Measures how long the main loop leaves a person waiting: the time between one poll and the next, in which neither a
 * key nor a frame gets its turn. What the thread waited for a processor that others had is not counted, so that a busy
 * machine changes nothing. One at a time, on the thread of the default main context. */

#include <glib.h>

G_BEGIN_DECLS

void ui_watchdog_begin (void);

/* The longest that the loop was away since it began, in milliseconds; from now on it starts again at 0. */
double ui_watchdog_take (void);

void ui_watchdog_end (void);

G_END_DECLS
