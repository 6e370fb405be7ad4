/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The records of one table that somebody looks at, as NscRecordItems: made on demand, filled by a worker, the newest
 * demand first, and forgotten when nobody has looked for a while. However large the table, it keeps about a thousand.
 * There is one item to a row as long as anybody holds it. Main thread only. */

#include "nsc-project.h"
#include "nsc-record-batch.h"

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_CACHE (nsc_record_cache_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordCache, nsc_record_cache, NSC, RECORD_CACHE, GObject)

/* Signal: "read", when nothing more is under way; the error of what could not be read, or NULL, with it. */
NscRecordCache *nsc_record_cache_new (NscProject *project, const NscTable *table, const char *language);

/* The item of that row, a reference to it; it is read soon where it has not been. */
NscRecordItem *nsc_record_cache_get (NscRecordCache *self, gint64 row);

/* Puts records here that have been read already, so that they need not be when somebody looks. */
void nsc_record_cache_put (NscRecordCache *self, NscRecordBatch *records);

/* Reads all anew that anybody looks at. */
void nsc_record_cache_refresh (NscRecordCache *self);

gboolean nsc_record_cache_is_reading (NscRecordCache *self);

G_END_DECLS
