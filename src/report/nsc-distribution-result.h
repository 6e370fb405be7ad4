/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The result of the distribution report: a part for each initiative that was asked for, in that order, and what their
 * common figure and table say. Filled by the report, then immutable. */

#include "nsc-distribution-question.h"
#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_DISTRIBUTION_RESULT (nsc_distribution_result_get_type ())
G_DECLARE_FINAL_TYPE (NscDistributionResult, nsc_distribution_result, NSC, DISTRIBUTION_RESULT, NscResult)

/* Counts the memberships and orders the groups. Takes over QUESTION. */
NscResult *nsc_distribution_result_new (NscDistributionQuestion *question,
                                        NscReader *reader,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
