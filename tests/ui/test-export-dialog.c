/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-dialog.h"

#include "nsc-distribution-report.h"
#include "nsc-export-options.h"
#include "nsc-render.h"

#include "nsc-application.h"
#include "nsc-choice-row.h"
#include "test-folder.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  NscProject *project;
  NscOptions *options;
  NscResult *result;
  GtkWidget *window;
  NscExportDialog *dialog; /* that is open */
  char *folder;
  const char *words; /* waited for */
} Fixture;

static NscResult *
run (Fixture *self, const char *language)
{
  g_autoptr (GError) error = NULL;
  NscReader *reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  g_autoptr (GHashTable) options = nsc_options_new ();
  NscResult *result;

  g_assert_no_error (error);
  nsc_options_set (options, "initiative", "tech_accord");
  nsc_options_set (options, "by", "country");
  nsc_options_set (options, "language", language);
  result = nsc_report_run (&nsc_distribution_report, reader, options, NULL, &error);
  g_assert_no_error (error);
  nsc_reader_free (reader);
  if (self->options == NULL)
    self->options = g_steal_pointer (&options);
  return result;
}

static gboolean
has_dialog (gpointer data)
{
  Fixture *self = data;

  return adw_window_get_visible_dialog (ADW_WINDOW (self->window)) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static gboolean
is_ready (gpointer data)
{
  Fixture *self = data;

  return gtk_widget_get_mapped (GTK_WIDGET (self->dialog)) && nsc_export_dialog_get_scene (self->dialog) != NULL &&
         gtk_widget_get_sensitive (ui_fixture_find_button (GTK_WIDGET (self->dialog), "E_xport…"));
}

static gboolean
shows_words (gpointer data)
{
  Fixture *self = data;

  return ui_fixture_shows (self->window, self->words);
}

static void
wait_for_words (Fixture *self, const char *words)
{
  self->words = words;
  ui_fixture_wait (shows_words, self);
}

static void
present (Fixture *self)
{
  nsc_export_dialog_present (gtk_widget_get_first_child (self->window), self->project, &nsc_distribution_report,
                             self->options, self->result, "figure");
  ui_fixture_wait (has_dialog, self);
  self->dialog = NSC_EXPORT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (is_ready, self);
}

static void
close_dialog (Fixture *self)
{
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  self->dialog = NULL;
  ui_fixture_wait (has_no_dialog, self);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->project = ui_fixture_open_project (TRUE);
  self->result = run (self, "en");
  self->folder = test_folder_new ();
  self->window = ui_fixture_show (gtk_label_new (NULL), 1000, 700);
  present (self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ui_fixture_close (self->window);
  g_object_unref (self->result);
  g_hash_table_unref (self->options);
  ui_fixture_close_project (self->project);
  test_folder_remove (self->folder);
  g_free (self->folder);
}

/* ---- choosing as a person does ---- */

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (Fixture *self, const char *title, guint index)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (self->dialog), title)), index);
}

static void
enter (Fixture *self, const char *title, double value)
{
  adw_spin_row_set_value (ADW_SPIN_ROW (find_row (GTK_WIDGET (self->dialog), title)), value);
}

static void
switch_to (Fixture *self, const char *title, gboolean on)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (GTK_WIDGET (self->dialog), title)), on);
}

static void
choose_format (Fixture *self, const char *format)
{
  AdwToggleGroup *toggles = ui_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_TOGGLE_GROUP);

  adw_toggle_group_set_active_name (toggles, format);
}

enum
{
  COLUMN,
  DOUBLE_COLUMN,
  PAGE,
  SLIDE,
  CUSTOM,
};

/* ---- files ---- */

static void
write_to (Fixture *self, const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, name, NULL);

  ui_fixture_wait (is_ready, self);
  nsc_export_dialog_write (self->dialog, file);
}

static void
save_as (Fixture *self, const char *name)
{
  write_to (self, name);
  self->dialog = NULL;
  ui_fixture_wait (has_no_dialog, self);
}

