/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From the rows of a table to the numbers that an analysis gives them, looked up once for each of millions of rows: the
 * rows of most tables stand close together, so that they are the index of an array. One thread at a time. */

#include <glib.h>

G_BEGIN_DECLS

#define NSC_ROW_INDEX_NONE G_MAXUINT32

/* Rows up to this one are looked up in the array. */
#define NSC_ROW_INDEX_MOST_DENSE (1 << 20)

typedef struct
{
  guint32 *numbers; /* by row */
  gsize n_numbers;
  GHashTable *others; /* row -> number + 1 for the rows beyond; NULL: none */
} NscRowIndex;

void nsc_row_index_clear (NscRowIndex *self);

/* Gives ROW, which is above 0, NUMBER. */
void nsc_row_index_set (NscRowIndex *self, gint64 row, guint32 number);

/* For nsc_row_index_find: of a row that lies beyond the array. */
guint32 nsc_row_index_find_other (const NscRowIndex *self, gint64 row);

/* The number of ROW, NSC_ROW_INDEX_NONE where it has none. */
static inline guint32
nsc_row_index_find (const NscRowIndex *self, gint64 row)
{
  if ((guint64) row < self->n_numbers)
    return self->numbers[row];
  return self->others != NULL ? nsc_row_index_find_other (self, row) : NSC_ROW_INDEX_NONE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NscRowIndex, nsc_row_index_clear)

G_END_DECLS
