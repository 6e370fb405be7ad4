/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include "nsc-new-project.h"

#include "nsc-inquiry.h"
#include "nsc-table-naming.h"

#include <glib/gstdio.h>

static guint patience = 60; /* in seconds */

void
ui_fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  /* As the program begins, which not every test starts. */
  nsc_table_naming_use_titles ();
}

GtkWidget *
ui_fixture_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

gboolean
ui_fixture_press (GtkWidget *widget, guint key)
{
  return ui_fixture_press_with (widget, key, 0);
}

gboolean
ui_fixture_press_with (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers &&
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }
  return FALSE;
}

static void
emit_on (GtkWidget *widget, GType type, const char *signal, double x, double y, gboolean with_press)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        continue;
      if (with_press)
        g_signal_emit_by_name (controller, signal, 1, x, y);
      else
        g_signal_emit_by_name (controller, signal, x, y);
      found = TRUE;
    }
  g_assert_true (found);
}

void
ui_fixture_point (GtkWidget *widget, double x, double y)
{
  emit_on (widget, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", x, y, FALSE);
}

void
ui_fixture_click (GtkWidget *widget, double x, double y)
{
  emit_on (widget, GTK_TYPE_GESTURE_CLICK, "released", x, y, TRUE);
}

static gboolean
out_of_patience_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_fixture_set_patience (guint seconds)
{
  patience = seconds;
}

void
ui_fixture_wait (UiFixtureTest test, gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (patience, out_of_patience_cb, &late);

  while (!test (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
ui_fixture_close (GtkWidget *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  /* What is still under way holds on to it until it is answered. */
  ui_fixture_wait (is_gone, &weak);
}

gpointer
ui_fixture_find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = ui_fixture_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
ui_fixture_shows (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  if (GTK_IS_INSCRIPTION (root) && gtk_inscription_get_text (GTK_INSCRIPTION (root)) != NULL &&
      strstr (gtk_inscription_get_text (GTK_INSCRIPTION (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ui_fixture_shows (child, words))
      return TRUE;
  return FALSE;
}

GtkWidget *
ui_fixture_find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_fixture_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

NscProject *
ui_fixture_open_project (gboolean example)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("normscape-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Test.normscape", NULL);
  g_autoptr (NscStore) store = nsc_new_project_create (path, NULL, example ? "cyber-norms" : NULL, NULL, &error);
  NscProject *project;

  g_assert_no_error (error);
  project = nsc_project_new (store, &error);
  g_assert_no_error (error);
  return project;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  nsc_inquiry_close_finish (result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_save_finish (NSC_PROJECT (source), result, NULL, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

void
ui_fixture_save (NscProject *project, NscRecord *record)
{
  gboolean saved = FALSE;

  nsc_project_save_async (project, record, NULL, saved_cb, &saved);
  ui_fixture_wait (is_set, &saved);
}

/* What stands in FOLDER, for who looks into a failure. */
static char *
dup_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GString *names = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_string_append_printf (names, "%s ", name);
  return g_string_free_and_steal (names);
}

void
ui_fixture_close_project (NscProject *project)
{
  g_autofree char *left = NULL;
  g_autofree char *path = g_strdup (nsc_project_get_path (project));
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean closed = FALSE;

  nsc_inquiry_close_async (project, closed_cb, &closed);
  ui_fixture_wait (is_set, &closed);
  g_object_unref (project);
  g_assert_cmpint (g_unlink (path), ==, 0);
  left = dup_names (folder);
  g_assert_cmpstr (left, ==, "");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
