/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-action-table.h"
#include "nsc-figure-view.h"
#include "nsc-import-dialog.h"
#include "nsc-page-list.h"
#include "nsc-project-opening.h"
#include "nsc-record-step.h"
#include "nsc-report-page.h"
#include "nsc-stories-page.h"
#include "nsc-story-step-row.h"
#include "nsc-zoom-control.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  NscWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->window = window_fixture_show ();
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  if (self->window != NULL)
    ui_fixture_close (GTK_WIDGET (self->window));
}

static void
test_every_key_has_its_action (Fixture *self, gconstpointer unused)
{
  for (const NscActionKey *key = nsc_action_table_get (); key->title != NULL; key++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_nonnull (key->accels[0]);
      if (key->action == NULL)
        continue;
      g_assert_true (g_action_parse_detailed_name (key->action, &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), name + strlen ("win.")));
      else if (g_str_has_prefix (name, "app."))
        g_assert_true (
            g_action_group_has_action (G_ACTION_GROUP (window_fixture_get_application ()), name + strlen ("app.")));
      else
        g_assert_cmpstr (name, ==, "window.close");
    }
}

static void
test_without_project (Fixture *self, gconstpointer unused)
{
  static const char *const idle[] = {
    "add-record", "add-to",  "copy-figure", "copy-svg", "copy-table", "export", "find",
    "import",     "present", "print",       "redo",     "undo",       "view",
  };

  g_assert_null (nsc_window_get_page (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (idle); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), idle[i]));
}

typedef struct
{
  GtkWidget *window;
  int width;
} Resize;

static gboolean
has_width (gpointer data)
{
  Resize *resize = data;

  /* Without a compositor the window's border is part of its width. */
  return ABS (gtk_widget_get_width (resize->window) - resize->width) <= 10;
}

/* At every width each page has room: one that has not warns, and a warning ends the test. */
static void
try_widths (Fixture *self)
{
  static const int widths[] = { 1000, 861, 790, 770, 700, 600, 510, 495, 400, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Resize resize = { GTK_WIDGET (self->window), widths[i] };

      gtk_window_set_default_size (GTK_WINDOW (self->window), widths[i], 400);
      ui_fixture_wait (has_width, &resize);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
    }
}

static void
test_example (Fixture *self, gconstpointer unused)
{
  window_fixture_open_example (self->window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Cyber Norms");

  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      NscPage *page = nsc_window_show_page (self->window, entry->name);

      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (page, entry->get_type ()));
      g_assert_true (nsc_page_get_project (page) == nsc_window_get_project (self->window));
      try_widths (self);
    }
  g_assert_null (nsc_window_show_page (self->window, "weather"));
  window_fixture_close (g_steal_pointer (&self->window));
}

static gboolean
shows_agenda (gpointer data)
{
  return ui_fixture_shows (GTK_WIDGET (((Fixture *) data)->window), "Microsoft and UN");
}

static gboolean
draw_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Also where another window has always a frame to draw, as on a slow machine. */
static void
test_closing_beside_frames (Fixture *self, gconstpointer unused)
{
  guint frames;

  window_fixture_open_example (self->window);
  frames = g_idle_add_full (GDK_PRIORITY_REDRAW, draw_cb, NULL, NULL);
  window_fixture_close (g_steal_pointer (&self->window));
  g_source_remove (frames);
}

/* The page that was shown when the project was closed is there when it is opened. */
static void
test_page_is_remembered (Fixture *self, gconstpointer unused)
{
  window_fixture_open_example (self->window);
  nsc_window_show_page (self->window, "agenda");
  ui_fixture_wait (shows_agenda, self);
  window_fixture_close (g_steal_pointer (&self->window));

  self->window = nsc_window_new (window_fixture_get_application ());
  gtk_window_present (GTK_WINDOW (self->window));
  nsc_project_opening_open_example (self->window);
  ui_fixture_wait (shows_agenda, self);
  window_fixture_close (g_steal_pointer (&self->window));
}

static gboolean
can_undo (gpointer data)
{
  return nsc_project_get_undo_step (nsc_window_get_project (((Fixture *) data)->window)) != NULL;
}

static gboolean
names_its_file (gpointer data)
{
  NscPage *page = nsc_window_show_page (((Fixture *) data)->window, "signatories");
  g_autofree char *name = nsc_report_page_dup_file_name (NSC_REPORT_PAGE (page));

  return g_str_equal (name, "tech_accord-country");
}

static void
test_name_of_export (Fixture *self, gconstpointer unused)
{
  window_fixture_open_example (self->window);
  ui_fixture_wait (names_its_file, self);
  window_fixture_close (g_steal_pointer (&self->window));
}

