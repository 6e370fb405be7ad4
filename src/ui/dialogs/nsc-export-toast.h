/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Tells which files were saved, and offers to show them in their folder. Main thread only. */

#include "nsc-export-files.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In the window of WIDGET. */
void nsc_export_toast_show (GtkWidget *widget, const NscExportFiles *files);

G_END_DECLS
