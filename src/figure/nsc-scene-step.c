/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene.h"

#include <math.h>

/* Differences below this are the rounding of a layout. */
#define TOLERANCE 0.01

/* Farther than any page is large, for what an arrow key leads to last. */
#define ASIDE 1e12

/* How far it is from FROM to TO in the direction of an arrow key, or -1 where TO does not lie there. A mark beside
 * another is level with it: a dot is not level with its row, to which up and down lead. They lead to what lies straight
 * above or below as long as there is any, so that they stay in their panel. */
static double
distance (const NscSceneMark *from, const NscSceneMark *to, int dx, int dy)
{
  double across = to->row_x + to->row_width / 2 - from->row_x - from->row_width / 2;
  double along = to->row_y + to->row_height / 2 - from->row_y - from->row_height / 2;
  gboolean is_beside = fabs (across) >= (from->row_width + to->row_width) / 2 - TOLERANCE;

  if (dy != 0)
    return along * dy > TOLERANCE ? fabs (along) * 1000 + fabs (across) + (is_beside ? ASIDE : 0) : -1;
  return across * dx > TOLERANCE && fabs (along) <= MIN (from->row_height, to->row_height) / 2 + TOLERANCE
             ? fabs (across)
             : -1;
}

/* In a plane marks are in columns, as fine as they can be told apart, and within each from top to bottom; those at the
 * same place follow each other. */
typedef struct
{
  gint64 column, level;
  guint index;
} Cell;

static Cell
cell_of (const NscScene *self, guint index)
{
  const NscSceneMark *mark = nsc_scene_get_mark (self, index);

  return (Cell) { llrint ((mark->x + mark->width / 2) / TOLERANCE), llrint ((mark->y + mark->height / 2) / TOLERANCE),
                  index };
}

/* How far it is to another column: the nearest, and of that the nearest mark; -1 where TO does not lie there. */
static double
distance_across (Cell from, Cell to, int dx)
{
  gint64 across = (to.column - from.column) * dx;

  return across > 0 ? across * 1e9 + ABS (to.level - from.level) : -1;
}

/* How far it is within a column; from the last of it on, to what lies there above or below a neighbour. */
static double
distance_along (Cell from, Cell to, int dy)
{
  gint64 along = (to.level - from.level) * dy, across = ABS (to.column - from.column);

  if (across == 0 && along == 0)
    return ((gint64) to.index - from.index) * dy > 0 ? 0 : -1;
  if (across == 0 && along > 0)
    return along;
  return along > across ? 1e9 + hypot (along, across) : -1;
}

static int
step_in_plane (const NscScene *self, guint index, int dx, int dy)
{
  Cell from = cell_of (self, index);
  double nearest = INFINITY;
  int found = (int) index;

  for (guint i = 0; i < nsc_scene_get_n_marks (self); i++)
    {
      Cell to = cell_of (self, i);
      double far = dy != 0 ? distance_along (from, to, dy) : distance_across (from, to, dx);

      /* Of those at the same place the next one, in either direction. */
      if (far >= 0 && (far < nearest || (far == 0 && dy < 0)))
        {
          nearest = far;
          found = (int) i;
        }
    }
  return found;
}

int
nsc_scene_step (const NscScene *self, int index, int dx, int dy)
{
  const NscSceneMark *from;
  double nearest = INFINITY;
  int found = index;

  if (nsc_scene_get_n_marks (self) == 0)
    return -1;
  if (index < 0 || (guint) index >= nsc_scene_get_n_marks (self))
    return dx < 0 || dy < 0 ? (int) nsc_scene_get_n_marks (self) - 1 : 0;
  if (nsc_figure_get_heights (nsc_scene_get_figure (self)) != NULL)
    return step_in_plane (self, (guint) index, dx, dy);
  from = nsc_scene_get_mark (self, (guint) index);
  for (guint i = 0; i < nsc_scene_get_n_marks (self); i++)
    {
      double far = distance (from, nsc_scene_get_mark (self, i), dx, dy);

      if (far >= 0 && far < nearest)
        {
          nearest = far;
          found = (int) i;
        }
    }
  return found;
}
