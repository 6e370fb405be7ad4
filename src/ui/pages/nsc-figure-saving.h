/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Saves what a report shows to a file that the person chooses: the figure as PDF or PNG, the table as CSV, by the
 * file's ending. Written on a worker; a toast says that it is done. Main thread only. */

#include "nsc-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* NAME, without an ending, is proposed for the file. */
void nsc_figure_saving_choose (GtkWidget *widget, NscResult *result, const char *name);

/* Saves without asking; what the dialog does with its answer. */
void nsc_figure_saving_save (GtkWidget *widget, NscResult *result, GFile *file);

G_END_DECLS
