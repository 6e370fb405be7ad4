/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Points in a plane, each of its own shape and colour, with words beside them where there is room. Owned and shared as
 * nsc-mark.h says. */

#include "nsc-mark.h"
#include "nsc-shape.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 key;
  double x, y; /* what is missing (NaN) or outside the plane is not drawn */
  NscColorRole color;
  NscShape shape;
  gboolean hollow;
  gboolean small;
  const char *lead; /* beside it in bold, such as "161"; may be NULL */
  const char *text; /* beside it, or after that where there is room for both; may be NULL */
  const char *name; /* the point in words */
} NscPlanePoint;

/* Words are placed in the order of the points, of those first that have both. All strings are copied. */
NscMark *nsc_point_mark_new (const NscPlanePoint *points, guint n);

/* Words may also stand where a curve runs behind them, rather than not at all. Points that have only a number show it
 * all, some of them at the end of a line where they are close to each other, or where there is no room for that none.
 */
void nsc_point_mark_set_insistent (NscMark *self, gboolean insistent);

G_END_DECLS
