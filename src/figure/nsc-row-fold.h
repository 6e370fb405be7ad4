/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows of a figure that have no room of their own: one line in their place says how many they are and what they
 * have. A plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"

G_BEGIN_DECLS

typedef struct _NscRowFold NscRowFold;

/* FIGURE outlives it. */
NscRowFold *nsc_row_fold_new (const NscFigure *figure);
void nsc_row_fold_free (NscRowFold *self);

/* Gives every row room of its own again. */
void nsc_row_fold_clear (NscRowFold *self);
guint nsc_row_fold_get_n (const NscRowFold *self);

/* One flag per row. */
const gboolean *nsc_row_fold_get_rows (const NscRowFold *self);

/* Folds ROW, unless a mark wants it kept; says whether it did. */
gboolean nsc_row_fold_add (NscRowFold *self, guint row);

/* Draws the line as a mark at PLACE, for N_PANELS panels from FIRST_PANEL on. */
void nsc_row_fold_build (const NscRowFold *self,
                         const NscPlot *plot,
                         guint first_panel,
                         guint n_panels,
                         const NscRowPlace *place,
                         NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRowFold, nsc_row_fold_free)

G_END_DECLS
