/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-task.h"

typedef struct
{
  GMainContext *context;
  GObject *object;
} Hold;

static void
hold_free (gpointer data)
{
  Hold *self = data;

  g_object_unref (self->object);
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
let_go_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The thread holds the task a moment longer than it needs to answer, so that it may be the one that takes it down. */
static void
let_go (gpointer data)
{
  Hold *self = data;
  GSource *source;

  if (g_main_context_is_owner (self->context))
    {
      hold_free (self);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "nsc_task let_go_cb");
  g_source_set_callback (source, let_go_cb, self, hold_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

void
nsc_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  GObject *object = g_task_get_source_object (task);

  if (object != NULL)
    {
      Hold *hold = g_new (Hold, 1);

      hold->context = g_main_context_ref (g_task_get_context (task));
      hold->object = g_object_ref (object);
      /* Data goes after the task has let go of the object itself. */
      g_object_set_data_full (G_OBJECT (task), "nsc-task-hold", hold, let_go);
    }
  g_task_run_in_thread (task, func);
}
