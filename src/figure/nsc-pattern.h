/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the inside of a bar or an area looks like, so that parts are told apart without colour. Patterns are drawn as
 * lines and dots of their own, which every format keeps as such. Into a scene that is being laid out, on the layout's
 * thread. */

#include "nsc-theme.h"

G_BEGIN_DECLS

typedef struct _NscScene NscScene;

typedef enum
{
  NSC_PATTERN_SOLID,
  NSC_PATTERN_OUTLINE, /* empty, for what is not known */
  NSC_PATTERN_HATCH,
  NSC_PATTERN_CROSS_HATCH,
  NSC_PATTERN_DOTS,
} NscPattern;

#define NSC_N_PATTERNS (NSC_PATTERN_DOTS + 1)

/* Fills a rectangle; LINE_WIDTH is that of the outline, which all but solid have, and STEP the distance from one line
 * of a pattern to the next. Very small ones are still seen to be what they are. */
void nsc_pattern_add_rectangle (NscPattern pattern,
                                NscScene *scene,
                                NscColorRole color,
                                double line_width,
                                double step,
                                double x,
                                double y,
                                double width,
                                double height);

G_END_DECLS
