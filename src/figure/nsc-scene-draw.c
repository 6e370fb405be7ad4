/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene-item.h"

/* A long line in one stroke costs Cairo far more than its parts do: 9 s instead of 0.5 s were measured at 100,000
 * points. */
#define POINTS_A_STROKE 250

static void
draw_path (const NscSceneItem *item, cairo_t *cr)
{
  gboolean is_filled = item->line_width <= 0;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  /* Words leave a point behind. */
  cairo_new_path (cr);
  for (guint i = 0; i < item->n_points; i++)
    {
      const NscPoint *point = &item->points[i];

      cairo_line_to (cr, point->x, point->y);
      if (is_filled || item->closed || i == 0 || i % POINTS_A_STROKE != 0)
        continue;
      cairo_stroke (cr);
      cairo_move_to (cr, point->x, point->y);
    }
  if (is_filled || item->closed)
    cairo_close_path (cr);
  if (is_filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

static void
draw_circle (const NscSceneItem *item, cairo_t *cr)
{
  double radius = (item->width - item->line_width) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, item->x + item->width / 2, item->y + item->height / 2, MAX (0, radius), 0, 2 * G_PI);
  cairo_close_path (cr);
  if (item->line_width > 0)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
draw_item (const NscSceneItem *item, cairo_t *cr, NscTypesetter *type)
{
  double inset = item->line_width / 2;
  const double dash[] = { item->dash.on, item->dash.off };

  cairo_set_source_rgb (cr, item->color.red, item->color.green, item->color.blue);
  cairo_set_line_width (cr, item->line_width);
  cairo_set_dash (cr, dash, item->dash.on > 0 ? 2 : 0, 0);
  switch (item->kind)
    {
    case NSC_ITEM_RECTANGLE:
      if (item->line_width > 0)
        {
          cairo_rectangle (cr, item->x + inset, item->y + inset, MAX (0, item->width - item->line_width),
                           MAX (0, item->height - item->line_width));
          cairo_stroke (cr);
        }
      else
        {
          cairo_rectangle (cr, item->x, item->y, item->width, item->height);
          cairo_fill (cr);
        }
      break;
    case NSC_ITEM_LINE:
      cairo_move_to (cr, item->x, item->y);
      cairo_line_to (cr, item->x + item->width, item->y + item->height);
      cairo_stroke (cr);
      break;
    case NSC_ITEM_CIRCLE:
      draw_circle (item, cr);
      break;
    case NSC_ITEM_PATH:
      draw_path (item, cr);
      break;
    case NSC_ITEM_TEXT:
      nsc_typesetter_draw (type, cr, item->line.text, item->line.lead, item->style, nsc_scene_item_get_pen (item),
                           item->y);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
nsc_scene_draw (const NscScene *self, cairo_t *cr)
{
  g_autoptr (NscTypesetter) type = nsc_typesetter_new (nsc_figure_get_language (nsc_scene_get_figure (self)),
                                                       nsc_theme_get_face (nsc_scene_get_theme (self)));
  NscColor paper = nsc_theme_get_color (nsc_scene_get_theme (self), NSC_COLOR_PAPER);

  cairo_save (cr);
  /* Whatever the caller has drawn before. */
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, nsc_scene_get_width (self), nsc_scene_get_height (self));
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_fill (cr);
  for (guint i = 0; i < nsc_scene_get_n_items (self); i++)
    draw_item (nsc_scene_get_item (self, i), cr, type);
  cairo_new_path (cr);
  cairo_restore (cr);
}
