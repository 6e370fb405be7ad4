/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store-private.h"

#include "nsc-error.h"
#include "nsc-recorder-private.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  RUN,
  UNDO,
  REDO,
} Verb;

/* What the worker is asked to do, and what came of it. */
typedef struct
{
  NscStore *store;
  Verb verb;
  NscStep *step; /* to run, borrowed; of an undo or redo the answer */
  NscStepFunc func;
  gpointer data;
  GCancellable *cancellable;
  GError *error;
  gboolean success;
} Job;

/* A job that somebody will be told about. */
typedef struct
{
  Job job;
  GDestroyNotify free_data;
} AsyncJob;

static void
job_cb (gpointer data)
{
  Job *job = data;
  NscConnection *connection = nsc_store_get_connection (job->store);

  switch (job->verb)
    {
    case RUN:
      job->success = nsc_recorder_run (connection, job->step, job->func, job->data, job->cancellable, &job->error);
      break;
    case UNDO:
      job->step = nsc_recorder_undo (connection, job->cancellable, &job->error);
      job->success = job->step != NULL;
      break;
    case REDO:
    default:
      job->step = nsc_recorder_redo (connection, job->cancellable, &job->error);
      job->success = job->step != NULL;
      break;
    }
  if (job->success && job->step->id != 0)
    nsc_store_end_change (job->store);
}

static gboolean
can_write (NscStore *self, GError **error)
{
  const char *reason = nsc_store_get_read_only_reason (self);

  if (nsc_store_get_worker (self) != NULL)
    return TRUE;
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_READ_ONLY, reason != NULL ? reason : _ ("The project is closed"));
  return FALSE;
}

static gboolean
run_job (Job *job, GError **error)
{
  if (!can_write (job->store, error))
    return FALSE;
  nsc_worker_call (nsc_store_get_worker (job->store), job_cb, job);
  if (!job->success)
    g_propagate_error (error, job->error);
  return job->success;
}

/* ---- without waiting ---- */

static void
async_job_free (gpointer data)
{
  AsyncJob *self = data;

  if (self->free_data != NULL)
    self->free_data (self->job.data);
  nsc_step_free (self->job.step);
  g_clear_error (&self->job.error);
  g_free (self);
}

static void
async_job_cb (gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);

  job_cb (job);
  if (job->success)
    g_task_return_pointer (task, g_steal_pointer (&job->step), (GDestroyNotify) nsc_step_free);
  else
    g_task_return_error (task, g_steal_pointer (&job->error));
}

static void
start_job (Job job, GDestroyNotify free_data, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (job.store, job.cancellable, callback, user_data);
  AsyncJob *async = g_new (AsyncJob, 1);
  GError *error = NULL;

  /* The worker looks at the cancellable until nothing can be taken back; what was committed is told as done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tag);
  *async = (AsyncJob) { .job = job, .free_data = free_data };
  g_task_set_task_data (task, async, async_job_free);
  if (can_write (job.store, &error))
    nsc_worker_push (nsc_store_get_worker (job.store), async_job_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static NscStep *
finish_job (NscStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- public ---- */

gboolean
nsc_store_run_step (
    NscStore *self, NscStep *step, NscStepFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  Job job = { .store = self, .verb = RUN, .step = step, .func = func, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (NSC_IS_STORE (self) && step != NULL && func != NULL, FALSE);

  return run_job (&job, error);
}

void
nsc_store_run_step_async (NscStore *self,
                          const NscStep *step,
                          NscStepFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job job = { .store = self, .verb = RUN, .func = func, .data = data, .cancellable = cancellable };

  g_return_if_fail (NSC_IS_STORE (self) && step != NULL && func != NULL);

  job.step = nsc_step_copy (step);
  start_job (job, free_data, nsc_store_run_step_async, callback, user_data);
}

NscStep *
nsc_store_run_step_finish (NscStore *self, GAsyncResult *result, GError **error)
{
  return finish_job (self, result, nsc_store_run_step_async, error);
}

NscStep *
nsc_store_undo (NscStore *self, GCancellable *cancellable, GError **error)
{
  Job job = { .store = self, .verb = UNDO, .cancellable = cancellable };

  g_return_val_if_fail (NSC_IS_STORE (self), NULL);

  return run_job (&job, error) ? job.step : NULL;
}

NscStep *
nsc_store_redo (NscStore *self, GCancellable *cancellable, GError **error)
{
  Job job = { .store = self, .verb = REDO, .cancellable = cancellable };

  g_return_val_if_fail (NSC_IS_STORE (self), NULL);

  return run_job (&job, error) ? job.step : NULL;
}

void
nsc_store_undo_async (NscStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (NSC_IS_STORE (self));

  start_job ((Job) { .store = self, .verb = UNDO, .cancellable = cancellable }, NULL, nsc_store_undo_async, callback,
             user_data);
}

void
nsc_store_redo_async (NscStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (NSC_IS_STORE (self));

  start_job ((Job) { .store = self, .verb = REDO, .cancellable = cancellable }, NULL, nsc_store_redo_async, callback,
             user_data);
}

NscStep *
nsc_store_undo_finish (NscStore *self, GAsyncResult *result, GError **error)
{
  return finish_job (self, result, nsc_store_undo_async, error);
}

NscStep *
nsc_store_redo_finish (NscStore *self, GAsyncResult *result, GError **error)
{
  return finish_job (self, result, nsc_store_redo_async, error);
}
