/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The shapes of dots, so that a thing is known by more than its colour. They are drawn into a scene that is being laid
 * out, on the layout's thread. */

#include "nsc-theme.h"

G_BEGIN_DECLS

typedef struct _NscScene NscScene;

typedef enum
{
  NSC_SHAPE_CIRCLE,
  NSC_SHAPE_DIAMOND,
  NSC_SHAPE_SQUARE,
  NSC_SHAPE_TRIANGLE,
  NSC_SHAPE_TRIANGLE_DOWN,
  NSC_SHAPE_CROSS, /* has no inside: hollow and filled look alike */
  NSC_SHAPE_BAR,   /* upright, as tall as a circle; likewise */
} NscShape;

#define NSC_N_SHAPES (NSC_SHAPE_BAR + 1)

/* Draws SHAPE around X, Y about as large as a circle of RADIUS; LINE_WIDTH 0: filled, else hollow on paper. */
void nsc_shape_add (
    NscShape shape, NscScene *scene, NscColorRole color, double line_width, double x, double y, double radius);

/* How far the shape of a RADIUS reaches from its middle in any direction, its line included. */
double nsc_shape_get_reach (NscShape shape, double radius);

G_END_DECLS
