/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How far all marks of a figure over rows reach beside their labels, and so how wide the domain of values may be drawn
 * that each keeps its words on both sides. A plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"

G_BEGIN_DECLS

typedef struct _NscReaches NscReaches;

/* Of the rows that are not FOLDED, in panels like PLOT. */
NscReaches *nsc_reaches_new (const NscFigure *figure, const NscPlot *plot, const gboolean *folded);
void nsc_reaches_free (NscReaches *self);

/* How far marks stand out to the left of the values, which takes no words. */
double nsc_reaches_get_lead (const NscReaches *self);

/* The width that words take at most on both sides together. */
double nsc_reaches_get_words (const NscReaches *self);

/* The widest that the domain may be drawn in WIDTH with OVERHANG beyond its end, 0 or less: there is no way. INSET is
 * how far in it begins. */
double nsc_reaches_fit (const NscReaches *self, double width, double overhang, double *inset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscReaches, nsc_reaches_free)

G_END_DECLS
