/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-plane-layout.h"

#include "nsc-end-labels.h"
#include "nsc-panel-titles.h"
#include "nsc-plane-axes.h"
#include "nsc-scene-private.h"
#include "nsc-word-places.h"

#include <math.h>

struct _NscPlaneLayout
{
  NscFigure *figure;
  NscMeasures measures;
  double left, right; /* ends of all, words included */
  NscPlot plot;       /* of each plane, without its place */
  guint n;
  guint n_columns, n_lines; /* of the grid of panels */
  guint end_lines;          /* of words beside a plane, at most */
  NscPanelTitles *titles;
  GPtrArray *ends; /* of NscEndLabels */
  NscPlaneAxes *axes;
  double words;  /* what the words at the left take */
  double cell;   /* the width of a panel, what stands out included */
  double grid;   /* of which its plane is this wide */
  double inset;  /* and its domain begins and ends this far inside */
  double height; /* of a plane */
};

/* Of a plane with a height of its own, and what stands out of it. */
#define ASPECT 0.55

/* In type sizes. */
#define LEAST_WIDTH 5.0
#define LEAST_HEIGHT 5.0
#define LEAST_OWN_HEIGHT 10.0
#define MOST_OWN_HEIGHT 30.0
#define LEAST_PANEL 13.0
#define GAP_ACROSS 1.6
#define GAP_DOWN 1.3
#define ABOVE 1.1 /* a plane, for words of what is at its top */
#define BESIDE 0.9
#define DOT_REACH 0.65 /* of dots at the top of a plane */
#define TITLE_LEADING 1.3
#define GAP_BELOW_TITLE 0.1

/* Type is set larger only as long as a plane is this many sizes wide and high. */
#define WIDTH_TO_ENLARGE 34.0
#define HEIGHT_TO_ENLARGE 12.0

/* Of a panel's width. */
#define MOST_FOR_ENDS 0.42

#define TITLE_LINES 3
#define END_LINES 3

/* Where the last of the planes side by side ends. */
static double
grid_right (const NscPlaneLayout *self)
{
  return self->right - self->cell + self->grid;
}

static double
gap_across (const NscPlaneLayout *self)
{
  return GAP_ACROSS * self->plot.measures.label;
}

static void
set_size (NscPlaneLayout *self, double size)
{
  self->plot.measures = self->measures;
  self->plot.measures.label = size;
  self->plot.measures.note =
      MAX (self->measures.note * size / self->measures.label, MIN (self->measures.note, self->measures.least));
}

static void
set_titles (NscPlaneLayout *self, double width, guint max_lines)
{
  double size = self->plot.measures.label;

  nsc_panel_titles_set_style (
      self->titles,
      (NscPanelTitleStyle) { { size, NSC_WEIGHT_SEMIBOLD }, TITLE_LEADING * size, GAP_BELOW_TITLE * size });
  for (guint i = 0; i < self->n; i++)
    nsc_panel_titles_set (self->titles, i, width, max_lines);
}

/* The titles of a line of panels are as high as the highest of them. */
static double
titles_height (const NscPlaneLayout *self, guint line)
{
  guint first = line * self->n_columns;

  return nsc_panel_titles_get_height (self->titles, first, MIN (self->n_columns, self->n - first));
}

/* Each column has its words below its last panel. */
static gboolean
has_words_below (const NscPlaneLayout *self, guint panel)
{
  return panel + self->n_columns >= self->n;
}

static double
below_height (const NscPlaneLayout *self, guint line)
{
  guint last = MIN (self->n, (line + 1) * self->n_columns) - 1;
  double gap = line + 1 < self->n_lines ? GAP_DOWN * self->plot.measures.label : 0;

  return gap + (has_words_below (self, last) ? nsc_plane_axes_get_words_height (self->axes) : 0);
}

/* The words of what lies behind the marks of PANEL, above dots at the top of its plane. */
static double
head_height (const NscPlaneLayout *self, guint panel)
{
  double height = 0;

  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

      if (mark->klass->get_head != NULL)
        height += mark->klass->get_head (mark, &self->plot);
    }
  return height > 0 ? height + DOT_REACH * self->plot.measures.label : 0;
}

