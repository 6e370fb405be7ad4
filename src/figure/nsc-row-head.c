/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-head.h"

#include "nsc-text-block.h"
#include "nsc-ticks.h"

struct _NscRowHead
{
  const NscFigure *figure;
  const NscPanelGrid *grid;
  NscPlot plot;        /* of every panel, but for where it begins */
  NscTextBlock *title; /* what the values are; or NULL */
};

/* In type sizes. */
#define TITLE_LEADING 1.3

#define TITLE_LINES 3

static NscTypeStyle
title_style (const NscRowHead *self)
{
  return (NscTypeStyle) { MIN (self->plot.measures.note, self->plot.measures.label), NSC_WEIGHT_NORMAL };
}

static double
title_height (const NscRowHead *self)
{
  return self->title != NULL ? nsc_text_block_get_height (self->title) : 0;
}

static double
ticks_height (const NscRowHead *self)
{
  return nsc_row_head_has_ticks (self) ? nsc_ticks_get_height (&self->plot) : 0;
}

/* What the words of PANEL's marks take right above the rows. */
static double
words_height (const NscRowHead *self, guint panel)
{
  double height = 0;

  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

      if (mark->klass->get_head != NULL)
        height += mark->klass->get_head (mark, &self->plot);
    }
  return height;
}

/* What lies behind all rows, such as the line of a limit, each with its words above the rows. */
static void
build_behind (const NscRowHead *self, const NscPlot *plot, guint panel, double y, double bottom, NscScene *scene)
{
  y -= words_height (self, panel);
  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

      if (mark->klass->get_head != NULL)
        y += mark->klass->get_head (mark, plot);
      if (mark->klass->build_behind != NULL)
        mark->klass->build_behind (mark, plot, y, bottom - y, scene);
    }
}

NscRowHead *
nsc_row_head_new (const NscFigure *figure, const NscPanelGrid *grid)
{
  NscRowHead *self = g_new0 (NscRowHead, 1);

  self->figure = figure;
  self->grid = grid;
  return self;
}

void
nsc_row_head_free (NscRowHead *self)
{
  g_clear_pointer (&self->title, nsc_text_block_free);
  g_free (self);
}

gboolean
nsc_row_head_has_ticks (const NscRowHead *self)
{
  const NscAxis *values = nsc_figure_get_values (self->figure);

  return values != NULL && !nsc_axis_is_quiet (values);
}

void
nsc_row_head_set (NscRowHead *self, const NscPlot *plot, double width)
{
  const char *title = nsc_row_head_has_ticks (self) ? nsc_axis_get_title (nsc_figure_get_values (self->figure)) : "";

  self->plot = *plot;
  g_clear_pointer (&self->title, nsc_text_block_free);
  if (*title != '\0')
    self->title = nsc_text_block_new (plot->type, NULL, title, title_style (self),
                                      TITLE_LEADING * title_style (self).size, width, TITLE_LINES, NSC_WRAP_BALANCED);
}

double
nsc_row_head_get_height (const NscRowHead *self, guint block)
{
  guint n_panels, first = nsc_panel_grid_get_panels (self->grid, block, &n_panels);
  double words = 0;

  for (guint i = 0; i < n_panels; i++)
    words = MAX (words, words_height (self, first + i));
  return nsc_panel_grid_get_head (self->grid, block) + title_height (self) + ticks_height (self) + words;
}

guint
nsc_row_head_build (const NscRowHead *self, guint block, double y, double bottom, NscScene *scene)
{
  guint n_panels, first = nsc_panel_grid_get_panels (self->grid, block, &n_panels);
  double rows = y + nsc_row_head_get_height (self, block);
  NscPlot plot = self->plot;
  guint behind;

  nsc_panel_grid_build (self->grid, block, y, scene);
  y += nsc_panel_grid_get_head (self->grid, block);
  if (self->title != NULL)
    nsc_text_block_build (self->title, NSC_COLOR_TEXT_THIRD, NSC_ANCHOR_START, nsc_panel_grid_get_x (self->grid, first),
                          y, scene);
  y += title_height (self);
  for (guint panel = first; panel < first + n_panels && nsc_row_head_has_ticks (self); panel++)
    {
      double left, width;

      plot.x = nsc_panel_grid_get_x (self->grid, panel);
      nsc_panel_grid_get_part (self->grid, panel, &left, &width);
      nsc_ticks_build (&plot, left, y, bottom - y, scene);
    }
  behind = nsc_scene_get_n_items (scene);
  for (guint panel = first; panel < first + n_panels; panel++)
    {
      plot.x = nsc_panel_grid_get_x (self->grid, panel);
      build_behind (self, &plot, panel, rows, bottom, scene);
    }
  return nsc_scene_get_n_items (scene) - behind;
}
