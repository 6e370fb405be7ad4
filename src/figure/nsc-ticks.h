/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The round numbers above the rows of a figure and the grid that runs down from them, for values that do not stand at
 * their marks. Part of a layout, on its thread. */

#include "nsc-mark.h"

G_BEGIN_DECLS

/* The numbers' style. */
NscTypeStyle nsc_ticks_get_style (const NscPlot *plot);

/* As many round values as their words have room for, up to about MOST; of doubles. */
GArray *nsc_ticks_choose (const NscPlot *plot, guint most);

/* Of the line of numbers. */
double nsc_ticks_get_height (const NscPlot *plot);

/* How far the number at the greatest value stands beyond it. */
double nsc_ticks_get_overhang (const NscPlot *plot);

/* Draws the numbers from Y on, none of them beyond LEFT, and the grid down to Y + HEIGHT. */
void nsc_ticks_build (const NscPlot *plot, double left, double y, double height, NscScene *scene);

G_END_DECLS