static gboolean
is_there (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
check_bytes (Fixture *self, const char *name, GBytes *expected)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (data, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
check_text (Fixture *self, const char *name, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (expected, strlen (expected));

  check_bytes (self, name, bytes);
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

/* ---- tests ---- */

/* What is written is what the command line writes for the same options, and what the preview shows. */
static void
test_written_is_shown (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    NscFormat format;
  } formats[] = {
    { "pdf", NSC_FORMAT_PDF }, { "svg", NSC_FORMAT_SVG }, { "eps", NSC_FORMAT_EPS }, { "png", NSC_FORMAT_PNG }
  };
  g_autoptr (NscResult) result = run (self, "zh_CN");
  g_autoptr (NscScene) own =
      nsc_scene_new (nsc_result_get_figure (result), nsc_theme_get (NSC_THEME_GREY), 84 * 72.0 / 25.4, 0);
  const NscRenderOptions options = { 150, nsc_result_get_latest_date (result) };
  g_autofree char *table = nsc_sheet_to_string (nsc_result_get_sheet (result), NSC_SHEET_CSV);

  choose (self, "Preset", COLUMN);
  choose (self, "Theme", 1);
  choose (self, "Figure Language", 1);
  choose_format (self, "png");
  enter (self, "Resolution", 150);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("figure.", formats[i].name, NULL);
      g_autoptr (GBytes) expected = nsc_render_to_bytes (own, formats[i].format, &options, NULL, NULL);
      g_autoptr (GBytes) shown = NULL;

      if (self->dialog == NULL)
        present (self);
      choose_format (self, formats[i].name);
      ui_fixture_wait (is_ready, self);
      shown = nsc_render_to_bytes (nsc_export_dialog_get_scene (self->dialog), formats[i].format, &options, NULL, NULL);
      g_assert_true (g_bytes_equal (shown, expected));
      save_as (self, name);
      check_bytes (self, name, expected);
    }
  check_text (self, "figure.csv", table);
  g_assert_cmpuint (count_files (self), ==, 5);
}

static void
test_choices_are_remembered (Fixture *self, gconstpointer unused)
{
  const NscExportChoices *choices;

  choose (self, "Preset", CUSTOM);
  choose (self, "Unit", 1);
  enter (self, "Width", 9.5);
  choose (self, "Height", 1);
  enter (self, "Given Height", 12);
  choose (self, "Theme", 4);
  choose (self, "Figure Language", 1);
  switch_to (self, "Coverage and Source", FALSE);
  switch_to (self, "Also Save the Data", FALSE);
  choose_format (self, "svg");
  save_as (self, "figure.svg");
  g_assert_cmpuint (count_files (self), ==, 1);

  present (self);
  choices = nsc_export_options_get_choices (ui_fixture_find (GTK_WIDGET (self->dialog), NSC_TYPE_EXPORT_OPTIONS));
  g_assert_cmpstr (choices->format, ==, "svg");
  g_assert_cmpstr (choices->preset, ==, "custom");
  g_assert_cmpstr (choices->unit, ==, "cm");
  g_assert_cmpfloat_with_epsilon (choices->width, 95, 0.001);
  g_assert_cmpfloat_with_epsilon (choices->height, 120, 0.001);
  g_assert_true (choices->height_given);
  g_assert_cmpstr (choices->theme, ==, "contrast");
  g_assert_cmpstr (choices->language, ==, "zh_CN");
  g_assert_cmpint (choices->parts, ==, NSC_FIGURE_TITLE);
  g_assert_false (choices->with_table);
  wait_for_words (self, "95 × 120 mm");

  /* Who goes away without writing has chosen nothing. */
  choose_format (self, "eps");
  close_dialog (self);
  present (self);
  choices = nsc_export_options_get_choices (ui_fixture_find (GTK_WIDGET (self->dialog), NSC_TYPE_EXPORT_OPTIONS));
  g_assert_cmpstr (choices->format, ==, "svg");

  choose (self, "Height", 0);
  choose (self, "Preset", DOUBLE_COLUMN);
  choose (self, "Theme", 0);
  choose (self, "Figure Language", 0);
  switch_to (self, "Coverage and Source", TRUE);
  switch_to (self, "Also Save the Data", TRUE);
  choose_format (self, "pdf");
  save_as (self, "figure.pdf");

  /* The figure's own language is no choice to be remembered. */
  nsc_options_set (self->options, "language", "zh_CN");
  g_object_unref (self->result);
  self->result = run (self, "zh_CN");
  present (self);
  choices = nsc_export_options_get_choices (ui_fixture_find (GTK_WIDGET (self->dialog), NSC_TYPE_EXPORT_OPTIONS));
  g_assert_cmpstr (choices->language, ==, "zh_CN");
}

/* A slide has its own theme and size, and leaves neither behind. */
static void
test_slide (Fixture *self, gconstpointer unused)
{
  NscScene *scene;

  choose (self, "Preset", SLIDE);
  ui_fixture_wait (is_ready, self);
  scene = nsc_export_dialog_get_scene (self->dialog);
  g_assert_cmpfloat (nsc_scene_get_width (scene), ==, 960);
  g_assert_cmpfloat (nsc_scene_get_height (scene), ==, 540);
  g_assert_true (nsc_scene_get_theme (scene) == nsc_theme_get (NSC_THEME_SLIDE));
  choose (self, "Preset", COLUMN);
  ui_fixture_wait (is_ready, self);
  scene = nsc_export_dialog_get_scene (self->dialog);
  g_assert_true (nsc_scene_get_theme (scene) == nsc_theme_get (NSC_THEME_PRINT));
  g_assert_cmpfloat (nsc_scene_get_width (scene), ==, 84 * 72.0 / 25.4);
}

static void
test_small_type (Fixture *self, gconstpointer unused)
{
  wait_for_words (self, "Smallest type 6.5 pt");
  g_assert_false (ui_fixture_shows (self->window, "Give it more room"));
  choose (self, "Preset", CUSTOM);
  enter (self, "Width", 20);
  choose (self, "Height", 1);
  enter (self, "Given Height", 20);
  wait_for_words (self, "Give it more room");
  g_assert_true (ui_fixture_shows (self->window, " more lines"));
  g_assert_true (ui_fixture_shows (self->window, "20 × 20 mm"));
}

/* The answer to what was asked for last, whatever is asked for meanwhile. */
static void
test_changes_of_mind (Fixture *self, gconstpointer unused)
{
  NscScene *scene;

  for (guint i = 0; i < 20; i++)
    {
      choose (self, "Figure Language", 1 - i % 2);
      choose (self, "Preset", i % 3);
      choose (self, "Theme", i % 5);
      if (i % 4 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  choose (self, "Preset", COLUMN);
  choose (self, "Theme", 0);
  choose (self, "Figure Language", 1);
  ui_fixture_wait (is_ready, self);
  scene = nsc_export_dialog_get_scene (self->dialog);
  g_assert_cmpstr (nsc_figure_get_language (nsc_scene_get_figure (scene)), ==, "zh_CN");
  g_assert_true (nsc_scene_get_theme (scene) == nsc_theme_get (NSC_THEME_PRINT));
  g_assert_cmpfloat (nsc_scene_get_width (scene), ==, 84 * 72.0 / 25.4);
  /* And who leaves meanwhile, leaves. */
  choose (self, "Preset", PAGE);
  close_dialog (self);
}

/* A table of an earlier export is replaced; what is another's is not. */
static void
test_table_beside (Fixture *self, gconstpointer unused)
{
  g_autofree char *table = nsc_sheet_to_string (nsc_result_get_sheet (self->result), NSC_SHEET_CSV);
  g_autofree char *path = g_build_filename (self->folder, "figure.csv", NULL);

  save_as (self, "other.pdf");
  g_assert_true (g_file_set_contents (path, "name,age\nAda,36\n", -1, NULL));
  present (self);
  wait_for_words (self, "figure-2.csv, 22 rows; figure.csv is another file");
  save_as (self, "figure.pdf");
  check_text (self, "figure.csv", "name,age\nAda,36\n");
  check_text (self, "figure-2.csv", table);
  present (self);
  wait_for_words (self, "figure-2.csv, 22 rows; replaces the earlier table");
  g_assert_true (g_file_set_contents (path, "\xef\xbb\xbfinitiative,group,label,count,share,total\r\n", -1, NULL));
  save_as (self, "figure.pdf");
  check_text (self, "figure.csv", table);
  present (self);
  wait_for_words (self, "figure.csv, 22 rows; replaces the earlier table");
}

/* A name without an ending gets one, and then takes nobody's place. */
static void
test_names (Fixture *self, gconstpointer unused)
{
  save_as (self, "plain");
  g_assert_true (is_there (self, "plain.pdf"));
  g_assert_true (is_there (self, "plain.csv"));
  present (self);
  save_as (self, "plain");
  g_assert_true (is_there (self, "plain-2.pdf"));
  present (self);
  save_as (self, "other.svg");
  g_assert_true (is_there (self, "other.svg"));
  present (self);
  save_as (self, "v1.2");
  g_assert_true (is_there (self, "v1.2.pdf"));
  g_assert_true (is_there (self, "v1.2.csv"));
}

static AdwDialog *
visible_dialog (Fixture *self)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

static void
test_trouble (Fixture *self, gconstpointer unused)
{
  g_autofree char *full = g_build_filename (self->folder, "full.pdf", NULL);
  guint n;

  choose (self, "Preset", COLUMN);
  write_to (self, "nowhere/figure.pdf");
  wait_for_words (self, "Could Not Write");
  adw_dialog_force_close (visible_dialog (self));
  g_assert_cmpuint (count_files (self), ==, 0);

  g_assert_cmpint (symlink ("/dev/full", full), ==, 0);
  n = count_files (self);
  write_to (self, "full.pdf");
  wait_for_words (self, "no room is left");
  adw_dialog_force_close (visible_dialog (self));
  g_assert_cmpuint (count_files (self), ==, n);

  /* All is as it was, and goes on. */
  g_assert_true (visible_dialog (self) == ADW_DIALOG (self->dialog));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (self->dialog), "Preset"))), ==,
                    COLUMN);
  save_as (self, "figure.pdf");
  g_assert_true (is_there (self, "figure.pdf"));
  g_assert_true (is_there (self, "figure.csv"));
}

