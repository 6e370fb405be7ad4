/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The memberships behind one bar of a distribution: those that it counts, and no others. One thread at a time. */

#include "nsc-distribution-part.h"

G_BEGIN_DECLS

/* Tells FUNC the memberships of PART that GROUP counts, or with NULL those that any known group counts; in the order of
 * the records. */
gboolean nsc_distribution_evidence_scan (const NscDistributionQuestion *question,
                                         const NscDistributionPart *part,
                                         const NscDistributionGroupRow *group,
                                         NscReader *reader,
                                         NscRecordFunc func,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
