/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The result of the salience report: mentions, documents and ranks by issue and publisher, in the order of the
 * codebook, and how the ranks agree. Filled by the report, then immutable. */

#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_SALIENCE_RESULT (nsc_salience_result_get_type ())
G_DECLARE_FINAL_TYPE (NscSalienceResult, nsc_salience_result, NSC, SALIENCE_RESULT, NscResult)

/* What was asked; the texts belong to the options. */
typedef struct
{
  const char *language;
  const char *publishers; /* parted by semicolons, each ids joined by commas */
  const char *parent;     /* id of an issue, NULL: all issues */
  NscDate as_of;
  gboolean include_unverified;
  gboolean summary; /* the table is of the pairs */
  guint64 seed;
  gboolean only_sheet; /* no figure will be asked for */
} NscSalienceQuestion;

/* Counts the mentions and correlates each pair of publishers. */
NscResult *nsc_salience_result_new (const NscSalienceQuestion *question,
                                    NscReader *reader,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
