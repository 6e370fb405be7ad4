/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows of a report's table as a list model, in the order of the report or another. A row knows its sheet and its
 * number in it. Main thread only. */

#include "nsc-sheet-order.h"

G_BEGIN_DECLS

#define NSC_TYPE_SHEET_ROW (nsc_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (NscSheetRow, nsc_sheet_row, NSC, SHEET_ROW, GObject)

/* The value as people read it in the language of the interface. To be freed. */
char *nsc_sheet_row_dup_shown (NscSheetRow *self, guint column);
gint64 nsc_sheet_row_get_key (NscSheetRow *self);

#define NSC_TYPE_SHEET_MODEL (nsc_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (NscSheetModel, nsc_sheet_model, NSC, SHEET_MODEL, GObject)

NscSheetModel *nsc_sheet_model_new (NscSheet *sheet);

/* The model's own. */
NscSheet *nsc_sheet_model_get_sheet (NscSheetModel *self);

/* The sheet with its rows in the order of the model. */
NscSheet *nsc_sheet_model_dup_ordered (NscSheetModel *self);

/* By the first of SORTS and then by the next; none: as the report has them. */
void nsc_sheet_model_sort (NscSheetModel *self, const NscSheetSort *sorts, guint n_sorts);

/* Of the row at POSITION. */
gint64 nsc_sheet_model_get_key (NscSheetModel *self, guint position);

G_END_DECLS
