/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which mentions a comparison of salience is of, and how they become the rows of its analysis; the same for counting
 * them and for finding those behind a mark. Borrows what it names. One thread at a time. */

#include "nsc-codebook.h"
#include "nsc-publishers.h"
#include "nsc-record-tally.h"
#include "nsc-salience.h"

G_BEGIN_DECLS

typedef struct
{
  const NscPublishers *publishers;
  const NscCodebook *codebook;
  gint32 as_of; /* a day as in nsc_date_last_day, 0: no filter by date */
  gboolean include_unverified;
} NscSalienceScope;

/* Counts the mentions; those that count are added to TALLY, unless it is NULL. */
NscSalience *nsc_salience_scope_count (
    const NscSalienceScope *self, NscReader *reader, NscRecordTally *tally, GCancellable *cancellable, GError **error);

/* Tells FUNC the mentions that COUNTS has counted behind KEY, that of a publisher's mentions of an issue; none where it
 * shows no such mark. */
gboolean nsc_salience_scope_scan_evidence (const NscSalienceScope *self,
                                           const NscSalience *counts,
                                           NscReader *reader,
                                           gint64 key,
                                           NscRecordFunc func,
                                           gpointer data,
                                           GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
