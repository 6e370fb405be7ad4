/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-project.h"

#include "test-folder.h"

typedef struct
{
  char *folder;
  char *path;
  NscProject *project;
  GAsyncResult *result;
  guint n_changes;
} Fixture;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->result = g_object_ref (result);
}

static void
changed_cb (NscProject *project, gpointer data)
{
  ((Fixture *) data)->n_changes++;
}

/* The answer under way, to be unreferenced. */
static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->result);
}

static void
wait_for_change (Fixture *fixture, guint n)
{
  while (fixture->n_changes < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = NULL;

  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.normscape", NULL);
  store = nsc_store_create (fixture->path, "气候规范", &error);
  g_assert_no_error (error);
  fixture->project = nsc_project_new (store, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->project, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (nsc_project_close (fixture->project, NULL));
  g_object_unref (fixture->project);
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (NscProject) second = NULL;

  nsc_project_open_async (fixture->path, NSC_STORE_READ, NULL, ready_cb, fixture);
  result = wait_for_result (fixture);
  second = nsc_project_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nsc_project_get_title (second), ==, "气候规范");
  g_assert_cmpstr (nsc_project_get_uid (second), ==, nsc_project_get_uid (fixture->project));
  g_assert_cmpstr (nsc_project_get_path (second), ==, fixture->path);
  g_assert_null (nsc_project_get_undo_step (second));
  g_assert_true (nsc_project_close (second, NULL));
}

static void
test_open_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "missing.normscape", NULL);

  nsc_project_open_async (path, NSC_STORE_WRITE, NULL, ready_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_null (nsc_project_open_finish (result, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
}

/* An edit, its undo and its redo, as the window sees them. */
static void
test_commands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find ("actors"));
  g_autoptr (NscStep) step = NULL, undone = NULL, redone = NULL;
  g_autoptr (GAsyncResult) saved = NULL, back = NULL, forth = NULL;
  g_autoptr (GError) error = NULL;
  gint64 row = 0;

  nsc_record_set_by_name (record, "name_en", "Hitachi");
  nsc_project_save_async (fixture->project, record, NULL, ready_cb, fixture);
  saved = wait_for_result (fixture);
  step = nsc_project_save_finish (fixture->project, saved, &row, &error);
  g_assert_no_error (error);
  g_assert_cmpint (row, ==, 1);
  wait_for_change (fixture, 1);
  g_assert_cmpint (nsc_project_get_undo_step (fixture->project)->id, ==, step->id);
  g_assert_null (nsc_project_get_redo_step (fixture->project));

  nsc_project_undo_async (fixture->project, NULL, ready_cb, fixture);
  back = wait_for_result (fixture);
  undone = nsc_project_undo_finish (fixture->project, back, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->subject, ==, "Hitachi");
  wait_for_change (fixture, 2);
  g_assert_null (nsc_project_get_undo_step (fixture->project));
  g_assert_cmpint (nsc_project_get_redo_step (fixture->project)->id, ==, step->id);

  nsc_project_redo_async (fixture->project, NULL, ready_cb, fixture);
  forth = wait_for_result (fixture);
  redone = nsc_project_redo_finish (fixture->project, forth, &error);
  g_assert_no_error (error);
  g_assert_cmpint (redone->id, ==, step->id);
  wait_for_change (fixture, 3);
  g_assert_null (nsc_project_get_redo_step (fixture->project));
}

static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  nsc_project_undo_async (fixture->project, NULL, ready_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_null (nsc_project_undo_finish (fixture->project, result, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
}

#define ADD(name, func) g_test_add ("/model/project/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("open", test_open);
  ADD ("open-missing", test_open_missing);
  ADD ("commands", test_commands);
  ADD ("nothing-to-undo", test_nothing_to_undo);
  return g_test_run ();
}
