/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A figure laid out for one theme and size: a display list in points with the key of each mark. Drawing, pointing,
 * stepping by keys, files and descriptions all read it, so that they cannot disagree. Immutable; any thread may draw
 * it, each on a context of its own. */

#include "nsc-figure.h"
#include "nsc-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _NscScene NscScene;

/* WIDTH in points; HEIGHT in points or 0 for the figure's own, which follows from its rows. Nothing is clipped: where a
 * height is too small, rows close up, the last ones become one row that says how many they are, and in the end all of
 * it shrinks, which nsc_scene_list_small_type () tells. */
NscScene *nsc_scene_new (NscFigure *figure, const NscTheme *theme, double width, double height);

/* The same of the words in PARTS only; what stands without them closes up. */
NscScene *
nsc_scene_new_of_parts (NscFigure *figure, const NscTheme *theme, double width, double height, NscFigureParts parts);
NscScene *nsc_scene_ref (NscScene *self);
void nsc_scene_unref (NscScene *self);

double nsc_scene_get_width (const NscScene *self);
double nsc_scene_get_height (const NscScene *self);
NscFigure *nsc_scene_get_figure (const NscScene *self);
const NscTheme *nsc_scene_get_theme (const NscScene *self);

/* Draws all with its paper, with the origin at the top left of CR's user space, one unit to the point. Keeps CR's
 * state. */
void nsc_scene_draw (const NscScene *self, cairo_t *cr);

/* The same of what lies in a part of it, and nothing outside. */
void nsc_scene_draw_part (const NscScene *self, cairo_t *cr, double x, double y, double width, double height);

/* The key of a row that stands for several without room of their own. One of other panels has a key of its own, which
 * is greater by their first. */
#define NSC_KEY_FOLDED G_MININT64

/* A mark that can be pointed at, such as a bar with its label and row. */
typedef struct
{
  gint64 key;                 /* from NSC_KEY_FOLDED on: no records of its own */
  const char *name;           /* for a hover card and a screen reader: "Germany: 4 signatories, 4.4 %"; the scene's */
  double x, y, width, height; /* of the mark itself */
  double row_x, row_y, row_width, row_height; /* of all that answers for it */
  double end_x;                               /* where the words behind the mark end */
} NscSceneMark;

/* In reading order. */
guint nsc_scene_get_n_marks (const NscScene *self);
const NscSceneMark *nsc_scene_get_mark (const NscScene *self, guint index);

/* The index of the mark at a point, or -1; where several answer for it, the one that answers for the least. */
int nsc_scene_hit (const NscScene *self, double x, double y);

/* The index of the mark with KEY, the first where there are several, or -1. */
int nsc_scene_find (const NscScene *self, gint64 key);

/* The indices (guint) of the marks that touch a part of the page themselves, in reading order; freed with the array. */
GArray *nsc_scene_list_marks (const NscScene *self, double x, double y, double width, double height);

/* Those that a rubber band around a part of the page means: which touch it themselves, and rows of a single mark of
 * which any part does. Freed with the array. */
GArray *nsc_scene_list_banded (const NscScene *self, double x, double y, double width, double height);

/* Where an arrow key leads from mark INDEX (-1: from nowhere) in the direction DX, DY of -1, 0 or 1; stays at the ends.
 */
int nsc_scene_step (const NscScene *self, int index, int dx, int dy);

/* Type smaller than this is not read in print, in points. */
#define NSC_SCENE_LEAST_TYPE 6.0

/* A size of type, by the tenth of a point, and what is set in it. */
typedef struct
{
  double size;
  const char *text; /* the first of it; the scene's */
  guint n;          /* lines of it */
} NscSceneType;

/* The sizes of type below LEAST as NscSceneType, the smallest first; freed with the array. */
GArray *nsc_scene_list_small_type (const NscScene *self, double least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscScene, nsc_scene_unref)

G_END_DECLS
