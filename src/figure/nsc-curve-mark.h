/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A curve over a plane: a line, or steps that stay level until the next value, with the area below it if asked for,
 * dots at its points and words at its right end. Owned and shared as nsc-mark.h says. */

#include "nsc-mark.h"
#include "nsc-scene-item.h"
#include "nsc-shape.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_CURVE_LINE,
  NSC_CURVE_STEP,
} NscCurveKind;

typedef struct
{
  gint64 key;
  double x, y;      /* what is missing (NaN) or outside the plane is a gap */
  const char *name; /* the point in words; NULL: it is no mark of its own */
} NscCurvePoint;

/* The points in the order of drawing. All strings are copied. Of points that the page cannot tell apart, one is a
 * mark. */
NscMark *nsc_curve_mark_new (NscCurveKind kind, NscColorRole color, const NscCurvePoint *points, guint n);

/* In widths of the line; 0, 0 (the default): whole. */
void nsc_curve_mark_set_dash (NscMark *self, NscDash dash);

/* Fills what is between the curve and 0, or the bottom of a plane without one, in the colour's tint. */
void nsc_curve_mark_set_area (NscMark *self, gboolean has_area);

/* A dot at each point with a name, where there is room for all of them. */
void nsc_curve_mark_set_shape (NscMark *self, NscShape shape, gboolean hollow);

/* Words at the right end: LEAD, which may be NULL, in bold and TEXT after it. */
void nsc_curve_mark_set_label (NscMark *self, const char *lead, const char *text);

G_END_DECLS
