/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table-saving.h"

#include "nsc-export.h"

#include "test-folder.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  char *folder;
  const char *words; /* waited for */
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->project = ui_fixture_open_project (TRUE);
  self->folder = test_folder_new ();
  self->window = ui_fixture_show (gtk_label_new (NULL), 640, 480);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ui_fixture_close (self->window);
  test_folder_remove (self->folder);
  g_free (self->folder);
  ui_fixture_close_project (self->project);
}

static char *
save_as (Fixture *self, const char *name)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  nsc_table_saving_save (self->window, self->project, nsc_table_find ("initiatives"), file);
  return path;
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
shows_words (gpointer data)
{
  Fixture *self = data;

  return ui_fixture_shows (self->window, self->words);
}

/* The same bytes as the command line exports. */
static void
test_file (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = save_as (self, "initiatives.csv");
  g_autoptr (GOutputStream) expected = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  NscReader *reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  gsize length;

  g_assert_true (nsc_export_to_stream (reader, nsc_table_find ("initiatives"), expected, NULL, &error));
  g_assert_no_error (error);
  nsc_reader_free (reader);
  ui_fixture_wait (is_there, path);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (expected)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (expected)));
}

static void
check_refused (Fixture *self, const char *name, const char *words)
{
  g_autofree char *path = save_as (self, name);

  self->words = words;
  ui_fixture_wait (shows_words, self);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  g_assert_false (is_there (path));
}

static void
test_refusals (Fixture *self, gconstpointer unused)
{
  check_refused (self, "nowhere/initiatives.csv", "Could Not Write");
  check_refused (self, "initiatives.normscape", "This Does Not Fit");
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

  g_test_add ("/table-saving/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/table-saving/refusals", Fixture, NULL, set_up, test_refusals, tear_down);

  return g_test_run ();
}
