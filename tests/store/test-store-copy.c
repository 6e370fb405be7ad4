/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"

/* While the project is open its newest steps stand in the journal; a copy has them all the same. */
static void
test_copy (void)
{
  TestProject project = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  TestProject copy = { 0 };

  test_project_set_up (&project);
  test_project_add_some (&project);
  before = test_project_dump (&project);
  path = g_build_filename (project.folder, "copy.normscape", NULL);
  g_assert_true (nsc_store_copy_to (project.store, path, &error));
  g_assert_no_error (error);

  g_assert_false (nsc_store_copy_to (project.store, path, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_error (&error);
  g_assert_false (nsc_store_copy_to (project.store, "/no-such-folder/copy.normscape", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_error (&error);

  copy.store = nsc_store_open (path, NSC_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  copy.path = path;
  after = test_project_dump (&copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (nsc_store_close (copy.store, NULL));
  g_object_unref (copy.store);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/store-copy/copy", test_copy);
  return g_test_run ();
}
