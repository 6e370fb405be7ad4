/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The points of a curve as the page can show them: of those in a column much narrower than a line, only the first, the
 * last, the highest and the lowest, so that the curve looks the same and a long one is drawn in no time. Plain
 * functions; any thread. */

#include "nsc-curve-mark.h"
#include "nsc-scene-item.h"

G_BEGIN_DECLS

typedef struct
{
  NscPoint at;
  guint index;     /* of the curve's point */
  gboolean begins; /* after a gap */
} NscCurvePlace;

/* The places of POINTS in the plane of PLOT, in their order; what is missing or outside is a gap. Of NscCurvePlace. */
GArray *nsc_curve_path_place (const NscPlot *plot, const NscCurvePoint *points, guint n);

/* The index after the last place of the run that begins at FIRST. */
guint nsc_curve_path_end_run (const GArray *places, guint first);

/* The line through places FIRST up to but not END, which for a STEP stays level until the next place. Of NscPoint. */
GArray *nsc_curve_path_trace (const GArray *places, guint first, guint end, gboolean step);

G_END_DECLS
