/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Saves a table of the records as an interchange file that the person chooses, whole or not at all. Written on a
 * worker; a toast says that it is done. Main thread only. */

#include "nsc-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where, in the window of WIDGET. */
void nsc_table_saving_choose (GtkWidget *widget, NscProject *project, const NscTable *table);

/* Saves without asking; what the dialog does with its answer. */
void nsc_table_saving_save (GtkWidget *widget, NscProject *project, const NscTable *table, GFile *file);

G_END_DECLS
