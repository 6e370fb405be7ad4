/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How many members an initiative had from day to day. An accumulator: begin, add batches, finish; memory grows with
 * actors and their separate periods, not with rows. Knows no names and no file; one thread at a time.
 *
 * Rules (all counts are of distinct actors):
 * - A member on a day: joined <= day < left. Memberships of one actor that overlap or meet are one period, so that who
 * changes roles neither leaves nor joins.
 * - A row without a known joining date cannot be placed in time: its actor is undated, unless another row places it.
 * - With a date, what happens later is not known yet: neither who joins later nor who leaves later. */

#include "nsc-date.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 actor;   /* a stable number of the actor */
  NscDate joined; /* from its first day on */
  NscDate left;   /* on its last day no more; unknown or open: not known to have left */
} NscGrowthRow;

/* A date on which somebody became a member or ceased to be one. A joining and a leaving dated 2018 are two steps, on
 * the first and on the last day of the year; so are 2018 and 2018-01-01, on the same day and with the same count. */
typedef struct
{
  gint32 day;    /* on which it takes effect */
  NscDate date;  /* as precise as it is recorded */
  guint64 count; /* members at the end of that day */
} NscGrowthStep;

typedef struct
{
  GArray *steps;   /* of NscGrowthStep by day, the coarser date first */
  guint64 total;   /* actors known to have joined */
  guint64 undated; /* actors of whom no joining date is known */
} NscGrowth;

typedef struct _NscGrowthAccumulator NscGrowthAccumulator;

/* AS_OF is a day as in nsc_date_last_day; 0 or G_MAXINT32: no limit. */
NscGrowthAccumulator *nsc_growth_begin (gint32 as_of);
void nsc_growth_add (NscGrowthAccumulator *self, const NscGrowthRow *rows, guint n);

/* Frees the accumulator and gives the result, to be freed with nsc_growth_free. */
NscGrowth *nsc_growth_finish (NscGrowthAccumulator *self);
void nsc_growth_abandon (NscGrowthAccumulator *self);
void nsc_growth_free (NscGrowth *self);

/* Members on a day, as far as the result reaches. */
guint64 nsc_growth_count_at (const NscGrowth *self, gint32 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscGrowth, nsc_growth_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscGrowthAccumulator, nsc_growth_abandon)

G_END_DECLS
