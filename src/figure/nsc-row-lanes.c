/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-lanes.h"

#include <math.h>
#include <string.h>

struct _NscRowLanes
{
  const NscFigure *figure;
  guint n;
  double *lanes;  /* one per row */
  double *extras; /* one per row, block by block */
};

static void
ask (NscRowLanes *self, const NscMark *mark, const NscPlot *plot, double *extras)
{
  for (guint row = 0; row < self->n; row++)
    {
      if (mark->klass->get_extra != NULL)
        extras[row] = MAX (extras[row], mark->klass->get_extra (mark, plot, row));
      if (mark->klass->get_lanes != NULL)
        self->lanes[row] = MAX (self->lanes[row], mark->klass->get_lanes (mark, row));
    }
}

NscRowLanes *
nsc_row_lanes_new (const NscFigure *figure)
{
  NscRowLanes *self = g_new0 (NscRowLanes, 1);

  self->figure = figure;
  self->n = nsc_figure_get_n_rows (figure);
  self->lanes = g_new0 (double, self->n + 1);
  self->extras = g_new0 (double, nsc_figure_get_n_panels (figure) * self->n + 1);
  return self;
}

void
nsc_row_lanes_free (NscRowLanes *self)
{
  g_free (self->lanes);
  g_free (self->extras);
  g_free (self);
}

void
nsc_row_lanes_set (NscRowLanes *self, const NscPanelGrid *grid, const NscPlot *plot)
{
  guint n_panels = nsc_figure_get_n_panels (self->figure);

  memset (self->extras, 0, n_panels * self->n * sizeof (double));
  for (guint row = 0; row < self->n; row++)
    self->lanes[row] = 1;
  for (guint panel = 0; panel < n_panels; panel++)
    for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
      ask (self, nsc_figure_get_mark (self->figure, panel, i), plot,
           &self->extras[nsc_panel_grid_get_block (grid, panel) * self->n]);
}

double
nsc_row_lanes_get_lanes (const NscRowLanes *self, guint row)
{
  return self->lanes[row];
}

double
nsc_row_lanes_get_least (const NscRowLanes *self)
{
  double least = INFINITY;

  for (guint row = 0; row < self->n; row++)
    least = MIN (least, self->lanes[row]);
  return least;
}

double
nsc_row_lanes_get_extra (const NscRowLanes *self, guint block, guint row)
{
  return self->extras[block * self->n + row];
}
