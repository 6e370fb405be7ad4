/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The keys that choose marks of a figure view, and what a screen reader says of it. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the class of the figure view. */
void nsc_figure_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS
