/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Horizontal bars of several series per row: beside each other, one on the end of the other, or as shares of their row.
 * What a series is stands in the legend; its number stands in its bar where it fits, and the total at the end. Owned
 * and shared as nsc-mark.h says. */

#include "nsc-mark.h"
#include "nsc-pattern.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_SERIES_GROUPED, /* a bar each, one below the other, as far as they fit the row, which is taller */
  NSC_SERIES_STACKED, /* parts of one bar; those below 0 run to the left */
  NSC_SERIES_SHARES,  /* parts of the whole domain; what is not above 0 has none */
} NscSeriesArrangement;

typedef struct
{
  gint64 key;
  double value;     /* NaN: missing */
  const char *text; /* the number in words: in the part, or at the end of a bar of its own; may be NULL */
  const char *name; /* in words: "Germany, companies: 4 signatories" */
  NscColorRole color;
  NscPattern pattern;
} NscSeriesPart;

/* N_SERIES (up to NSC_MOST_REACHES - 1) parts for each of N_ROWS, row by row. TOTALS, which may be NULL, has what
 * stands at the end of each row of parts, which may be NULL. All strings are copied. */
NscMark *nsc_series_mark_new (NscSeriesArrangement arrangement,
                              const NscSeriesPart *parts,
                              guint n_series,
                              guint n_rows,
                              const char *const *totals);

G_END_DECLS
