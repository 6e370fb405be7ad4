/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row of a boxed list in which one or several things are chosen, each with an id that the program knows and a label
 * that people read. A click in the list that drops down chooses that thing alone, its check button adds it to the
 * others or takes it from them; one always stays chosen. With many things the list can be searched. Main thread only.
 */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_SEVERAL_ROW (nsc_several_row_get_type ())
G_DECLARE_FINAL_TYPE (NscSeveralRow, nsc_several_row, NSC, SEVERAL_ROW, AdwActionRow)

/* Signal: "chosen", when the person chooses. */

GtkWidget *nsc_several_row_new (const char *title);

/* Fills the list: begin, add each, end. What was chosen stays chosen where it is still there; where nothing is,
 * FALLBACK is, ids joined by commas, else the first. */
void nsc_several_row_begin (NscSeveralRow *self);
void nsc_several_row_add (NscSeveralRow *self, const char *id, const char *label);
void nsc_several_row_end (NscSeveralRow *self, const char *fallback);

/* The chosen ids in the order of the list, joined by commas, and their labels; "" where the list is empty. Owned by the
 * row, until the next change. */
const char *nsc_several_row_get_chosen (NscSeveralRow *self);
const char *nsc_several_row_get_chosen_labels (NscSeveralRow *self);

/* All ids, in the order of the list; to be freed with g_strfreev. */
char **nsc_several_row_dup_ids (NscSeveralRow *self);

/* Chooses those of IDS, joined by commas, that are there. Does not emit "chosen"; FALSE where none is there. */
gboolean nsc_several_row_set_chosen (NscSeveralRow *self, const char *ids);

G_END_DECLS
