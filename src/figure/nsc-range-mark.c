/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-range-mark.h"

#include "nsc-dot-mark.h"
#include "nsc-scene-private.h"

#include <math.h>

typedef struct
{
  NscMark parent;
  NscRange *ranges; /* strings owned */
  guint n;
  double lanes;
} RangeMark;

/* Of the bar: in type sizes, and of a lane that is low. */
#define THICKNESS 1.35
#define MOST_OF_LANE 0.42

/* In type sizes: beside words. */
#define PADDING 0.35

/* The height of the paper behind words, likewise. */
#define PLATE 1.3

/* Dashes, in line widths. */
static const NscDash open_dash = { 2.6, 1.8 };

static NscTypeStyle
text_style (const NscPlot *plot)
{
  return (NscTypeStyle) { plot->measures.label, NSC_WEIGHT_SEMIBOLD };
}

static double
padding_of (const NscPlot *plot)
{
  return PADDING * plot->measures.label;
}

static gboolean
has_bar (const NscRange *range)
{
  return !isnan (range->from) && !isnan (range->to);
}

static double
words_width (const NscPlot *plot, const char *text)
{
  return *text != '\0' ? nsc_typesetter_measure (plot->type, text, text_style (plot)) : 0;
}

static void
range_mark_free (NscMark *mark)
{
  RangeMark *self = (RangeMark *) mark;

  for (guint i = 0; i < self->n; i++)
    {
      g_free ((char *) self->ranges[i].name);
      g_free ((char *) self->ranges[i].text);
      g_free ((char *) self->ranges[i].brief);
    }
  g_free (self->ranges);
  g_free (self);
}

static double
range_mark_get_lanes (const NscMark *mark, guint row)
{
  return ((const RangeMark *) mark)->lanes;
}

/* There is always room for the brief words behind the bar. */
static guint
range_mark_get_reaches (const NscMark *mark, const NscPlot *plot, guint row, NscReach *reaches)
{
  const RangeMark *self = (const RangeMark *) mark;
  const NscRange *range;

  if (row >= self->n || !has_bar (&self->ranges[row]) || self->ranges[row].style == NSC_RANGE_THIN)
    return 0;
  range = &self->ranges[row];
  reaches[0] = (NscReach) { NAN, 0 };
  reaches[1] = (NscReach) { MAX (range->from, range->to), 2 * padding_of (plot) + words_width (plot, range->brief) };
  return 2;
}

/* What is drawn behind words does not run through them, unless a bar covers it already. */
static void
add_plate (
    const NscRange *range, const NscPlot *plot, double x, double width, double middle, gboolean in_bar, NscScene *scene)
{
  double height = PLATE * plot->measures.label;

  if (!in_bar || range->style == NSC_RANGE_OPEN)
    nsc_scene_add_rectangle (scene, NSC_COLOR_PAPER, 0, x - padding_of (plot) / 2, middle - height / 2,
                             width + padding_of (plot), height);
}

/* In the bar where it fits, else behind it; the brief ones where the others fit in neither. */
static void
add_words (
    const NscRange *range, const NscPlot *plot, double left, double right, double middle, double end, NscScene *scene)
{
  double padding = padding_of (plot), length = right - left - 2 * padding;
  double width = words_width (plot, range->text), brief = words_width (plot, range->brief);
  gboolean in_bar = width <= length || brief <= length;
  const char *text = in_bar ? (width <= length ? range->text : range->brief)
                            : (right + 2 * padding + width <= end ? range->text : range->brief);
  NscTypeStyle style = text_style (plot);
  g_autoptr (GArray) lines = NULL;

  if (*text == '\0')
    return;
  width = words_width (plot, text);
  add_plate (range, plot, in_bar ? (left + right - width) / 2 : right + 2 * padding, width, middle, in_bar, scene);
  lines = nsc_typesetter_set (plot->type, NULL, text, style, G_MAXINT16, 1, NSC_WRAP_FILLED);
  nsc_scene_add_text (scene, NSC_COLOR_TEXT, style, in_bar ? NSC_ANCHOR_MIDDLE : NSC_ANCHOR_START,
                      &g_array_index (lines, NscTypeLine, 0), in_bar ? (left + right) / 2 : right + 2 * padding,
                      middle + NSC_TYPE_MIDDLE * style.size);
}

static void
add_bar (const NscRange *range,
         const NscPlot *plot,
         double left,
         double right,
         double middle,
         double thickness,
         NscScene *scene)
{
  double line = plot->measures.outline;
  NscDash dash = { open_dash.on * line, open_dash.off * line };

  if (right <= left)
    return;
  if (range->style == NSC_RANGE_WHOLE)
    {
      nsc_scene_add_rectangle (scene, NSC_COLOR_TINT_OF (range->color), 0, left, middle - thickness / 2, right - left,
                               thickness);
      return;
    }
  nsc_scene_add_dashed (scene, range->color, line, dash, left, middle - thickness / 2, right, middle - thickness / 2);
  nsc_scene_add_dashed (scene, range->color, line, dash, left, middle + thickness / 2, right, middle + thickness / 2);
}

