/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Editing in place, in a table of records: F2, Enter on a cell or a double click opens an editor over the cell; Enter
 * takes what was written, Escape leaves it, Tab goes on to the next cell of the record. Each value that is taken is one
 * step of the history. What cannot be taken stays in the editor, which says why. Belongs to the page. Main thread only.
 */

#include "nsc-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_CELL_EDITING (nsc_cell_editing_get_type ())
G_DECLARE_FINAL_TYPE (NscCellEditing, nsc_cell_editing, NSC, CELL_EDITING, GObject)

/* Signal: "saved" (int64, the record's row). VIEW has the columns of nsc-record-columns. */
NscCellEditing *nsc_cell_editing_new (GtkColumnView *view);

/* Whose records they are; PROJECT may be NULL. */
void nsc_cell_editing_set_place (NscCellEditing *self, NscProject *project, const NscTable *table);

/* Opens the editor on the cell that has the focus, or else the first of the row that has; FALSE where there is none. */
gboolean nsc_cell_editing_start (NscCellEditing *self);

G_END_DECLS
