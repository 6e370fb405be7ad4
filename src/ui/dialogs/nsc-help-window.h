/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The help: its topics at the side, one of them to be read, in the language of the interface. A window of its own, so
 * that it can be read beside the window that it speaks of; there is one, which the next request shows again. Main
 * thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_HELP_WINDOW (nsc_help_window_get_type ())
G_DECLARE_FINAL_TYPE (NscHelpWindow, nsc_help_window, NSC, HELP_WINDOW, AdwWindow)

/* Shows TOPIC, or the first where there is none of that name; NULL: what was read last. */
NscHelpWindow *nsc_help_window_present (GtkApplication *application, const char *topic);

/* The id of the topic that is shown. */
const char *nsc_help_window_get_topic (NscHelpWindow *self);

G_END_DECLS
