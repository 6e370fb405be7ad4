/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a comparison of two agendas means, as a figure: a row per issue, years on the axis, a mark for each year in
 * which a publisher mentions the issue; a title that says what the records show, a second line that says what is
 * measured, then who was first how often, the documents that there are, what was left out, a caution and the source.
 * Pure: the same input gives the same figure. The strings of the input are copied. Any thread. */

#include "nsc-agenda.h"
#include "nsc-source-line.h"

#include "nsc-figure.h"

G_BEGIN_DECLS

/* A year in which a publisher mentions an issue or issues documents. */
typedef struct
{
  guint year;
  guint64 count;  /* of mentions or of documents in that year */
  gint64 key;     /* of the mark, for nsc_scene_hit and the evidence; 0: it is none */
  gboolean first; /* the publisher's first year with this issue */
} NscAgendaMark;

typedef struct
{
  const char *label;                            /* in the figure's language */
  gint64 key;                                   /* of the row and its lead */
  const NscAgendaMark *marks[NSC_AGENDA_SIDES]; /* by year */
  guint n_marks[NSC_AGENDA_SIDES];
  const NscAgendaMark *silences[NSC_AGENDA_SIDES]; /* by year: of documents none of which mentions it */
  guint n_silences[NSC_AGENDA_SIDES];
  NscLeader leader;
  gint32 lead_years; /* as in NscAgendaIssue */
  gboolean open;
} NscAgendaRow;

typedef struct
{
  const char *name;               /* in the figure's language */
  const char *kind;               /* a choice of actors.kind, "" where there is no one kind */
  const NscAgendaMark *documents; /* by year */
  guint n_documents;              /* years with documents */
  guint64 unverified;             /* mentions left out, or with unverified records asked in counted */
  guint64 undated;                /* mentions without a year, left out */
  guint64 undated_documents;      /* documents without a year, left out */
} NscAgendaPublisher;

typedef struct
{
  const char *language; /* "en" or "zh_CN" */
  NscAgendaPublisher publishers[NSC_AGENDA_SIDES];
  const NscAgendaRow *rows; /* in the order to be drawn */
  guint n_rows;
  const NscAgendaSummary *summary;
  const char *parent; /* label of the issue below which the issues are, or NULL: all */
  const char *as_of;  /* ISO date asked for, or NULL */
  gboolean include_unverified;
  NscSourceLine sources;
} NscAgendaChart;

/* The new figure, to be released with nsc_figure_unref. An input without rows gives a figure that says there is nothing
 * to show and why. */
NscFigure *nsc_agenda_chart_new (const NscAgendaChart *chart);

G_END_DECLS
