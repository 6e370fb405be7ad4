/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rules of the field that a record must keep by itself, before the store is asked: what is required, how dates,
 * choices, numbers and ids are written, and that a period does not end before it begins. Pure. Any thread. */

#include "nsc-record.h"

#include "nsc-date.h"

G_BEGIN_DECLS

/* Puts the values of RECORD into their stored form (dates by STYLE to ISO, blanks trimmed, choices in lower case) and
 * checks them. On refusal sets NSC_ERROR_INPUT with a sentence that says what and what to do, and COLUMN, if not NULL,
 * to the column at fault; the record may then be half put into form. */
gboolean nsc_rules_check (NscRecord *record, NscDateStyle style, guint *column, GError **error);

/* How an incoming RECORD relates to what is recorded under the same id, or to its kin by natural key. */
typedef enum
{
  NSC_RELATION_NEW,      /* nothing like it is there */
  NSC_RELATION_SAME,     /* equal to what is there */
  NSC_RELATION_CHANGE,   /* the same record with other values */
  NSC_RELATION_CONFLICT, /* another membership of the pair whose period overlaps */
} NscRelation;

/* Compares RECORD, whose id may be blank, with KIN (of NscRecord, those of nsc_reader_find_kin). For a change or same,
 * or a conflict, sets MATCH to the index of the kin. A membership is the same one when its joining dates are equal or
 * one refines the other (a date learnt for an open membership too); a second one is taken only if its period does not
 * overlap. */
NscRelation nsc_rules_relate (const NscRecord *record, GPtrArray *kin, guint *match);

G_END_DECLS
