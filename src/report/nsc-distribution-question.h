/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is asked about the spread of signatories, read from the options of a report. Owned by whoever holds it; one
 * thread. */

#include "nsc-distribution.h"
#include "nsc-report.h"

G_BEGIN_DECLS

typedef struct
{
  char *language;
  char **initiatives;    /* ids, one at least, none twice */
  char *exclude_country; /* code or NULL */
  NscDimension by;
  gboolean cumulative; /* with by year: the members at its end */
  NscDate as_of;
  gboolean include_unverified;
} NscDistributionQuestion;

/* Reads OPTIONS, which hold those that are required. NSC_ERROR_USAGE where a value does not fit; SELF is clear then. */
gboolean nsc_distribution_question_read (NscDistributionQuestion *self, NscOptions *options, GError **error);
void nsc_distribution_question_clear (NscDistributionQuestion *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NscDistributionQuestion, nsc_distribution_question_clear)

G_END_DECLS
