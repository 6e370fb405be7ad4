/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The display list of a scene, item by item in the order of drawing: what a writer of files reads. Places are points
 * from the top left, colours are final. The items belong to their scene and never change; any thread. */

#include "nsc-color.h"
#include "nsc-scene.h"
#include "nsc-typesetter.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_ITEM_RECTANGLE, /* filled, or stroked within its edges */
  NSC_ITEM_LINE,      /* from x, y to x + width, y + height */
  NSC_ITEM_CIRCLE,    /* in the square x, y, width, height; filled, or stroked within it */
  NSC_ITEM_PATH,      /* through its points: filled where it has no line width, else stroked, closed or open */
  NSC_ITEM_TEXT,      /* one line, anchored at x on the baseline y */
} NscItemKind;

/* A dashed line: lengths drawn and left out, in points; 0, 0: whole. */
typedef struct
{
  double on, off;
} NscDash;

typedef struct
{
  double x, y;
} NscPoint;

typedef enum
{
  NSC_ANCHOR_START,
  NSC_ANCHOR_MIDDLE,
  NSC_ANCHOR_END,
} NscAnchor;

typedef struct
{
  NscItemKind kind;
  int mark; /* the index of the mark that it is part of, or -1 */
  double x, y, width, height;
  NscColor color;
  double line_width; /* of a line or what is stroked; 0: it is filled */
  NscDash dash;      /* of a line or an open path */
  NscPoint *points;  /* of a path, in the page's coordinates; x, y, width and height are their bounds */
  guint n_points;
  gboolean closed; /* a path that ends where it begins */
  NscAnchor anchor;
  NscTypeStyle style;
  NscTypeLine line;
} NscSceneItem;

guint nsc_scene_get_n_items (const NscScene *self);
const NscSceneItem *nsc_scene_get_item (const NscScene *self, guint index);

/* The pen position at which a text item starts. */
double nsc_scene_item_get_pen (const NscSceneItem *item);

/* The rectangle of the ink of an item. */
void nsc_scene_item_get_ink (const NscSceneItem *item, double *x, double *y, double *width, double *height);

G_END_DECLS
