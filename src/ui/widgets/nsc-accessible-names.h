/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Names for the inner parts of the toolkit's own widgets, which are stops of the keyboard and have none: the items
 * of menus, and what scrolls a status page. Asked once for a widget whose template is made; titles that
 * change later are followed. Nothing is kept. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nsc_accessible_names_complete (GtkWidget *root);

/* The same for a menu that no button opens, each time that it is shown. */
void nsc_accessible_names_complete_menu (GtkPopoverMenu *menu);

G_END_DECLS
