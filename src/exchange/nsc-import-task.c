/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import.h"

#include "nsc-task.h"

/* The form of nsc_import_run that does not wait: a thread of its own waits for the store's worker. */
typedef struct
{
  const NscTable *table;
  char *path;
  NscImportOptions options;
  NscImportProgressFunc progress;
  gpointer progress_data;
  GMainContext *context; /* the caller's */
  NscImportResult *result;
} Order;

/* How far the import is, on its way to the caller. */
typedef struct
{
  GTask *task;
  double fraction;
} News;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->path);
  g_clear_pointer (&self->options.map, g_hash_table_unref);
  g_main_context_unref (self->context);
  g_clear_pointer (&self->result, nsc_import_result_free);
  g_free (self);
}

static void
news_free (gpointer data)
{
  g_object_unref (((News *) data)->task);
  g_free (data);
}

static gboolean
news_cb (gpointer data)
{
  const News *news = data;
  const Order *self = g_task_get_task_data (news->task);

  if (!g_task_get_completed (news->task))
    self->progress (news->fraction, self->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer data)
{
  const Order *self = g_task_get_task_data (data);
  /* Not g_main_context_invoke: where nobody runs the context at this moment, that would tell it on this thread. */
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new (News, 1);

  news->task = g_object_ref (data);
  news->fraction = fraction;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, news_cb, news, news_free);
  g_source_attach (source, self->context);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *self = data;
  GError *error = NULL;

  if (nsc_import_run (source, self->table, self->path, &self->options, self->progress != NULL ? progress_cb : NULL,
                      task, &self->result, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
nsc_import_run_async (NscStore *store,
                      const NscTable *table,
                      const char *path,
                      const NscImportOptions *options,
                      NscImportProgressFunc progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *self;

  g_return_if_fail (NSC_IS_STORE (store) && table != NULL && path != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  self = g_new0 (Order, 1);
  g_task_set_source_tag (task, nsc_import_run_async);
  /* What was stored is told as done, even if it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  self->table = table;
  self->path = g_strdup (path);
  if (options != NULL)
    self->options = *options;
  if (self->options.map != NULL)
    g_hash_table_ref (self->options.map);
  self->progress = progress;
  self->progress_data = progress_data;
  self->context = g_main_context_ref_thread_default ();
  g_task_set_task_data (task, self, order_free);
  nsc_task_run_in_thread (task, run_cb);
}

gboolean
nsc_import_run_finish (NscStore *store, GAsyncResult *async_result, NscImportResult **result, GError **error)
{
  Order *self;

  g_return_val_if_fail (g_task_is_valid (async_result, store), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (async_result, nsc_import_run_async), FALSE);

  self = g_task_get_task_data (G_TASK (async_result));
  if (result != NULL)
    *result = g_steal_pointer (&self->result);
  return g_task_propagate_boolean (G_TASK (async_result), error);
}
