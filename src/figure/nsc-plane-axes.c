/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-plane-axes.h"

#include "nsc-axis.h"
#include "nsc-text-block.h"
#include "nsc-ticks.h"

#include <math.h>

struct _NscPlaneAxes
{
  NscPlot plot;
  const NscAxis *values, *heights;
  NscTextBlock *values_title, *heights_title; /* or NULL */
};

/* In type sizes of the words. */
#define LEADING 1.4
#define TITLE_GAP 0.7
#define LEFT_GAP 1.0
#define BELOW_GAP 0.75
#define TICK 0.45

/* What the words at the left keep between each other. */
#define APART 1.9

#define MOST_HEIGHTS 5
#define MOST_VALUES 8
#define MOST_YEARS 24

#define TITLE_LINES 2

static NscTypeStyle
style_of (const NscPlaneAxes *self)
{
  return nsc_ticks_get_style (&self->plot);
}

static NscTextBlock *
set_title (const NscPlaneAxes *self, const NscAxis *axis, double width)
{
  const char *title = axis != NULL ? nsc_axis_get_title (axis) : "";
  NscTypeStyle style = style_of (self);

  if (*title == '\0')
    return NULL;
  return nsc_text_block_new (self->plot.type, NULL, title, style, LEADING * style.size, width, TITLE_LINES,
                             NSC_WRAP_BALANCED);
}

static GArray *
set_words (const NscPlaneAxes *self, const NscScale *scale, const GArray *ticks, guint index)
{
  g_autofree char *words = nsc_scale_dup_tick_words (scale, ticks, index, self->plot.language);

  return nsc_typesetter_set (self->plot.type, NULL, words, style_of (self), G_MAXINT16, 1, NSC_WRAP_FILLED);
}

static double
title_height (const NscPlaneAxes *self, const NscTextBlock *title)
{
  return title != NULL ? nsc_text_block_get_height (title) + TITLE_GAP * style_of (self).size : 0;
}

static GArray *
choose_values (const NscPlaneAxes *self, const NscPlot *plot)
{
  return nsc_ticks_choose (plot, nsc_scale_is_years (self->plot.values) ? MOST_YEARS : MOST_VALUES);
}

static GArray *
choose_heights (const NscPlaneAxes *self, double height)
{
  const NscScale *scale = self->plot.heights;

  for (guint target = MOST_HEIGHTS;; target--)
    {
      GArray *ticks = nsc_scale_dup_ticks (scale, target);
      double step = INFINITY;

      for (guint i = 1; i < ticks->len; i++)
        step = MIN (step, nsc_scale_map (scale, g_array_index (ticks, double, i)) -
                              nsc_scale_map (scale, g_array_index (ticks, double, i - 1)));
      if (target == 1 || step * height >= APART * style_of (self).size)
        return ticks;
      g_array_unref (ticks);
    }
}

static void
build_left (const NscPlaneAxes *self, const NscPlot *plot, const NscPlaneSides *sides, NscScene *scene)
{
  g_autoptr (GArray) ticks = choose_heights (self, plot->height);
  NscTypeStyle style = style_of (self);
  double end = INFINITY;

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double y = nsc_plot_map_y (plot, tick);
      g_autoptr (GArray) lines = set_words (self, plot->heights, ticks, i);

      nsc_scene_add_line (scene, NSC_COLOR_GRID, plot->measures.grid, sides->left, y, sides->right, y);
      /* Where two ticks are as few as there can be, they may still be too many. */
      if (!sides->has_left || y > end)
        continue;
      nsc_scene_add_text (scene, NSC_COLOR_TEXT_THIRD, style, NSC_ANCHOR_END, &g_array_index (lines, NscTypeLine, 0),
                          sides->left - LEFT_GAP * style.size, y + NSC_TYPE_MIDDLE * style.size);
      end = y - LEADING * style.size;
    }
}

static void
build_below (const NscPlaneAxes *self, const NscPlot *plot, const NscPlaneSides *sides, NscScene *scene)
{
  g_autoptr (GArray) ticks = choose_values (self, plot);
  NscTypeStyle style = style_of (self);
  double bottom = plot->y + plot->height;
  double end = sides->words_left;

  for (guint i = 0; i < ticks->len; i++)
    {
      double x = nsc_plot_map_x (plot, g_array_index (ticks, double, i));
      g_autoptr (GArray) lines = set_words (self, plot->values, ticks, i);
      const NscTypeLine *line = &g_array_index (lines, NscTypeLine, 0);
      double half = MAX (line->advance, line->ink_right - line->ink_left) / 2;
      /* At the ends, words keep to the page rather than to their tick. */
      double middle = MAX (MIN (x, sides->words_right - half), sides->words_left + half);

      nsc_scene_add_line (scene, NSC_COLOR_RULE, plot->measures.grid, x, bottom, x, bottom + TICK * style.size);
      if (middle - half < end || middle + half > sides->words_right)
        continue;
      nsc_scene_add_text (scene, NSC_COLOR_TEXT_THIRD, style, NSC_ANCHOR_MIDDLE, line, middle,
                          bottom + (BELOW_GAP + LEADING / 2 + NSC_TYPE_MIDDLE) * style.size);
      end = middle + half + style.size / 2;
    }
}

