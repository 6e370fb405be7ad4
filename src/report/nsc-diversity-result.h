/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The result of the diversity report: the measures of each initiative that was asked for, in that order. Filled by the
 * report, then immutable. */

#include "nsc-distribution-question.h"
#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_DIVERSITY_RESULT (nsc_diversity_result_get_type ())
G_DECLARE_FINAL_TYPE (NscDiversityResult, nsc_diversity_result, NSC, DIVERSITY_RESULT, NscResult)

/* Counts the memberships and computes the measures. Takes over QUESTION. */
NscResult *nsc_diversity_result_new (NscDistributionQuestion *question,
                                     NscReader *reader,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
