/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows of a growth: dates of records and of reports brought together, in the order of the report. Plain values; any
 * thread. */

#include "nsc-growth.h"
#include "nsc-reported-totals.h"

G_BEGIN_DECLS

typedef struct
{
  NscDate date;
  const char *category;          /* "all", or the total's */
  gint32 day;                    /* the date's first, or its last where somebody left then */
  gint64 recorded;               /* members on that day, -1: not of this category */
  const NscReportedTotal *total; /* of that date and category, or NULL */
  gint64 step_key;               /* of the point where somebody joined or left on the date, 0: nobody did */
  gint64 total_key;              /* of the reported total, 0: there is none */
} NscGrowthEntry;

/* Of NscGrowthEntry. ID is the initiative's; TOTALS, of NscReportedTotal, must live longer. */
GArray *nsc_growth_entries_new (const NscGrowth *growth, const GPtrArray *totals, const char *id);

/* The key of the mark of a date on which somebody joined or left. */
gint64 nsc_growth_entries_step_key (const char *id, NscDate date);

G_END_DECLS
