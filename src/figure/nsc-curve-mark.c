/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-curve-mark.h"

#include "nsc-curve-path.h"
#include "nsc-scene-private.h"

#include <math.h>

typedef struct
{
  NscMark parent;
  NscCurveKind kind;
  NscColorRole color;
  guint n;
  NscCurvePoint *points; /* names owned */
  NscDash dash;
  gboolean has_area, has_dots, are_hollow;
  NscShape shape;
  char *lead, *text; /* of the words at its end, or NULL */
} CurveMark;

/* In type sizes. */
#define DOT_RADIUS 0.32

/* In radiuses: dots at smaller distances would hide the curve. */
#define DOT_DISTANCE 2.4

/* In widths of the line: what a point is drawn as that has no neighbours. */
#define LONE_RADIUS 0.9

/* Points that are no farther apart in both directions are one mark. */
#define LEAST_DISTANCE 0.25

static const NscCurvePlace *
get_place (const GArray *places, guint index)
{
  return &g_array_index (places, NscCurvePlace, index);
}

static double
radius_of (const NscPlot *plot)
{
  return DOT_RADIUS * plot->measures.label;
}

/* The height of 0 on the page, or of the end of the plane next to it. */
static double
base_of (const NscPlot *plot)
{
  double unit = nsc_scale_map (plot->heights, 0);

  return plot->y + plot->height * (1 - (isnan (unit) ? 0 : CLAMP (unit, 0, 1)));
}

static void
add_area (const CurveMark *self, const NscPlot *plot, const GArray *trace, NscScene *scene)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (NscPoint));
  const NscPoint *first = &g_array_index (trace, NscPoint, 0);
  const NscPoint *last = &g_array_index (trace, NscPoint, trace->len - 1);
  const NscPoint ends[] = { { last->x, base_of (plot) }, { first->x, base_of (plot) } };

  g_array_append_vals (outline, trace->data, trace->len);
  g_array_append_vals (outline, ends, G_N_ELEMENTS (ends));
  nsc_scene_add_path (scene, NSC_COLOR_TINT_OF (self->color), 0, (NscDash) { 0, 0 },
                      (const NscPoint *) (void *) outline->data, outline->len, TRUE);
}

/* A curve is seen from its first value to its last one. */
static void
set_stretch (const CurveMark *self, const GArray *places, guint first, guint end, NscScene *scene)
{
  NscScenePart part = nsc_scene_set_series (scene, (int) self->color, NAN);

  part.series = (int) self->color;
  part.from = self->points[get_place (places, first)->index].x;
  part.to = self->points[get_place (places, end - 1)->index].x;
  nsc_scene_set_part (scene, part);
}

static void
add_run (const CurveMark *self, const NscPlot *plot, const GArray *places, guint first, guint end, NscScene *scene)
{
  g_autoptr (GArray) trace = nsc_curve_path_trace (places, first, end, self->kind == NSC_CURVE_STEP);
  double line = plot->measures.curve;

  set_stretch (self, places, first, end, scene);
  if (trace->len == 1)
    {
      const NscPoint *point = &g_array_index (trace, NscPoint, 0);

      nsc_scene_add_circle (scene, self->color, 0, point->x, point->y, LONE_RADIUS * line);
      return;
    }
  if (self->has_area)
    add_area (self, plot, trace, scene);
  nsc_scene_add_path (scene, self->color, line, (NscDash) { self->dash.on * line, self->dash.off * line },
                      (const NscPoint *) (void *) trace->data, trace->len, FALSE);
}

static gboolean
has_name (const CurveMark *self, const NscCurvePlace *place)
{
  return self->points[place->index].name != NULL;
}

static gboolean
dots_fit (const CurveMark *self, const NscPlot *plot, const GArray *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += has_name (self, get_place (places, i));
  return self->has_dots && n * DOT_DISTANCE * radius_of (plot) <= plot->width + radius_of (plot);
}

/* How far the neighbours at both sides are away, twice the nearer one. */
static double
width_around (const GArray *places, guint index)
{
  const NscPoint *at = &get_place (places, index)->at;
  double width = INFINITY;

  if (index > 0)
    width = fabs (at->x - get_place (places, index - 1)->at.x);
  if (index + 1 < places->len)
    width = MIN (width, fabs (get_place (places, index + 1)->at.x - at->x));
  return width;
}

