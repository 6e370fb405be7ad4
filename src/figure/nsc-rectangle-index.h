/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Many rectangles by their place: a grid of cells with what lies in each, so that what is at a point or in a part of a
 * page is found without asking all of them. Belongs to who made it; immutable, any thread may ask. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} NscRectangle;

typedef struct _NscRectangleIndex NscRectangleIndex;

/* Copies RECTANGLES. */
NscRectangleIndex *nsc_rectangle_index_new (const NscRectangle *rectangles, guint n);
void nsc_rectangle_index_free (NscRectangleIndex *self);

/* The numbers (guint) of those that touch AREA, ascending; freed with the array. */
GArray *nsc_rectangle_index_list (const NscRectangleIndex *self, const NscRectangle *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRectangleIndex, nsc_rectangle_index_free)

G_END_DECLS
