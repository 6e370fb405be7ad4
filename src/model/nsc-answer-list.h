/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A GListModel that a question to the project fills: what such lists have in common. A list derived from it asks; it
 * may ask again, and an answer that a newer question has overtaken is dropped. Cancels what it asked when it is
 * disposed. Main thread only. */

#include "nsc-inquiry.h"

G_BEGIN_DECLS

#define NSC_TYPE_ANSWER_LIST (nsc_answer_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (NscAnswerList, nsc_answer_list, NSC, ANSWER_LIST, GObject)

struct _NscAnswerListClass
{
  GObjectClass parent_class;

  /* What is to stand in the list now that ANSWER, a GPtrArray of objects, has come: owned, its elements too. */
  GPtrArray *(*take) (NscAnswerList *self, GPtrArray *answer);
};

/* Properties, readable and notified: "loaded" (an answer has come), "error" (GError of the last question, NULL where it
 * was answered). */
gboolean nsc_answer_list_is_loaded (NscAnswerList *self);
const GError *nsc_answer_list_get_error (NscAnswerList *self);

/* ---- for derived lists ---- */

/* What stands in the list; its own. */
GPtrArray *nsc_answer_list_get_items (NscAnswerList *self);

/* Fills the list at once, without a question; takes ITEMS. Before anyone looks. */
void nsc_answer_list_fill (NscAnswerList *self, GPtrArray *items, gboolean loaded);

/* As nsc_inquiry_ask; the answer is a GPtrArray. */
void nsc_answer_list_ask (
    NscAnswerList *self, NscProject *project, NscInquiryFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
