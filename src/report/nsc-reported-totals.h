/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The totals that others reported of an initiative, as far as they are not later than a date: all of them, or the
 * newest of each category. A total that is itself unverified is left out like any unverified record. One thread at a
 * time. */

#include "nsc-reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 row; /* of totals */
  char *category;
  gint64 count;
  NscDate as_of;
  char *source;
} NscReportedTotal;

/* Of NscReportedTotal, in the order of the records. AS_OF is a day as in nsc_date_last_day, 0: all. */
GPtrArray *nsc_reported_totals_list (NscReader *reader,
                                     const char *initiative,
                                     gint32 as_of,
                                     gboolean include_unverified,
                                     GCancellable *cancellable,
                                     GError **error);

/* The newest of a category in such a list, or NULL. */
const NscReportedTotal *nsc_reported_totals_find_newest (const GPtrArray *totals, const char *category);

/* Category -> the newest NscReportedTotal. */
GHashTable *nsc_reported_totals_read (NscReader *reader,
                                      const char *initiative,
                                      gint32 as_of,
                                      gboolean include_unverified,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