/* From the dot's lane to the far edge of the bar, FAR points from its middle. */
static void
add_stem (const NscPlot *plot,
          const NscRowPlace *place,
          NscColorRole color,
          double x,
          double lane,
          double middle,
          double far,
          NscScene *scene)
{
  nsc_scene_add_line (scene, color, plot->measures.outline, x, nsc_dot_mark_get_lane_y (place, lane), x,
                      middle + (lane < 0 ? far : -far));
}

/* Stems at one place meet halfway, so that both are seen. */
static void
add_stems (const NscRange *range,
           const NscPlot *plot,
           const NscRowPlace *place,
           double from,
           double to,
           double middle,
           double thickness,
           NscScene *scene)
{
  double far = fabs (to - from) < plot->measures.outline ? 0 : thickness / 2;

  add_stem (plot, place, range->from_color, from, range->from_lane, middle, far, scene);
  add_stem (plot, place, range->to_color, to, range->to_lane, middle, far, scene);
}

/* Rows of several lanes are ruled off from each other. */
static void
add_rules (const RangeMark *self, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  double right = place->x + place->width, bottom = place->y + place->height;
  NscScenePart before = nsc_scene_set_frame (scene);

  nsc_scene_add_line (scene, NSC_COLOR_HAIRLINE, plot->measures.hairline, place->x, place->y, right, place->y);
  if (place->row + 1 == self->n)
    nsc_scene_add_line (scene, NSC_COLOR_HAIRLINE, plot->measures.hairline, place->x, bottom, right, bottom);
  nsc_scene_set_part (scene, before);
}

static void
range_mark_build_row (const NscMark *mark, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  const RangeMark *self = (const RangeMark *) mark;
  double middle = place->y + place->lane / 2;
  double thickness, from, to;
  const NscRange *range;
  NscScenePart before;
  NscSceneMark located = {
    .row_x = place->x, .row_y = place->y, .row_width = place->width, .row_height = place->height
  };

  if (place->row >= self->n)
    return;
  range = &self->ranges[place->row];
  thickness = MIN (THICKNESS * plot->measures.label, MOST_OF_LANE * place->lane);
  from = has_bar (range) ? nsc_plot_map_x (plot, range->from) : plot->x;
  to = has_bar (range) ? nsc_plot_map_x (plot, range->to) : plot->x + plot->width;
  located.key = range->key;
  located.name = range->name;
  located.x = MIN (from, to);
  located.y = middle - thickness / 2;
  located.width = fabs (to - from);
  located.height = thickness;
  located.end_x = MAX (from, to);
  if (range->style != NSC_RANGE_THIN)
    add_rules (self, plot, place, scene);
  /* It is known when both its ends are. */
  before = nsc_scene_set_series (scene, NSC_SERIES_LAST, has_bar (range) ? MAX (range->from, range->to) : INFINITY);
  nsc_scene_begin_mark (scene, &located);
  if (has_bar (range) && range->style == NSC_RANGE_THIN)
    nsc_scene_add_line (scene, range->color, plot->measures.outline, MIN (from, to), middle, MAX (from, to), middle);
  else if (has_bar (range))
    {
      add_bar (range, plot, MIN (from, to), MAX (from, to), middle, thickness, scene);
      add_stems (range, plot, place, from, to, middle, thickness, scene);
      add_words (range, plot, MIN (from, to), MAX (from, to), middle, place->x + place->width, scene);
    }
  nsc_scene_end_mark (scene);
  nsc_scene_set_part (scene, before);
}

static const char *
range_mark_get_row_name (const NscMark *mark, guint row)
{
  const RangeMark *self = (const RangeMark *) mark;

  /* What only joins dots says nothing that they do not say. */
  return row < self->n && self->ranges[row].style != NSC_RANGE_THIN ? self->ranges[row].name : NULL;
}

static const NscMarkClass range_mark_class = {
  .free = range_mark_free,
  .get_lanes = range_mark_get_lanes,
  .get_reaches = range_mark_get_reaches,
  .build_row = range_mark_build_row,
  .get_row_name = range_mark_get_row_name,
};

NscMark *
nsc_range_mark_new (const NscRange *ranges, guint n, double lanes)
{
  RangeMark *self = g_new0 (RangeMark, 1);

  nsc_mark_init (&self->parent, &range_mark_class);
  self->n = n;
  self->lanes = lanes;
  self->ranges = g_new0 (NscRange, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->ranges[i] = ranges[i];
      self->ranges[i].name = nsc_typesetter_clean (ranges[i].name);
      self->ranges[i].text = nsc_typesetter_clean (ranges[i].text);
      self->ranges[i].brief = nsc_typesetter_clean (ranges[i].brief);
    }
  return &self->parent;
}
