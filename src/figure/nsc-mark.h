/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A geometry over the rows and values of a figure. Each geometry is a class with a table of functions; a mark knows
 * values, words and roles, and learns places and sizes only from the plot it is built into. Counted references;
 * immutable once its figure has been handed on. */

#include "nsc-axis.h"
#include "nsc-scene.h"
#include "nsc-theme.h"
#include "nsc-typesetter.h"

G_BEGIN_DECLS

typedef struct _NscMark NscMark;
typedef struct _NscMarkClass NscMarkClass;

/* Where marks go: what a layout has settled. */
typedef struct
{
  const char *language;
  NscTypesetter *type;
  NscMeasures measures; /* the label size is the one in use */
  double left, right;   /* ends of the rows, labels included */
  double x;             /* where values begin */
  double pitch;         /* from one row of a single line to the next */
  double values_width;  /* of the domain of values */
  const NscScale *values;
} NscPlot;

/* A row's place: LANE is the height of the part beside its label, what a mark adds to it is below. */
typedef struct
{
  guint row;
  double y, height, lane;
} NscRowPlace;

/* How far a row reaches to the right: to VALUE, and then WORDS points. */
typedef struct
{
  double value;
  double words;
} NscReach;

#define NSC_MOST_REACHES 2

struct _NscMarkClass
{
  const char *name;
  void (*free) (NscMark *self);

  /* The height that ROW needs below its lane. */
  double (*get_extra) (const NscMark *self, const NscPlot *plot, guint row);
  /* Fills in up to NSC_MOST_REACHES and gives their number; the first is of the row's own value. */
  guint (*get_reaches) (const NscMark *self, const NscPlot *plot, guint row, NscReach *reaches);
  /* Whether ROW keeps its place when others are folded into one. */
  gboolean (*is_kept) (const NscMark *self, guint row);
  /* Fills in key, name and the rectangle of what stands in the row; FALSE where nothing does. */
  gboolean (*locate) (const NscMark *self, const NscPlot *plot, const NscRowPlace *place, NscSceneMark *mark);
  /* Draws it, once it has been located. */
  void (*build) (const NscMark *self, const NscPlot *plot, const NscRowPlace *place, NscScene *scene);
  /* The row in words. */
  const char *(*get_name) (const NscMark *self, guint row);
};

/* The first member of every mark. */
struct _NscMark
{
  const NscMarkClass *klass;
  gatomicrefcount references;
};

void nsc_mark_init (NscMark *self, const NscMarkClass *klass);
NscMark *nsc_mark_ref (NscMark *self);
void nsc_mark_unref (NscMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscMark, nsc_mark_unref)

G_END_DECLS
