/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Tells which files were saved, and offers to show them in their folder. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In the window of WIDGET; paths, the SECOND may be NULL. */
void nsc_export_toast_show (GtkWidget *widget, const char *first, const char *second);

G_END_DECLS
