/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person writes one value of a record in, over the cell where it stands: an entry, an entry with a colour, or
 * the choices. Says what is wrong under it. Knows nothing of saving (NscCellEditing). Main thread only. */

#include "nsc-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_CELL_EDITOR (nsc_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (NscCellEditor, nsc_cell_editor, NSC, CELL_EDITOR, GtkPopover)

/* Signals: "changed"; "done" (int), the person is through: 1 and -1 to go to the next or previous cell, 0 to stay;
 * "left", they want nothing changed. */

/* NAME is what screen readers call it, "Joined of Hitachi"; LANGUAGE is that of choices. */
NscCellEditor *nsc_cell_editor_new (
    NscProject *project, const NscColumn *column, const char *value, const char *name, const char *language);

/* NULL where what was typed is none of the choices. */
const char *nsc_cell_editor_get_value (NscCellEditor *self);

/* NULL: nothing. */
void nsc_cell_editor_set_problem (NscCellEditor *self, const char *problem);
const char *nsc_cell_editor_get_problem (NscCellEditor *self);

/* While it is being saved nothing can be written. */
void nsc_cell_editor_set_saving (NscCellEditor *self, gboolean saving);

/* Shows it over that place of its parent. */
void nsc_cell_editor_show (NscCellEditor *self, const GdkRectangle *cell);

/* Closes it without a word. */
void nsc_cell_editor_close (NscCellEditor *self);

G_END_DECLS
