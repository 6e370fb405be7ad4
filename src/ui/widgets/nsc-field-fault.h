/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is wrong with a field, said at the field: the row is marked, and a line of words stands under it in its boxed
 * list. A screen reader hears it with the field. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* ROW is a row of a boxed list; MESSAGE NULL: nothing is wrong (any more). */
void nsc_field_fault_set (GtkWidget *row, const char *message);

/* The message, or NULL. */
const char *nsc_field_fault_get (GtkWidget *row);

G_END_DECLS
