/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The groups of one or several initiatives as rows that they share. A group is the same in two initiatives where its
 * kind and label are. Belongs to who made it; the bars are the chart's. Any thread. */

#include "nsc-distribution-chart.h"

G_BEGIN_DECLS

typedef struct
{
  NscBarKind kind;
  char *label;
  guint64 count;                   /* of all panels together */
  const NscDistributionBar **bars; /* one per panel; NULL where it has no such group */
} NscComparedGroup;

/* Of one panel in its own order; of several by years without a gap, or with the group first that has most members in
 * all of them, and in either case what is unknown and undated last. To be released with g_ptr_array_unref. */
GPtrArray *nsc_compared_groups_new (const NscDistributionChart *chart);

G_END_DECLS
