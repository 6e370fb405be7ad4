/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The labels of the rows of a figure, at the left of all panels: broken into lines of a width that a layout looks for.
 * A plain object of one layout, on its thread. */

#include "nsc-mark.h"

G_BEGIN_DECLS

typedef struct _NscRowLabels NscRowLabels;

/* ROWS and TYPE outlive the labels; ROWS may be NULL. Labels that MAY_BECOME_BOLD later have the room for it. */
NscRowLabels *nsc_row_labels_new (const NscAxis *rows, NscTypesetter *type, gboolean may_become_bold);
void nsc_row_labels_free (NscRowLabels *self);

/* Sets all labels that are not FOLDED at SIZE in at most MAX_LINES of LIMIT points, and gives the width that they
 * take. */
double nsc_row_labels_set (NscRowLabels *self, double size, double limit, guint max_lines, const gboolean *folded);

/* Whether any that is not FOLDED has lost its end. */
gboolean nsc_row_labels_are_cut (const NscRowLabels *self, const gboolean *folded);

/* Whether the longest word of all labels is wider than they are allowed to be. */
gboolean nsc_row_labels_are_torn (NscRowLabels *self);

/* How wide the longest word of all labels is at SIZE: in less room it is torn apart. */
double nsc_row_labels_get_widest_word (NscRowLabels *self, double size);

/* The height that the label of ROW needs where rows are PITCH apart. */
double nsc_row_labels_get_height (const NscRowLabels *self, guint row, double pitch);

/* Draws the label of the row at PLACE from X on, in the middle of the lane. */
void nsc_row_labels_build (const NscRowLabels *self, const NscRowPlace *place, double x, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRowLabels, nsc_row_labels_free)

G_END_DECLS
