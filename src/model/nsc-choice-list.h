/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be chosen for a column, as a GListModel of NscChoice: the codes of a choice in their own order, at once; or
 * the records that a reference can name, by name, read on a worker. Blank comes first where the column can be
 * blank. Cancels its question when it is disposed. Main thread only. */

#include "nsc-answer-list.h"
#include "nsc-choice.h"

G_BEGIN_DECLS

#define NSC_TYPE_CHOICE_LIST (nsc_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (NscChoiceList, nsc_choice_list, NSC, CHOICE_LIST, NscAnswerList)

/* COLUMN is a choice or a reference; LANGUAGE is that of the labels. */
NscChoiceList *nsc_choice_list_new (NscProject *project, const NscColumn *column, const char *language);

/* The position of the choice that is stored as VALUE, or G_MAXUINT. */
guint nsc_choice_list_find (NscChoiceList *self, const char *value);

G_END_DECLS
