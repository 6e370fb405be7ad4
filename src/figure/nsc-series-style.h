/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the series of one figure differ: each by its colour and by a second thing besides, whatever they are drawn as:
 * dots by their shape, bars and areas by their pattern, lines by their dashes. Two bars that have one pattern differ in
 * lightness too. Constant; any thread. */

#include "nsc-pattern.h"
#include "nsc-scene-item.h"
#include "nsc-shape.h"

G_BEGIN_DECLS

/* More than these nobody tells apart; what is beyond them is one series, "other", or a panel of its own. */
#define NSC_N_SERIES 7

typedef struct
{
  NscColorRole color;
  NscShape shape;
  NscPattern pattern;
  NscDash dash; /* in widths of the line */
} NscSeriesStyle;

/* The style of series INDEX, below NSC_N_SERIES; the fewer there are, the better they are told apart. Orange and ochre,
 * which are close for some eyes, meet only where there are seven. */
const NscSeriesStyle *nsc_series_style_get (guint index);

G_END_DECLS
