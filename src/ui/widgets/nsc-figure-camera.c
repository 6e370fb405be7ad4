/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-camera.h"

#include <math.h>

#define MOST_WIDTH 872 /* of a page that fits; lines of text would become too long to read */
#define LEAST_WIDTH 240
#define MARGIN 24
#define NARROW 500 /* below it the page fills the view from side to side */
#define LEAST_ZOOM 0.25
#define STEP 40.0

static double
get_margin (const NscFigureCamera *self)
{
  return self->view_width < NARROW ? 0 : MARGIN;
}

static double
content_width (const NscFigureCamera *self)
{
  return self->page_width * self->zoom + 2 * get_margin (self);
}

static double
content_height (const NscFigureCamera *self)
{
  return self->page_height * self->zoom + 2 * get_margin (self);
}

/* At which all of the page is seen. */
static double
whole_zoom (const NscFigureCamera *self)
{
  double width = self->view_width - 2 * get_margin (self), height = self->view_height - 2 * get_margin (self);

  if (self->page_width <= 0 || self->page_height <= 0 || width <= 0 || height <= 0)
    return 1;
  return MIN (width / self->page_width, height / self->page_height);
}

static double
clamp_zoom (const NscFigureCamera *self, double zoom)
{
  return CLAMP (zoom, MIN (LEAST_ZOOM, whole_zoom (self)), NSC_FIGURE_CAMERA_MOST_ZOOM);
}

static void
configure (GtkAdjustment *adjustment, double value, double content, double view)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (0, content - view)), 0, MAX (content, view), STEP,
                              view * 0.9, view);
}

static double
value_of (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* Scrolls to X, Y of the content, whose size may be another one now. */
static void
scroll_to (NscFigureCamera *self, double x, double y)
{
  configure (self->horizontal, x, content_width (self), self->view_width);
  configure (self->vertical, y, content_height (self), self->view_height);
}

/* The value at which as much of LENGTH from START on is in view as there can be, by scrolling as little as does. */
static double
reach (double value, double view, double start, double length)
{
  if (start + length > value + view)
    value = start + length - view;
  return MIN (value, start);
}

void
nsc_figure_camera_init (NscFigureCamera *self)
{
  *self = (NscFigureCamera) { .zoom = 1 };
}

void
nsc_figure_camera_clear (NscFigureCamera *self)
{
  g_clear_object (&self->horizontal);
  g_clear_object (&self->vertical);
}

int
nsc_figure_camera_get_fit_width (int view_width)
{
  return CLAMP (view_width - (view_width < NARROW ? 0 : 2 * MARGIN), LEAST_WIDTH, MOST_WIDTH);
}

void
nsc_figure_camera_set_view (NscFigureCamera *self, double width, double height)
{
  self->view_width = width;
  self->view_height = height;
  if (self->whole)
    self->zoom = clamp_zoom (self, whole_zoom (self));
  scroll_to (self, value_of (self->horizontal), value_of (self->vertical));
}

void
nsc_figure_camera_set_page (NscFigureCamera *self, double width, double height)
{
  double across = self->page_width > 0 ? width / self->page_width : 1;
  double down = self->page_height > 0 ? height / self->page_height : 1;

  self->page_width = width;
  self->page_height = height;
  self->zoom = clamp_zoom (self, self->whole ? whole_zoom (self) : self->zoom);
  scroll_to (self, value_of (self->horizontal) * across, value_of (self->vertical) * down);
}

graphene_point_t
nsc_figure_camera_get_origin (const NscFigureCamera *self)
{
  double spare = MAX (0, self->view_width - content_width (self));

  return GRAPHENE_POINT_INIT ((float) (get_margin (self) + floor (spare / 2) - value_of (self->horizontal)),
                              (float) (get_margin (self) - value_of (self->vertical)));
}

void
nsc_figure_camera_to_page (const NscFigureCamera *self, double x, double y, double *page_x, double *page_y)
{
  graphene_point_t origin = nsc_figure_camera_get_origin (self);

  *page_x = (x - origin.x) / self->zoom;
  *page_y = (y - origin.y) / self->zoom;
}

graphene_rect_t
nsc_figure_camera_to_view (const NscFigureCamera *self, double x, double y, double width, double height)
{
  graphene_point_t origin = nsc_figure_camera_get_origin (self);

  return GRAPHENE_RECT_INIT ((float) (origin.x + x * self->zoom), (float) (origin.y + y * self->zoom),
                             (float) (width * self->zoom), (float) (height * self->zoom));
}

graphene_rect_t
nsc_figure_camera_get_seen (const NscFigureCamera *self)
{
  double left, top, right, bottom;

  nsc_figure_camera_to_page (self, 0, 0, &left, &top);
  nsc_figure_camera_to_page (self, self->view_width, self->view_height, &right, &bottom);
  left = CLAMP (left, 0, self->page_width);
  top = CLAMP (top, 0, self->page_height);
  return GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (CLAMP (right, left, self->page_width) - left),
                             (float) (CLAMP (bottom, top, self->page_height) - top));
}

void
nsc_figure_camera_zoom_at (NscFigureCamera *self, double zoom, double x, double y)
{
  double page_x, page_y;

  nsc_figure_camera_to_page (self, x, y, &page_x, &page_y);
  self->whole = FALSE;
  self->zoom = clamp_zoom (self, zoom);
  scroll_to (self, get_margin (self) + page_x * self->zoom - x, get_margin (self) + page_y * self->zoom - y);
}

void
nsc_figure_camera_show_whole (NscFigureCamera *self)
{
  self->whole = TRUE;
  self->zoom = clamp_zoom (self, whole_zoom (self));
  scroll_to (self, 0, 0);
}

void
nsc_figure_camera_pan (NscFigureCamera *self, double dx, double dy)
{
  scroll_to (self, value_of (self->horizontal) - dx, value_of (self->vertical) - dy);
}

void
nsc_figure_camera_reveal (NscFigureCamera *self, double x, double y, double width, double height)
{
  double margin = get_margin (self);

  scroll_to (self, reach (value_of (self->horizontal), self->view_width, margin + x * self->zoom, width * self->zoom),
             reach (value_of (self->vertical), self->view_height, margin + y * self->zoom, height * self->zoom));
}
