/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words at the end of a bar: measured when its reach is asked for, drawn with the same room when it is built. Part
 * of a layout, on its thread. */

#include "nsc-mark.h"
#include "nsc-scene-private.h"

G_BEGIN_DECLS

static inline NscTypeStyle
nsc_bar_words_get_style (const NscPlot *plot, NscWeight weight)
{
  return (NscTypeStyle) { plot->measures.label, weight };
}

/* What TEXT takes beyond the bar, with the room before it; 0 where it is NULL or empty. */
double nsc_bar_words_measure (const NscPlot *plot, const char *text, NscTypeStyle style);

/* Draws TEXT beyond what ends at X, to the left of it where LEFTWARDS, and gives the place where it ends. */
double nsc_bar_words_add (const NscPlot *plot,
                          NscScene *scene,
                          const char *text,
                          NscTypeStyle style,
                          NscColorRole color,
                          gboolean leftwards,
                          double x,
                          double middle);

G_END_DECLS
