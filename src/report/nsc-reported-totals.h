/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The totals that others reported of an initiative: the newest of each category that is not later than a date. A total
 * that is itself unverified is left out like any unverified record. One thread at a time. */

#include "nsc-reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 count;
  NscDate as_of;
  char *source;
} NscReportedTotal;

/* Category -> NscReportedTotal. AS_OF is a day as in nsc_date_last_day, 0: the newest of all. */
GHashTable *nsc_reported_totals_read (NscReader *reader,
                                      const char *initiative,
                                      gint32 as_of,
                                      gboolean include_unverified,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
