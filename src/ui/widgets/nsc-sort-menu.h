/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The order of a column view for those who cannot click on its headers, and the way back to no order, which headers do
 * not have: a menu that the Menu key, Shift+F10 and a right click open. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds it to OWNER, in which VIEW is. UNSORTED is what its own order is called. Columns that can be sorted have ids. */
void nsc_sort_menu_add (GtkWidget *owner, GtkColumnView *view, const char *unsorted);

G_END_DECLS
