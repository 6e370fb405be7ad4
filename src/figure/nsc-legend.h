/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What shapes, fills and lines mean where there is no room for words beside the marks: entries in reading order, as
 * many on a line as fit. A plain object of one layout, on its thread. */

#include "nsc-figure.h"
#include "nsc-pattern.h"
#include "nsc-scene-private.h"
#include "nsc-shape.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_SWATCH_DOT,
  NSC_SWATCH_SMALL_DOT,
  NSC_SWATCH_FILL,
  NSC_SWATCH_LINE,
} NscSwatch;

struct _NscLegendEntry
{
  NscSwatch swatch;
  NscColorRole color;
  NscShape shape;     /* of dots */
  gboolean hollow;    /* of dots */
  NscPattern pattern; /* of fills */
  NscDash dash;       /* of lines, in widths of the line; 0, 0: whole */
  const char *text;
  gboolean joined; /* of the same thing as the entry before it, and on its line where both fit on one */
};

typedef struct _NscLegend NscLegend;

/* Sets the entries of FIGURE, which outlives the legend as TYPE does, in WIDTH points. */
NscLegend *nsc_legend_new (const NscFigure *figure, NscTypesetter *type, NscMeasures measures, double width);
void nsc_legend_free (NscLegend *self);

/* 0 where there are no entries. */
double nsc_legend_get_height (const NscLegend *self);

/* Adds it to SCENE with its top left at X, Y. */
void nsc_legend_build (const NscLegend *self, double x, double y, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscLegend, nsc_legend_free)

G_END_DECLS
