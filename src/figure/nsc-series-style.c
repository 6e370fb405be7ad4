/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-series-style.h"

/* An outline is no series: it is what is not known. */
static const NscSeriesStyle styles[NSC_N_SERIES] = {
  { NSC_COLOR_BLUE, NSC_SHAPE_CIRCLE, NSC_PATTERN_SOLID, { 0, 0 } },
  { NSC_COLOR_ORANGE, NSC_SHAPE_DIAMOND, NSC_PATTERN_HATCH, { 5, 2 } },
  { NSC_COLOR_TEAL, NSC_SHAPE_SQUARE, NSC_PATTERN_DOTS, { 1.5, 1.5 } },
  { NSC_COLOR_PLUM, NSC_SHAPE_TRIANGLE, NSC_PATTERN_CROSS_HATCH, { 10, 3 } },
  { NSC_COLOR_VIOLET, NSC_SHAPE_TRIANGLE_DOWN, NSC_PATTERN_HATCH, { 3, 4 } },
  { NSC_COLOR_ROSE, NSC_SHAPE_CROSS, NSC_PATTERN_CROSS_HATCH, { 1, 3.5 } },
  { NSC_COLOR_OCHRE, NSC_SHAPE_BAR, NSC_PATTERN_SOLID, { 7, 7 } },
};

const NscSeriesStyle *
nsc_series_style_get (guint index)
{
  g_return_val_if_fail (index < NSC_N_SERIES, &styles[NSC_N_SERIES - 1]);

  return &styles[index];
}
