/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The values that one column of a table has, as a GListModel of NscChoice whose hints are how many records have them:
 * what a filter can ask for. Years in place of dates, in their order; of all others the most frequent first. Read on a
 * worker when it is made. Cancels that when it is disposed. Main thread only. */

#include "nsc-answer-list.h"
#include "nsc-choice.h"

G_BEGIN_DECLS

#define NSC_TYPE_COLUMN_VALUES (nsc_column_values_get_type ())
G_DECLARE_FINAL_TYPE (NscColumnValues, nsc_column_values, NSC, COLUMN_VALUES, NscAnswerList)

/* LANGUAGE is that of names and of codes in words. */
NscColumnValues *nsc_column_values_new (NscProject *project, const NscTable *table, guint column, const char *language);

/* Whether the column has values that several records may have, so that it is of use to filter by them. */
gboolean nsc_column_values_are_shared (const NscTable *table, guint column);

G_END_DECLS
