/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows of a sheet in the order of its columns: numbers by their value, words as the person's language orders them.
 * Rows without a value come after those with one, and the sheet's rest after all, in either direction; equal ones stay
 * in the order of the report. Any thread. */

#include "nsc-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  guint column;
  gboolean descending;
} NscSheetSort;

/* The numbers of all rows (guint), by the first of SORTS and where that says nothing by the next. LANGUAGE is that in
 * which they are read. */
GArray *nsc_sheet_order_rows (NscSheet *sheet, const NscSheetSort *sorts, guint n_sorts, const char *language);

G_END_DECLS
