/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where the page of a figure lies in its view and how large it is: from points of the page to pixels of the view and
 * back. Scrolls by the adjustments of a scrolled window, of which it holds references. Belongs to its view, as a
 * member; main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_FIGURE_CAMERA_MOST_ZOOM 8.0

typedef struct
{
  GtkAdjustment *horizontal; /* NULL until they are set */
  GtkAdjustment *vertical;
  double view_width, view_height;
  double page_width, page_height; /* in points, 0: there is none */
  double zoom;                    /* pixels to the point */
  gboolean whole;                 /* the zoom follows the view, so that all of the page is seen */
} NscFigureCamera;

void nsc_figure_camera_init (NscFigureCamera *self);
void nsc_figure_camera_clear (NscFigureCamera *self);

/* The width for which a figure is laid out in a view of VIEW_WIDTH. */
int nsc_figure_camera_get_fit_width (int view_width);

/* Both keep what is at the top of the view where it is. */
void nsc_figure_camera_set_view (NscFigureCamera *self, double width, double height);
void nsc_figure_camera_set_page (NscFigureCamera *self, double width, double height);

/* The page's top left in the view. */
graphene_point_t nsc_figure_camera_get_origin (const NscFigureCamera *self);

void nsc_figure_camera_to_page (const NscFigureCamera *self, double x, double y, double *page_x, double *page_y);
graphene_rect_t
nsc_figure_camera_to_view (const NscFigureCamera *self, double x, double y, double width, double height);

/* The part of the page that is seen. */
graphene_rect_t nsc_figure_camera_get_seen (const NscFigureCamera *self);

/* What is at X, Y of the view stays there, as far as the page reaches. */
void nsc_figure_camera_zoom_at (NscFigureCamera *self, double zoom, double x, double y);
void nsc_figure_camera_show_whole (NscFigureCamera *self);

/* Moves the page with a hand at it. */
void nsc_figure_camera_pan (NscFigureCamera *self, double dx, double dy);

/* Scrolls as little as brings a part of the page into view, or its beginning where there is no room for it. */
void nsc_figure_camera_reveal (NscFigureCamera *self, double x, double y, double width, double height);

G_END_DECLS
