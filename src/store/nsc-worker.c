/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-worker-private.h"

typedef struct
{
  NscWorkerFunc func; /* NULL ends the thread */
  gpointer data;
} Job;

struct _NscWorker
{
  GThread *thread;
  GAsyncQueue *jobs;
};

/* A job that somebody waits for. */
typedef struct
{
  NscWorkerFunc func;
  gpointer data;
  GMutex mutex;
  GCond cond;
  gboolean done;
} Call;

static gpointer
run (gpointer data)
{
  GAsyncQueue *jobs = data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (jobs);

      if (job->func == NULL)
        return NULL;
      job->func (job->data);
    }
}

static void
call_cb (gpointer data)
{
  Call *call = data;

  call->func (call->data);
  g_mutex_lock (&call->mutex);
  call->done = TRUE;
  g_cond_signal (&call->cond);
  g_mutex_unlock (&call->mutex);
}

NscWorker *
nsc_worker_new (const char *name)
{
  NscWorker *self = g_new0 (NscWorker, 1);

  self->jobs = g_async_queue_new_full (g_free);
  self->thread = g_thread_new (name, run, self->jobs);
  return self;
}

void
nsc_worker_free (NscWorker *self)
{
  if (self == NULL)
    return;
  nsc_worker_push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

void
nsc_worker_push (NscWorker *self, NscWorkerFunc func, gpointer data)
{
  Job job = { .func = func, .data = data };

  g_async_queue_push (self->jobs, g_memdup2 (&job, sizeof job));
}

void
nsc_worker_call (NscWorker *self, NscWorkerFunc func, gpointer data)
{
  Call call = { .func = func, .data = data };

  g_return_if_fail (g_thread_self () != self->thread);

  g_mutex_init (&call.mutex);
  g_cond_init (&call.cond);
  nsc_worker_push (self, call_cb, &call);
  g_mutex_lock (&call.mutex);
  while (!call.done)
    g_cond_wait (&call.cond, &call.mutex);
  g_mutex_unlock (&call.mutex);
  g_mutex_clear (&call.mutex);
  g_cond_clear (&call.cond);
}
