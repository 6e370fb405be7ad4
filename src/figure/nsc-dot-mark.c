/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-dot-mark.h"

#include "nsc-scene-private.h"

#include <math.h>
#include <stdlib.h>

typedef struct
{
  NscMark parent;
  NscDot *dots; /* by row; strings owned */
  guint n;
  guint *starts; /* of row I: the first of its dots; n_rows + 1 of them */
  guint n_rows;
  char **names;      /* of row I: of all its dots but the tiny ones, a line each */
  double *row_lanes; /* of row I */
  double lanes;
} DotMark;

/* How far the outer lanes are from the middle, in heights of the whole lane. */
#define LANE_OFFSET 0.355

/* In type sizes. */
static const double radii[] = { 0.56, 0.32, 0.25 };

/* In heights of a plain row where that is low; what is small stays large enough to be told. */
static const double most_of_row[] = { 0.3, 0.22, 0.17 };

/* From one dot of a stack to the next in radii, and what each adds to the lanes of its row. */
#define STACK_STEP 2.3
#define STACK_LANES 0.7

/* Of a tick, in radii: how wide it is, and how far above and below it the grid makes way for it. */
#define TICK_WIDTH 0.45
#define CLEARING 1.8

/* What answers for a dot is at least this wide, in type sizes. */
#define LEAST_AREA 1.1

static void
dot_mark_free (NscMark *mark)
{
  DotMark *self = (DotMark *) mark;

  for (guint i = 0; i < self->n; i++)
    g_free ((char *) self->dots[i].name);
  g_free (self->dots);
  g_free (self->starts);
  for (guint row = 0; row < self->n_rows; row++)
    g_free (self->names[row]);
  g_free (self->names);
  g_free (self->row_lanes);
  g_free (self);
}

static double
dot_mark_get_lead (const NscMark *mark, const NscPlot *plot)
{
  return nsc_shape_get_reach (NSC_SHAPE_DIAMOND, radii[NSC_DOT_LARGE] * plot->measures.label);
}

static double
dot_mark_get_lanes (const NscMark *mark, guint row)
{
  const DotMark *self = (const DotMark *) mark;

  return row < self->n_rows ? self->row_lanes[row] : self->lanes;
}

static guint
dot_mark_get_reaches (const NscMark *mark, const NscPlot *plot, guint row, NscReach *reaches)
{
  const DotMark *self = (const DotMark *) mark;
  double most = -INFINITY, radius = 0;

  if (row >= self->n_rows)
    return 0;
  for (guint i = self->starts[row]; i < self->starts[row + 1]; i++)
    {
      const NscDot *dot = &self->dots[i];

      most = isnan (dot->value) ? most : MAX (most, dot->value);
      radius = MAX (radius, nsc_shape_get_reach (dot->shape, radii[dot->size] * plot->measures.label));
    }
  /* Many dots are no one number of the row. */
  reaches[0] = (NscReach) { NAN, 0 };
  reaches[1] = (NscReach) { most, radius };
  return isinf (most) ? 0 : 2;
}

static double
radius_of (const NscPlot *plot, NscDotSize size)
{
  return MIN (radii[size] * plot->measures.label, most_of_row[size] * plot->pitch);
}

/* A tick on a line of the grid that is as heavy would not be seen: the line makes way for it. */
static void
add_clearing (const NscDot *dot, const NscPlot *plot, double x, double y, double radius, NscScene *scene)
{
  double grid = plot->measures.grid;

  if (dot->size == NSC_DOT_TINY && grid >= TICK_WIDTH * radius)
    nsc_scene_add_rectangle (scene, NSC_COLOR_PAPER, 0, x - 2 * grid, y - CLEARING * radius, 4 * grid,
                             2 * CLEARING * radius);
}

