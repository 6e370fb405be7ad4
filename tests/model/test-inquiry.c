/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-inquiry.h"

#include "open-project.h"

/* The last question of an object: who gets the answer, and who does not. */

typedef struct
{
  OpenProject open;
  GObject *owner;
  GCancellable *cancellable;
} Fixture;

static Fixture *fixture; /* what the answers go to, since an owner is a bare object here */
static char *taken;      /* the last answer, or the message of the last error */
static guint n_taken;
static int n_freed; /* atomic: the questions that are done with */

static void
set_up (Fixture *self, gconstpointer data)
{
  open_project_set_up (&self->open);
  self->owner = g_object_new (G_TYPE_OBJECT, NULL);
  fixture = self;
  n_taken = 0;
  g_atomic_int_set (&n_freed, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->owner);
  g_clear_pointer (&taken, g_free);
  open_project_tear_down (&self->open);
}

static gpointer
answer_in_thread (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *question = data;

  if (g_str_equal (question, "refused"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, question);
      return NULL;
    }
  return g_strdup (question);
}

static void
free_question (gpointer question)
{
  g_free (question);
  g_atomic_int_inc (&n_freed);
  g_main_context_wakeup (NULL); /* which of the two threads lets go last is open */
}

static void
take (gpointer owner, gpointer answer, const GError *error)
{
  g_assert_true (owner == fixture->owner);
  g_assert_null (fixture->cancellable);
  g_assert_true ((answer == NULL) == (error != NULL));
  g_free (taken);
  taken = error != NULL ? g_strdup (error->message) : answer;
  n_taken++;
}

static void
ask (Fixture *self, const char *question)
{
  nsc_inquiry_ask (self->owner, &self->cancellable, self->open.project, answer_in_thread, g_strdup (question),
                   free_question, g_free, take);
  g_assert_nonnull (self->cancellable);
}

/* Until every question is done with: the task frees the question after the answer was given out. */
static void
wait_for (int n_questions)
{
  while (g_atomic_int_get (&n_freed) < n_questions)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_answered (Fixture *self, gconstpointer data)
{
  ask (self, "first");
  wait_for (1);
  g_assert_cmpstr (taken, ==, "first");
  ask (self, "refused");
  wait_for (2);
  g_assert_cmpstr (taken, ==, "refused");
  g_assert_cmpuint (n_taken, ==, 2);
}

static void
test_overtaken (Fixture *self, gconstpointer data)
{
  ask (self, "first");
  ask (self, "second");
  wait_for (2);
  g_assert_cmpstr (taken, ==, "second");
  g_assert_cmpuint (n_taken, ==, 1);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  ask (self, "first");
  nsc_inquiry_cancel (&self->cancellable);
  g_assert_null (self->cancellable);
  nsc_inquiry_cancel (&self->cancellable);
  wait_for (1);
  g_assert_cmpuint (n_taken, ==, 0);
}

static void
test_owner_gone (Fixture *self, gconstpointer data)
{
  ask (self, "first");
  g_clear_object (&self->owner);
  wait_for (1);
  g_assert_cmpuint (n_taken, ==, 0);
  g_clear_object (&self->cancellable);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/inquiry/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("answered", test_answered);
  ADD ("overtaken", test_overtaken);
  ADD ("cancelled", test_cancelled);
  ADD ("owner-gone", test_owner_gone);
  return g_test_run ();
}
