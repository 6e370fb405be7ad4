/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The table of a report with its notes below, and with the same selection as its figure: a row answers for the mark
 * with its key. Main thread only. */

#include "nsc-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_SHEET_VIEW (nsc_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (NscSheetView, nsc_sheet_view, NSC, SHEET_VIEW, AdwBin)

/* Property: "selected-key" (int64, 0: no mark).
 * Signals: "mark-selected" (key), when the person moves the selection; "mark-activated" (key), on a double click or
 * Enter. */

void nsc_sheet_view_set_sheet (NscSheetView *self, NscSheet *sheet);

/* Does not emit "mark-selected". */
void nsc_sheet_view_set_selected_key (NscSheetView *self, gint64 key);

G_END_DECLS
