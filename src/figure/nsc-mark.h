/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A geometry over the rows or the plane of a panel. Each geometry is a class with a table of functions; a mark knows
 * values, words and roles, and learns places and sizes only from the plot it is built into. Counted references;
 * immutable once its figure has been handed on, then any thread. */

#include "nsc-axis.h"
#include "nsc-scene.h"
#include "nsc-theme.h"
#include "nsc-typesetter.h"

G_BEGIN_DECLS

typedef struct _NscMark NscMark;
typedef struct _NscMarkClass NscMarkClass;

typedef struct
{
  double left, top, right, bottom;
} NscRoom;

/* Where marks go: what a layout has settled. Values run from left to right; over rows nothing runs upwards. */
typedef struct
{
  const char *language;
  NscTypesetter *type;
  NscMeasures measures;    /* the label size is the one in use */
  double x, width;         /* where values begin, and their domain */
  const NscScale *values;  /* across it */
  double pitch;            /* of rows: from one of a single line to the next */
  double y, height;        /* of a plane: its top, and its domain of heights */
  const NscScale *heights; /* of a plane: from its bottom upwards; NULL over rows */
  NscRoom room;            /* of a plane: what words beside its marks stay within */
} NscPlot;

static inline double
nsc_plot_map_x (const NscPlot *self, double value)
{
  return self->x + nsc_scale_map (self->values, value) * self->width;
}

static inline double
nsc_plot_map_y (const NscPlot *self, double value)
{
  return self->y + (1 - nsc_scale_map (self->heights, value)) * self->height;
}

/* Of a bar that is there at all, in points. */
#define NSC_LEAST_LENGTH 0.75

/* The value at which bars begin: 0, or that end of the domain which is nearest to it. */
double nsc_plot_get_base (const NscPlot *self);

/* How far from the base to the right a bar of VALUE reaches, below 0 to the left; one that is not 0 is seen, however
 * small its share. Nothing where VALUE is missing. */
double nsc_plot_get_length (const NscPlot *self, double value);

/* Whether a point lies in the plane; one that is missing, or has no place on a scale, does not. */
gboolean nsc_plot_holds (const NscPlot *self, double x, double y);

/* A dot in a plane as a scene mark: it reaches REACH points around X, Y, and up to WIDTH points of the plane answer for
 * it. */
NscSceneMark
nsc_plot_locate (const NscPlot *self, gint64 key, const char *name, double x, double y, double reach, double width);

/* A row's place: LANE is the height of the part beside its label, what a mark adds to it is below. X and WIDTH are
 * those of all that answers for it, in its panel. */
typedef struct
{
  guint row;
  double x, y, width, height;
  double lane;
} NscRowPlace;

/* How far a row reaches: to VALUE, and then WORDS points to the right, or where they are below 0 to the left. */
typedef struct
{
  double value;
  double words;
} NscReach;

#define NSC_MOST_REACHES 16

/* Words that stand to the right of a plane, level with the end of what they are of: LEAD in bold, TEXT after it. */
typedef struct
{
  const char *lead; /* or NULL */
  const char *text;
  NscColorRole color; /* of a line that leads to them where they are moved */
  double x, y;
} NscMarkEnd;

typedef struct _NscWordPlaces NscWordPlaces;

/* What a mark does not do is NULL. A mark over rows has build_row, one over a plane build_plane; either may have
 * build_behind. */
struct _NscMarkClass
{
  void (*free) (NscMark *self);

  /* ---- over rows ---- */

  /* How far marks at the least value stand out to the left. */
  double (*get_lead) (const NscMark *self, const NscPlot *plot);
  /* How many times the height of a plain row the lane of ROW is at least. */
  double (*get_lanes) (const NscMark *self, guint row);
  /* The height that ROW needs below its lane. */
  double (*get_extra) (const NscMark *self, const NscPlot *plot, guint row);
  /* Fills in up to NSC_MOST_REACHES and gives their number; the first is of the row's own value, NaN: it has none. */
  guint (*get_reaches) (const NscMark *self, const NscPlot *plot, guint row, NscReach *reaches);
  /* Whether ROW keeps its place when others are folded into one. */
  gboolean (*is_kept) (const NscMark *self, guint row);
  /* Draws what stands in the row, if anything does, as scene marks of its own. */
  void (*build_row) (const NscMark *self, const NscPlot *plot, const NscRowPlace *place, NscScene *scene);
  /* The row in words, a line for each of its marks, or NULL. */
  const char *(*get_row_name) (const NscMark *self, guint row);

  /* ---- over a plane ---- */

  /* How far it reaches beyond either end of the domain of values, in points, where that is as wide as in PLOT. */
  double (*get_spread) (const NscMark *self, const NscPlot *plot);
  /* How far words stand out beyond the right end of the plane. */
  double (*get_overhang) (const NscMark *self, const NscPlot *plot);
  /* Fills in the words at its right end, if it has any: all but their place also without one. */
  gboolean (*get_end) (const NscMark *self, const NscPlot *plot, NscMarkEnd *end);
  void (*build_plane) (const NscMark *self, const NscPlot *plot, NscScene *scene);
  /* Puts words where all marks have left room, once they are drawn. FIRST is its own first one in the scene. */
  void (*build_words) (const NscMark *self, const NscPlot *plot, guint first, NscWordPlaces *places, NscScene *scene);
  /* What there is in words, one by one. */
  guint (*get_n_names) (const NscMark *self);
  const char *(*get_name) (const NscMark *self, guint index);

  /* ---- over both ---- */

  /* The height of the words that stand right above what is drawn behind all marks. */
  double (*get_head) (const NscMark *self, const NscPlot *plot);
  /* Draws what lies behind all marks, from Y on and HEIGHT points high. */
  void (*build_behind) (const NscMark *self, const NscPlot *plot, double y, double height, NscScene *scene);
};

/* The first member of every mark. */
struct _NscMark
{
  const NscMarkClass *klass;
  gatomicrefcount references;
};

/* For who makes a mark of a class: one reference, the caller's. */
void nsc_mark_init (NscMark *self, const NscMarkClass *klass);
NscMark *nsc_mark_ref (NscMark *self);
void nsc_mark_unref (NscMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscMark, nsc_mark_unref)

G_END_DECLS
