/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A figure on its paper. Lays the figure out for its own width and the style of the desktop, draws it once into a
 * texture, names the mark under the pointer, and lets marks be walked by arrow keys, chosen and opened. To a screen
 * reader it is an image with the figure's title and the whole figure in sentences. Main thread only. */

#include "nsc-figure.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_FIGURE_VIEW (nsc_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (NscFigureView, nsc_figure_view, NSC, FIGURE_VIEW, GtkWidget)

/* Property: "selected-key" (int64, 0: no mark).
 * Signals: "mark-selected" (key), when the person moves the selection, 0 where it is let go; "mark-activated" (key), on
 * a click or Enter. */

GtkWidget *nsc_figure_view_new (void);

/* Keeps the selection where the new figure has a mark with that key. */
void nsc_figure_view_set_figure (NscFigureView *self, NscFigure *figure);

/* Does not emit "mark-selected". */
void nsc_figure_view_set_selected_key (NscFigureView *self, gint64 key);
gint64 nsc_figure_view_get_selected_key (NscFigureView *self);

/* The name of the mark under the pointer, NULL where there is none. */
const char *nsc_figure_view_get_hovered_name (NscFigureView *self);

/* The name of the mark with that key, NULL where the figure has none. */
const char *nsc_figure_view_get_mark_name (NscFigureView *self, gint64 key);

/* The place of the mark with that key, in the coordinates of the widget. */
gboolean nsc_figure_view_get_mark_area (NscFigureView *self, gint64 key, graphene_rect_t *area);

G_END_DECLS
