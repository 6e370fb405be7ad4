/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows of a figure between its words: labels at the left, marks at the right, in as many panels beside each other
 * as have room, else in blocks one below the other. Finds label width, type size and row heights so that all of it fits
 * a given room. A plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"
#include "nsc-theme.h"

G_BEGIN_DECLS

typedef struct _NscRowLayout NscRowLayout;

/* FIGURE and TYPE outlive the layout. */
NscRowLayout *
nsc_row_layout_new (NscFigure *figure, NscTypesetter *type, NscMeasures measures, double left, double right);
void nsc_row_layout_free (NscRowLayout *self);

/* What may be lost so that a given room is enough; each stands for those before it too. */
typedef enum
{
  NSC_ROW_LOSS_NONE,
  NSC_ROW_LOSS_LABELS, /* the ends of long labels */
  NSC_ROW_LOSS_ROWS,   /* all but the kept ones, folded into one */
} NscRowLoss;

/* Settles the rows in HEIGHT, 0: their own. FALSE where at the least type more than MOST would be lost. */
gboolean nsc_row_layout_fit (NscRowLayout *self, double height, NscRowLoss most);

/* What the rows take once they fit. */
double nsc_row_layout_get_height (const NscRowLayout *self);

/* Adds what has been fitted to SCENE, from Y down. */
void nsc_row_layout_build (NscRowLayout *self, double y, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRowLayout, nsc_row_layout_free)

G_END_DECLS
