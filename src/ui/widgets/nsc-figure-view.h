/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A figure on its paper, to be put into a scrolled window. Lays it out for the width of the view and the style of the
 * desktop, zooms and pans it, names the mark under the pointer, and lets marks be walked by keys, chosen, many at once,
 * and opened. To a screen reader it is an image with the figure's title and the whole figure in sentences. Main thread
 * only. */

#include "nsc-figure.h"

#include "nsc-mark-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_FIGURE_VIEW (nsc_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (NscFigureView, nsc_figure_view, NSC, FIGURE_VIEW, GtkWidget)

/* Properties: those of a GtkScrollable; "zoom" (double, readable): 1 where it fits the width.
 * Signals: "mark-activated" (key), on a click or Enter; "laid-out", when the marks of another figure can be asked
 * about. */

GtkWidget *nsc_figure_view_new (void);

/* Lets go of chosen marks that the new figure does not have, as soon as it is laid out. */
void nsc_figure_view_set_figure (NscFigureView *self, NscFigure *figure);

/* The marks that are chosen; until another one is set, it has one of its own. */
void nsc_figure_view_set_selection (NscFigureView *self, NscMarkSelection *selection);
NscMarkSelection *nsc_figure_view_get_selection (NscFigureView *self);

double nsc_figure_view_get_zoom (NscFigureView *self);

/* To the next rounder zoom, IN or out of it; the mark that leads, or the middle of the view, stays where it is. */
void nsc_figure_view_zoom_step (NscFigureView *self, gboolean in);

/* The width of the view. */
void nsc_figure_view_zoom_reset (NscFigureView *self);

/* All of it in view, and so it stays. */
void nsc_figure_view_zoom_whole (NscFigureView *self);

/* What is at X, Y of the view stays there. */
void nsc_figure_view_zoom_at (NscFigureView *self, double zoom, double x, double y);

/* The name of the mark under the pointer, NULL where there is none. */
const char *nsc_figure_view_get_hovered_name (NscFigureView *self);

/* The name of the mark with that key, NULL where the figure has none. */
const char *nsc_figure_view_get_mark_name (NscFigureView *self, gint64 key);

/* The place of the mark with that key, in the coordinates of the widget. */
gboolean nsc_figure_view_get_mark_area (NscFigureView *self, gint64 key, graphene_rect_t *area);

/* Whether all that is in view is drawn. */
gboolean nsc_figure_view_is_drawn (NscFigureView *self);

G_END_DECLS
