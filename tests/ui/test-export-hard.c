/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports of what is much, of what is nothing, and of what is no longer wanted. */
#include "nsc-export-dialog.h"

#include "nsc-distribution-report.h"

#include "nsc-choice-row.h"
#include "nsc-scene-maker.h"
#include "test-folder.h"
#include "ui-fixture.h"

#include <string.h>

#define N_GROUPS 500

/* Set where the system has not the first font that figures name. */
#define WITHOUT_FONT "FONTCONFIG_FILE"

typedef struct
{
  NscProject *project;
  NscOptions *options;
  NscResult *result;
  GtkWidget *window;
  NscExportDialog *dialog;
  char *folder;
  const char *words; /* waited for */
} Fixture;

static gboolean
insert (NscWriter *writer, const char *table, const char *const *pairs, GError **error)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find (table));

  for (guint i = 0; pairs[i] != NULL; i += 2)
    nsc_record_set_by_name (record, pairs[i], pairs[i + 1]);
  return nsc_writer_insert (writer, record, error);
}

/* As many roles as signatories. */
static gboolean
fill (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *const much[] = { "id", "much", "name_en", "Much", NULL };
  const char *const none[] = { "id", "none", "name_en", "None", NULL };
  gboolean ok = insert (writer, "initiatives", much, error) && insert (writer, "initiatives", none, error);

  for (guint i = 0; i < N_GROUPS && ok; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *name = g_strdup_printf ("Actor %u", i);
      g_autofree char *role = g_strdup_printf ("role of a rather long name, number %u", i);
      const char *const actor[] = { "id", id, "name_en", name, "kind", "company", NULL };
      const char *const member[] = { "initiative", "much", "actor", id, "role", role, NULL };

      ok = insert (writer, "actors", actor, error) && insert (writer, "signatories", member, error);
    }
  return ok;
}

static void
set_up (Fixture *self, gconstpointer initiative)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "", "test");
  g_autoptr (GError) error = NULL;
  NscReader *reader;

  self->project = ui_fixture_open_project (FALSE);
  nsc_store_run_step (nsc_project_get_store (self->project), step, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  self->options = nsc_options_new ();
  nsc_options_set (self->options, "initiative", initiative);
  nsc_options_set (self->options, "by", "role");
  reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  g_assert_no_error (error);
  self->result = nsc_report_run (&nsc_distribution_report, reader, self->options, NULL, &error);
  g_assert_no_error (error);
  nsc_reader_free (reader);
  self->folder = test_folder_new ();
  self->window = ui_fixture_show (gtk_label_new (NULL), 1000, 700);
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

static gboolean
is_open (gpointer data)
{
  Fixture *self = data;

  self->dialog = (NscExportDialog *) adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  return self->dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->dialog));
}

static gboolean
is_closed (gpointer data)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (((Fixture *) data)->window)) == NULL;
}

static gboolean
is_ready (gpointer data)
{
  Fixture *self = data;

  return is_open (self) && nsc_export_dialog_get_scene (self->dialog) != NULL;
}

static gboolean
shows_words (gpointer data)
{
  Fixture *self = data;

  return ui_fixture_shows (self->window, self->words);
}

