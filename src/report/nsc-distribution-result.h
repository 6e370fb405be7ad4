/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The result of the distribution report: the ordered groups with their counts, and all that its figure and its table
 * say beside them. Filled by the report, then immutable. */

#include "nsc-distribution.h"
#include "nsc-grouping.h"
#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_DISTRIBUTION_RESULT (nsc_distribution_result_get_type ())
G_DECLARE_FINAL_TYPE (NscDistributionResult, nsc_distribution_result, NSC, DISTRIBUTION_RESULT, NscResult)

/* What was asked, owned by whoever holds it. */
typedef struct
{
  char *language;
  char *initiative;      /* id */
  char *exclude_country; /* code or NULL */
  NscDimension by;
  NscDate as_of;
  gboolean include_unverified;
} NscDistributionQuestion;

void nsc_distribution_question_clear (NscDistributionQuestion *self);

/* Counts the memberships and orders the groups. Takes over QUESTION. */
NscResult *nsc_distribution_result_new (NscDistributionQuestion *question,
                                        NscReader *reader,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
