/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-worker-private.h"

typedef struct
{
  NscWorker *worker;
  GString *said;
  GThread *thread;
  gint n_timers; /* atomic */
} Scene;

static void
say_cb (gpointer data)
{
  Scene *scene = data;

  g_string_append_c (scene->said, 'x');
  scene->thread = g_thread_self ();
}

static void
nothing_cb (gpointer data)
{
}

static void
test_order (void)
{
  Scene scene = { .worker = nsc_worker_new ("test"), .said = g_string_new (NULL) };

  for (guint i = 0; i < 10; i++)
    nsc_worker_push (scene.worker, say_cb, &scene);
  nsc_worker_call (scene.worker, say_cb, &scene);
  g_assert_cmpstr (scene.said->str, ==, "xxxxxxxxxxx");
  g_assert_true (scene.thread != g_thread_self ());
  nsc_worker_push (scene.worker, say_cb, &scene);
  nsc_worker_free (scene.worker);
  g_assert_cmpuint (scene.said->len, ==, 12);
  g_string_free (scene.said, TRUE);
}

static void
timer_cb (gpointer data)
{
  g_atomic_int_inc (&((Scene *) data)->n_timers);
}

static void
set_timer_cb (gpointer data)
{
  Scene *scene = data;

  nsc_worker_set_timer (scene->worker, g_get_monotonic_time () + 1000, timer_cb, scene);
}

static void
test_timer (void)
{
  Scene scene = { .worker = nsc_worker_new ("test") };

  nsc_worker_call (scene.worker, set_timer_cb, &scene);
  while (g_atomic_int_get (&scene.n_timers) == 0)
    g_usleep (1000);
  nsc_worker_call (scene.worker, nothing_cb, NULL);
  g_usleep (5000);
  g_assert_cmpint (g_atomic_int_get (&scene.n_timers), ==, 1);
  nsc_worker_free (scene.worker);
}

static void
free_cb (gpointer data)
{
  Scene *scene = data;

  nsc_worker_free (scene->worker);
  g_atomic_int_set (&scene->n_timers, 1);
}

/* As when a job gives up the last reference to the store. */
static void
test_freed_by_itself (void)
{
  Scene scene = { .worker = nsc_worker_new ("test") };

  nsc_worker_push (scene.worker, free_cb, &scene);
  while (g_atomic_int_get (&scene.n_timers) == 0)
    g_usleep (1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/worker/order", test_order);
  g_test_add_func ("/store/worker/timer", test_timer);
  g_test_add_func ("/store/worker/freed-by-itself", test_freed_by_itself);
  return g_test_run ();
}
