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

/* A series that comes last, such as what lies between the dots of others. */
#define NSC_SERIES_LAST G_MAXINT

/* By what an item comes to be seen where a scene is revealed bit by bit (nsc-reveal.h). */
typedef struct
{
  int panel, row;    /* as they are laid out, rows in their block; -1: of none */
  int series;        /* the role of its colour or NSC_SERIES_FIRST_INDEX + its number; -1: of none */
  double from, to;   /* the values that it is at, from its left end to its right one; NaN: at none */
  gboolean is_label; /* of its row */
} NscScenePart;

/* From here on series have numbers, since some have the same colour. */
#define NSC_SERIES_FIRST_INDEX 1000

/* The place of a row in one of its blocks. */
typedef struct
{
  int row;
  double x, y, width, height;
} NscSceneBand;

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
  NscScenePart part;
} NscSceneItem;

guint nsc_scene_get_n_items (const NscScene *self);
const NscSceneItem *nsc_scene_get_item (const NscScene *self, guint index);

/* What the mark at INDEX is of. */
NscScenePart nsc_scene_get_mark_part (const NscScene *self, guint index);

guint nsc_scene_get_n_bands (const NscScene *self);
const NscSceneBand *nsc_scene_get_band (const NscScene *self, guint index);

/* The pen position at which a text item starts. */
double nsc_scene_item_get_pen (const NscSceneItem *item);

/* The rectangle of the ink of an item. */
void nsc_scene_item_get_ink (const NscSceneItem *item, double *x, double *y, double *width, double *height);

G_END_DECLS
