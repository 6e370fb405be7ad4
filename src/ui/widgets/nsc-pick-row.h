/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row to choose one of the codes of a column or one of the records that it can name, with search where there are
 * many. Keeps its value while the choices are still being read, and cannot be changed until then. Main thread only. */

#include "nsc-choice-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_PICK_ROW (nsc_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (NscPickRow, nsc_pick_row, NSC, PICK_ROW, AdwComboRow)

/* Signal: "value-changed", when a person chooses. */
GtkWidget *nsc_pick_row_new (NscChoiceList *choices);

NscChoiceList *nsc_pick_row_get_choices (NscPickRow *self);

/* What is stored for the choice; never NULL. */
const char *nsc_pick_row_get_value (NscPickRow *self);
void nsc_pick_row_set_value (NscPickRow *self, const char *value);

/* What people read of the choice, or "" where it is blank or not yet known. */
const char *nsc_pick_row_get_label (NscPickRow *self);

G_END_DECLS
