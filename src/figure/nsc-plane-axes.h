/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The axes of planes that share their scales: titles written across, words at the left and below, a light grid with a
 * stronger line at 0. A plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-mark.h"

G_BEGIN_DECLS

typedef struct _NscPlaneAxes NscPlaneAxes;

/* Between which ends a plane has its grid and the words below it, and which of its words it shows. */
typedef struct
{
  double left, right;
  double words_left, words_right;
  gboolean has_left, has_below;
} NscPlaneSides;

/* PLOT has all but the places. */
NscPlaneAxes *nsc_plane_axes_new (const NscFigure *figure, const NscPlot *plot);
void nsc_plane_axes_free (NscPlaneAxes *self);

/* What the words at the left take, whatever the height. */
double nsc_plane_axes_get_left (const NscPlaneAxes *self);

/* What the words of the last value stand out beyond a domain of WIDTH points. */
double nsc_plane_axes_get_overhang (const NscPlaneAxes *self, double width);

/* Sets the titles in at most as many points; there are none before. */
void nsc_plane_axes_set_titles (NscPlaneAxes *self, double heights_width, double values_width);

/* What the title of the heights takes above all planes, the words below a plane and the title below those. */
double nsc_plane_axes_get_head (const NscPlaneAxes *self);
double nsc_plane_axes_get_words_height (const NscPlaneAxes *self);
double nsc_plane_axes_get_foot (const NscPlaneAxes *self);

/* The titles: that of the heights at LEFT from TOP on, that of the values up to RIGHT from FOOT on. */
void nsc_plane_axes_build_titles (
    const NscPlaneAxes *self, double left, double right, double top, double foot, NscScene *scene);

/* The grid and the words of the plane of PLOT. */
void nsc_plane_axes_build (const NscPlaneAxes *self, const NscPlot *plot, const NscPlaneSides *sides, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscPlaneAxes, nsc_plane_axes_free)

G_END_DECLS
