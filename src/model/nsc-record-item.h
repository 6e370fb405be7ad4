/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A record as lists show it: its values, and what people read in place of them (a reference by the name of its target,
 * a code in words). An object, so that lists can hold it; it is there before its row has been read, stays the same
 * object while somebody looks at the row, and emits "changed" when it has other values. Main thread only. */

#include "nsc-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_ITEM (nsc_record_item_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordItem, nsc_record_item, NSC, RECORD_ITEM, GObject)

/* That row, not read yet. */
NscRecordItem *nsc_record_item_new (gint64 row);

gint64 nsc_record_item_get_row (NscRecordItem *self);

/* NULL until it has been read. */
const NscRecord *nsc_record_item_get_record (NscRecordItem *self);

/* What people read in that column; never NULL, "" until it has been read. */
const char *nsc_record_item_get_text (NscRecordItem *self, guint column);

/* Takes RECORD and TEXTS, one per column, NULL where the value is read as it is stored; tells so where they differ from
 * what it had. */
void nsc_record_item_fill (NscRecordItem *self, NscRecord *record, char **texts);

/* Frees texts that no item has taken. */
void nsc_record_item_free_texts (const NscTable *table, char **texts);

G_END_DECLS
