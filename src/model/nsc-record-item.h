/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A record as a list shows it: beside what is stored, the text that people read in each column (a reference by the name
 * of its target, a code in words), and what a search looks through. An object, so that lists can hold it; it stays the
 * same object while its row is there and emits "changed" when the row has other values. Made on any thread, afterwards
 * used on the main thread. */

#include "nsc-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_ITEM (nsc_record_item_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordItem, nsc_record_item, NSC, RECORD_ITEM, GObject)

/* Takes RECORD and TEXTS: one per column, NULL where the value is read as it is stored. */
NscRecordItem *nsc_record_item_new (NscRecord *record, char **texts);

const NscRecord *nsc_record_item_get_record (NscRecordItem *self);
gint64 nsc_record_item_get_row (NscRecordItem *self);

/* What people read in that column; never NULL. */
const char *nsc_record_item_get_text (NscRecordItem *self, guint column);

/* The form in which texts are searched: letters without case, marks and width. To be freed. */
char *nsc_record_item_fold (const char *text);

/* Whether FOLDED is part of any column, as it is stored or as it is read; an empty one always is. */
gboolean nsc_record_item_matches (NscRecordItem *self, const char *folded);

/* The order by that column: numbers by value, texts as the locale orders them, blanks last. */
int nsc_record_item_compare (NscRecordItem *a, NscRecordItem *b, guint column);

gboolean nsc_record_item_equal (NscRecordItem *a, NscRecordItem *b);

/* Takes over what OTHER, of the same table, holds, leaving it empty, and tells so. */
void nsc_record_item_replace (NscRecordItem *self, NscRecordItem *other);

G_END_DECLS
