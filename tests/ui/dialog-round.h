/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Goes through the dialogs of a window, each with what it has to say: one after the other is opened, shown whole and
 * closed again. Main thread only. */

#include "window-fixture.h"

/* NAME is for messages. */
typedef void (*DialogRoundFunc) (AdwDialog *dialog, const char *name, gpointer data);

/* WINDOW shows the example. */
void dialog_round_go (NscWindow *window, DialogRoundFunc func, gpointer data);
