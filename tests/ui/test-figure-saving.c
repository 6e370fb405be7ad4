/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-saving.h"

#include "nsc-distribution-report.h"

#include "ui-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  NscProject *project;
  NscResult *result;
  GtkWidget *window;
  const char *words; /* waited for */
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (GError) error = NULL;
  NscReader *reader;

  self->project = ui_fixture_open_project (TRUE);
  nsc_options_set (options, "initiative", "tech_accord");
  nsc_options_set (options, "by", "country");
  reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  g_assert_no_error (error);
  self->result = nsc_report_run (&nsc_distribution_report, reader, options, NULL, &error);
  g_assert_no_error (error);
  nsc_reader_free (reader);
  self->window = ui_fixture_show (gtk_label_new (NULL), 640, 480);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ui_fixture_close (self->window);
  g_object_unref (self->result);
  ui_fixture_close_project (self->project);
}

static gboolean
is_written (gpointer data)
{
  return g_file_test (((Fixture *) data)->path, G_FILE_TEST_EXISTS);
}

static gboolean
shows_words (gpointer data)
{
  Fixture *self = data;

  return ui_fixture_shows (self->window, self->words);
}

/* Saves under NAME; gives the first bytes of the file, once it is there. */
static char *
save_as (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *contents;

  self->path = path;
  nsc_figure_saving_save (self->window, self->result, file);
  ui_fixture_wait (is_written, self);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return contents;
}

static void
test_kinds (Fixture *self, gconstpointer unused)
{
  g_autofree char *pdf = save_as (self, "figure.pdf");
  g_autofree char *png = save_as (self, "figure.PNG");
  g_autofree char *csv = save_as (self, "figure.csv");

  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_true (g_str_has_prefix (png, "\x89PNG"));
  g_assert_true (g_str_has_prefix (csv, "initiative,group,label,count,share,total"));
  g_assert_nonnull (strstr (csv, "tech_accord,US,United States,41,"));
}

static void
test_refusals (Fixture *self, gconstpointer unused)
{
  g_autofree char *nowhere = g_build_filename (g_get_tmp_dir (), "nowhere", "figure.csv", NULL);
  g_autofree char *ending = g_build_filename (g_get_tmp_dir (), "figure.docx", NULL);
  g_autoptr (GFile) first = g_file_new_for_path (nowhere);
  g_autoptr (GFile) second = g_file_new_for_path (ending);

  nsc_figure_saving_save (self->window, self->result, first);
  self->words = "Could Not Write";
  ui_fixture_wait (shows_words, self);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));

  nsc_figure_saving_save (self->window, self->result, second);
  self->words = "This Does Not Fit";
  ui_fixture_wait (shows_words, self);
  g_assert_true (ui_fixture_shows (self->window, ".pdf"));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

  g_test_add ("/figure-saving/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/figure-saving/refusals", Fixture, NULL, set_up, test_refusals, tear_down);

  return g_test_run ();
}
