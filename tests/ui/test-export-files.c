/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-files.h"

#include "test-folder.h"

#include "nsc-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
  NscScene *scene;
  NscSheet *sheet; /* larger than the picture */
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  static const NscSheetColumn columns[] = { { "name", "Name", NSC_SHEET_WORDS },
                                            { "count", "Count", NSC_SHEET_NUMBER } };
  static const char *const values[] = { "a name of some length", "1000000" };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");

  self->folder = test_folder_new ();
  self->path = g_build_filename (self->folder, "figure.svg", NULL);
  nsc_figure_set_title (figure, "Title");
  self->scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 200, 0);
  self->sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < 2000; i++)
    nsc_sheet_add_row (self->sheet, 0, values);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
  nsc_scene_unref (self->scene);
  g_object_unref (self->sheet);
}

static gboolean
save (Fixture *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscExportFiles) files = nsc_export_files_new (self->path, NSC_FORMAT_SVG, self->sheet);

  return nsc_export_files_write (files, self->scene, NULL, self->sheet, cancellable, error);
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The disk takes the picture and not the table: then there is neither, and what was there before is. */
static void
test_room_for_one (Fixture *self, gconstpointer unused)
{
  const struct rlimit little = { 20000, RLIM_INFINITY }, much = { RLIM_INFINITY, RLIM_INFINITY };
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (save (self, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_assert_nonnull (strstr (error->message, "figure.csv"));
  g_assert_cmpuint (count_files (self), ==, 0);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  g_assert_false (save (self, NULL, &error));
  g_assert_true (g_file_get_contents (self->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
  g_assert_cmpuint (count_files (self), ==, 1);
  g_clear_error (&error);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &much), ==, 0);
  g_assert_true (save (self, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
test_cancelled (Fixture *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (save (self, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self), ==, 0);
}

/* What stands in the table's place. */
static void
test_table (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *contents;
    gboolean is_ours;
  } cases[] = {
    { "name,count\n", TRUE },
    { "name,count\r\na,1\r\n", TRUE },
    { "\xef\xbb\xbfname,count\nb,2\n", TRUE },
    { "name,county\n", FALSE },
    { "name", FALSE },
    { "", FALSE },
    { "\xef\xbb\xbf", FALSE },
  };
  g_autofree char *path = g_build_filename (self->folder, "figure.csv", NULL);
  g_autofree char *second = g_build_filename (self->folder, "figure-2.csv", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NscExportFiles) files = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].contents, -1, NULL));
      files = nsc_export_files_new (self->path, NSC_FORMAT_SVG, self->sheet);
      g_assert_true (files->replaces_table == cases[i].is_ours);
      g_assert_true (files->renamed_table != cases[i].is_ours);
      g_assert_cmpstr (files->table, ==, cases[i].is_ours ? path : second);
    }
}

static void
test_names (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *given;
    const char *picture;
    const char *table;
  } cases[] = {
    { "a", "a.svg", "a.csv" },          { "a.pdf", "a.pdf", "a.csv" },
    { "v1.2", "v1.2.svg", "v1.2.csv" }, { ".hidden", ".hidden.svg", ".hidden.csv" },
    { "A.PDF", "A.PDF", "A.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, cases[i].given, NULL);
      g_autofree char *picture = g_build_filename (self->folder, cases[i].picture, NULL);
      g_autofree char *table = g_build_filename (self->folder, cases[i].table, NULL);
      g_autoptr (NscExportFiles) files = nsc_export_files_new (path, NSC_FORMAT_SVG, self->sheet);

      g_assert_cmpstr (files->picture, ==, picture);
      g_assert_cmpstr (files->table, ==, table);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name_) g_test_add ("/export-files/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (room_for_one);
  TEST (cancelled);
  TEST (table);
  TEST (names);
#undef TEST

  return g_test_run ();
}
