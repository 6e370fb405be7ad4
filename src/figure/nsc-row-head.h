/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What stands above the rows of a block of panels: their titles, what the values are, ticks and the words of what lies
 * behind the rows, all of which it draws. A plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"
#include "nsc-panel-grid.h"

G_BEGIN_DECLS

typedef struct _NscRowHead NscRowHead;

/* FIGURE and GRID outlive it. */
NscRowHead *nsc_row_head_new (const NscFigure *figure, const NscPanelGrid *grid);
void nsc_row_head_free (NscRowHead *self);

/* Whether there are ticks and a grid. */
gboolean nsc_row_head_has_ticks (const NscRowHead *self);

/* Sets the words for panels like PLOT, in WIDTH from where the first values begin. */
void nsc_row_head_set (NscRowHead *self, const NscPlot *plot, double width);

double nsc_row_head_get_height (const NscRowHead *self, guint block);

/* Draws it from Y on, and behind the rows below it down to BOTTOM. Gives the number of items that lie behind rows,
 * which are the last of the scene. */
guint nsc_row_head_build (const NscRowHead *self, guint block, double y, double bottom, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRowHead, nsc_row_head_free)

G_END_DECLS
