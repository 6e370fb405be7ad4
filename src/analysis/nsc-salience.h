/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How much each of several publishers speaks of each issue. An accumulator: begin, add batches, finish; memory grows
 * with issues, publishers and the distinct documents named, not with rows. Knows no names and no file; one thread at a
 * time.
 *
 * Rules:
 * - A row that is unverified is left out, unless asked in.
 * - With a date, a row counts when the earliest day that its own date can mean is not later; an undated one does not.
 *   Without one every row counts, dated or not.
 * - Documents are the distinct ones named by the mentions that count; a mention without document is one mention more
 * and no document.
 * - The issues of the result are those that any publisher mentions; the others have 0 mentions of them, and are ranked
 *   with the rest. */

#include "nsc-rank-correlation.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 document;   /* a stable number of the document, 0: none named */
  gint32 day;        /* the earliest day as in nsc_date_first_day, 0: undated; asked for only with a date */
  guint32 issue;     /* the caller's number of the issue from 0 */
  guint16 publisher; /* the caller's number of the publisher from 0 */
  guint8 unverified; /* the row's own confidence */
} NscSalienceMention;

typedef struct
{
  guint64 mentions;
  guint64 documents; /* distinct ones */
  double rank;       /* by mentions among the publisher's issues, 1 = most, ties averaged */
} NscSalienceCell;

typedef struct
{
  guint n_publishers;
  guint n_issues;         /* those that any publisher mentions */
  guint32 *issues;        /* their numbers, ascending */
  NscSalienceCell *cells; /* of the first issue by publisher, then of the second, … */
  guint64 unverified;     /* mentions left out as unverified, or counted where asked in */
  guint64 undated;        /* mentions left out as undated */
} NscSalience;

typedef struct _NscSalienceAccumulator NscSalienceAccumulator;

/* AS_OF is a day as in nsc_date_last_day, 0: no filter by date. */
NscSalienceAccumulator *
nsc_salience_begin (guint n_issues, guint n_publishers, gint32 as_of, gboolean include_unverified);
void nsc_salience_add (NscSalienceAccumulator *self, const NscSalienceMention *rows, guint n);

/* Frees the accumulator and gives the result, to be freed with nsc_salience_free. */
NscSalience *nsc_salience_finish (NscSalienceAccumulator *self);
void nsc_salience_abandon (NscSalienceAccumulator *self);
void nsc_salience_free (NscSalience *self);

const NscSalienceCell *nsc_salience_get_cell (const NscSalience *self, guint issue, guint publisher);

/* How the mentions of two publishers agree over the issues; see nsc_rank_correlation_compute. */
gboolean nsc_salience_correlate (const NscSalience *self,
                                 guint first,
                                 guint second,
                                 guint64 seed,
                                 GCancellable *cancellable,
                                 NscRankCorrelation *result,
                                 GError **error);

typedef enum
{
  NSC_SALIENCE_COUNTS,
  NSC_SALIENCE_UNVERIFIED, /* left out for its confidence */
  NSC_SALIENCE_LATER,      /* than the date that was asked for */
  NSC_SALIENCE_UNDATED,    /* nobody knows whether it is later */
} NscSalienceVerdict;

/* What the rules make of a row. */
NscSalienceVerdict nsc_salience_judge (gint32 day, gboolean unverified, gint32 as_of, gboolean include_unverified);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscSalience, nsc_salience_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscSalienceAccumulator, nsc_salience_abandon)

G_END_DECLS
