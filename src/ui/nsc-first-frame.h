/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What takes a while waits for the first frame of a window: a person who has started the program sees it at once, and
 * then what it is filled with. On the main thread. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls THEN with DATA once WINDOW has been painted: at once if it has been, and no later than after a moment, since a
 * window that is covered or minimised may never be. Also if WINDOW is gone by then; DATA is THEN's to keep. */
void nsc_first_frame_await (GtkWindow *window, GSourceOnceFunc then, gpointer data);

G_END_DECLS
