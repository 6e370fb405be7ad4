/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row of a boxed list in which one of several things is chosen, each with an id that the program knows and a label
 * that people read. With many things the list can be searched. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_CHOICE_ROW (nsc_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (NscChoiceRow, nsc_choice_row, NSC, CHOICE_ROW, AdwComboRow)

/* Signal: "chosen", when the person chooses. */

GtkWidget *nsc_choice_row_new (const char *title);

/* Fills the list: begin, add each, end. What was chosen stays chosen where it is still there, else the first is. */
void nsc_choice_row_begin (NscChoiceRow *self);
void nsc_choice_row_add (NscChoiceRow *self, const char *id, const char *label);
void nsc_choice_row_end (NscChoiceRow *self);

/* The chosen id; "" where the list is empty. Owned by the row, until the next change. */
const char *nsc_choice_row_get_chosen (NscChoiceRow *self);
const char *nsc_choice_row_get_chosen_label (NscChoiceRow *self);

/* All ids, in the order of the list; to be freed with g_strfreev. */
char **nsc_choice_row_dup_ids (NscChoiceRow *self);

/* Does not emit "chosen"; FALSE where there is no such id. */
gboolean nsc_choice_row_set_chosen (NscChoiceRow *self, const char *id);

G_END_DECLS
