/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How high the marks of a figure want its rows: how many plain rows the lane of each is, and what they add below it. A
 * plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"
#include "nsc-panel-grid.h"

G_BEGIN_DECLS

typedef struct _NscRowLanes NscRowLanes;

/* FIGURE outlives it. */
NscRowLanes *nsc_row_lanes_new (const NscFigure *figure);
void nsc_row_lanes_free (NscRowLanes *self);

/* Asks all marks, in panels like PLOT that stand in the blocks of GRID. */
void nsc_row_lanes_set (NscRowLanes *self, const NscPanelGrid *grid, const NscPlot *plot);

/* At least 1, and the same in every block. */
double nsc_row_lanes_get_lanes (const NscRowLanes *self, guint row);

/* The least of all rows. */
double nsc_row_lanes_get_least (const NscRowLanes *self);

double nsc_row_lanes_get_extra (const NscRowLanes *self, guint block, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRowLanes, nsc_row_lanes_free)

G_END_DECLS
