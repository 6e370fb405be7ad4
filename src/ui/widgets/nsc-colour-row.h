/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row for a colour, written as #rrggbb or chosen with the swatch at its end. Its text is the value. Main thread
 * only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_COLOUR_ROW (nsc_colour_row_get_type ())
G_DECLARE_FINAL_TYPE (NscColourRow, nsc_colour_row, NSC, COLOUR_ROW, AdwEntryRow)

GtkWidget *nsc_colour_row_new (void);

G_END_DECLS
