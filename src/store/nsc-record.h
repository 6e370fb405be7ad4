/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One row of any table, as text in the form of an interchange file: dates in ISO form, references as the id of their
 * target, "" for a blank. A record is a plain value: new ones have row 0, one that was read keeps the row it came from.
 * Free with nsc_record_free. Not shared between threads while it is changed. */

#include "nsc-table.h"

G_BEGIN_DECLS

typedef struct _NscRecord NscRecord;

NscRecord *nsc_record_new (const NscTable *table);
NscRecord *nsc_record_copy (const NscRecord *self);
void nsc_record_free (NscRecord *self);

const NscTable *nsc_record_get_table (const NscRecord *self);

/* The row's number in its table, 0 for a record that is not stored. */
gint64 nsc_record_get_row (const NscRecord *self);
void nsc_record_set_row (NscRecord *self, gint64 row);

/* Never NULL; the text is the record's until the value is set again. */
const char *nsc_record_get (const NscRecord *self, guint column);
const char *nsc_record_get_by_name (const NscRecord *self, const char *column);

/* Copies VALUE; NULL stands for a blank. */
void nsc_record_set (NscRecord *self, guint column, const char *value);
void nsc_record_set_by_name (NscRecord *self, const char *column, const char *value);

const char *nsc_record_get_id (const NscRecord *self);

/* What people call the row: its name in LANGUAGE where it has one, else in English, else its id. */
const char *nsc_record_get_name (const NscRecord *self, const char *language);

/* Whether both have the same table and values; rows are not compared. */
gboolean nsc_record_equal (const NscRecord *a, const NscRecord *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecord, nsc_record_free)

G_END_DECLS
