/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be done with the records that a table shows: add, edit, duplicate, delete, see what refers to them. Actions
 * of the group "records" on the page, a context menu on the table, and the forms and toasts that follow. Belongs to the
 * page, which it does not hold. Main thread only. */

#include "nsc-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_ACTIONS (nsc_record_actions_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordActions, nsc_record_actions, NSC, RECORD_ACTIONS, GObject)

/* Signals: "saved" (int64, the record's row), to be shown; "deleted" (guint, where the first stood). */

/* VIEW is below PAGE and shows NscRecordItems; the actions are about those that its model has selected. */
NscRecordActions *nsc_record_actions_new (GtkWidget *page, GtkColumnView *view);

/* Whose records they are; PROJECT may be NULL. */
void nsc_record_actions_set_place (NscRecordActions *self, NscProject *project, const NscTable *table);

G_END_DECLS
