/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The columns in which a GtkColumnView shows NscRecordItems: one for each column of their table, sortable, names first
 * and ids last. Main thread only. */

#include "nsc-record-question.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts the columns of TABLE in place of those that are there. */
void nsc_record_columns_set (GtkColumnView *view, const NscTable *table);

/* The columns, of TABLE, by which the person sorts, the one chosen last first; gives their number. */
guint
nsc_record_columns_get_sorts (GtkColumnView *view, const NscTable *table, NscRecordSort sorts[NSC_RECORD_MAX_SORTS]);

/* The cell that WIDGET is or is part of, or NULL; and the column of the table that a cell shows. */
GtkColumnViewCell *nsc_record_columns_find_cell (GtkWidget *widget);
guint nsc_record_columns_get_index (GtkColumnViewCell *cell);

/* A factory for the rows of such a view, which tells assistive technologies the name of each. */
GtkListItemFactory *nsc_record_columns_new_row_factory (void);

G_END_DECLS
