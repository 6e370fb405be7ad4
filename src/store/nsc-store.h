/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project file: the only owner of its connections. One worker thread holds the one that writes; readers have their
 * own. Every change goes through the recording door, nsc_store_run_step, which makes it one transaction, one step of
 * the history and one change of the digests. The object itself may be used from any thread; "changed" is emitted in the
 * thread-default main context in which the store was opened, and only while that context runs. */

#include "nsc-writer.h"

G_BEGIN_DECLS

#define NSC_TYPE_STORE (nsc_store_get_type ())
G_DECLARE_FINAL_TYPE (NscStore, nsc_store, NSC, STORE, GObject)

typedef enum
{
  NSC_STORE_READ,  /* writes nothing, not even beside the file */
  NSC_STORE_WRITE, /* recovers and upgrades the file where needed; a newer one opens for reading only */
} NscStoreMode;

/* Makes the changes of a step; runs on the worker. May set the counts and the subject of STEP. Return FALSE with ERROR
 * set to leave everything as it was. */
typedef gboolean (*NscStepFunc) (
    NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error);

/* Makes a new project file with the newest schema, no rows and no steps, and opens it for writing. An existing file is
 * refused (NSC_ERROR_OUTPUT) and stays as it is. */
NscStore *nsc_store_create (const char *path, const char *title, GError **error);

/* Only makes the file, with what the project begins with: STEP, of kind NSC_STEP_CREATE, can never be undone. The file
 * is there with it or not at all. FUNC, which may be NULL, runs in the calling thread. */
gboolean nsc_store_make (const char *path,
                         const char *title,
                         NscStep *step,
                         NscStepFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);

/* Whether the file is a project, by its first bytes. Asking does no harm to one that is open in this process, which
 * opening and closing it by other means does: that lets go the locks on it. */
gboolean nsc_store_is_project (const char *path);

/* Opens an existing project. One that should be written but cannot is opened for reading, with a reason. See NscError
 * for what can be wrong; the message says what to do. */
NscStore *nsc_store_open (const char *path, NscStoreMode mode, GCancellable *cancellable, GError **error);

/* Ends the worker and makes the file whole again; called by dispose where it was not. Readers should be freed before;
 * one that is still at work on another thread is waited for a moment. Nothing that was done is lost where it fails:
 * NSC_ERROR_RECOVERY where it is in the project, which is not one file, NSC_ERROR_STORAGE or NSC_ERROR_CONFLICT where
 * it is only in the working copy. */
gboolean nsc_store_close (NscStore *self, GError **error);

const char *nsc_store_get_path (NscStore *self);

/* NULL where the project can be written, else the sentence that says why not. */
const char *nsc_store_get_read_only_reason (NscStore *self);

/* Whether that is a newer version of the program: a copy can only be read too, then. */
gboolean nsc_store_is_newer (NscStore *self);

/* A reader on a connection from the pool. */
NscReader *nsc_store_take_reader (NscStore *self, GError **error);

/* Asks cheaply whether somebody else has written since, and lets "changed" be emitted then. For a window that gets the
 * focus. Does not block. */
void nsc_store_look_for_changes (NscStore *self);

/* What has become of the file while it is open, as it was when changes were looked for last. What is done meanwhile is
 * not lost before the project is closed, and can be saved with nsc_store_copy_to. */
typedef enum
{
  NSC_STORE_PLACE_FINE,
  NSC_STORE_PLACE_GONE,     /* moved, renamed or deleted */
  NSC_STORE_PLACE_REPLACED, /* another file has its name */
  NSC_STORE_PLACE_LOCKED,   /* it or its folder can no longer be written */
} NscStorePlace;

NscStorePlace nsc_store_get_place (NscStore *self);

/* NULL, or the sentence that says why what was done is not at its place: the file is not what it was, or a project on a
 * network path, which is worked on in a copy that is written back every few seconds and on close, could not be written
 * back. To be freed; "changed" tells when it may be another. */
char *nsc_store_dup_trouble (NscStore *self);

/* Whether nobody has looked through the file since another program wrote it. Small files are looked through when they
 * are opened; those above 64 MB are opened at once, and nsc_store_look_through is called in a thread by a window, with
 * a banner where it fails, or by the command line before its output. */
gboolean nsc_store_is_unchecked (NscStore *self);

/* SQLite's quick look at the whole file, which is remembered for the next time. NSC_ERROR_DAMAGED. */
gboolean nsc_store_look_through (NscStore *self, GCancellable *cancellable, GError **error);

/* The version of SQLite at work. */
const char *nsc_store_get_engine_version (void);

/* ---- the recording door ---- */

/* Runs FUNC as one step and waits for it; not for the main thread of a window. STEP gives kind, table and subject, and
 * learns its id and counts. A step that changed nothing is not recorded and leaves STEP's id 0. */
gboolean nsc_store_run_step (
    NscStore *self, NscStep *step, NscStepFunc func, gpointer data, GCancellable *cancellable, GError **error);

/* Like nsc_store_run_step, without waiting. STEP is copied; FREE_DATA is called for DATA once, in any case. */
void nsc_store_run_step_async (NscStore *self,
                               const NscStep *step,
                               NscStepFunc func,
                               gpointer data,
                               GDestroyNotify free_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* The recorded step, to be freed; NULL on error. */
NscStep *nsc_store_run_step_finish (NscStore *self, GAsyncResult *result, GError **error);

/* Takes the newest step back, or makes the newest undone one again; gives that step. NSC_ERROR_NOTHING_TO_UNDO. */
NscStep *nsc_store_undo (NscStore *self, GCancellable *cancellable, GError **error);
NscStep *nsc_store_redo (NscStore *self, GCancellable *cancellable, GError **error);
void nsc_store_undo_async (NscStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void nsc_store_redo_async (NscStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NscStep *nsc_store_undo_finish (NscStore *self, GAsyncResult *result, GError **error);
NscStep *nsc_store_redo_finish (NscStore *self, GAsyncResult *result, GError **error);

/* ---- whole files ---- */

/* Writes the project as it is now, all of it in one file, to PATH, where no file may be (NSC_ERROR_OUTPUT). The copy is
 * a project of its own, with another identifier, unless the file is gone, for which it goes on then. */
gboolean nsc_store_copy_to (NscStore *self, const char *path, GError **error);

/* Called for each trouble found, with a sentence that says what and where. */
typedef void (*NscTroubleFunc) (const char *trouble, gpointer data);

/* Looks through the whole file: SQLite's own check, references, digests, hashes of the history. Gives FALSE and ERROR
 * only where it could not look; troubles are told to FUNC and counted in N_TROUBLES. */
gboolean nsc_store_check (
    NscStore *self, NscTroubleFunc func, gpointer data, guint *n_troubles, GCancellable *cancellable, GError **error);

G_END_DECLS
