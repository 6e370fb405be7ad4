/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The choices of a column to pick one of: type to find, arrows to move, Enter or a click to take it. For places without
 * room for a row (NscPickRow). Main thread only. */

#include "nsc-choice-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_CHOICE_PICKER (nsc_choice_picker_get_type ())
G_DECLARE_FINAL_TYPE (NscChoicePicker, nsc_choice_picker, NSC, CHOICE_PICKER, GtkBox)

/* Signals: "picked", when the person takes the marked choice; "changed", when another is marked. */

/* VALUE is what is stored now; NAME is what screen readers call the search. */
GtkWidget *nsc_choice_picker_new (NscChoiceList *choices, const char *value, const char *name);

NscChoiceList *nsc_choice_picker_get_choices (NscChoicePicker *self);

/* What is stored for the marked choice; NULL where nothing is found. */
const char *nsc_choice_picker_get_value (NscChoicePicker *self);

G_END_DECLS
