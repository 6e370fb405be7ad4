/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One thread that does one job after the other. Owned by the store; any thread may give it jobs. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NscWorker NscWorker;

typedef void (*NscWorkerFunc) (gpointer data);

NscWorker *nsc_worker_new (const char *name);

/* Finishes what was given to it and ends the thread. From a job, as when that gives up the last reference to the
 * worker's owner, the thread ends after the job. */
void nsc_worker_free (NscWorker *self);

void nsc_worker_push (NscWorker *self, NscWorkerFunc func, gpointer data);

/* Waits until the job is done; not from a job. */
void nsc_worker_call (NscWorker *self, NscWorkerFunc func, gpointer data);

/* From a job only: lets FUNC run at the monotonic time DUE, between two jobs. There is one timer; setting it again
 * moves it, and it is forgotten when the worker is freed. */
void nsc_worker_set_timer (NscWorker *self, gint64 due, NscWorkerFunc func, gpointer data);

G_END_DECLS
