/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The table of a report with its notes below, and with the same marks chosen as its figure: a row answers for the mark
 * with its key. Its headers sort it, and a menu does; marks stay chosen. Main thread only. */

#include "nsc-sheet.h"

#include "nsc-mark-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_SHEET_VIEW (nsc_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (NscSheetView, nsc_sheet_view, NSC, SHEET_VIEW, AdwBin)

/* Signal: "mark-activated" (key), on a double click or Enter. */

void nsc_sheet_view_set_sheet (NscSheetView *self, NscSheet *sheet);

/* The sheet with its rows in the order that they are looked at; NULL where there is none. */
NscSheet *nsc_sheet_view_dup_ordered (NscSheetView *self);

/* The one that is shown and changed; until then it is one of its own. A row stands for the mark with its key. */
void nsc_sheet_view_set_selection (NscSheetView *self, NscMarkSelection *selection);

G_END_DECLS
