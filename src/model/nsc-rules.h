/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rules of the field that a record must keep by itself, before the store is asked: what is required, how dates,
 * choices, numbers and ids are written, and that a period does not end before it begins; and how an incoming record
 * relates to what is recorded. Pure: asks no store, keeps no state. Any thread. */

#include "nsc-record.h"

#include "nsc-date.h"

G_BEGIN_DECLS

/* Puts the values of RECORD into their stored form (dates by STYLE to ISO, blanks at the ends trimmed, ends of lines as
 * \n, choices and colours in lower case, a blank confidence as `unstated`) and checks them. On refusal sets
 * NSC_ERROR_INPUT with a sentence that says what and what to do, and COLUMN, if not NULL, to the column at fault; the
 * record may then be half put into form. */
gboolean nsc_rules_check (NscRecord *record, NscDateStyle style, guint *column, GError **error);

/* The same for one value by itself. */
gboolean nsc_rules_check_column (NscRecord *record, guint column, NscDateStyle style, GError **error);

/* How an incoming RECORD relates to what is recorded under the same id, or to its kin by natural key. */
typedef enum
{
  NSC_RELATION_NEW,      /* nothing like it is there */
  NSC_RELATION_SAME,     /* equal to what is there */
  NSC_RELATION_CHANGE,   /* the same record with other values */
  NSC_RELATION_CONFLICT, /* another record of that key, or another membership of the pair whose period overlaps */
} NscRelation;

/* Compares RECORD, whose id may be blank, with KIN (of NscRecord, those of nsc_reader_find_kin). For a change or same,
 * or a conflict, sets MATCH to the index of the kin. A record that was read, or that has an id, is the kin of that row
 * or id. Otherwise rows are matched by the natural key; a membership is the same one when its joining dates are equal
 * or one refines the other (a date learnt for an open membership too) and the periods can meet. A second one is taken
 * only if its period does not overlap. */
NscRelation nsc_rules_relate (const NscRecord *record, GPtrArray *kin, guint *match);

/* Columns as a set of bits, for files that do not have all of them. */
#define NSC_RULES_ALL_COLUMNS G_MAXUINT64
#define NSC_RULES_COLUMN(column) (G_GUINT64_CONSTANT (1) << (column))

/* Like nsc_rules_relate for a RECORD that tells only the columns TOLD and is silent about the others, which stay as
 * they are. For same and change, MERGED is set to what the kin becomes, with its row; to be freed. A date of a
 * membership that is recorded more precisely than RECORD tells it keeps its precision, unless RECORD names the row by
 * its id. */
NscRelation
nsc_rules_relate_told (const NscRecord *record, guint64 told, GPtrArray *kin, guint *match, NscRecord **merged);

/* What STORED becomes when RECORD tells the columns TOLD of it; to be freed. */
NscRecord *nsc_rules_merge (const NscRecord *record, guint64 told, const NscRecord *stored);

G_END_DECLS