static void
build_dot (const NscDot *dot, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  double radius = radius_of (plot, dot->size);
  double step = STACK_STEP * radius_of (plot, NSC_DOT_LARGE);
  double x = nsc_plot_map_x (plot, dot->value);
  double y = nsc_dot_mark_get_lane_y (place, dot->lane) + dot->stack * step;
  double reach = nsc_shape_get_reach (dot->shape, radius);
  double around = MAX (reach, LEAST_AREA * plot->measures.label / 2);
  NscSceneMark located = {
    .key = dot->key,
    .name = dot->name,
    .x = x - reach,
    .y = y - reach,
    .width = 2 * reach,
    .height = 2 * reach,
    .row_x = x - around,
    .row_y = MAX (place->y, y - around),
    .row_width = 2 * around,
    .row_height = MIN (2 * around, place->y + place->height - MAX (place->y, y - around)),
    .end_x = x + reach,
  };
  NscScenePart before = nsc_scene_set_series (scene, (int) dot->color, dot->value);

  nsc_scene_begin_mark (scene, &located);
  add_clearing (dot, plot, x, y, radius, scene);
  nsc_shape_add (dot->shape, scene, dot->color, dot->hollow ? MIN (plot->measures.outline, radius / 2) : 0, x, y,
                 radius);
  nsc_scene_end_mark (scene);
  nsc_scene_set_part (scene, before);
}

static void
dot_mark_build_row (const NscMark *mark, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  const DotMark *self = (const DotMark *) mark;

  if (place->row >= self->n_rows)
    return;
  for (guint i = self->starts[place->row]; i < self->starts[place->row + 1]; i++)
    if (!isnan (self->dots[i].value))
      build_dot (&self->dots[i], plot, place, scene);
}

static const char *
dot_mark_get_row_name (const NscMark *mark, guint row)
{
  const DotMark *self = (const DotMark *) mark;

  return row < self->n_rows ? self->names[row] : NULL;
}

static const NscMarkClass dot_mark_class = {
  .free = dot_mark_free,
  .get_lead = dot_mark_get_lead,
  .get_lanes = dot_mark_get_lanes,
  .get_reaches = dot_mark_get_reaches,
  .build_row = dot_mark_build_row,
  .get_row_name = dot_mark_get_row_name,
};

static char *
dup_row_name (const DotMark *self, guint row)
{
  GString *lines = g_string_new (NULL);

  for (guint i = self->starts[row]; i < self->starts[row + 1]; i++)
    if (self->dots[i].size != NSC_DOT_TINY && *self->dots[i].name != '\0')
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", self->dots[i].name);
  return g_string_free (lines, FALSE);
}

/* Stacks need room above and below the middle of their lane. */
static double
find_row_lanes (const DotMark *self, guint row)
{
  double farthest = 0;

  for (guint i = self->starts[row]; i < self->starts[row + 1]; i++)
    farthest = MAX (farthest, fabs (self->dots[i].stack));
  return self->lanes + 2 * STACK_LANES * farthest;
}

NscMark *
nsc_dot_mark_new (const NscDot *dots, guint n, double lanes)
{
  DotMark *self = g_new0 (DotMark, 1);
  g_autofree guint *next = NULL;

  nsc_mark_init (&self->parent, &dot_mark_class);
  self->n = n;
  self->lanes = lanes;
  self->dots = g_new0 (NscDot, n + 1);
  for (guint i = 0; i < n; i++)
    self->n_rows = MAX (self->n_rows, dots[i].row + 1);
  /* Counted and dealt out, which keeps the order within a row. */
  self->starts = g_new0 (guint, self->n_rows + 1);
  for (guint i = 0; i < n; i++)
    self->starts[dots[i].row + 1]++;
  for (guint row = 0; row < self->n_rows; row++)
    self->starts[row + 1] += self->starts[row];
  next = g_memdup2 (self->starts, (self->n_rows + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      NscDot *own = &self->dots[next[dots[i].row]++];

      *own = dots[i];
      own->name = nsc_typesetter_clean (dots[i].name);
    }
  self->names = g_new0 (char *, self->n_rows + 1);
  self->row_lanes = g_new0 (double, self->n_rows + 1);
  for (guint row = 0; row < self->n_rows; row++)
    {
      self->names[row] = dup_row_name (self, row);
      self->row_lanes[row] = find_row_lanes (self, row);
    }
  return &self->parent;
}

double
nsc_dot_mark_get_lane_y (const NscRowPlace *place, double lane)
{
  return place->y + place->lane * (0.5 + LANE_OFFSET * lane);
}
