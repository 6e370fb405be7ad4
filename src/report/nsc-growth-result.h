/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The result of the growth report: recorded members and reported totals of one initiative over time. Filled by the
 * report, then immutable. */

#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_GROWTH_RESULT (nsc_growth_result_get_type ())
G_DECLARE_FINAL_TYPE (NscGrowthResult, nsc_growth_result, NSC, GROWTH_RESULT, NscResult)

/* What was asked, owned by whoever holds it. */
typedef struct
{
  char *language;
  char *initiative; /* id */
  NscDate as_of;
  gboolean include_unverified;
} NscGrowthQuestion;

void nsc_growth_question_clear (NscGrowthQuestion *self);

/* Counts the memberships and gathers the totals. Takes over QUESTION. */
NscResult *
nsc_growth_result_new (NscGrowthQuestion *question, NscReader *reader, GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NscGrowthQuestion, nsc_growth_question_clear)

G_END_DECLS
