/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Upright columns over the values of a plane (years, days or numbers), one or several at each of them, with their
 * numbers above where there is room for all. Owned and shared as nsc-mark.h says. */

#include "nsc-mark.h"
#include "nsc-pattern.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_COLUMNS_GROUPED, /* beside each other; one series alone too */
  NSC_COLUMNS_STACKED, /* on each other, what is below 0 downwards */
  NSC_COLUMNS_SHARES,  /* stacked, in per cent of all at the same value */
} NscColumnKind;

typedef struct
{
  NscColorRole color;
  NscPattern pattern;
} NscColumnSeries;

typedef struct
{
  gint64 key;
  guint series;
  double x, height; /* what is missing (NaN) is not drawn, what is higher than the plane is cut */
  const char *text; /* above it, of a stack above the whole: the text of its last column; may be NULL */
  const char *name; /* the column in words */
} NscColumn;

/* All is copied. */
NscMark *nsc_column_mark_new (
    NscColumnKind kind, const NscColumnSeries *series, guint n_series, const NscColumn *columns, guint n);

G_END_DECLS
