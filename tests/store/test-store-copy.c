/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"
#include "nsc-place-private.h"

#include <glib/gstdio.h>

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

static void
look (NscStore *store, NscStorePlace expected)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  nsc_store_look_for_changes (store);
  while (nsc_store_get_place (store) != expected && g_get_monotonic_time () < deadline)
    g_usleep (1000);
  g_assert_cmpint (nsc_store_get_place (store), ==, expected);
}

static NscPlace
place_without_writing (const char *file)
{
  return (NscPlace) { FALSE, FALSE };
}

/* Whatever becomes of the file while it is open, all of it can be saved, and what is done afterwards too. */
static void
test_lost (void)
{
  static const struct
  {
    NscStorePlace state;
    const char *words;
  } cases[] = {
    { NSC_STORE_PLACE_GONE, "moved or deleted" },
    { NSC_STORE_PLACE_REPLACED, "Another file" },
    { NSC_STORE_PLACE_LOCKED, "no longer be written" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestProject project = { 0 };
      TestProject copied = { 0 };
      g_autofree char *aside = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *words = NULL;
      g_autoptr (GError) error = NULL;

      test_project_set_up (&project);
      test_project_add_some (&project);
      before = test_project_dump (&project);
      g_assert_null (nsc_store_dup_trouble (project.store));
      aside = g_build_filename (project.folder, "aside.normscape", NULL);
      copied.path = g_build_filename (project.folder, "copy.normscape", NULL);
      if (cases[i].state == NSC_STORE_PLACE_LOCKED)
        nsc_place_pretend (place_without_writing);
      else
        g_assert_cmpint (g_rename (project.path, aside), ==, 0);
      if (cases[i].state == NSC_STORE_PLACE_REPLACED)
        g_assert_true (g_file_set_contents (project.path, "a letter", -1, NULL));
      look (project.store, cases[i].state);
      words = nsc_store_dup_trouble (project.store);
      g_assert_nonnull (strstr (words, cases[i].words));

      g_assert_true (nsc_store_copy_to (project.store, copied.path, &error));
      g_assert_no_error (error);
      copied.store = nsc_store_open (copied.path, NSC_STORE_READ, NULL, &error);
      g_assert_no_error (error);
      after = test_project_dump (&copied);
      g_assert_cmpstr (before, ==, after);
      g_assert_true (nsc_store_close (copied.store, NULL));
      g_object_unref (copied.store);
      g_free ((char *) copied.path);

      /* Put back, it is as if nothing had been. */
      nsc_place_pretend (NULL);
      if (cases[i].state != NSC_STORE_PLACE_LOCKED)
        g_assert_cmpint (g_rename (aside, project.path), ==, 0);
      look (project.store, NSC_STORE_PLACE_FINE);
      g_assert_null (nsc_store_dup_trouble (project.store));
      test_project_tear_down (&project);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/store-copy/copy", test_copy);
  g_test_add_func ("/store/store-copy/lost", test_lost);
  return g_test_run ();
}
