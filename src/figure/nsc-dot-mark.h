/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Dots over rows: any number of them in a row, each at a value, in a lane of the row, and with records of its own.
 * Owned and shared as nsc-mark.h says. */

#include "nsc-mark.h"
#include "nsc-shape.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_DOT_LARGE,
  NSC_DOT_SMALL,
  NSC_DOT_TINY, /* for what only surrounds the others */
} NscDotSize;

typedef struct
{
  guint row;
  double value;
  double lane;  /* from -1 in the uppermost lane of the row to 1 in the lowest */
  double stack; /* how many dots below the middle of its lane it stands, where others would hide it */
  gint64 key;
  const char *name;
  NscColorRole color;
  NscShape shape;
  gboolean hollow;
  NscDotSize size;
} NscDot;

/* N dots in any order of rows; in a row they are drawn and read in the order given. LANES is how many times the height
 * of a plain row they need, such as 1 for a single lane. All strings are copied. */
NscMark *nsc_dot_mark_new (const NscDot *dots, guint n, double lanes);

/* Where in a row of this place LANE has its middle, for what is to stand beside dots. */
double nsc_dot_mark_get_lane_y (const NscRowPlace *place, double lane);

G_END_DECLS
