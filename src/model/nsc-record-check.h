/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rules that a record keeps only beside the others: its id is its own, what it refers to is there, and no other
 * record says the same of the same time. Saving asks them inside its step; a form asks them while a person writes, on a
 * worker. nsc_record_check on any thread, start and finish on the main thread. */

#include "nsc-project.h"

G_BEGIN_DECLS

/* What is wrong with a record, and the column where it is said. */
typedef struct
{
  guint column;
  char *message;
} NscRecordFault;

void nsc_record_fault_free (NscRecordFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecordFault, nsc_record_fault_free)

/* RECORD has passed nsc_rules_check. Sets COLUMN, if not NULL, and NSC_ERROR_CONFLICT or NSC_ERROR_NOT_FOUND where a
 * rule is broken; other errors where the project could not be asked. */
gboolean nsc_record_check (NscReader *reader, const NscRecord *record, guint *column, GError **error);

/* Checks RECORD, which is copied, by all rules, without blocking. */
void nsc_record_check_start (NscProject *project,
                             const NscRecord *record,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* What is wrong, or NULL; ERROR is set where it could not be found out. */
NscRecordFault *nsc_record_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
