/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a comparison of salience means, as a figure: for each issue how often each publisher mentions it, with the
 * number of distinct documents; a title that says what the records show, a second line that says what is measured, then
 * how the ranks agree, what was left out, a caution and the source. Pure: the same input gives the same figure. The
 * strings of the input are copied. Any thread. */

#include "nsc-rank-correlation.h"
#include "nsc-source-line.h"

#include "nsc-figure.h"

G_BEGIN_DECLS

/* What one publisher has of one issue. */
typedef struct
{
  guint64 mentions;
  guint64 documents;
  double rank; /* 1 = most, ties averaged */
  gint64 key;  /* of the mark, for nsc_scene_hit and the evidence */
} NscSalienceMark;

typedef struct
{
  const char *label;            /* in the figure's language */
  gint64 key;                   /* of the row */
  const NscSalienceMark *marks; /* by publisher */
} NscSalienceRow;

typedef struct
{
  const char *name; /* in the figure's language */
  const char *kind; /* a choice of actors.kind, "" where there is no one kind */
} NscSaliencePublisher;

/* Of more pairs than these a figure tells no agreement. */
#define NSC_SALIENCE_MOST_PAIRS 6

typedef struct
{
  guint first; /* the publishers' numbers */
  guint second;
  NscRankCorrelation correlation;
} NscSaliencePair;

typedef struct
{
  const char *language; /* "en" or "zh_CN" */
  const NscSaliencePublisher *publishers;
  guint n_publishers;
  const NscSalienceRow *rows; /* in the order to be drawn */
  guint n_rows;
  const NscSaliencePair *pairs;
  guint n_pairs;
  guint64 seed;
  guint64 unverified; /* mentions left out, or with unverified records asked in counted */
  guint64 undated;    /* mentions left out since nobody knows whether they are later than the date */
  gboolean include_unverified;
  const char *parent; /* label of the issue below which the issues are, or NULL: all */
  const char *as_of;  /* ISO date asked for, or NULL */
  NscSourceLine sources;
} NscSalienceChart;

/* The new figure, to be released with nsc_figure_unref. An input without rows gives a figure that says there is nothing
 * to show and why. */
NscFigure *nsc_salience_chart_new (const NscSalienceChart *chart);

G_END_DECLS
