/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One initiative of a distribution: its groups in the order of the report with their counts, and all that its figure
 * and its table say beside them. Filled from a reader, then immutable. */

#include "nsc-distribution-chart.h"
#include "nsc-distribution-question.h"
#include "nsc-grouping.h"
#include "nsc-growth.h"
#include "nsc-record-tally.h"
#include "nsc-reported-totals.h"

G_BEGIN_DECLS

typedef struct
{
  NscBarKind kind;
  char *code;
  char *label;
  guint64 count;
  gint64 reported; /* -1: none */
  gint64 key;      /* of the mark and of the row */
} NscDistributionGroupRow;

typedef struct
{
  char *id;
  gint64 row;
  char *name; /* in the language asked for */
  NscDistribution *counts;
  NscGrowth *growth;  /* with cumulative, else NULL */
  GPtrArray *groups;  /* of NscDistributionGroupRow, in the order of the report */
  guint64 total;      /* distinct actors, the base of the shares; with cumulative those who are known to have joined */
  GHashTable *totals; /* category -> NscReportedTotal */
  const NscReportedTotal *whole; /* of the whole membership, or NULL; in totals */
  char *whole_as_of;             /* ISO date of it, or NULL */
} NscDistributionPart;

/* Counts the memberships of the initiative with that id and orders the groups; the records that are shown are added to
 * TALLY. NSC_ERROR_NOT_FOUND where the project has no such initiative. */
NscDistributionPart *nsc_distribution_part_new (const NscDistributionQuestion *question,
                                                const char *id,
                                                NscGrouping *grouping,
                                                NscRecordTally *tally,
                                                NscReader *reader,
                                                GCancellable *cancellable,
                                                GError **error);
void nsc_distribution_part_free (NscDistributionPart *self);

/* The group with that key, or NULL. */
const NscDistributionGroupRow *nsc_distribution_part_find (const NscDistributionPart *self, gint64 key);

/* What is recorded of what is reported; its date is the part's. */
NscCoverage nsc_distribution_part_get_coverage (const NscDistributionPart *self);

/* The day at whose end the members of that year are counted with cumulative. */
gint32 nsc_distribution_part_last_day (const NscDistributionQuestion *question, guint year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscDistributionPart, nsc_distribution_part_free)

G_END_DECLS
