/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error-door.h"
#include "nsc-progress.h"
#include "nsc-project-copy.h"
#include "nsc-project-opening.h"

#include "nsc-error.h"
#include "nsc-place-private.h"
#include "nsc-record-step.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  NscWindow *window;
  char *folder;
  GFile *file;
} Fixture;

/* And a page that shows it. */
static gboolean
has_project (gpointer window)
{
  return nsc_window_get_page (window) != NULL;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("normscape-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "Norms.normscape", NULL);
  self->file = g_file_new_for_path (path);
  self->window = window_fixture_show ();
  nsc_project_opening_create (self->window, self->file);
  ui_fixture_wait (has_project, self->window);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  nsc_place_pretend (NULL);
  window_fixture_close (self->window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_object_unref (self->file);
}

static AdwBanner *
find_banner (NscWindow *window)
{
  return ui_fixture_find (GTK_WIDGET (nsc_window_get_page (window)), ADW_TYPE_BANNER);
}

static gboolean
is_troubled (gpointer window)
{
  return adw_banner_get_revealed (find_banner (window));
}

static gboolean
is_untroubled (gpointer window)
{
  return !is_troubled (window);
}

static void
look (Fixture *self)
{
  nsc_store_look_for_changes (nsc_project_get_store (nsc_window_get_project (self->window)));
}

static void
assert_banner (Fixture *self, const char *words, const char *button)
{
  AdwBanner *banner = find_banner (self->window);

  if (strstr (adw_banner_get_title (banner), words) == NULL)
    g_error ("%s is not in: %s", words, adw_banner_get_title (banner));
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, button);
}

static guint
count_sectors (Fixture *self)
{
  g_autoptr (NscReader) reader =
      nsc_store_take_reader (nsc_project_get_store (nsc_window_get_project (self->window)), NULL);

  return (guint) nsc_reader_count (reader, nsc_table_find ("sectors"), NULL);
}

static gboolean
goes_on_with_copy (gpointer window)
{
  NscProject *project = nsc_window_get_project (window);

  return project != NULL && g_str_has_suffix (nsc_project_get_path (project), "Copy.normscape") &&
         nsc_project_get_read_only_reason (project) == NULL;
}

static void
save_copy (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "Copy.normscape", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  nsc_project_copy_save (self->window, copy);
  ui_fixture_wait (goes_on_with_copy, self->window);
  g_assert_false (is_troubled (self->window));
}

/* The file goes while it is open: that is said, work goes on, and a copy has all of it. */
static void
test_deleted (Fixture *self, gconstpointer unused)
{
  window_fixture_add_sector (self->window, "Shipping");
  g_assert_cmpint (g_unlink (g_file_peek_path (self->file)), ==, 0);
  look (self);
  ui_fixture_wait (is_troubled, self->window);
  assert_banner (self, "moved or deleted", "Save a _Copy…");
  window_fixture_add_sector (self->window, "Fishing");
  g_assert_true (is_troubled (self->window));
  save_copy (self);
  g_assert_cmpuint (count_sectors (self), ==, 2);
}

/* What was moved and is put back is no trouble any more. */
static void
test_moved_and_back (Fixture *self, gconstpointer unused)
{
  g_autofree char *aside = g_build_filename (self->folder, "Aside.normscape", NULL);

  g_assert_cmpint (g_rename (g_file_peek_path (self->file), aside), ==, 0);
  look (self);
  ui_fixture_wait (is_troubled, self->window);
  g_assert_cmpint (g_rename (aside, g_file_peek_path (self->file)), ==, 0);
  look (self);
  ui_fixture_wait (is_untroubled, self->window);
}

static NscPlace
place_without_writing (const char *file)
{
  return (NscPlace) { FALSE, FALSE };
}

static void
test_made_read_only (Fixture *self, gconstpointer unused)
{
  nsc_place_pretend (place_without_writing);
  look (self);
  ui_fixture_wait (is_troubled, self->window);
  assert_banner (self, "no longer be written", "Save a _Copy…");
  nsc_place_pretend (NULL);
  save_copy (self);
}

/* From a folder that cannot be written a project can be read, and changed as a copy. */
static void
test_read_only_folder (Fixture *self, gconstpointer unused)
{
  window_fixture_close (self->window);
  self->window = window_fixture_show ();
  nsc_place_pretend (place_without_writing);
  nsc_project_opening_open (self->window, self->file);
  ui_fixture_wait (has_project, self->window);
  nsc_place_pretend (NULL);
  g_assert_true (is_troubled (self->window));
  assert_banner (self, "can only be read", "Save a _Copy…");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "add-record"));
  save_copy (self);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "add-record"));
}