/* Another program writes the file while the window shows it. */
static void
test_changes_of_others (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) other = NULL;
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find ("actors"));
  g_autoptr (NscStep) step = NULL;

  window_fixture_open_example (self->window);
  g_assert_false (can_undo (self));

  other = nsc_store_open (nsc_project_get_path (nsc_window_get_project (self->window)), NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  nsc_record_set_by_name (record, "id", "atlantis");
  nsc_record_set_by_name (record, "name_en", "Atlantis");
  nsc_record_set_by_name (record, "kind", "state");
  step = nsc_record_step_save (other, record, NULL, NULL, &error);
  g_assert_no_error (error);
  ui_fixture_wait (can_undo, self);
  g_assert_cmpint (nsc_project_get_undo_step (nsc_window_get_project (self->window))->id, ==, step->id);

  nsc_step_free (nsc_store_undo (other, NULL, &error));
  g_assert_no_error (error);
  nsc_store_close (other, &error);
  g_assert_no_error (error);
  window_fixture_close (g_steal_pointer (&self->window));
}

static gboolean
can (Fixture *self, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action);
}

static gboolean
offers_undo (gpointer data)
{
  return can (data, "undo");
}

static gboolean
offers_redo (gpointer data)
{
  return can (data, "redo") && !can (data, "undo");
}

/* What can be undone is offered, and nothing else. */
static void
test_undo_is_offered (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "undo.normscape", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  nsc_project_opening_create (self->window, file);
  window_fixture_wait_for_project (self->window);
  g_assert_false (can (self, "undo"));
  g_assert_false (can (self, "redo"));

  window_fixture_add_sector (self->window, "Shipping");
  ui_fixture_wait (offers_undo, self);
  g_assert_false (can (self, "redo"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_fixture_wait (offers_redo, self);
  window_fixture_close (g_steal_pointer (&self->window));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static GtkListBox *
find_sidebar (GtkWidget *root)
{
  if (GTK_IS_LIST_BOX (root) && gtk_widget_has_css_class (root, "navigation-sidebar"))
    return GTK_LIST_BOX (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkListBox *found = find_sidebar (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The focus goes through the sidebar; the row of the page that is shown stays chosen. */
static void
test_sidebar_shows_the_page (Fixture *self, gconstpointer unused)
{
  GtkListBox *sidebar;
  GtkListBoxRow *shown;

  window_fixture_open_example (self->window);
  nsc_window_show_page (self->window, "records");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  sidebar = find_sidebar (GTK_WIDGET (self->window));
  shown = gtk_list_box_get_selected_row (sidebar);
  g_assert_cmpstr (nsc_page_list_get ()[gtk_list_box_row_get_index (shown)].name, ==, "records");

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (sidebar, 0)));
  g_assert_true (gtk_list_box_get_selected_row (sidebar) == shown);
  gtk_widget_child_focus (GTK_WIDGET (sidebar), GTK_DIR_DOWN);
  gtk_widget_child_focus (GTK_WIDGET (sidebar), GTK_DIR_UP);
  g_assert_true (gtk_list_box_get_selected_row (sidebar) == shown);
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (sidebar, 0)));
  g_assert_true (gtk_list_box_get_selected_row (sidebar) == gtk_list_box_get_row_at_index (sidebar, 0));
  window_fixture_close (g_steal_pointer (&self->window));
}

/* A page that is not shown must not make the window wider than it is. */
static void
test_large_letters (Fixture *self, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *usual = NULL;

  g_object_get (settings, "gtk-font-name", &usual, NULL);
  window_fixture_open_example (self->window);
  /* A page is there once it has been shown. */
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    nsc_window_show_page (self->window, entry->name);
  g_object_set (settings, "gtk-font-name", "Sans 20", NULL);
  nsc_window_show_page (self->window, "signatories");
  try_widths (self);
  g_object_set (settings, "gtk-font-name", usual, NULL);
  window_fixture_close (g_steal_pointer (&self->window));
}

static void
set_letters (const char *font)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
}

/* Every page at every width, mirrored and with large letters. */
static void
test_right_to_left (Fixture *self, gconstpointer unused)
{
  g_autofree char *usual = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &usual, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window_fixture_open_example (self->window);
  set_letters ("Sans 20");
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      try_widths (self);
    }
  set_letters (usual);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  window_fixture_close (g_steal_pointer (&self->window));
}

/* What a person has to read whole to find the way: no word of bars and tabs is cut. Cells of tables may be, they show
 * what they hold in a tooltip. */
