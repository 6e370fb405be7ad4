/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the growth of an initiative means, as a figure: the number of recorded members over time as a step curve, beside
 * it what others reported at their dates; a title that says where both stand, then coverage, who cannot be placed, what
 * was left out, and the source. Pure: the same input gives the same figure. The strings of the input are copied. Any
 * thread. */

#include "nsc-coverage.h"
#include "nsc-source-line.h"

#include "nsc-figure.h"

G_BEGIN_DECLS

/* From that day on so many are members, until the next point. */
typedef struct
{
  gint32 day;       /* as in nsc_date_first_day */
  const char *date; /* as precise as it is recorded, ISO */
  guint64 count;
  gint64 key; /* of the mark */
} NscGrowthPoint;

typedef struct
{
  gint32 day; /* the first of the date */
  const char *date;
  const char *category; /* a group's name in the figure's language; NULL: the whole membership */
  gint64 count;
  gint64 key;
} NscGrowthReport;

typedef struct
{
  const char *language;   /* "en" or "zh_CN" */
  const char *initiative; /* its name in the language */
  const NscGrowthPoint *points;
  guint n_points;                 /* by day */
  const NscGrowthReport *reports; /* by day */
  guint n_reports;
  guint64 undated;    /* distinct actors without a known joining date, who are in no point */
  guint64 unverified; /* distinct actors left out as unverified; with them asked in, those that are in the figure */
  gboolean include_unverified;
  NscCoverage coverage;
  const char *as_of; /* ISO date asked for, or NULL */
  gint32 last_day;   /* that the curve reaches: of that date; 0: of the last point or report */
  NscSourceLine sources;
} NscGrowthChart;

/* The new figure, to be released with nsc_figure_unref. An input without points and reports gives a figure that says
 * there is nothing to show and why. */
NscFigure *nsc_growth_chart_new (const NscGrowthChart *chart);

G_END_DECLS
