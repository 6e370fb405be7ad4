/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-shape.h"

#include "nsc-scene-private.h"

/* Corners reach farther than a circle, so that all shapes weigh the same to the eye. */
#define DIAMOND_REACH 1.22
#define SQUARE_REACH 0.9
#define TRIANGLE_REACH 1.15

/* The line of a shape without an inside, in its radius. */
#define BARE_LINE 0.45

static void
add_polygon (NscScene *scene, NscColorRole color, double line_width, double x, double y, const NscPoint *unit, guint n)
{
  NscPoint points[4];

  for (guint i = 0; i < n; i++)
    points[i] = (NscPoint) { x + unit[i].x, y + unit[i].y };
  if (line_width > 0)
    nsc_scene_add_path (scene, NSC_COLOR_PAPER, 0, (NscDash) { 0, 0 }, points, n, TRUE);
  nsc_scene_add_path (scene, color, line_width, (NscDash) { 0, 0 }, points, n, TRUE);
}

static void
add_diamond (NscScene *scene, NscColorRole color, double line_width, double x, double y, double radius)
{
  double r = DIAMOND_REACH * radius - line_width / 2;
  const NscPoint unit[] = { { 0, -r }, { r, 0 }, { 0, r }, { -r, 0 } };

  add_polygon (scene, color, line_width, x, y, unit, G_N_ELEMENTS (unit));
}

static void
add_square (NscScene *scene, NscColorRole color, double line_width, double x, double y, double radius)
{
  double r = SQUARE_REACH * radius - line_width / 2;
  const NscPoint unit[] = { { -r, -r }, { r, -r }, { r, r }, { -r, r } };

  add_polygon (scene, color, line_width, x, y, unit, G_N_ELEMENTS (unit));
}

/* DIRECTION -1: it points up. */
static void
add_triangle (
    NscScene *scene, NscColorRole color, double line_width, double x, double y, double radius, double direction)
{
  double r = TRIANGLE_REACH * radius - line_width / 2;
  const NscPoint unit[] = { { 0, direction * r }, { r, -direction * r * 0.8 }, { -r, -direction * r * 0.8 } };

  add_polygon (scene, color, line_width, x, y, unit, G_N_ELEMENTS (unit));
}

void
nsc_shape_add (
    NscShape shape, NscScene *scene, NscColorRole color, double line_width, double x, double y, double radius)
{
  double bare = BARE_LINE * radius, r = radius - bare / 2;

  switch (shape)
    {
    case NSC_SHAPE_DIAMOND:
      add_diamond (scene, color, line_width, x, y, radius);
      break;
    case NSC_SHAPE_SQUARE:
      add_square (scene, color, line_width, x, y, radius);
      break;
    case NSC_SHAPE_TRIANGLE:
    case NSC_SHAPE_TRIANGLE_DOWN:
      add_triangle (scene, color, line_width, x, y, radius, shape == NSC_SHAPE_TRIANGLE ? -1 : 1);
      break;
    case NSC_SHAPE_CROSS:
      nsc_scene_add_line (scene, color, bare, x - r, y - r, x + r, y + r);
      nsc_scene_add_line (scene, color, bare, x - r, y + r, x + r, y - r);
      break;
    case NSC_SHAPE_BAR:
      nsc_scene_add_line (scene, color, bare, x, y - radius, x, y + radius);
      break;
    case NSC_SHAPE_CIRCLE:
    default:
      if (line_width > 0)
        nsc_scene_add_circle (scene, NSC_COLOR_PAPER, 0, x, y, radius);
      nsc_scene_add_circle (scene, color, line_width, x, y, radius);
    }
}

double
nsc_shape_get_reach (NscShape shape, double radius)
{
  switch (shape)
    {
    case NSC_SHAPE_DIAMOND:
      return DIAMOND_REACH * radius;
    case NSC_SHAPE_TRIANGLE:
    case NSC_SHAPE_TRIANGLE_DOWN:
      return TRIANGLE_REACH * radius;
    case NSC_SHAPE_CIRCLE:
    case NSC_SHAPE_SQUARE:
    case NSC_SHAPE_CROSS:
    case NSC_SHAPE_BAR:
    default:
      return radius;
    }
}