/* Closing what is writing stops the writing, and nothing remains of it. */
static void
test_cancel (Fixture *self, gconstpointer unused)
{
  choose (self, "Preset", SLIDE);
  choose_format (self, "png");
  enter (self, "Resolution", 2400);
  write_to (self, "figure.png");
  g_assert_false (gtk_widget_get_sensitive (ui_fixture_find_button (GTK_WIDGET (self->dialog), "E_xport…")));
  g_assert_false (adw_dialog_close (ADW_DIALOG (self->dialog)));
  ui_fixture_wait (is_ready, self);
  g_assert_true (visible_dialog (self) == ADW_DIALOG (self->dialog));
  g_assert_cmpuint (count_files (self), ==, 0);
  enter (self, "Resolution", 300);
  choose_format (self, "pdf");
  choose (self, "Preset", DOUBLE_COLUMN);
  save_as (self, "figure.pdf");
}

static void
test_reason (Fixture *self, gconstpointer unused)
{
  GtkWidget *row = find_row (GTK_WIDGET (self->dialog), "Resolution");

  g_assert_false (gtk_widget_get_sensitive (row));
  wait_for_words (self, "Not needed for vector formats");
  g_assert_true (ui_fixture_shows (self->window, "fonts embedded"));
  choose_format (self, "png");
  g_assert_true (gtk_widget_get_sensitive (row));
  g_assert_true (ui_fixture_shows (self->window, " pixels"));
  choose_format (self, "svg");
  g_assert_true (ui_fixture_shows (self->window, "text can be edited"));
}

int
main (int argc, char *argv[])
{
  NscApplication *application;
  int status;

  ui_fixture_init (&argc, &argv);
  application = nsc_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_assert_nonnull (nsc_application_get_settings (application));

#define TEST(name_) g_test_add ("/export-dialog/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (reason);
  TEST (small_type);
  TEST (slide);
  TEST (changes_of_mind);
  TEST (choices_are_remembered);
  TEST (trouble);
  TEST (cancel);
  TEST (names);
  TEST (table_beside);
  TEST (written_is_shown);
#undef TEST

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
