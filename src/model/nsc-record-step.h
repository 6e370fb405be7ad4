/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The commands on one record, each a step of the history: check it by the rules, ask the project what only the project
 * can answer, write it, name it. The functions block; the window goes through NscProject, which runs them on the
 * store's worker. Any thread but a window's. */

#include "nsc-rules.h"
#include "nsc-store.h"

G_BEGIN_DECLS

/* Adds RECORD (row 0) or replaces the row it was read from. Gives the step to be freed, its id 0 where nothing changed,
 * and the record's row in ROW, which may be NULL. Sets NSC_ERROR_INPUT for what nsc_rules_check refuses,
 * NSC_ERROR_CONFLICT where another record already says that, NSC_ERROR_NOT_FOUND where a reference leads nowhere. */
NscStep *
nsc_record_step_save (NscStore *store, const NscRecord *record, gint64 *row, GCancellable *cancellable, GError **error);

/* NSC_ERROR_CONFLICT where other records refer to it. */
NscStep *nsc_record_step_delete (NscStore *store, const NscRecord *record, GCancellable *cancellable, GError **error);

/* Deletes N rows of TABLE, which may refer to each other, as one step; or none of them. */
NscStep *nsc_record_step_delete_many (
    NscStore *store, const NscTable *table, const gint64 *rows, guint n, GCancellable *cancellable, GError **error);

/* ---- for other steps ---- */

/* What a person would call RECORD in the name of a step; to be freed. */
char *nsc_record_step_dup_subject (NscReader *reader, const NscRecord *record, GError **error);

/* Adds or replaces RECORD, kept by nsc_rules_check, inside a step whose counts it raises. */
gboolean nsc_record_step_write (NscWriter *writer, NscStep *step, NscRecord *record, GError **error);

G_END_DECLS
