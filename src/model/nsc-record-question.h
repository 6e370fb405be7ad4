/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which records of a table are asked for, and in which order: words that they must have, values that their columns must
 * hold, columns that they are sorted by. A plain value; free with nsc_record_question_free. Not shared between threads
 * while it is changed. */

#include "nsc-table.h"

G_BEGIN_DECLS

/* Columns by which records can be sorted one after the other; what comes later is told apart by row. */
#define NSC_RECORD_MAX_SORTS 3

typedef struct
{
  guint column;
  gboolean descending;
} NscRecordSort;

/* VALUE as a file writes it, a reference as the id of its target; "" asks for blanks. A date also holds the days and
 * months in it: 2018 those of that year. */
typedef struct
{
  guint column;
  char *value;
} NscRecordFilter;

typedef struct
{
  const NscTable *table;
  char *language;  /* of names and of codes in words */
  char *words;     /* folded, NULL: whatever they say */
  GArray *filters; /* of NscRecordFilter: of those of a column one must hold, of every column that has some */
  guint n_sorts;   /* 0: the order of rows */
  NscRecordSort sorts[NSC_RECORD_MAX_SORTS];
} NscRecordQuestion;

NscRecordQuestion *nsc_record_question_new (const NscTable *table, const char *language);
NscRecordQuestion *nsc_record_question_copy (const NscRecordQuestion *self);
void nsc_record_question_free (NscRecordQuestion *self);

/* Blanks around WORDS do not count; FALSE where that asks for the same as before. */
gboolean nsc_record_question_set_words (NscRecordQuestion *self, const char *words);

/* FALSE where they are those that it has. */
gboolean nsc_record_question_set_sorts (NscRecordQuestion *self, const NscRecordSort *sorts, guint n_sorts);

/* FALSE where it has that filter, or has none such. */
gboolean nsc_record_question_add_filter (NscRecordQuestion *self, guint column, const char *value);
gboolean nsc_record_question_remove_filter (NscRecordQuestion *self, guint column, const char *value);
gboolean nsc_record_question_clear_filters (NscRecordQuestion *self);

gboolean nsc_record_question_has_filter (const NscRecordQuestion *self, guint column, const char *value);

/* Whether VALUE, of COLUMN, is what the filters of that column ask for. */
gboolean nsc_record_question_admits (const NscRecordQuestion *self, guint column, const char *value);

/* Whether that column has any filter. */
gboolean nsc_record_question_filters_column (const NscRecordQuestion *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecordQuestion, nsc_record_question_free)

G_END_DECLS
