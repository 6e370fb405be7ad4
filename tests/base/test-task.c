/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-task.h"

typedef struct
{
  gint answered; /* atomic */
  GThread *taken_down_by;
  GThread *holder;
} Scene;

static void
taken_down_cb (gpointer data, GObject *object)
{
  ((Scene *) data)->taken_down_by = g_thread_self ();
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  g_atomic_int_set (&((Scene *) data)->answered, 1);
}

/* Lets go of the task last, as a thread may that is held up when it has answered. */
static gpointer
hold (gpointer task)
{
  Scene *scene = g_task_get_task_data (task);

  while (!g_atomic_int_get (&scene->answered))
    g_usleep (1000);
  /* The main loop has let go of it as well then. */
  g_usleep (20000);
  g_object_unref (task);
  return NULL;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ((Scene *) data)->holder = g_thread_new ("holder", hold, g_object_ref (task));
  g_task_return_boolean (task, TRUE);
}

static void
test_source (void)
{
  Scene scene = { 0 };
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);
  GTask *task = g_task_new (object, NULL, answered_cb, &scene);

  g_object_weak_ref (object, taken_down_cb, &scene);
  g_task_set_task_data (task, &scene, NULL);
  nsc_task_run_in_thread (task, work);
  g_object_unref (task);
  g_object_unref (object);
  while (!g_atomic_int_get (&scene.answered))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (scene.holder);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (scene.taken_down_by == g_thread_self ());
}

static void
test_no_source (void)
{
  Scene scene = { 0 };
  GTask *task = g_task_new (NULL, NULL, answered_cb, &scene);

  g_task_set_task_data (task, &scene, NULL);
  nsc_task_run_in_thread (task, work);
  g_object_unref (task);
  while (!g_atomic_int_get (&scene.answered))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (scene.holder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/task/source", test_source);
  g_test_add_func ("/base/task/no-source", test_no_source);
  return g_test_run ();
}
