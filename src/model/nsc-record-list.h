/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The records of one table as a GListModel of NscRecordItem, in the order and with the filters that it is asked for.
 * Holds the rows only, eight bytes each; items are made when somebody looks at them and read by a worker. The rows are
 * found on a worker when the list is made, when another question is put, and after every change of the project; until
 * the answer has come, what was there stays; an answer that a newer question has overtaken is dropped. A change tells
 * only the places that are others now, so that selections and scroll positions survive. Cancels what it asked when it
 * is disposed. Main thread only. */

#include "nsc-project.h"
#include "nsc-record-item.h"
#include "nsc-record-question.h"

G_BEGIN_DECLS

#define NSC_TYPE_RECORD_LIST (nsc_record_list_get_type ())
G_DECLARE_FINAL_TYPE (NscRecordList, nsc_record_list, NSC, RECORD_LIST, GObject)

/* Properties: "loading" (a question is under way), "loaded" (an answer has come), "error" (GError of the last question,
 * NULL where it was answered). Signals: "asked", when another question is put; "refreshed", after every answer, changed
 * or not; "settled", when all that was asked for has been read. */

/* LANGUAGE is that of names and of codes in words. */
NscRecordList *nsc_record_list_new (NscProject *project, const NscTable *table, const char *language);

NscProject *nsc_record_list_get_project (NscRecordList *self);
const NscTable *nsc_record_list_get_table (NscRecordList *self);

/* What is asked; belongs to the list. */
const NscRecordQuestion *nsc_record_list_get_question (NscRecordList *self);

gboolean nsc_record_list_is_loading (NscRecordList *self);
gboolean nsc_record_list_is_loaded (NscRecordList *self);

/* Whether rows or records are still under way. */
gboolean nsc_record_list_is_busy (NscRecordList *self);

/* How much of the table the question under way has looked at, from 0 to 1; 1 where there is none. */
double nsc_record_list_get_progress (NscRecordList *self);
const GError *nsc_record_list_get_error (NscRecordList *self);

/* How many records the table has, asked for or not, as far as it is known. */
guint nsc_record_list_count_all (NscRecordList *self);

/* Where that row is; FALSE where it is not. */
gboolean nsc_record_list_find (NscRecordList *self, gint64 row, guint *position);

/* Another question; nothing happens where it is the same. */
void nsc_record_list_set_words (NscRecordList *self, const char *words);
void nsc_record_list_set_sorts (NscRecordList *self, const NscRecordSort *sorts, guint n_sorts);
void nsc_record_list_add_filter (NscRecordList *self, guint column, const char *value);
void nsc_record_list_remove_filter (NscRecordList *self, guint column, const char *value);
void nsc_record_list_clear_filters (NscRecordList *self);

/* Asks again. */
void nsc_record_list_refresh (NscRecordList *self);

G_END_DECLS
