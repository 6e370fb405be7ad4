/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A source that records of a project name, with a confidence: how many records of each table do. Collected on a worker,
 * immutable then. */

#include "nsc-reader.h"

G_BEGIN_DECLS

#define NSC_TYPE_SOURCE_ITEM (nsc_source_item_get_type ())
G_DECLARE_FINAL_TYPE (NscSourceItem, nsc_source_item, NSC, SOURCE_ITEM, GObject)

/* All of them, elements NscSourceItem, in the order in which they appear. Memory grows with the sources, not with the
 * records. */
GPtrArray *nsc_source_item_collect (NscReader *reader, GCancellable *cancellable, GError **error);

/* "" for the records without a source. */
const char *nsc_source_item_get_source (NscSourceItem *self);
const char *nsc_source_item_get_confidence (NscSourceItem *self);

/* TABLE NULL: of all tables. */
guint64 nsc_source_item_count (NscSourceItem *self, const NscTable *table);

G_END_DECLS
