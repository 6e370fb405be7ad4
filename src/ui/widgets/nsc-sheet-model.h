/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows of a report's table as a list model. A row knows its sheet and its number. Main thread only. */

#include "nsc-sheet.h"

G_BEGIN_DECLS

#define NSC_TYPE_SHEET_ROW (nsc_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (NscSheetRow, nsc_sheet_row, NSC, SHEET_ROW, GObject)

/* The value as people read it in the language of the interface. To be freed. */
char *nsc_sheet_row_dup_shown (NscSheetRow *self, guint column);
gint64 nsc_sheet_row_get_key (NscSheetRow *self);

#define NSC_TYPE_SHEET_MODEL (nsc_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (NscSheetModel, nsc_sheet_model, NSC, SHEET_MODEL, GObject)

NscSheetModel *nsc_sheet_model_new (NscSheet *sheet);

gint64 nsc_sheet_model_get_key (NscSheetModel *self, guint row);

G_END_DECLS
