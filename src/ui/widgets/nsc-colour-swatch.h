/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A button that shows the colour which a text names, such as #3584e4, and lets a person choose another, which is then
 * written into the text. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EDITABLE must live as long as the button. */
GtkWidget *nsc_colour_swatch_new (GtkEditable *editable);

G_END_DECLS
