/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a distribution means, as a figure: ordered horizontal bars with the count and share at their end, unknown and
 * undated last and outlined, reported totals beside the bars where coverage is low; a title that says what the records
 * show, a second line that says what is measured, then coverage, what was left out, and the source. Pure: the same
 * input gives the same figure. The strings of the input are copied. Any thread. */

#include "nsc-distribution.h"

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

typedef struct
{
  const char *language;   /* "en" or "zh_CN" */
  const char *initiative; /* its name in the language */
  NscDimension by;
  const NscDistributionBar *bars; /* in the order to be drawn */
  guint n_bars;
  guint64 total;                /* base of the shares */
  const char *excluded_country; /* its name in the language, or NULL */
  guint64 excluded;             /* distinct actors left out with it */
  guint64 unverified; /* distinct actors left out as unverified; with them asked in, those that are in the figure */
  gboolean include_unverified;
  guint64 recorded;           /* coverage: this many of */
  gint64 reported;            /* that many; -1: no total is known, no coverage is claimed */
  const char *reported_as_of; /* ISO date of the reported total, or NULL */
  const char *as_of;          /* ISO date asked for, or NULL */
  const char *const *sources; /* distinct, the most frequent first, NULL-terminated */
  guint n_more_sources;       /* distinct sources beyond those */
} NscDistributionChart;

/* The new figure, to be released with nsc_figure_unref. An input without bars gives a figure that says there is nothing
 * to show and why. */
NscFigure *nsc_distribution_chart_new (const NscDistributionChart *chart);

/* The share from which on coverage counts as low and bars are "of those recorded": 80 %. */
gboolean nsc_distribution_chart_is_low_coverage (guint64 recorded, gint64 reported);

G_END_DECLS