static void
add_points (const CurveMark *self, const NscPlot *plot, const GArray *places, NscScene *scene)
{
  gboolean with_dots = dots_fit (self, plot, places);
  double reach = with_dots ? nsc_shape_get_reach (self->shape, radius_of (plot)) : LONE_RADIUS * plot->measures.curve;
  const NscPoint *before = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const NscCurvePlace *place = get_place (places, i);
      const NscCurvePoint *point = &self->points[place->index];
      NscSceneMark located;

      if (!has_name (self, place) || (before != NULL && fabs (place->at.x - before->x) < LEAST_DISTANCE &&
                                      fabs (place->at.y - before->y) < LEAST_DISTANCE))
        continue;
      before = &place->at;
      nsc_scene_set_series (scene, (int) self->color, point->x);
      located =
          nsc_plot_locate (plot, point->key, point->name, place->at.x, place->at.y, reach, width_around (places, i));
      nsc_scene_begin_mark (scene, &located);
      if (with_dots)
        nsc_shape_add (self->shape, scene, self->color, self->are_hollow ? plot->measures.outline : 0, place->at.x,
                       place->at.y, radius_of (plot));
      nsc_scene_end_mark (scene);
    }
}

static void
curve_mark_free (NscMark *mark)
{
  CurveMark *self = (CurveMark *) mark;

  for (guint i = 0; i < self->n; i++)
    g_free ((char *) self->points[i].name);
  g_free (self->points);
  g_free (self->lead);
  g_free (self->text);
  g_free (self);
}

static gboolean
curve_mark_get_end (const NscMark *mark, const NscPlot *plot, NscMarkEnd *end)
{
  const CurveMark *self = (const CurveMark *) mark;

  if (self->text == NULL)
    return FALSE;
  for (guint i = self->n; i > 0; i--)
    {
      const NscCurvePoint *point = &self->points[i - 1];

      if (!nsc_plot_holds (plot, point->x, point->y))
        continue;
      *end = (NscMarkEnd) { self->lead, self->text, self->color, nsc_plot_map_x (plot, point->x),
                            nsc_plot_map_y (plot, point->y) };
      return TRUE;
    }
  return FALSE;
}

static void
curve_mark_build_plane (const NscMark *mark, const NscPlot *plot, NscScene *scene)
{
  const CurveMark *self = (const CurveMark *) mark;
  g_autoptr (GArray) places = nsc_curve_path_place (plot, self->points, self->n);
  NscScenePart before = nsc_scene_set_series (scene, (int) self->color, NAN);

  for (guint first = 0; first < places->len;)
    {
      guint end = nsc_curve_path_end_run (places, first);

      add_run (self, plot, places, first, end, scene);
      first = end;
    }
  add_points (self, plot, places, scene);
  nsc_scene_set_part (scene, before);
}

static guint
curve_mark_get_n_names (const NscMark *mark)
{
  return ((const CurveMark *) mark)->n;
}

static const char *
curve_mark_get_name (const NscMark *mark, guint index)
{
  return ((const CurveMark *) mark)->points[index].name;
}

static const NscMarkClass curve_mark_class = {
  .free = curve_mark_free,
  .get_end = curve_mark_get_end,
  .build_plane = curve_mark_build_plane,
  .get_n_names = curve_mark_get_n_names,
  .get_name = curve_mark_get_name,
};

static CurveMark *
curve_mark (NscMark *mark)
{
  g_return_val_if_fail (mark->klass == &curve_mark_class, NULL);

  return (CurveMark *) mark;
}

NscMark *
nsc_curve_mark_new (NscCurveKind kind, NscColorRole color, const NscCurvePoint *points, guint n)
{
  CurveMark *self = g_new0 (CurveMark, 1);

  nsc_mark_init (&self->parent, &curve_mark_class);
  self->kind = kind;
  self->color = color;
  self->n = n;
  self->points = g_new0 (NscCurvePoint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->points[i] = points[i];
      if (points[i].name != NULL)
        self->points[i].name = nsc_typesetter_clean (points[i].name);
    }
  return &self->parent;
}

void
nsc_curve_mark_set_dash (NscMark *self, NscDash dash)
{
  curve_mark (self)->dash = dash;
}

void
nsc_curve_mark_set_area (NscMark *self, gboolean has_area)
{
  curve_mark (self)->has_area = has_area;
}

void
nsc_curve_mark_set_shape (NscMark *self, NscShape shape, gboolean hollow)
{
  CurveMark *curve = curve_mark (self);

  curve->has_dots = TRUE;
  curve->shape = shape;
  curve->are_hollow = hollow;
}

void
nsc_curve_mark_set_label (NscMark *self, const char *lead, const char *text)
{
  CurveMark *curve = curve_mark (self);

  g_free (curve->lead);
  g_free (curve->text);
  curve->lead = lead != NULL ? nsc_typesetter_clean (lead) : NULL;
  curve->text = nsc_typesetter_clean (text);
}
