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

/* Signal: "saved" (int64, the record's row), before it closes. Actions: "form.save", "form.cancel". */

/* RECORD, which is copied, is the one to edit or NULL for a new one. */
NscRecordForm *nsc_record_form_new (NscProject *project, const NscTable *table, const NscRecord *record);

/* Opens a form in the window of PARENT. */
void nsc_record_form_present (GtkWidget *parent, NscProject *project, const NscTable *table, const NscRecord *record);

G_END_DECLS
