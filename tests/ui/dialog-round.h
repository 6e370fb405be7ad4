/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Goes through the dialogs of a window, each with what it has to say: one after the other is opened, shown whole and
 * closed again. Main thread only. */

#include "window-fixture.h"

/* NAME is for messages. */
typedef void (*DialogRoundFunc) (AdwDialog *dialog, const char *name, gpointer data);

/* WINDOW shows the example. Alerts can be left out: where there is no room for the heading of one, libadwaita makes GTK
 * warn before it takes smaller letters. */
void dialog_round_go (NscWindow *window, gboolean with_alerts, DialogRoundFunc func, gpointer data);
