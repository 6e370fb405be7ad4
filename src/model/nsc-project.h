/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An open project as the window knows it: its title, what can be undone, and the commands that change it. Owns its
 * store. The commands do not block: they run on the store's worker and answer in the calling context. Main thread only,
 * except for nsc_project_get_store, whose store any thread may read. */

#include "nsc-record-changes.h"
#include "nsc-rules.h"
#include "nsc-store.h"

G_BEGIN_DECLS

#define NSC_TYPE_PROJECT (nsc_project_get_type ())
G_DECLARE_FINAL_TYPE (NscProject, nsc_project, NSC, PROJECT, GObject)

/* Properties, all readable and notified: "title" (string), "undo-step" and "redo-step" (NscStep, the step that the next
 * undo or redo would take, NULL where there is none), "read-only-reason" (string or NULL).
 * Signal: "changed", after every step, undo and redo, whoever made it. */

void nsc_project_open_async (
    const char *path, NscStoreMode mode, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NscProject *nsc_project_open_finish (GAsyncResult *result, GError **error);

/* Takes over an open store, such as one just created. */
NscProject *nsc_project_new (NscStore *store, GError **error);

NscStore *nsc_project_get_store (NscProject *self);
const char *nsc_project_get_title (NscProject *self);
const char *nsc_project_get_path (NscProject *self);

/* By which the project is known wherever its file is, as nsc_reader_dup_uid. */
const char *nsc_project_get_uid (NscProject *self);

/* As the properties: why it cannot be changed, NULL where it can; the steps that undo and redo would take. */
const char *nsc_project_get_read_only_reason (NscProject *self);
const NscStep *nsc_project_get_undo_step (NscProject *self);
const NscStep *nsc_project_get_redo_step (NscProject *self);

/* Adds RECORD (row 0) or replaces the row it was read from, after nsc_rules_check and the rules that need the project.
 * RECORD is copied. The finish function gives the step, to be freed, and the row in ROW; the step's id is 0 where
 * nothing changed. */
void nsc_project_save_async (NscProject *self,
                             const NscRecord *record,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
NscStep *nsc_project_save_finish (NscProject *self, GAsyncResult *result, gint64 *row, GError **error);

/* Deletes the row that RECORD, which is copied, was read from: NSC_ERROR_CONFLICT where others refer to it. */
void nsc_project_delete_async (NscProject *self,
                               const NscRecord *record,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
NscStep *nsc_project_delete_finish (NscProject *self, GAsyncResult *result, GError **error);

/* Runs CHANGES, which are copied, as one step. */
void nsc_project_save_many_async (NscProject *self,
                                  const NscRecordChanges *changes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
NscStep *nsc_project_save_many_finish (NscProject *self, GAsyncResult *result, GError **error);

/* Deletes N rows of TABLE as one step, or none of them: NSC_ERROR_CONFLICT where others refer to them. */
void nsc_project_delete_many_async (NscProject *self,
                                    const NscTable *table,
                                    const gint64 *rows,
                                    guint n,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
NscStep *nsc_project_delete_many_finish (NscProject *self, GAsyncResult *result, GError **error);

/* Take back the last step, and make the last one again that was taken back; NSC_ERROR_NOTHING_TO_UNDO where there is
 * none. The step that was undone or redone is to be freed. */
void
nsc_project_undo_async (NscProject *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void
nsc_project_redo_async (NscProject *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NscStep *nsc_project_undo_finish (NscProject *self, GAsyncResult *result, GError **error);
NscStep *nsc_project_redo_finish (NscProject *self, GAsyncResult *result, GError **error);

/* Closes the store; the project can only be released afterwards. Blocks until the file is whole. */
gboolean nsc_project_close (NscProject *self, GError **error);

G_END_DECLS
