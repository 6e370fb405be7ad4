/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One column of a record as a person edits it: the row of a boxed list that fits its kind, and what is wrong with its
 * value. The field holds its row until it is freed. Main thread only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_FIELD (nsc_record_field_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordField, nsc_record_field, NSC, RECORD_FIELD, GObject)

/* Signal: "changed", when the value has changed. */

/* For a column of TABLE. LANGUAGE is that of names and codes. */
NscRecordField *nsc_record_field_new (NscProject *project, const NscTable *table, guint column, const char *language);

GtkWidget *nsc_record_field_get_row (NscRecordField *self);

const char *nsc_record_field_get_value (NscRecordField *self);
void nsc_record_field_set_value (NscRecordField *self, const char *value);

/* What people read of a chosen record, "" for other kinds and blanks. */
const char *nsc_record_field_get_label (NscRecordField *self);

/* Says at the row what is wrong with the value, until it changes; NULL: nothing. */
void nsc_record_field_set_problem (NscRecordField *self, const char *problem);

/* Says only what the field itself finds wrong with its value. */
void nsc_record_field_recheck (NscRecordField *self);

G_END_DECLS