static double
above_height (const NscPlaneLayout *self)
{
  double height = ABOVE * self->plot.measures.label;

  for (guint i = 0; i < self->n; i++)
    height = MAX (height, head_height (self, i));
  return height;
}

/* All but the planes. */
static double
height_around (const NscPlaneLayout *self)
{
  double height = nsc_plane_axes_get_head (self->axes) + nsc_plane_axes_get_foot (self->axes);

  for (guint line = 0; line < self->n_lines; line++)
    height += titles_height (self, line) + above_height (self) + below_height (self, line);
  return height;
}

static double
least_height (const NscPlaneLayout *self)
{
  double least = LEAST_HEIGHT * self->plot.measures.label;

  for (guint i = 0; i < self->n; i++)
    least = MAX (least, nsc_end_labels_get_height (g_ptr_array_index (self->ends, i)) - above_height (self));
  return least;
}

static void
set_ends (NscPlaneLayout *self)
{
  g_ptr_array_set_size (self->ends, 0);
  for (guint i = 0; i < self->n; i++)
    {
      NscEndLabels *labels = nsc_end_labels_new (self->plot.type, self->plot.measures);

      nsc_end_labels_collect (labels, self->figure, i, &self->plot);
      nsc_end_labels_set (labels, MOST_FOR_ENDS * self->cell, self->end_lines);
      g_ptr_array_add (self->ends, labels);
    }
}

/* What stands out at the right of a plane in a cell of this width. */
static double
overhang_of (const NscPlaneLayout *self, double width)
{
  double overhang =
      MAX (BESIDE * self->plot.measures.label, nsc_plane_axes_get_overhang (self->axes, width - gap_across (self)));

  for (guint i = 0; i < self->n; i++)
    {
      overhang = MAX (overhang, nsc_end_labels_get_width (g_ptr_array_index (self->ends, i)));
      for (guint j = 0; j < nsc_figure_get_n_marks (self->figure, i); j++)
        {
          const NscMark *mark = nsc_figure_get_mark (self->figure, i, j);

          if (mark->klass->get_overhang != NULL)
            overhang = MAX (overhang, mark->klass->get_overhang (mark, &self->plot));
        }
    }
  return overhang;
}

/* What marks need beyond the ends of a domain of WIDTH points. */
static double
spread_of (const NscPlaneLayout *self, double width)
{
  NscPlot plot = self->plot;
  double spread = 0;

  plot.width = width;

  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < nsc_figure_get_n_marks (self->figure, i); j++)
      {
        const NscMark *mark = nsc_figure_get_mark (self->figure, i, j);

        if (mark->klass->get_spread != NULL)
          spread = MAX (spread, mark->klass->get_spread (mark, &plot));
      }
  return spread;
}

