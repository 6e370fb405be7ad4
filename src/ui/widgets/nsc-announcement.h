/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a screen reader says though the focus stays where it is. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nsc_announcement_make (GtkWidget *widget, const char *words);

G_END_DECLS
