/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-safe-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("normscape-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "out.csv", NULL);
}

static void
tear_down (Place *place, gconstpointer unused)
{
  g_unlink (place->path);
  /* The folder is empty, so that no part was left behind. */
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->path);
  g_free (place->folder);
}

static NscSafeFile *
begin (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  NscSafeFile *file = nsc_safe_file_new (path, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (nsc_safe_file_get_stream (file), text, strlen (text), NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_new (Place *place, gconstpointer unused)
{
  NscSafeFile *file = begin (place->path, "one\n");
  g_autoptr (GError) error = NULL;

  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_true (nsc_safe_file_commit (file, NULL, &error));
  g_assert_no_error (error);
  nsc_safe_file_free (file);
  assert_content (place->path, "one\n");
}

static void
test_settle (Place *place, gconstpointer unused)
{
  NscSafeFile *file = begin (place->path, "one\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_safe_file_settle (file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_is_closed (nsc_safe_file_get_stream (file)));
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_true (nsc_safe_file_commit (file, NULL, &error));
  g_assert_no_error (error);
  nsc_safe_file_free (file);
  assert_content (place->path, "one\n");
}

static void
test_no_folder (Place *place, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (place->folder, "none", "out.csv", NULL);
  g_autofree char *expected =
      g_strdup_printf ("%s: cannot be written (%s); choose another place", path, g_strerror (ENOENT));
  g_autoptr (GError) error = NULL;

  g_assert_null (nsc_safe_file_new (path, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_replace (Place *place, gconstpointer unused)
{
  NscSafeFile *file;
  GStatBuf after;

  g_assert_true (g_file_set_contents (place->path, "old\n", -1, NULL));
  g_assert_cmpint (g_chmod (place->path, 0640), ==, 0);

  file = begin (place->path, "given up\n");
  nsc_safe_file_free (file);
  assert_content (place->path, "old\n");

  file = begin (place->path, "new\n");
  assert_content (place->path, "old\n");
  g_assert_true (nsc_safe_file_commit (file, NULL, NULL));
  nsc_safe_file_free (file);
  assert_content (place->path, "new\n");
  g_assert_cmpint (g_stat (place->path, &after), ==, 0);
  g_assert_cmpint (after.st_mode & 07777, ==, 0640);
}

static void
test_link (Place *place, gconstpointer unused)
{
  g_autofree char *link_path = g_build_filename (place->folder, "link.csv", NULL);
  NscSafeFile *file;

  g_assert_true (g_file_set_contents (place->path, "old\n", -1, NULL));
  g_assert_cmpint (symlink ("out.csv", link_path), ==, 0);
  file = begin (link_path, "new\n");
  g_assert_true (nsc_safe_file_commit (file, NULL, NULL));
  nsc_safe_file_free (file);
  assert_content (place->path, "new\n");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link_path);
}

static void
test_refused (Place *place, gconstpointer unused)
{
  g_autofree char *missing = g_build_filename (place->folder, "missing", "out.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (nsc_safe_file_new (missing, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_assert_true (g_str_has_prefix (error->message, missing));
  g_clear_error (&error);

  g_assert_null (nsc_safe_file_new (place->folder, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
}

static void
leave (Place *place, const char *name)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "half", -1, NULL));
}

static gboolean
is_there (Place *place, const char *name)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What a program that was killed has left goes with the next that writes the same file; what another still writes, and
 * what only looks like it, does not. */
static void
test_left (Place *place, gconstpointer unused)
{
  static const char *const others[] = { "out.csv.part", "out.csv.0123456.part", "out.csvx.01234567.part", "t.csv" };
  g_autoptr (NscSafeFile) living = begin (place->path, "one\n");
  g_autoptr (NscSafeFile) next = NULL;

  leave (place, "out.csv.0123abcd.part");
  leave (place, "out.csv.0123abcd.part-journal");
  leave (place, "out.csv.fedc9876.part-journal");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    leave (place, others[i]);
  next = begin (place->path, "two\n");
  g_assert_false (is_there (place, "out.csv.0123abcd.part"));
  g_assert_false (is_there (place, "out.csv.0123abcd.part-journal"));
  g_assert_false (is_there (place, "out.csv.fedc9876.part-journal"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, others[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_true (nsc_safe_file_commit (next, NULL, NULL));
  assert_content (place->path, "two\n");
  g_assert_true (nsc_safe_file_commit (living, NULL, NULL));
  assert_content (place->path, "one\n");
}

static void
test_device (Place *place, gconstpointer unused)
{
  NscSafeFile *file = begin ("/dev/null", "gone\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_safe_file_commit (file, NULL, &error));
  nsc_safe_file_free (file);
  g_assert_true (g_file_test ("/dev/null", G_FILE_TEST_EXISTS));

  file = nsc_safe_file_new ("/dev/full", &error);
  g_assert_no_error (error);
  g_assert_false (g_output_stream_write_all (nsc_safe_file_get_stream (file), "x", 1, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  nsc_safe_file_explain ("/dev/full", g_steal_pointer (&error), &error);
  g_assert_error (error, NSC_ERROR, NSC_ERROR_FULL);
  nsc_safe_file_free (file);
}

static void
test_fill (Place *place, gconstpointer unused)
{
  g_autofree char *from = g_build_filename (place->folder, "from.csv", NULL);
  g_autoptr (NscSafeFile) file = nsc_safe_file_new (place->path, NULL);
  g_autoptr (NscSafeFile) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (from, "one\n", -1, NULL));
  g_assert_true (nsc_safe_file_fill (file, from, NULL, &error));
  g_assert_true (nsc_safe_file_commit (file, NULL, &error));
  g_assert_no_error (error);
  assert_content (place->path, "one\n");
  g_unlink (from);

  other = nsc_safe_file_new (place->path, NULL);
  g_assert_false (nsc_safe_file_fill (other, from, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_pointer (&other, nsc_safe_file_free);
  assert_content (place->path, "one\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/base/safe-file/new", Place, NULL, set_up, test_new, tear_down);
  g_test_add ("/base/safe-file/settle", Place, NULL, set_up, test_settle, tear_down);
  g_test_add ("/base/safe-file/no-folder", Place, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/base/safe-file/replace", Place, NULL, set_up, test_replace, tear_down);
  g_test_add ("/base/safe-file/link", Place, NULL, set_up, test_link, tear_down);
  g_test_add ("/base/safe-file/refused", Place, NULL, set_up, test_refused, tear_down);
  g_test_add ("/base/safe-file/fill", Place, NULL, set_up, test_fill, tear_down);
  g_test_add ("/base/safe-file/left", Place, NULL, set_up, test_left, tear_down);
  g_test_add ("/base/safe-file/device", Place, NULL, set_up, test_device, tear_down);
  return g_test_run ();
}
