/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Names for the inner parts of the toolkit's own widgets, which are stops of the keyboard and have none: the items
 * of menus, and what scrolls a status page; and the second line of a row, which a screen reader is not told by itself.
 * Asked once for a widget whose template is made; words that change later are followed. Nothing is kept. Main thread
 * only. */

#include <adwaita.h>

G_BEGIN_DECLS

void nsc_accessible_names_complete (GtkWidget *root);

/* The same for a menu that no button opens, each time that it is shown. */
void nsc_accessible_names_complete_menu (GtkPopoverMenu *menu);

/* The same for a row that is made later. */
void nsc_accessible_names_complete_row (AdwActionRow *row);

/* WORDS are told with a row, such as what stands at its end. */
void nsc_accessible_names_describe_row (GtkWidget *row, const char *words);

G_END_DECLS
