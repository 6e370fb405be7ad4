/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One source of a book, as lists show it. An object, so that lists can hold it; immutable. */

#include "nsc-source-book.h"

G_BEGIN_DECLS

#define NSC_TYPE_SOURCE_ITEM (nsc_source_item_get_type ())
G_DECLARE_FINAL_TYPE (NscSourceItem, nsc_source_item, NSC, SOURCE_ITEM, GObject)

/* Keeps BOOK. */
NscSourceItem *nsc_source_item_new (NscSourceBook *book, guint index);

/* As those of the book. */
const char *nsc_source_item_get_source (NscSourceItem *self);
const char *nsc_source_item_get_confidence (NscSourceItem *self);
guint64 nsc_source_item_count (NscSourceItem *self, const NscTable *table);

G_END_DECLS
