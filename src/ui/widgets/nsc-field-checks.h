/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Checks the fields of a form while a person writes: each value by itself, the record as a whole, and the record beside
 * the others, which a worker is asked. Waits for a pause in the writing, and does not blame a field that is still to be
 * filled in. What is wrong is told at the field. Belongs to the form. Main thread only. */

#include "nsc-record-field.h"

G_BEGIN_DECLS

#define NSC_TYPE_FIELD_CHECKS (nsc_field_checks_get_type ())
G_DECLARE_FINAL_TYPE (NscFieldChecks, nsc_field_checks, NSC, FIELD_CHECKS, GObject)

/* Signals: "changed", when a person has changed a value; "explained" (guint), when the column is found that a refusal
 * was about. */

/* FIELDS, of NscRecordField, one per column of TABLE. */
NscFieldChecks *nsc_field_checks_new (NscProject *project, const NscTable *table, GPtrArray *fields);

/* Puts the values of RECORD, which is copied, into the fields, and forgets what was wrong. */
void nsc_field_checks_show (NscFieldChecks *self, const NscRecord *record);

/* What was shown. */
const NscRecord *nsc_field_checks_get_original (NscFieldChecks *self);

/* What the fields hold now; to be freed. */
NscRecord *nsc_field_checks_dup_record (NscFieldChecks *self);

/* Whether a person has changed what was shown. */
gboolean nsc_field_checks_is_touched (NscFieldChecks *self);

/* Checks at once, blank fields too, all that can be known without the project. FALSE: COLUMN is the first at fault. */
gboolean nsc_field_checks_run (NscFieldChecks *self, guint *column);

/* Finds out which column the project's refusal is about. */
void nsc_field_checks_explain (NscFieldChecks *self);

G_END_DECLS
