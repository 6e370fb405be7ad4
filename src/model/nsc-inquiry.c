/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-inquiry.h"

#include "nsc-task.h"

typedef struct
{
  NscStore *store;
  NscInquiryFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_answer;
} Question;

/* What a project has under way, kept with it. */
typedef struct
{
  guint n_open;
  GTask *closing; /* NULL, or what waits for the last answer */
} Desk;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->free_data != NULL)
    question->free_data (question->data);
  g_object_unref (question->store);
  g_free (question);
}

static Desk *
desk_of (NscProject *project)
{
  Desk *desk = g_object_get_data (G_OBJECT (project), "nsc-inquiry-desk");

  if (desk == NULL)
    {
      desk = g_new0 (Desk, 1);
      g_object_set_data_full (G_OBJECT (project), "nsc-inquiry-desk", desk, g_free);
    }
  return desk;
}

static void
close_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (nsc_store_close (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
close_if_idle (NscProject *project)
{
  Desk *desk = desk_of (project);
  g_autoptr (GTask) task = NULL;

  if (desk->n_open > 0 || desk->closing == NULL)
    return;
  task = g_steal_pointer (&desk->closing);
  nsc_task_run_in_thread (task, close_in_thread);
}

static void
ask_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = NULL;
  NscReader *reader;

  if (g_task_return_error_if_cancelled (task))
    return;
  reader = nsc_store_take_reader (question->store, &error);
  if (reader != NULL)
    {
      answer = question->func (reader, question->data, cancellable, &error);
      /* Before the answer goes out: whoever gets it may close the project. */
      nsc_reader_free (reader);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, answer, question->free_answer);
}

static void
completed_cb (GTask *task)
{
  NscProject *project = g_task_get_source_object (task);

  desk_of (project)->n_open--;
  close_if_idle (project);
}

void
nsc_inquiry_start (NscProject *project,
                   NscInquiryFunc func,
                   gpointer data,
                   GDestroyNotify free_data,
                   GDestroyNotify free_answer,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (NSC_IS_PROJECT (project));

  question = g_new0 (Question, 1);
  question->store = g_object_ref (nsc_project_get_store (project));
  question->func = func;
  question->data = data;
  question->free_data = free_data;
  question->free_answer = free_answer;

  task = g_task_new (project, cancellable, callback, user_data);
  g_task_set_source_tag (task, nsc_inquiry_start);
  g_task_set_task_data (task, question, question_free);
  desk_of (project)->n_open++;
  g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
  nsc_task_run_in_thread (task, ask_in_thread);
}

gpointer
nsc_inquiry_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, nsc_inquiry_start), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- the last question of an object ---- */

typedef struct
{
  GWeakRef owner;
  GCancellable **cancellable; /* in the owner */
  NscInquiryTakeFunc take;
} Asker;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asker *asker = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&asker->owner);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;

  /* What nobody takes is freed with the task. */
  if (owner != NULL && !g_cancellable_is_cancelled (cancellable))
    {
      gpointer answer = nsc_inquiry_finish (result, &error);

      g_clear_object (asker->cancellable);
      asker->take (owner, answer, error);
    }
  g_weak_ref_clear (&asker->owner);
  g_free (asker);
}

void
nsc_inquiry_ask (gpointer owner,
                 GCancellable **cancellable,
                 NscProject *project,
                 NscInquiryFunc func,
                 gpointer data,
                 GDestroyNotify free_data,
                 GDestroyNotify free_answer,
                 NscInquiryTakeFunc take)
{
  Asker *asker;

  g_return_if_fail (G_IS_OBJECT (owner) && cancellable != NULL && take != NULL);

  nsc_inquiry_cancel (cancellable);
  *cancellable = g_cancellable_new ();
  asker = g_new0 (Asker, 1);
  g_weak_ref_init (&asker->owner, owner);
  asker->cancellable = cancellable;
  asker->take = take;
  nsc_inquiry_start (project, func, data, free_data, free_answer, *cancellable, answered_cb, asker);
}

void
nsc_inquiry_cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

void
nsc_inquiry_close_async (NscProject *project, GAsyncReadyCallback callback, gpointer user_data)
{
  Desk *desk;

  g_return_if_fail (NSC_IS_PROJECT (project));
  desk = desk_of (project);
  g_return_if_fail (desk->closing == NULL);

  desk->closing = g_task_new (project, NULL, callback, user_data);
  g_task_set_source_tag (desk->closing, nsc_inquiry_close_async);
  g_task_set_task_data (desk->closing, g_object_ref (nsc_project_get_store (project)), g_object_unref);
  close_if_idle (project);
}

gboolean
nsc_inquiry_close_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, nsc_inquiry_close_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
