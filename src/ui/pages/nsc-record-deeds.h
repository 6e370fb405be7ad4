/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be done with the records that a table shows: add, edit, duplicate, delete, see what refers to them. Actions
 * of the group "records" on the page, a context menu on the table, and the forms and toasts that follow. Belongs to the
 * page, which it does not hold. Main thread only. */

#include "nsc-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_DEEDS (nsc_record_deeds_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordDeeds, nsc_record_deeds, NSC, RECORD_DEEDS, GObject)

/* Signals: "saved" (int64, the record's row), to be shown; "deleted" (guint, where the first stood). */

/* VIEW is below PAGE and shows NscRecordItems; the actions are about those that its model has selected. */
NscRecordDeeds *nsc_record_deeds_new (GtkWidget *page, GtkColumnView *view);

/* Whose records they are; PROJECT may be NULL. */
void nsc_record_deeds_set_place (NscRecordDeeds *self, NscProject *project, const NscTable *table);

G_END_DECLS