/* The widest domain with which all of it stays within the plane. */
static double
widest_domain (const NscPlaneLayout *self)
{
  double low = 0, high = self->grid;

  if (spread_of (self, high) == 0)
    return high;
  for (guint i = 0; i < 30; i++)
    {
      double middle = (low + high) / 2;

      if (middle + 2 * spread_of (self, middle) <= self->grid)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Parts the width between N_COLUMNS panels and their words. */
static gboolean
settle_width (NscPlaneLayout *self, double size, guint n_columns, guint title_lines, guint end_lines)
{
  double width = self->right - self->left;

  set_size (self, size);
  self->n_lines = (self->n + n_columns - 1) / n_columns;
  self->n_columns = n_columns;
  g_clear_pointer (&self->axes, nsc_plane_axes_free);
  self->axes = nsc_plane_axes_new (self->figure, &self->plot);
  self->words = nsc_plane_axes_get_left (self->axes);
  self->cell = (width - self->words - (n_columns - 1) * gap_across (self)) / n_columns;
  if (self->cell < LEAST_WIDTH * size)
    return FALSE;
  set_titles (self, self->cell, title_lines);
  self->end_lines = end_lines;
  set_ends (self);
  self->grid = self->cell - overhang_of (self, self->cell);
  if (self->grid < LEAST_WIDTH * size)
    return FALSE;
  self->plot.width = widest_domain (self);
  self->inset = (self->grid - self->plot.width) / 2;
  nsc_plane_axes_set_titles (self->axes, width, grid_right (self) - self->left);
  return TRUE;
}

static guint
most_columns (const NscPlaneLayout *self, double size)
{
  double width = self->right - self->left;
  double most = (width + GAP_ACROSS * size) / ((LEAST_PANEL + GAP_ACROSS) * size);

  return (guint) CLAMP (most, 1, self->n);
}

/* The planes take what is left of HEIGHT. */
static gboolean
settle_height (NscPlaneLayout *self, double height)
{
  self->height = (height - height_around (self)) / self->n_lines;
  return self->height >= least_height (self);
}

/* How far the planes are from the usual proportion. */
static double
badness (const NscPlaneLayout *self)
{
  return fabs (log (self->height / self->cell / ASPECT));
}

static gboolean
fit_columns (NscPlaneLayout *self, double height, double size, guint title_lines, guint end_lines)
{
  double least = INFINITY;
  guint best = 0;

  for (guint i = 1; i <= most_columns (self, size); i++)
    if (settle_width (self, size, i, title_lines, end_lines) && settle_height (self, height) && badness (self) < least)
      {
        least = badness (self);
        best = i;
      }
  return best > 0 && settle_width (self, size, best, title_lines, end_lines) && settle_height (self, height);
}

/* A page with room to spare, such as a slide, has larger words. */
static gboolean
enlarge (NscPlaneLayout *self, double height)
{
  double label = self->measures.label;

  for (double size = self->measures.label_most; size > label * 1.02; size -= label * 0.05)
    if (fit_columns (self, height, size, TITLE_LINES, END_LINES) && self->height >= HEIGHT_TO_ENLARGE * size &&
        self->grid >= WIDTH_TO_ENLARGE * size)
      return TRUE;
  return FALSE;
}

static gboolean
fit_height (NscPlaneLayout *self, double height)
{
  double label = self->measures.label, least = MIN (label, self->measures.least);

  if (enlarge (self, height))
    return TRUE;
  for (guint lines = TITLE_LINES; lines > 0; lines--)
    if (fit_columns (self, height, label, lines, MIN (lines, END_LINES)))
      return TRUE;
  return fit_columns (self, height, least, 1, 1);
}

/* As many panels side by side as there is room for, in lines that are as full as each other. */
static gboolean
fit_own (NscPlaneLayout *self)
{
  double label = self->measures.label;
  guint most = most_columns (self, label);
  guint n_lines = (self->n + most - 1) / most;

  if (!settle_width (self, label, (self->n + n_lines - 1) / n_lines, TITLE_LINES, END_LINES) &&
      !settle_width (self, label, 1, TITLE_LINES, END_LINES))
    return FALSE;
  self->height = CLAMP (ASPECT * self->cell, LEAST_OWN_HEIGHT * label, MOST_OWN_HEIGHT * label);
  self->height = MAX (self->height, least_height (self));
  return TRUE;
}

static void
build_behind (const NscPlaneLayout *self, const NscPlot *plot, guint panel, NscScene *scene)
{
  double bottom = plot->y + plot->height;
  double y = plot->y - head_height (self, panel);
  NscScenePart before = nsc_scene_set_frame (scene);

  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

      if (mark->klass->get_head != NULL)
        y += mark->klass->get_head (mark, plot);
      if (mark->klass->build_behind != NULL)
        mark->klass->build_behind (mark, plot, y, bottom - y, scene);
    }
  nsc_scene_set_part (scene, before);
}

/* All marks, then the words at their ends, then the words that stand where there is still room. */
static void
build_marks (const NscPlaneLayout *self, const NscPlot *plot, guint panel, guint axes, double right, NscScene *scene)
{
  guint n = nsc_figure_get_n_marks (self->figure, panel);
  g_autofree guint *firsts = g_new0 (guint, n + 1);
  NscDrawnItems drawn = { .axes = axes, .behind = nsc_scene_get_n_items (scene) };
  g_autoptr (NscEndLabels) ends = nsc_end_labels_new (plot->type, plot->measures);
  g_autoptr (NscWordPlaces) places = NULL;

  build_behind (self, plot, panel, scene);
  drawn.marks = nsc_scene_get_n_items (scene);
  for (guint i = 0; i < n; i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

      firsts[i] = nsc_scene_get_n_marks (scene);
      if (mark->klass->build_plane != NULL)
        mark->klass->build_plane (mark, plot, scene);
    }
  nsc_end_labels_collect (ends, self->figure, panel, plot);
  nsc_end_labels_set (ends, MOST_FOR_ENDS * self->cell, self->end_lines);
  nsc_end_labels_build (ends, plot, right, scene);
  places = nsc_word_places_new (scene, drawn, plot->room, plot->measures.hairline);
  for (guint i = 0; i < n; i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

      if (mark->klass->build_words != NULL)
        mark->klass->build_words (mark, plot, firsts[i], places, scene);
    }
}

/* Y is the top of the plane. */
static void
build_panel (const NscPlaneLayout *self, guint panel, double y, NscScene *scene)
{
  guint column = panel % self->n_columns;
  double left = self->left + self->words + column * (self->cell + gap_across (self));
  NscPlot plot = self->plot;
  NscPlaneSides sides = {
    .left = left,
    .right = left + self->grid,
    .words_left = column == 0 ? self->left : left - gap_across (self) / 2,
    .words_right = column + 1 == self->n_columns ? self->right : left + self->cell + gap_across (self) / 2,
    .has_left = column == 0,
    .has_below = has_words_below (self, panel),
  };
  NscScenePart before;
  guint axes;

  plot.x = left + self->inset;
  plot.y = y;
  plot.height = self->height;
  /* In the column of an axis' words, others would be read as part of it. */
  plot.room = (NscRoom) { MAX (sides.words_left, left - BESIDE * plot.measures.label), y - above_height (self),
                          left + self->cell, y + self->height };
  nsc_panel_titles_build (self->titles, panel, left, plot.room.top, scene);
  axes = nsc_scene_get_n_items (scene);
  nsc_plane_axes_build (self->axes, &plot, &sides, scene);
  before = nsc_scene_set_place (scene, (int) panel, -1);
  build_marks (self, &plot, panel, axes, sides.right, scene);
  nsc_scene_set_part (scene, before);
}

NscPlaneLayout *
nsc_plane_layout_new (NscFigure *figure, NscTypesetter *type, NscMeasures measures, double left, double right)
{
  NscPlaneLayout *self = g_new0 (NscPlaneLayout, 1);

  self->figure = figure;
  self->measures = measures;
  self->left = left;
  self->right = right;
  self->n = nsc_figure_get_n_panels (figure);
  self->titles = nsc_panel_titles_new (figure, type);
  self->ends = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_end_labels_free);
  self->plot = (NscPlot) { .language = nsc_figure_get_language (figure),
                           .type = type,
                           .measures = measures,
                           .values = nsc_axis_get_scale (nsc_figure_get_values (figure)),
                           .heights = nsc_axis_get_scale (nsc_figure_get_heights (figure)) };
  return self;
}

void
nsc_plane_layout_free (NscPlaneLayout *self)
{
  nsc_panel_titles_free (self->titles);
  g_ptr_array_unref (self->ends);
  g_clear_pointer (&self->axes, nsc_plane_axes_free);
  g_free (self);
}

gboolean
nsc_plane_layout_fit (NscPlaneLayout *self, double height)
{
  return height > 0 ? fit_height (self, height) : fit_own (self);
}

double
nsc_plane_layout_get_height (const NscPlaneLayout *self)
{
  return height_around (self) + self->n_lines * self->height;
}

void
nsc_plane_layout_build (NscPlaneLayout *self, double y, NscScene *scene)
{
  double foot = y + nsc_plane_layout_get_height (self) - nsc_plane_axes_get_foot (self->axes);

  nsc_plane_axes_build_titles (self->axes, self->left, grid_right (self), y, foot, scene);
  y += nsc_plane_axes_get_head (self->axes);
  for (guint line = 0; line < self->n_lines; line++)
    {
      y += titles_height (self, line) + above_height (self);
      for (guint i = line * self->n_columns; i < MIN (self->n, (line + 1) * self->n_columns); i++)
        build_panel (self, i, y, scene);
      y += self->height + below_height (self, line);
    }
}
