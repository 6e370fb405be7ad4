/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-pattern.h"

#include "nsc-scene-private.h"

/* Of the outline's width and of the step. */
#define HATCH_LINE 0.8
#define DOT_RADIUS 0.22

/* More lines than this are finer than any printer. */
#define MOST_LINES 2000

typedef struct
{
  double x, y, width, height;
} Box;

/* The diagonals of a box, upwards to the right where RISING, each cut at its edges. */
static void
add_diagonals (NscScene *scene, NscColorRole color, double line_width, double step, const Box *box, gboolean rising)
{
  double span = box->width + box->height;

  step = MAX (step, span / MOST_LINES);
  for (double at = step / 2; at < span; at += step)
    {
      /* Runs through all points whose distances from the left and from the top (from the bottom) come to AT. */
      double left = MAX (0, at - box->height), right = MIN (at, box->width);
      double from = at - left, to = at - right;

      if (right <= left)
        continue;
      nsc_scene_add_line (scene, color, line_width, box->x + left, rising ? box->y + from : box->y + box->height - from,
                          box->x + right, rising ? box->y + to : box->y + box->height - to);
    }
}

static void
add_dots (NscScene *scene, NscColorRole color, double step, const Box *box)
{
  double radius = DOT_RADIUS * step;
  guint columns = (guint) CLAMP (box->width / step, 0, MOST_LINES);
  guint rows = (guint) CLAMP (box->height / step, 0, MOST_LINES);

  for (guint column = 0; column < columns; column++)
    for (guint row = 0; row < rows; row++)
      nsc_scene_add_circle (scene, color, 0, box->x + (column + 0.5) * box->width / columns,
                            box->y + (row + 0.5) * box->height / rows, radius);
}

void
nsc_pattern_add_rectangle (NscPattern pattern,
                           NscScene *scene,
                           NscColorRole color,
                           double line_width,
                           double step,
                           double x,
                           double y,
                           double width,
                           double height)
{
  /* A narrow one is still seen to be hollow. */
  double line = MIN (line_width, MIN (width, height) / 3);
  const Box box = { x + line, y + line, width - 2 * line, height - 2 * line };

  if (!(width > 0) || !(height > 0))
    return;
  if (pattern == NSC_PATTERN_SOLID)
    {
      nsc_scene_add_rectangle (scene, color, 0, x, y, width, height);
      return;
    }
  nsc_scene_add_rectangle (scene, color, line, x, y, width, height);
  if (pattern == NSC_PATTERN_HATCH || pattern == NSC_PATTERN_CROSS_HATCH)
    add_diagonals (scene, color, HATCH_LINE * line, step, &box, TRUE);
  if (pattern == NSC_PATTERN_CROSS_HATCH)
    add_diagonals (scene, color, HATCH_LINE * line, step, &box, FALSE);
  if (pattern == NSC_PATTERN_DOTS)
    add_dots (scene, color, step, &box);
}