static void
assert_whole (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget) || GTK_IS_COLUMN_VIEW (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_error ("“%s” is cut", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

static gboolean
shows_result (gpointer data)
{
  NscPage *page = nsc_window_get_page (((Fixture *) data)->window);

  return !NSC_IS_REPORT_PAGE (page) || nsc_report_page_get_result (NSC_REPORT_PAGE (page)) != NULL;
}

static void
test_words_are_whole (Fixture *self, gconstpointer font)
{
  static const int widths[] = { 1260, 1000, 960, 900, 800, 700, 360 };
  g_autofree char *usual = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &usual, NULL);
  window_fixture_open_example (self->window);
  set_letters (font);
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      ui_fixture_wait (shows_result, self);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          Resize resize = { GTK_WIDGET (self->window), widths[i] };

          gtk_window_set_default_size (GTK_WINDOW (self->window), widths[i], 700);
          ui_fixture_wait (has_width, &resize);
          gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
          assert_whole (GTK_WIDGET (self->window));
        }
    }
  set_letters (usual);
  window_fixture_close (g_steal_pointer (&self->window));
}

/* The last words of a figure, its sources, are below its view or in it, but never behind a button. */
static void
test_nothing_over_the_figure (Fixture *self, gconstpointer unused)
{
  static const int widths[] = { 1260, 360 };

  window_fixture_open_example (self->window);
  nsc_window_show_page (self->window, "agenda");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *window = GTK_WIDGET (self->window), *view, *control;
      graphene_rect_t figure, buttons;

      window_fixture_resize (self->window, widths[i], 700);
      window_fixture_wait_for_figure (self->window);
      view = ui_fixture_find (window, NSC_TYPE_FIGURE_VIEW);
      control = ui_fixture_find (window, NSC_TYPE_ZOOM_CONTROL);
      g_assert_true (gtk_widget_compute_bounds (view, window, &figure));
      g_assert_true (gtk_widget_compute_bounds (control, window, &buttons));
      g_assert_cmpfloat (buttons.size.height, >, 0);
      g_assert_false (graphene_rect_intersection (&figure, &buttons, NULL));
    }
  window_fixture_close (g_steal_pointer (&self->window));
}

static gboolean
shows_step (gpointer data)
{
  return ui_fixture_find (GTK_WIDGET (((Fixture *) data)->window), NSC_TYPE_STORY_STEP_ROW) != NULL;
}

static void
test_large_letters_in_a_story (Fixture *self, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *usual = NULL;

  g_object_get (settings, "gtk-font-name", &usual, NULL);
  window_fixture_open_example (self->window);
  g_object_set (settings, "gtk-font-name", "Sans 20", NULL);
  nsc_stories_page_open (NSC_STORIES_PAGE (nsc_window_show_page (self->window, "stories")), "who_sets_the_agenda");
  ui_fixture_wait (shows_step, self);
  try_widths (self);
  g_object_set (settings, "gtk-font-name", usual, NULL);
  window_fixture_close (g_steal_pointer (&self->window));
}

static gboolean
shows_refusal (gpointer data)
{
  return ui_fixture_shows (GTK_WIDGET (((Fixture *) data)->window), "Not a Project");
}

static void
test_not_a_project (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "letter.normscape", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "Dear Sir <or> Madam & others", -1, NULL));
  nsc_project_opening_open (self->window, file);
  ui_fixture_wait (shows_refusal, self);
  g_assert_null (nsc_window_get_project (self->window));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static gboolean
shows_import (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) data)->window));

  return NSC_IS_IMPORT_DIALOG (dialog);
}

/* A table is no project: where one is open, the table can be imported there. */
static void
test_table (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "actors.CSV", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "id,name_en,kind\natlantis,Atlantis,state\n", -1, NULL));
  nsc_project_opening_open (self->window, file);
  ui_fixture_wait (shows_refusal, self);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->window), "import the table"));
  g_assert_null (nsc_project_opening_find_window (GTK_APPLICATION (window_fixture_get_application ())));

  window_fixture_open_example (self->window);
  g_assert_true (nsc_project_opening_find_window (GTK_APPLICATION (window_fixture_get_application ())) == self->window);
  nsc_project_opening_open (self->window, file);
  ui_fixture_wait (shows_import, self);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  g_assert_cmpint (g_unlink (path), ==, 0);
  window_fixture_close (g_steal_pointer (&self->window));
}

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);

#define TEST(name_) g_test_add ("/window/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (every_key_has_its_action);
  TEST (without_project);
  TEST (example);
  TEST (name_of_export);
  TEST (closing_beside_frames);
  TEST (page_is_remembered);
  TEST (changes_of_others);
  TEST (undo_is_offered);
  TEST (sidebar_shows_the_page);
  TEST (large_letters);
  TEST (large_letters_in_a_story);
  TEST (right_to_left);
  g_test_add ("/window/words_are_whole", Fixture, "Inter 11", set_up, test_words_are_whole, tear_down);
  TEST (nothing_over_the_figure);
  TEST (not_a_project);
  TEST (table);
#undef TEST

  return window_fixture_run ();
}