/* Where a copy elsewhere would not have the trouble, it is offered. */
static void
test_errors (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    NscError code;
    const char *button;
  } cases[] = {
    { NSC_ERROR_FULL, "Save a _Copy…" },      { NSC_ERROR_BUSY, "" },
    { NSC_ERROR_READ_ONLY, "Save a _Copy…" }, { NSC_ERROR_DAMAGED, "" },
    { NSC_ERROR_STORAGE, "Save a _Copy…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = g_strdup_printf ("Trouble %u", i);
      g_autoptr (GError) error = g_error_new_literal (NSC_ERROR, (int) cases[i].code, words);

      nsc_error_door_show (GTK_WIDGET (self->window), error);
      g_assert_true (is_troubled (self->window));
      assert_banner (self, words, cases[i].button);
    }
  nsc_window_set_trouble (self->window, NULL);
  g_assert_false (is_troubled (self->window));
}

static gboolean
shows_refusal (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  return ADW_IS_ALERT_DIALOG (dialog) &&
         strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "the project itself") != NULL;
}

/* A copy never takes the place of the project that it is of. */
static void
test_copy_onto_itself (Fixture *self, gconstpointer unused)
{
  nsc_project_copy_save (self->window, self->file);
  ui_fixture_wait (shows_refusal, self->window);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  g_assert_true (g_file_query_exists (self->file, NULL));
}

/* A project is open once: whoever opens it again is brought to its window. */
static void
test_two_windows (Fixture *self, gconstpointer unused)
{
  NscWindow *second = window_fixture_show ();
  g_autofree char *link_path = g_build_filename (self->folder, "Link.normscape", NULL);
  g_autoptr (GFile) by_link = g_file_new_for_path (link_path);

  g_assert_cmpint (symlink (g_file_peek_path (self->file), link_path), ==, 0);
  nsc_project_opening_open (second, self->file);
  nsc_project_opening_open (second, by_link);
  g_assert_null (nsc_window_get_project (second));
  g_assert_false (ui_fixture_shows (GTK_WIDGET (second), "Opening"));
  g_assert_true (gtk_widget_is_sensitive (ui_fixture_find_button (GTK_WIDGET (second), "Open the _Example")));
  g_assert_true (has_project (self->window));
  ui_fixture_close (GTK_WIDGET (second));
}

static gboolean
offers_example (gpointer window)
{
  GtkWidget *button = ui_fixture_find_button (window, "Open the _Example");

  return gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button);
}

/* Who does not want to wait is back at the offer, and a window that is closed meanwhile opens nothing. */
static void
test_stop_opening (Fixture *self, gconstpointer unused)
{
  window_fixture_close (self->window);
  self->window = window_fixture_show ();
  nsc_project_opening_open (self->window, self->file);
  nsc_project_opening_cancel (self->window);
  ui_fixture_wait (offers_example, self->window);
  g_assert_null (nsc_window_get_project (self->window));

  nsc_project_opening_open (self->window, self->file);
  window_fixture_close (self->window);
  self->window = window_fixture_show ();
}

static gboolean
shows_long (gpointer window)
{
  return ui_fixture_shows (window, "A long story");
}

static gboolean
shows_no_long (gpointer window)
{
  return !shows_long (window);
}

/* The button of what is seen; the start page has one too. */
static GtkWidget *
find_cancel (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), "_Cancel") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cancel (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is done within a second is not spoken of; what is not can be stopped. */
static void
test_progress (Fixture *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  NscProgress *brief = nsc_progress_begin (GTK_WIDGET (self->window), "A brief story", NULL);
  NscProgress *progress = nsc_progress_begin (GTK_WIDGET (self->window), "A long story", cancellable);

  nsc_progress_end (brief);
  g_assert_false (shows_long (self->window));
  ui_fixture_wait (shows_long, self->window);
  g_assert_false (ui_fixture_shows (GTK_WIDGET (self->window), "A brief story"));
  g_signal_emit_by_name (find_cancel (GTK_WIDGET (self->window)), "clicked");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  nsc_progress_end (progress);
  ui_fixture_wait (shows_no_long, self->window);

  progress = nsc_progress_begin (GTK_WIDGET (self->window), "A long story", NULL);
  ui_fixture_wait (shows_long, self->window);
  nsc_progress_end (progress);
  ui_fixture_wait (shows_no_long, self->window);
}

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);

#define TEST(name_) g_test_add ("/hard-moments/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (deleted);
  TEST (moved_and_back);
  TEST (made_read_only);
  TEST (read_only_folder);
  TEST (errors);
  TEST (copy_onto_itself);
  TEST (two_windows);
  TEST (stop_opening);
  TEST (progress);
#undef TEST

  return window_fixture_run ();
}
