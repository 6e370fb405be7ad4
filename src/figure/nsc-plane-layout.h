/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The planes of a figure between its words: one for each panel, in a grid, over the same scales. Finds columns, sizes
 * of type and of planes so that all of it fits a given room. A plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"
#include "nsc-theme.h"

G_BEGIN_DECLS

typedef struct _NscPlaneLayout NscPlaneLayout;

/* FIGURE and TYPE outlive the layout. FIGURE has values and heights. */
NscPlaneLayout *
nsc_plane_layout_new (NscFigure *figure, NscTypesetter *type, NscMeasures measures, double left, double right);
void nsc_plane_layout_free (NscPlaneLayout *self);

/* Settles the planes in HEIGHT, 0: their own. FALSE where there is no way to fit them. */
gboolean nsc_plane_layout_fit (NscPlaneLayout *self, double height);

/* What the planes take once they fit. */
double nsc_plane_layout_get_height (const NscPlaneLayout *self);

/* Adds what has been fitted to SCENE, from Y down. */
void nsc_plane_layout_build (NscPlaneLayout *self, double y, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscPlaneLayout, nsc_plane_layout_free)

G_END_DECLS
