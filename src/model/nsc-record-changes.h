/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Several records that change together, as one step of the history: what is deleted goes first, then the others are
 * added or replaced, in their order. The step is named after the subject, such as the story whose steps these are. A
 * plain value; not shared between threads while it is changed. */

#include "nsc-store.h"

G_BEGIN_DECLS

typedef struct
{
  NscRecord *subject;
  GPtrArray *deleted; /* of NscRecord, as they were read */
  GPtrArray *saved;   /* of NscRecord: row 0 is added, another replaces the row it was read from */
} NscRecordChanges;

/* SUBJECT is copied. */
NscRecordChanges *nsc_record_changes_new (const NscRecord *subject);
NscRecordChanges *nsc_record_changes_copy (const NscRecordChanges *self);
void nsc_record_changes_free (NscRecordChanges *self);

/* Takes over RECORD. */
void nsc_record_changes_save (NscRecordChanges *self, NscRecord *record);
void nsc_record_changes_delete (NscRecordChanges *self, NscRecord *record);

/* Runs them as one step, after nsc_rules_check and the rules that need the project: all or nothing. It is an addition
 * where the subject itself is new, a deletion where it is deleted, else an edit. Records may exchange the numbers of
 * their natural keys. Blocks; errors as for nsc_record_step_save. Any thread but a window's. */
NscStep *
nsc_record_changes_run (const NscRecordChanges *self, NscStore *store, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecordChanges, nsc_record_changes_free)

G_END_DECLS
