/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-list.h"

#include "nsc-error.h"
#include "nsc-record-step.h"
#include "nsc-step-jump.h"

#include "test-folder.h"

typedef struct
{
  char *folder;
  NscProject *project;
  NscStepList *list;
  gint64 current; /* what is waited for */
  GAsyncResult *result;
  guint n_told;
} Fixture;

/* Three steps: A, B, C. */
static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = NULL;
  g_autofree char *path = NULL;

  fixture->folder = test_folder_new ();
  path = g_build_filename (fixture->folder, "test.normscape", NULL);
  store = nsc_store_create (path, "", &error);
  g_assert_no_error (error);
  for (const char *name = "ABC"; *name != '\0'; name++)
    {
      g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find ("actors"));
      g_autoptr (NscStep) step = NULL;

      nsc_record_set_by_name (record, "name_en", (const char[]) { *name, '\0' });
      step = nsc_record_step_save (store, record, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  fixture->project = nsc_project_new (store, &error);
  g_assert_no_error (error);
  fixture->list = nsc_step_list_new (fixture->project);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (nsc_project_close (fixture->project, NULL));
  g_object_unref (fixture->project);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* The history as letters, newest first: lower case is undone, the current one stands in brackets, "." is the
 * beginning. */
static char *
dup_picture (Fixture *fixture)
{
  GString *picture = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (NscStepItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      const NscStep *step = nsc_step_item_get_step (item);
      char letter = step != NULL ? *step->subject : '.';

      switch (nsc_step_item_get_place (item))
        {
        case NSC_STEP_PLACE_CURRENT:
          g_string_append_printf (picture, "[%c]", letter);
          break;
        case NSC_STEP_PLACE_UNDONE:
          g_string_append_c (picture, g_ascii_tolower (letter));
          break;
        case NSC_STEP_PLACE_KEPT:
        default:
          g_string_append_c (picture, letter);
          break;
        }
    }
  return g_string_free (picture, FALSE);
}

static void
wait_for_picture (Fixture *fixture, const char *expected)
{
  for (;;)
    {
      g_autofree char *picture = dup_picture (fixture);

      if (g_str_equal (picture, expected))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static void
progress_cb (goffset done, goffset all, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpint (done, ==, ++fixture->n_told);
  g_assert_cmpint (done, <=, all);
}

static NscStepJump
jump (Fixture *fixture, gint64 target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  NscStepJump jump;

  fixture->n_told = 0;
  nsc_step_jump_start (fixture->project, target, progress_cb, fixture, cancellable, ready_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  nsc_step_jump_finish (result, &jump, error);
  return jump;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NscStep) step = NULL;
  g_autoptr (NscStepItem) oldest = NULL, still = NULL;

  wait_for_picture (fixture, "[C]BA.");
  g_assert_true (nsc_answer_list_is_loaded (NSC_ANSWER_LIST (fixture->list)));
  oldest = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  step = nsc_store_undo (nsc_project_get_store (fixture->project), NULL, NULL);
  g_assert_nonnull (step);
  wait_for_picture (fixture, "c[B]A.");
  still = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_assert_true (oldest == still);
}

static void
test_jump (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  NscStepJump done;

  done = jump (fixture, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done.from, ==, 3);
  g_assert_cmpuint (done.n_undone, ==, 2);
  g_assert_cmpuint (fixture->n_told, ==, 2);
  wait_for_picture (fixture, "cb[A].");

  done = jump (fixture, 0, NULL, &error);
  g_assert_no_error (error);
  wait_for_picture (fixture, "cba[.]");

  done = jump (fixture, 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done.from, ==, 0);
  g_assert_cmpuint (done.n_redone, ==, 3);
  wait_for_picture (fixture, "[C]BA.");

  done = jump (fixture, 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (done.n_undone + done.n_redone, ==, 0);
}

static void
test_jump_to_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  jump (fixture, 17, NULL, &error);
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  wait_for_picture (fixture, "[C]BA.");
}

static void
test_jump_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  NscStepJump done;

  g_cancellable_cancel (cancellable);
  done = jump (fixture, 1, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (done.n_undone, ==, 0);
  wait_for_picture (fixture, "[C]BA.");
}

#define ADD(name, func) g_test_add ("/model/step-list/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("jump", test_jump);
  ADD ("jump-to-nowhere", test_jump_to_nowhere);
  ADD ("jump-cancelled", test_jump_cancelled);
  return g_test_run ();
}
