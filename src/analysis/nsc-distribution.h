/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the members of an initiative spread over groups. An accumulator: begin, add batches, finish; memory grows with
 * actors and groups, not with rows. Knows no names and no file; one thread at a time.
 *
 * Rules (all counts are of distinct actors):
 * - A row that is unverified is left out, unless asked in.
 * - With a date, a row counts when joined <= date < left; one without a joining date is undated: reported, never part
 * of the total. Without a date nothing is filtered by date.
 * - An actor of the excluded country is left out of groups and total, and counted apart.
 * - What is said of a row that is several of these: not a member, then unverified, then excluded, then undated.
 * - `total` is the distinct actors that are left, those without a known group included: the base of every share. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_DIMENSION_SECTOR,
  NSC_DIMENSION_COUNTRY,
  NSC_DIMENSION_REGION,
  NSC_DIMENSION_SUBREGION,
  NSC_DIMENSION_UN_GROUP,
  NSC_DIMENSION_KIND,
  NSC_DIMENSION_ROLE,
  NSC_DIMENSION_YEAR,
} NscDimension;

#define NSC_GROUP_UNKNOWN (-1)

typedef struct
{
  gint64 actor;        /* a stable number of the actor */
  gint32 group;        /* the caller's number of the group from 0, or NSC_GROUP_UNKNOWN */
  gint32 joined;       /* first day of joining as in nsc_date_first_day, 0: not known */
  gint32 left;         /* last day of leaving, 0: not known to have left, G_MAXINT32: open */
  gboolean unverified; /* the row's own confidence */
  gboolean excluded;   /* the actor is of the excluded country */
} NscDistributionRow;

typedef struct
{
  gint32 group;  /* as in the rows; NSC_GROUP_UNKNOWN comes last */
  guint64 count; /* distinct actors */
} NscDistributionGroup;

typedef struct
{
  GArray *groups;     /* of NscDistributionGroup with a count of 1 or more, by group number, unknown last */
  guint64 total;      /* distinct actors in the groups: the base of shares */
  guint64 undated;    /* distinct actors known only from rows without a joining date, with a date asked */
  guint64 excluded;   /* distinct actors left out for their country */
  guint64 unverified; /* distinct actors known only from unverified rows: left out, or counted where asked in */
  guint64 recorded;   /* distinct actors before the exclusion of a country: what coverage is measured by */
} NscDistribution;

typedef struct _NscDistributionAccumulator NscDistributionAccumulator;

/* AS_OF is a day as in nsc_date_last_day, 0: no filter by date. */
NscDistributionAccumulator *nsc_distribution_begin (gint32 as_of, gboolean include_unverified);
void nsc_distribution_add (NscDistributionAccumulator *self, const NscDistributionRow *rows, guint n);

/* Frees the accumulator and gives the result, to be freed with nsc_distribution_free. */
NscDistribution *nsc_distribution_finish (NscDistributionAccumulator *self);
void nsc_distribution_abandon (NscDistributionAccumulator *self);
void nsc_distribution_free (NscDistribution *self);

/* Whether a row counts under these options; the same rule that nsc_distribution_add follows, for the rows behind a bar.
 */
typedef enum
{
  NSC_ROW_COUNTS,
  NSC_ROW_UNVERIFIED, /* left out for its confidence */
  NSC_ROW_NOT_MEMBER, /* not a member at that date */
  NSC_ROW_UNDATED,    /* nobody knows whether it was a member at that date */
  NSC_ROW_EXCLUDED,   /* of the excluded country */
} NscRowVerdict;

NscRowVerdict nsc_distribution_judge (const NscDistributionRow *row, gint32 as_of, gboolean include_unverified);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscDistribution, nsc_distribution_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscDistributionAccumulator, nsc_distribution_abandon)

G_END_DECLS