NscPlaneAxes *
nsc_plane_axes_new (const NscFigure *figure, const NscPlot *plot)
{
  NscPlaneAxes *self = g_new0 (NscPlaneAxes, 1);

  self->plot = *plot;
  self->values = nsc_figure_get_values (figure);
  self->heights = nsc_figure_get_heights (figure);
  return self;
}

void
nsc_plane_axes_free (NscPlaneAxes *self)
{
  g_clear_pointer (&self->values_title, nsc_text_block_free);
  g_clear_pointer (&self->heights_title, nsc_text_block_free);
  g_free (self);
}

double
nsc_plane_axes_get_left (const NscPlaneAxes *self)
{
  double widest = 0;

  if (nsc_axis_is_quiet (self->heights))
    return LEFT_GAP * style_of (self).size;
  for (guint target = 1; target <= MOST_HEIGHTS; target++)
    {
      g_autoptr (GArray) ticks = nsc_scale_dup_ticks (self->plot.heights, target);

      for (guint i = 0; i < ticks->len; i++)
        {
          g_autoptr (GArray) lines = set_words (self, self->plot.heights, ticks, i);
          const NscTypeLine *line = &g_array_index (lines, NscTypeLine, 0);

          widest = MAX (widest, MAX (line->advance, line->advance - line->ink_left));
        }
    }
  return widest + LEFT_GAP * style_of (self).size;
}

double
nsc_plane_axes_get_overhang (const NscPlaneAxes *self, double width)
{
  NscPlot plot = self->plot;
  g_autoptr (GArray) ticks = NULL;
  g_autoptr (GArray) lines = NULL;
  double unit;

  if (nsc_axis_is_quiet (self->values))
    return 0;
  plot.width = width;
  ticks = choose_values (self, &plot);
  lines = set_words (self, plot.values, ticks, ticks->len - 1);
  unit = nsc_scale_map (plot.values, g_array_index (ticks, double, ticks->len - 1));
  return MAX (0, g_array_index (lines, NscTypeLine, 0).advance / 2 - (1 - unit) * width);
}

void
nsc_plane_axes_set_titles (NscPlaneAxes *self, double heights_width, double values_width)
{
  g_clear_pointer (&self->values_title, nsc_text_block_free);
  g_clear_pointer (&self->heights_title, nsc_text_block_free);
  self->values_title = set_title (self, self->values, values_width);
  self->heights_title = set_title (self, self->heights, heights_width);
}

double
nsc_plane_axes_get_head (const NscPlaneAxes *self)
{
  return title_height (self, self->heights_title);
}

double
nsc_plane_axes_get_words_height (const NscPlaneAxes *self)
{
  /* Dots at the bottom reach below it. */
  return (BELOW_GAP + (nsc_axis_is_quiet (self->values) ? 0 : LEADING)) * style_of (self).size;
}

double
nsc_plane_axes_get_foot (const NscPlaneAxes *self)
{
  return title_height (self, self->values_title);
}

void
nsc_plane_axes_build_titles (
    const NscPlaneAxes *self, double left, double right, double top, double foot, NscScene *scene)
{
  if (self->heights_title != NULL)
    nsc_text_block_build (self->heights_title, NSC_COLOR_TEXT_SECOND, NSC_ANCHOR_START, left, top, scene);
  if (self->values_title != NULL)
    nsc_text_block_build (self->values_title, NSC_COLOR_TEXT_SECOND, NSC_ANCHOR_END, right,
                          foot + TITLE_GAP * style_of (self).size, scene);
}

void
nsc_plane_axes_build (const NscPlaneAxes *self, const NscPlot *plot, const NscPlaneSides *sides, NscScene *scene)
{
  double zero = nsc_scale_map (plot->heights, 0);
  double base = plot->y + (1 - (zero >= 0 && zero <= 1 ? zero : 0)) * plot->height;

  if (!nsc_axis_is_quiet (self->heights))
    build_left (self, plot, sides, scene);
  if (sides->has_below && !nsc_axis_is_quiet (self->values))
    build_below (self, plot, sides, scene);
  nsc_scene_add_line (scene, NSC_COLOR_RULE, plot->measures.rule, sides->left, base, sides->right, base);
}
