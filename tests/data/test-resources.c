/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is compiled into the program is what the folders hold. */

#include "nsc-data-resources.h"

#include <gio/gio.h>

#define PREFIX "/io/github/normscape/Normscape/"

static void
test_file (gconstpointer data)
{
  const char *name = data;
  g_autofree char *resource_path = g_strconcat (PREFIX, name, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  bytes = g_resource_lookup_data (nsc_data_get_resource (), resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), contents, length);
}

static void
test_no_table_is_missing (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "example", "cyber-norms", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_auto (GStrv) children = NULL;
  guint n_tables = 0;

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    n_tables += g_str_has_suffix (name, ".csv");

  children = g_resource_enumerate_children (nsc_data_get_resource (), PREFIX "example/cyber-norms",
                                            G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (children), ==, n_tables);
}

int
main (int argc, char *argv[])
{
  static const char *const files[] = {
    "reference/countries.csv",           "example/cyber-norms/actors.csv",
    "example/cyber-norms/documents.csv", "example/cyber-norms/initiatives.csv",
    "example/cyber-norms/issues.csv",    "example/cyber-norms/mentions.csv",
    "example/cyber-norms/sectors.csv",   "example/cyber-norms/signatories.csv",
    "example/cyber-norms/stories.csv",   "example/cyber-norms/story_steps.csv",
    "example/cyber-norms/totals.csv",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/data/resources/", files[i], NULL);

      g_test_add_data_func (path, files[i], test_file);
    }
  g_test_add_func ("/data/resources/no-table-is-missing", test_no_table_is_missing);
  return g_test_run ();
}
