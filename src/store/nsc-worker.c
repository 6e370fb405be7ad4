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

  /* Of the thread itself. */
  gboolean is_orphan; /* freed by one of its jobs: nobody waits for the thread's end */
  gint64 due;         /* monotonic time, 0: no timer is set */
  NscWorkerFunc timer_func;
  gpointer timer_data;
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

/* The next job, or NULL when the timer is due. */
static Job *
wait_for_job (NscWorker *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->due == 0)
    return g_async_queue_pop (self->jobs);
  return self->due > now ? g_async_queue_timeout_pop (self->jobs, (guint64) (self->due - now)) : NULL;
}

static void
clear (NscWorker *self)
{
  g_async_queue_unref (self->jobs);
  g_free (self);
}

static void
run_jobs (NscWorker *self)
{
  for (;;)
    {
      g_autofree Job *job = wait_for_job (self);

      if (job == NULL)
        {
          self->due = 0;
          self->timer_func (self->timer_data);
        }
      else if (job->func == NULL)
        return;
      else
        job->func (job->data);
    }
}

static gpointer
run (gpointer data)
{
  NscWorker *self = data;

  run_jobs (self);
  if (self->is_orphan)
    clear (self);
  return NULL;
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
  self->thread = g_thread_new (name, run, self);
  return self;
}

void
nsc_worker_free (NscWorker *self)
{
  if (self == NULL)
    return;
  nsc_worker_push (self, NULL, NULL);
  if (g_thread_self () == self->thread)
    {
      self->is_orphan = TRUE;
      g_thread_unref (self->thread);
      return;
    }
  g_thread_join (self->thread);
  clear (self);
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

void
nsc_worker_set_timer (NscWorker *self, gint64 due, NscWorkerFunc func, gpointer data)
{
  g_return_if_fail (g_thread_self () == self->thread);

  self->due = due;
  self->timer_func = func;
  self->timer_data = data;
}
