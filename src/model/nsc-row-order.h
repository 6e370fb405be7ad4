/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The order of rows by one column: numbers by value, dates by time, everything else as people read it in the order of
 * the locale, blanks last in both directions. Takes a value for each row, then sorts. Four bytes a row, and the values
 * of the column until it is sorted. Used by one thread. */

#include "nsc-column-reading.h"

G_BEGIN_DECLS

typedef struct _NscRowOrder NscRowOrder;

NscRowOrder *nsc_row_order_new (const NscTable *table, guint column, const char *language, gboolean descending);
void nsc_row_order_free (NscRowOrder *self);

/* Belongs to the order; to be prepared before the first value. */
NscColumnReading *nsc_row_order_get_reading (NscRowOrder *self);

/* The value of the next row. */
void nsc_row_order_add (NscRowOrder *self, const NscRowCell *cell);

/* Sorts INDEXES, which count the rows in the order in which they were added; those that are equal stay as they are. */
void nsc_row_order_sort (NscRowOrder *self, guint32 *indexes, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRowOrder, nsc_row_order_free)

G_END_DECLS
