/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The form in which one record is added or edited, made from the description of its table. It closes only when the
 * record has been saved as a step of the history, or when the person lets go of what they wrote; until then nothing
 * that was written is lost. Main thread only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_FORM (nsc_record_form_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordForm, nsc_record_form, NSC, RECORD_FORM, AdwDialog)

/* Signals: "saved" (int64, the record's row), before it closes or goes on; "move" (int, 1 or -1), when the person wants
 * the record after or before, and what they wrote is saved. Actions: "form.save", "form.cancel". */

/* RECORD, which is copied, is the one to edit, or what a new one (row 0) begins with; NULL for a blank new one. */
NscRecordForm *nsc_record_form_new (NscProject *project, const NscTable *table, const NscRecord *record);

/* Puts another RECORD of the table, which is copied, in place of the one in the form. */
void nsc_record_form_show (NscRecordForm *self, const NscRecord *record);

/* 0 for a new record. */
gint64 nsc_record_form_get_row (NscRecordForm *self);

/* Whether there is a record before and after the one in the form. */
void nsc_record_form_set_neighbours (NscRecordForm *self, gboolean before, gboolean after);

/* Opens a form in the window of PARENT. */
void nsc_record_form_present (GtkWidget *parent, NscProject *project, const NscTable *table, const NscRecord *record);

G_END_DECLS
