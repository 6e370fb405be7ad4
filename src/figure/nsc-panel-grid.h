/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where the panels of a figure go: in columns of one width beside their labels, and where not all of them have room
 * side by side, in blocks one below the other, each with the titles of its panels. A plain object of one layout, on its
 * thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"

G_BEGIN_DECLS

typedef struct _NscPanelGrid NscPanelGrid;

/* FIGURE and TYPE outlive it. */
NscPanelGrid *nsc_panel_grid_new (const NscFigure *figure, NscTypesetter *type);
void nsc_panel_grid_free (NscPanelGrid *self);

/* Whether so many columns fill their blocks as evenly as any. */
gboolean nsc_panel_grid_is_even (const NscPanelGrid *self, guint n_columns);

/* Parts what is right of the labels, from X to RIGHT, into N_COLUMNS that stand GAP apart; values begin INSET into
 * each. LEFT is where the labels begin: a title that is alone in its block starts there, any other above its values.
 * Titles are set at SIZE. */
void nsc_panel_grid_set (
    NscPanelGrid *self, double size, guint n_columns, double gap, double left, double x, double right, double inset);

guint nsc_panel_grid_get_n_blocks (const NscPanelGrid *self);

guint nsc_panel_grid_get_block (const NscPanelGrid *self, guint panel);

/* The first panel of BLOCK and how many it has. */
guint nsc_panel_grid_get_panels (const NscPanelGrid *self, guint block, guint *n_panels);

/* Where the values of PANEL begin. */
double nsc_panel_grid_get_x (const NscPanelGrid *self, guint panel);

/* The part of its rows that is PANEL's: the columns meet in the middle between them, and the first holds the labels. */
void nsc_panel_grid_get_part (const NscPanelGrid *self, guint panel, double *x, double *width);

/* The titles of BLOCK: the height of the tallest with the room below it, 0 where there are none; drawn from Y on. */
double nsc_panel_grid_get_head (const NscPanelGrid *self, guint block);
void nsc_panel_grid_build (const NscPanelGrid *self, guint block, double y, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscPanelGrid, nsc_panel_grid_free)

G_END_DECLS
