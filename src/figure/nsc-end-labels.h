/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words at the right of a plane, each level with the end of what it names and moved apart from the others as little as
 * that takes. A plain object of one panel's layout, on its thread. */

#include "nsc-mark.h"

G_BEGIN_DECLS

typedef struct _NscEndLabels NscEndLabels;

/* TYPE outlives the labels. */
NscEndLabels *nsc_end_labels_new (NscTypesetter *type, NscMeasures measures);
void nsc_end_labels_free (NscEndLabels *self);

/* Takes the words of all MARKS that have some. */
void nsc_end_labels_collect (NscEndLabels *self, const NscFigure *figure, guint panel, const NscPlot *plot);

/* Breaks the words into at most MAX_LINES of at most WIDTH points. */
void nsc_end_labels_set (NscEndLabels *self, double width, guint max_lines);

/* What the labels take beside a plane, their distance from it included, and how high they are together. */
double nsc_end_labels_get_width (const NscEndLabels *self);
double nsc_end_labels_get_height (const NscEndLabels *self);

/* Draws the labels beside a plane that ends at RIGHT, none of them higher than the room of PLOT. */
void nsc_end_labels_build (NscEndLabels *self, const NscPlot *plot, double right, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscEndLabels, nsc_end_labels_free)

G_END_DECLS
