/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The context menu of a table of records, at the pointer, under a finger, or by key below what has the focus. It is
 * about the records that are selected, by the actions of the group "records". Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A child of VIEW, to be unparented before VIEW goes. */
GtkWidget *nsc_record_menu_new (GtkColumnView *view);

G_END_DECLS
