/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a distribution means, as a figure: ordered horizontal bars with the count and share at their end, unknown and
 * undated last and outlined, reported totals beside the bars where coverage is low; a title that says what the records
 * show, a second line that says what is measured, then coverage, what was left out, and the source. Pure: the same
 * input gives the same figure. The strings of the input are copied. Any thread. */

#include "nsc-coverage.h"
#include "nsc-distribution.h"
#include "nsc-source-line.h"

#include "nsc-figure.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_BAR_KNOWN,
  NSC_BAR_UNKNOWN,       /* members whose group is not known */
  NSC_BAR_UNDATED,       /* members whose joining date is not known; outside the base */
  NSC_BAR_INTERNATIONAL, /* members of no country, such as intergovernmental organisations */
} NscBarKind;

typedef struct
{
  NscBarKind kind;
  const char *label; /* in the figure's language; blank with unknown and undated: the chart's words */
  guint64 count;
  gint64 reported; /* reported total of the same group, -1: none; drawn where coverage is low */
  gint64 key;      /* of the mark, for nsc_scene_hit and the evidence */
} NscDistributionBar;

/* One initiative; several are drawn side by side on one scale. */
typedef struct
{
  const char *initiative;         /* its name in the figure's language */
  const NscDistributionBar *bars; /* in the order to be drawn */
  guint n_bars;
  guint64 total;        /* base of the shares */
  guint64 excluded;     /* distinct actors left out with the excluded country */
  guint64 unverified;   /* distinct actors left out as unverified; with them asked in, those that are in the figure */
  NscCoverage coverage; /* its own */
} NscDistributionPanel;

typedef struct
{
  const char *language;               /* "en" or "zh_CN" */
  const NscDistributionPanel *panels; /* in the order asked for */
  guint n_panels;
  NscDimension by;
  gboolean cumulative;          /* by year: the members at its end instead of those who joined in it */
  const char *excluded_country; /* its name in the language, or NULL */
  gboolean include_unverified;
  const char *as_of; /* ISO date asked for, or NULL */
  NscSourceLine sources;
} NscDistributionChart;

/* The new figure, to be released with nsc_figure_unref. An input without bars gives a figure that says there is nothing
 * to show and why. */
NscFigure *nsc_distribution_chart_new (const NscDistributionChart *chart);

G_END_DECLS
