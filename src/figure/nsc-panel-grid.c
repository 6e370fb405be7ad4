/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-panel-grid.h"

#include "nsc-panel-titles.h"

struct _NscPanelGrid
{
  guint n_panels, n_columns;
  double left, x, right, inset, gap, width;
  NscPanelTitles *titles;
};

/* In type sizes. */
#define LEADING 1.24
#define GAP_BELOW_TITLE 0.45

#define TITLE_LINES 3

static double
column_x (const NscPanelGrid *self, guint panel)
{
  return self->x + panel % self->n_columns * (self->width + self->gap);
}

static double
title_x (const NscPanelGrid *self, guint panel)
{
  return self->n_columns == 1 ? self->left : nsc_panel_grid_get_x (self, panel);
}

static void
set_titles (NscPanelGrid *self, double size)
{
  nsc_panel_titles_set_style (
      self->titles, (NscPanelTitleStyle) { { size, NSC_WEIGHT_BOLD }, LEADING * size, GAP_BELOW_TITLE * size });
  for (guint i = 0; i < self->n_panels; i++)
    nsc_panel_titles_set (self->titles, i, column_x (self, i) + self->width - title_x (self, i), TITLE_LINES);
}

NscPanelGrid *
nsc_panel_grid_new (const NscFigure *figure, NscTypesetter *type)
{
  NscPanelGrid *self = g_new0 (NscPanelGrid, 1);

  self->n_panels = nsc_figure_get_n_panels (figure);
  self->n_columns = 1;
  self->titles = nsc_panel_titles_new (figure, type);
  return self;
}

void
nsc_panel_grid_free (NscPanelGrid *self)
{
  nsc_panel_titles_free (self->titles);
  g_free (self);
}

gboolean
nsc_panel_grid_is_even (const NscPanelGrid *self, guint n_columns)
{
  guint n_blocks = (self->n_panels + n_columns - 1) / n_columns;

  return n_columns == (self->n_panels + n_blocks - 1) / n_blocks;
}

void
nsc_panel_grid_set (
    NscPanelGrid *self, double size, guint n_columns, double gap, double left, double x, double right, double inset)
{
  self->n_columns = n_columns;
  self->left = left;
  self->x = x;
  self->right = right;
  self->inset = inset;
  self->gap = gap;
  self->width = (right - x - (n_columns - 1) * gap) / n_columns;
  set_titles (self, size);
}

guint
nsc_panel_grid_get_n_blocks (const NscPanelGrid *self)
{
  return (self->n_panels + self->n_columns - 1) / self->n_columns;
}

guint
nsc_panel_grid_get_block (const NscPanelGrid *self, guint panel)
{
  return panel / self->n_columns;
}

guint
nsc_panel_grid_get_panels (const NscPanelGrid *self, guint block, guint *n_panels)
{
  guint first = block * self->n_columns;

  *n_panels = MIN (self->n_columns, self->n_panels - first);
  return first;
}

double
nsc_panel_grid_get_x (const NscPanelGrid *self, guint panel)
{
  return column_x (self, panel) + self->inset;
}

void
nsc_panel_grid_get_part (const NscPanelGrid *self, guint panel, double *x, double *width)
{
  double half = self->gap / 2;
  guint column = panel % self->n_columns;
  gboolean is_last = column + 1 == self->n_columns || panel + 1 == self->n_panels;
  double start = column == 0 ? self->left : column_x (self, panel) - half;
  double end = is_last ? self->right : column_x (self, panel) + self->width + half;

  *x = start;
  *width = end - start;
}

double
nsc_panel_grid_get_head (const NscPanelGrid *self, guint block)
{
  guint n_panels, first = nsc_panel_grid_get_panels (self, block, &n_panels);

  return nsc_panel_titles_get_height (self->titles, first, n_panels);
}

void
nsc_panel_grid_build (const NscPanelGrid *self, guint block, double y, NscScene *scene)
{
  guint n_panels, first = nsc_panel_grid_get_panels (self, block, &n_panels);

  for (guint panel = first; panel < first + n_panels; panel++)
    nsc_panel_titles_build (self->titles, panel, title_x (self, panel), y + nsc_panel_grid_get_head (self, block),
                            scene);
}
