/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words of a record in a cell of its table: one line, cut short where it does not fit, on the same baseline in
 * every cell, whatever its script. Owns its words. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_CELL (nsc_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordCell, nsc_record_cell, NSC, RECORD_CELL, GtkWidget)

GtkWidget *nsc_record_cell_new (void);

/* Where its words are set. The cell keeps it. */
GtkInscription *nsc_record_cell_get_words (NscRecordCell *self);

G_END_DECLS
