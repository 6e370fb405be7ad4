/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"
#include "nsc-place-private.h"

#include <glib/gstdio.h>

static void
check_whole (NscStore *store)
{
  g_autoptr (GError) error = NULL;
  guint n_troubles;

  g_assert_true (nsc_store_check (store, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_troubles, ==, 0);
}

/* All records, and whatever else does not name the project. */
static char *
dump_records (TestProject *project)
{
  g_autofree char *all = test_project_dump (project);
  g_auto (GStrv) parts = g_strsplit (all, "[countries]", 2);
  g_auto (GStrv) rest = g_strsplit (parts[1], "\nproject|", 2);

  return g_strdup (rest[0]);
}

typedef char *(*DumpFunc) (TestProject *project);

static void
check_copy (char *path, DumpFunc dump, const char *expected)
{
  TestProject copy = { .path = path };
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  copy.store = nsc_store_open (path, NSC_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  found = dump (&copy);
  g_assert_cmpstr (found, ==, expected);
  check_whole (copy.store);
  test_project_close (&copy);
}

/* While the project is open its newest steps stand in the journal; a copy has them all the same. */
static void
test_copy (void)
{
  TestProject project = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;
  TestProject copy = { 0 };

  test_project_set_up (&project);
  test_project_add_some (&project);
  before = dump_records (&project);
  uid = test_project_query (&project, "SELECT uid FROM project");
  path = g_build_filename (project.folder, "copy.normscape", NULL);
  g_assert_true (nsc_store_copy_to (project.store, path, &error));
  g_assert_no_error (error);

  g_assert_false (nsc_store_copy_to (project.store, path, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_error (&error);
  g_assert_false (nsc_store_copy_to (project.store, "/no-such-folder/copy.normscape", &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_error (&error);

  check_copy (path, dump_records, before);
  copy.path = path;
  other = test_project_query (&copy, "SELECT uid FROM project");
  g_assert_true (g_uuid_string_is_valid (other));
  g_assert_cmpstr (uid, !=, other);
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
      /* Where it is gone the copy is that project itself. */
      DumpFunc dump = cases[i].state == NSC_STORE_PLACE_LOCKED ? dump_records : test_project_dump;
      TestProject project = { 0 };
      g_autofree char *aside = NULL;
      g_autofree char *before = NULL;
      g_autofree char *path = NULL;
      g_autofree char *words = NULL;
      g_autoptr (GError) error = NULL;

      test_project_set_up (&project);
      test_project_add_some (&project);
      before = dump (&project);
      g_assert_null (nsc_store_dup_trouble (project.store));
      aside = g_build_filename (project.folder, "aside.normscape", NULL);
      path = g_build_filename (project.folder, "copy.normscape", NULL);
      if (cases[i].state == NSC_STORE_PLACE_LOCKED)
        nsc_place_pretend (place_without_writing);
      else
        g_assert_cmpint (g_rename (project.path, aside), ==, 0);
      if (cases[i].state == NSC_STORE_PLACE_REPLACED)
        g_assert_true (g_file_set_contents (project.path, "a letter", -1, NULL));
      look (project.store, cases[i].state);
      words = nsc_store_dup_trouble (project.store);
      g_assert_nonnull (strstr (words, cases[i].words));

      g_assert_true (nsc_store_copy_to (project.store, path, &error));
      g_assert_no_error (error);
      check_copy (path, dump, before);

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
