/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* All initiatives that a distribution is asked of, counted, and what a chart needs of them. Filled from a reader, then
 * immutable. */

#include "nsc-distribution-part.h"

G_BEGIN_DECLS

typedef struct
{
  NscDistributionQuestion question;
  char *excluded_name;   /* of the excluded country in the language, or NULL */
  GPtrArray *parts;      /* of NscDistributionPart, in the order asked for */
  NscRecordTally *tally; /* of the records shown; the caller's */
} NscDistributionParts;

/* Takes over QUESTION; TALLY lives longer. NSC_ERROR_NOT_FOUND where the project has no such initiative or country. */
NscDistributionParts *nsc_distribution_parts_new (NscDistributionQuestion *question,
                                                  NscRecordTally *tally,
                                                  NscReader *reader,
                                                  GCancellable *cancellable,
                                                  GError **error);
void nsc_distribution_parts_free (NscDistributionParts *self);

const NscDistributionPart *nsc_distribution_parts_get (const NscDistributionParts *self, guint index);

/* What a chart is made from, with the memory that its plain structures point to; PARTS must live longer. */
typedef struct
{
  NscDistributionChart chart;
  NscDistributionPanel *panels;
  GPtrArray *bars;
  char **sources;
  char *as_of;
} NscDistributionDrawing;

NscDistributionDrawing *nsc_distribution_drawing_new (const NscDistributionParts *parts);
void nsc_distribution_drawing_free (NscDistributionDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscDistributionParts, nsc_distribution_parts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscDistributionDrawing, nsc_distribution_drawing_free)

G_END_DECLS
