/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-jump.h"

#include "nsc-error.h"
#include "nsc-task.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NscStore *store;
  gint64 target;
  GFileProgressCallback progress;
  gpointer progress_data;
  NscStepJump jump;
} Question;

/* One message about how far the jump is, on its way to the main thread. */
typedef struct
{
  GTask *task; /* keeps the question alive */
  guint done;
  guint all;
} Message;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->store);
  g_free (question);
}

static gboolean
tell_cb (gpointer data)
{
  Message *message = data;
  Question *question = g_task_get_task_data (message->task);

  if (!g_task_get_completed (message->task))
    question->progress (message->done, message->all, question->progress_data);
  return G_SOURCE_REMOVE;
}

static void
message_free (gpointer data)
{
  Message *message = data;

  g_object_unref (message->task);
  g_free (message);
}

static void
tell_progress (GTask *task, guint done, guint all)
{
  Question *question = g_task_get_task_data (task);
  Message *message;

  if (question->progress == NULL)
    return;
  message = g_new0 (Message, 1);
  message->task = g_object_ref (task);
  message->done = done;
  message->all = all;
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_cb, message, message_free);
}

/* How many steps lie between here and the target, and which way. */
static gboolean
measure (Question *question, guint *n, gboolean *back, GError **error)
{
  g_autoptr (NscReader) reader = nsc_store_take_reader (question->store, error);
  g_autoptr (GPtrArray) steps = reader != NULL ? nsc_reader_list_steps (reader, error) : NULL;
  gboolean found = question->target == 0;
  guint above = 0, below = 0;

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const NscStep *step = g_ptr_array_index (steps, i);

      found = found || step->id == question->target;
      if (!step->undone)
        question->jump.from = step->id;
      if (!step->undone && step->id > question->target && step->kind != NSC_STEP_CREATE)
        above++;
      if (step->undone && step->id <= question->target)
        below++;
    }
  *back = above > 0;
  *n = above > 0 ? above : below;
  if (!found)
    g_set_error_literal (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                         _ ("The history has no such step any more; look at it again"));
  return found;
}

static gboolean
jump (GTask *task, GCancellable *cancellable, GError **error)
{
  Question *question = g_task_get_task_data (task);
  gboolean back;
  guint n;

  if (!measure (question, &n, &back, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NscStep) step = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      step = (back ? nsc_store_undo : nsc_store_redo) (question->store, cancellable, error);
      if (step == NULL)
        return FALSE;
      *(back ? &question->jump.n_undone : &question->jump.n_redone) += 1;
      tell_progress (task, i + 1, n);
    }
  return TRUE;
}

static void
jump_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (jump (task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
nsc_step_jump_start (NscProject *project,
                     gint64 target,
                     GFileProgressCallback progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (NSC_IS_PROJECT (project));

  question = g_new0 (Question, 1);
  question->store = g_object_ref (nsc_project_get_store (project));
  question->target = target;
  question->progress = progress;
  question->progress_data = progress_data;
  task = g_task_new (project, cancellable, callback, user_data);
  g_task_set_source_tag (task, nsc_step_jump_start);
  g_task_set_task_data (task, question, question_free);
  /* What was undone must be told, even if the caller gave up meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  nsc_task_run_in_thread (task, jump_in_thread);
}

gboolean
nsc_step_jump_finish (GAsyncResult *result, NscStepJump *jump, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, nsc_step_jump_start), FALSE);

  if (jump != NULL)
    *jump = ((Question *) g_task_get_task_data (G_TASK (result)))->jump;
  return g_task_propagate_boolean (G_TASK (result), error);
}
