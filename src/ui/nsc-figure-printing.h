/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Prints the figure of a result on one page, as wide as its margins leave room, as vectors. Layout and drawing happen
 * on a worker. Main thread only. */

#include "nsc-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An operation that is yet to be run; NAME is the job's. */
GtkPrintOperation *nsc_figure_printing_new (NscResult *result, const char *name);

/* Asks how to print in the window of WIDGET, and prints. */
void nsc_figure_printing_run (GtkWidget *widget, NscResult *result, const char *name);

G_END_DECLS