static void
present (Fixture *self)
{
  nsc_export_dialog_present (gtk_widget_get_first_child (self->window), self->project, &nsc_distribution_report,
                             self->options, self->result, "figure");
  ui_fixture_wait (is_ready, self);
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_COMBO_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
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
save_as (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  gsize length;

  nsc_export_dialog_write (self->dialog, file);
  ui_fixture_wait (is_closed, self);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
}

static void
check_table (Fixture *self, guint n_lines)
{
  g_autofree char *path = g_build_filename (self->folder, "figure.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_lines + 1);
}

static void
test_much (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "figure.pdf", "figure.svg", "figure.eps", "figure.png" };

  /* Each preset with its own format. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      present (self);
      adw_combo_row_set_selected (ui_fixture_find (GTK_WIDGET (self->dialog), NSC_TYPE_CHOICE_ROW), i);
      ui_fixture_wait (is_ready, self);
      g_assert_cmpuint (nsc_scene_get_n_marks (nsc_export_dialog_get_scene (self->dialog)), >, 10);
      save_as (self, names[i]);
      check_table (self, N_GROUPS + 1);
    }
}

static void
test_nothing (Fixture *self, gconstpointer unused)
{
  present (self);
  self->words = "figure.csv, 0 rows";
  ui_fixture_wait (shows_words, self);
  save_as (self, "figure.pdf");
  check_table (self, 1);
}

static void
count_cb (NscSceneMaker *maker, gpointer data)
{
  (*(guint *) data)++;
}

static gboolean
is_idle (gpointer data)
{
  gboolean busy;

  g_object_get (data, "busy", &busy, NULL);
  return !busy;
}

/* What was stopped never comes, and what was asked for last does. */
static void
test_stop (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscSceneMaker) maker =
      nsc_scene_maker_new (self->project, &nsc_distribution_report, self->options, self->result);
  NscSceneRequest request = { "zh_CN", nsc_theme_get (NSC_THEME_PRINT), 200, 0, NSC_FIGURE_WHOLE };
  guint n_made = 0;

  g_signal_connect (maker, "made", G_CALLBACK (count_cb), &n_made);
  nsc_scene_maker_make (maker, &request);
  g_assert_false (is_idle (maker));
  nsc_scene_maker_stop (maker);
  ui_fixture_wait (is_idle, maker);
  g_assert_cmpuint (n_made, ==, 0);
  g_assert_null (nsc_scene_maker_get_scene (maker));

  nsc_scene_maker_make (maker, &request);
  request.language = "en";
  nsc_scene_maker_make (maker, &request);
  request.width = 300;
  nsc_scene_maker_make (maker, &request);
  ui_fixture_wait (is_idle, maker);
  g_assert_cmpuint (n_made, ==, 1);
  g_assert_cmpfloat (nsc_scene_get_width (nsc_scene_maker_get_scene (maker)), ==, 300);
  g_assert_true (nsc_scene_maker_get_result (maker) == self->result);
}

/* What cannot be had is said, and nothing else is written in its place. */
static void
test_failure (Fixture *self, gconstpointer unused)
{
  GtkWidget *language;

  nsc_options_set (self->options, "initiative", "gone");
  present (self);
  language = find_row (GTK_WIDGET (self->dialog), "Figure Language");
  adw_combo_row_set_selected (ADW_COMBO_ROW (language), 1);
  self->words = "Not Found";
  ui_fixture_wait (shows_words, self);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (is_open, self);
  g_assert_null (nsc_export_dialog_get_scene (self->dialog));
  g_assert_false (gtk_widget_get_sensitive (ui_fixture_find_button (GTK_WIDGET (self->dialog), "E_xport…")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (language), 0);
  ui_fixture_wait (is_ready, self);
  g_assert_true (gtk_widget_get_sensitive (ui_fixture_find_button (GTK_WIDGET (self->dialog), "E_xport…")));
}

/* Said once, whatever is made afterwards, and not at all where nothing is missing. */
static void
test_missing_font (Fixture *self, gconstpointer unused)
{
  AdwBanner *banner;

  present (self);
  banner = ui_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_BANNER);
  g_assert_true (adw_banner_get_revealed (banner) == (g_getenv (WITHOUT_FONT) != NULL));
  if (adw_banner_get_revealed (banner))
    {
      g_assert_nonnull (strstr (adw_banner_get_title (banner), "Inter is not installed"));
      g_signal_emit_by_name (banner, "button-clicked");
      g_assert_false (adw_banner_get_revealed (banner));
    }
  save_as (self, "figure.pdf");
  present (self);
  banner = ui_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_BANNER);
  g_assert_false (adw_banner_get_revealed (banner));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

  /* The first, since it is said once. */
  g_test_add ("/export-hard/missing-font", Fixture, "none", set_up, test_missing_font, tear_down);
  g_test_add ("/export-hard/much", Fixture, "much", set_up, test_much, tear_down);
  g_test_add ("/export-hard/nothing", Fixture, "none", set_up, test_nothing, tear_down);
  g_test_add ("/export-hard/failure", Fixture, "much", set_up, test_failure, tear_down);
  g_test_add ("/export-hard/stop", Fixture, "much", set_up, test_stop, tear_down);

  return g_test_run ();
}
