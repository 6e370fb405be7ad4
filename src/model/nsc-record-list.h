/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The records of one table as a GListModel of NscRecordItem, in the order of their rows. Reads them on a worker when it
 * is made and after every change of the project; an answer that a newer question has overtaken is dropped. A row that
 * is still there keeps its item, so that selections survive. Cancels what it asked when it is disposed. Main thread
 * only. */

#include "nsc-project.h"
#include "nsc-record-item.h"

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_LIST (nsc_record_list_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordList, nsc_record_list, NSC, RECORD_LIST, GObject)

/* Properties: "loading" (a question is under way), "loaded" (an answer has come), "error" (GError of the last question,
 * NULL where it was answered). Signal: "refreshed", after every answer, changed or not. */

/* LANGUAGE is that of names and of codes in words. */
NscRecordList *nsc_record_list_new (NscProject *project, const NscTable *table, const char *language);

const NscTable *nsc_record_list_get_table (NscRecordList *self);
gboolean nsc_record_list_is_loading (NscRecordList *self);
gboolean nsc_record_list_is_loaded (NscRecordList *self);
const GError *nsc_record_list_get_error (NscRecordList *self);

/* The item of that row, or NULL; belongs to the list. */
NscRecordItem *nsc_record_list_find (NscRecordList *self, gint64 row);

/* Asks once more. */
void nsc_record_list_refresh (NscRecordList *self);

G_END_DECLS
