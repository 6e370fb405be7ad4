/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reveal.h"
#include "nsc-scene-index.h"
#include "nsc-scene-item.h"

#include <math.h>

/* How much of blue the row has that was revealed last. */
#define BAND_TINT 0.08

/* In type sizes: how far it stands out beside the words of its row. */
#define BAND_AIR 0.55

/* A long line in one stroke costs Cairo far more than its parts do: 9 s instead of 0.5 s were measured at 100,000
 * points. */
#define POINTS_A_STROKE 250

/* Drawn letters reach a little beyond the ink that is measured. */
#define INK_AIR 2

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

/* What lies behind the row that was revealed last. */
static void
draw_bands (const NscScene *scene, int row, NscColor tint, cairo_t *cr)
{
  double air = BAND_AIR * nsc_theme_get_measures (nsc_scene_get_theme (scene), nsc_scene_get_width (scene),
                                                  nsc_scene_get_height (scene))
                              .label;

  cairo_set_source_rgb (cr, tint.red, tint.green, tint.blue);
  for (guint i = 0; i < nsc_scene_get_n_bands (scene); i++)
    {
      const NscSceneBand *band = nsc_scene_get_band (scene, i);

      if (band->row != row)
        continue;
      cairo_rectangle (cr, band->x - air, band->y, band->width + 2 * air, band->height);
      cairo_fill (cr);
    }
}

/* In the row that was revealed last plates of paper have its tint, and the label stands out. */
static NscSceneItem
emphasize (const NscSceneItem *item, NscColor paper, NscColor tint)
{
  NscSceneItem own = *item;

  if (item->kind == NSC_ITEM_RECTANGLE && nsc_color_to_rgb (item->color) == nsc_color_to_rgb (paper))
    own.color = tint;
  if (item->part.is_label)
    own.style.weight = NSC_WEIGHT_BOLD;
  return own;
}

/* Up to LIMIT. */
static void
draw_beginning (const NscSceneItem *item, double limit, double height, cairo_t *cr, NscTypesetter *type)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, limit, height);
  cairo_clip (cr);
  draw_item (item, cr, type);
  cairo_restore (cr);
}

static NscTypesetter *
new_typesetter (const NscScene *scene)
{
  return nsc_typesetter_new (nsc_figure_get_language (nsc_scene_get_figure (scene)),
                             nsc_theme_get_face (nsc_scene_get_theme (scene)));
}

static GArray *
list_items (const NscScene *self, const NscRectangle *area)
{
  const NscRectangle wider = { area->x - INK_AIR, area->y - INK_AIR, area->width + 2 * INK_AIR,
                               area->height + 2 * INK_AIR };

  return nsc_scene_index_list_items (nsc_scene_get_index (self), &wider);
}

static void
draw_part (const NscScene *self, const NscRectangle *area, cairo_t *cr)
{
  g_autoptr (NscTypesetter) type = new_typesetter (self);
  g_autoptr (GArray) items = list_items (self, area);

  for (guint i = 0; i < items->len; i++)
    draw_item (nsc_scene_get_item (self, g_array_index (items, guint, i)), cr, type);
}

static void
draw_revealed (const NscScene *self, const NscReveal *reveal, guint step, NscColor paper, cairo_t *cr)
{
  g_autoptr (NscTypesetter) type = new_typesetter (self);
  int row = reveal != NULL ? nsc_reveal_get_row (reveal, step) : -1;
  NscColor tint = nsc_color_mix (nsc_theme_get_color (nsc_scene_get_theme (self), NSC_COLOR_BLUE), paper, BAND_TINT);

  if (row >= 0)
    draw_bands (self, row, tint, cr);
  for (guint i = 0; i < nsc_scene_get_n_items (self); i++)
    {
      NscSceneItem item = *nsc_scene_get_item (self, i);
      double limit = reveal != NULL ? nsc_reveal_get_limit (reveal, i, step) : INFINITY;

      if (row >= 0 && item.part.row == row)
        item = emphasize (&item, paper, tint);
      if (isinf (limit) && limit > 0)
        draw_item (&item, cr, type);
      else if (limit > 0)
        draw_beginning (&item, limit, nsc_scene_get_height (self), cr, type);
    }
}

/* AREA NULL: all of it. */
static void
draw (const NscScene *self, const NscReveal *reveal, guint step, const NscRectangle *area, cairo_t *cr)
{
  NscColor paper = nsc_theme_get_color (nsc_scene_get_theme (self), NSC_COLOR_PAPER);

  cairo_save (cr);
  /* Whatever the caller has drawn before. */
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_new_path (cr);
  if (area != NULL)
    {
      cairo_rectangle (cr, area->x, area->y, area->width, area->height);
      cairo_clip (cr);
    }
  cairo_rectangle (cr, 0, 0, nsc_scene_get_width (self), nsc_scene_get_height (self));
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_fill (cr);
  if (area != NULL)
    draw_part (self, area, cr);
  else
    draw_revealed (self, reveal, step, paper, cr);
  cairo_new_path (cr);
  cairo_restore (cr);
}

void
nsc_scene_draw (const NscScene *self, cairo_t *cr)
{
  draw (self, NULL, 0, NULL, cr);
}

void
nsc_scene_draw_part (const NscScene *self, cairo_t *cr, double x, double y, double width, double height)
{
  draw (self, NULL, 0, &(NscRectangle) { x, y, width, height }, cr);
}

void
nsc_reveal_draw (const NscReveal *self, guint step, cairo_t *cr)
{
  g_return_if_fail (step < nsc_reveal_get_n_steps (self));

  draw (nsc_reveal_get_scene (self), self, step, NULL, cr);
}
