/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Ranges over rows: a bar from one value to another with its words, and a stem at each end towards the lane of the dot
 * that it starts from. Each row can have one; the row as a whole answers for it. Owned and shared as nsc-mark.h says.
 */

#include "nsc-mark.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_RANGE_WHOLE,
  NSC_RANGE_OPEN, /* dashed, for what may be longer than is known */
  NSC_RANGE_THIN, /* a line that only joins the dots at its ends, without stems, words and rules between rows */
} NscRangeStyle;

typedef struct
{
  gint64 key;
  const char *name;
  double from, to;   /* in any order, or equal; NaN: the row has no bar, yet answers for its name */
  double from_lane;  /* as in nsc-dot-mark.h, of the dot at FROM */
  double to_lane;    /* of the dot at TO */
  const char *text;  /* such as "2 years" */
  const char *brief; /* such as "2", where there is no room for it */
  NscColorRole color;
  NscColorRole from_color, to_color; /* of the stems */
  NscRangeStyle style;
} NscRange;

/* Row I has range I. LANES as in nsc-dot-mark.h. All strings are copied. */
NscMark *nsc_range_mark_new (const NscRange *ranges, guint n, double lanes);

G_END_DECLS
