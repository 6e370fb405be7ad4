/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-ago.h"
#include "nsc-places.h"
#include "nsc-project-opening.h"
#include "nsc-recent-row.h"
#include "nsc-report-page.h"
#include "nsc-thumbnail.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

/* The row of the project with that title, or NULL. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (NSC_IS_RECENT_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_listed (gpointer title)
{
  g_autoptr (GPtrArray) infos = nsc_places_list_recent (G_MAXUINT);

  for (guint i = 0; i < infos->len; i++)
    if (g_str_equal (gtk_recent_info_get_display_name (g_ptr_array_index (infos, i)), title))
      return TRUE;
  return FALSE;
}

static gboolean
shows_figure (gpointer window)
{
  NscPage *page = nsc_window_get_page (window);

  return page != NULL && nsc_report_page_get_result (NSC_REPORT_PAGE (page)) != NULL;
}

static gboolean
has_picture (gpointer window)
{
  GtkWidget *row = find_row (window, "Cyber Norms");

  return row != NULL && gtk_picture_get_paintable (ui_fixture_find (row, GTK_TYPE_PICTURE)) != NULL;
}

static gboolean
is_kept (gpointer file)
{
  g_autoptr (GdkTexture) picture = nsc_thumbnail_load (file);

  return picture != NULL;
}

/* A project is known again by its figure, however soon its window was closed. */
static void
test_thumbnail (void)
{
  NscWindow *window = window_fixture_show ();
  g_autoptr (GFile) file = NULL;
  GtkPicture *picture;

  g_assert_null (ui_fixture_find (GTK_WIDGET (window), NSC_TYPE_RECENT_ROW));
  nsc_project_opening_open_example (window);
  ui_fixture_wait (shows_figure, window);
  file = g_file_new_for_path (nsc_project_get_path (nsc_window_get_project (window)));
  g_assert_false (is_kept (file));
  window_fixture_close (window);
  ui_fixture_wait (is_kept, file);
  /* The desktop takes a moment to remember. */
  ui_fixture_wait (is_listed, (gpointer) "Cyber Norms");

  window = window_fixture_show ();
  ui_fixture_wait (has_picture, window);
  picture = ui_fixture_find (find_row (GTK_WIDGET (window), "Cyber Norms"), GTK_TYPE_PICTURE);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (picture)), ==,
                   4 * NSC_THUMBNAIL_WIDTH);
  nsc_thumbnail_remove (file);
  g_assert_false (is_kept (file));
  gtk_widget_activate (find_row (GTK_WIDGET (window), "Cyber Norms"));
  ui_fixture_wait (shows_figure, window);
  window_fixture_close (window);
  ui_fixture_wait (is_kept, file);
}

static gboolean
is_known_missing (gpointer row)
{
  return ui_fixture_shows (row, "No longer in");
}

static void
test_missing (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "Lost.normscape", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NscWindow *window;
  GtkWidget *row, *locate;

  nsc_places_remember (file, "Lost");
  window = window_fixture_show ();
  row = find_row (GTK_WIDGET (window), "Lost");
  ui_fixture_wait (is_known_missing, row);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  locate = ui_fixture_find_button (row, "_Locate…");
  g_assert_true (gtk_widget_get_mapped (locate));
  g_assert_true (gtk_widget_is_sensitive (locate));
  nsc_places_forget (file);
  ui_fixture_close (GTK_WIDGET (window));
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_hidden (gpointer row)
{
  return !gtk_widget_get_visible (row);
}

static gboolean
is_shown (gpointer row)
{
  return gtk_widget_get_mapped (row);
}

static gboolean
offers_undo (gpointer window)
{
  GtkWidget *undo = ui_fixture_find_button (window, "_Undo");

  return undo != NULL && gtk_widget_get_mapped (undo);
}

/* What is taken from the list can be taken back until it is forgotten, with the window at the latest. */
static void
test_remove (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "Dull.normscape", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NscWindow *window;
  GtkWidget *row;

  nsc_places_remember (file, "Dull");
  window = window_fixture_show ();
  row = find_row (GTK_WIDGET (window), "Dull");
  g_assert_true (ui_fixture_press (row, GDK_KEY_Delete));
  ui_fixture_wait (is_hidden, row);
  g_assert_true (is_listed ((gpointer) "Dull"));
  ui_fixture_wait (offers_undo, window);
  click (ui_fixture_find_button (GTK_WIDGET (window), "_Undo"));
  ui_fixture_wait (is_shown, row);
  g_assert_true (is_listed ((gpointer) "Dull"));

  g_assert_true (ui_fixture_press (row, GDK_KEY_Delete));
  ui_fixture_wait (is_hidden, row);
  ui_fixture_close (GTK_WIDGET (window));
  g_assert_false (is_listed ((gpointer) "Dull"));
}

static void
check_ago (const char *then, const char *now, const char *expected)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) first = g_date_time_new_from_iso8601 (then, here);
  g_autoptr (GDateTime) last = g_date_time_new_from_iso8601 (now, here);
  g_autofree char *words = nsc_ago_opened (first, last);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_ago (void)
{
  check_ago ("2026-11-26T12:00:00", "2026-11-26T12:00:30", "Opened just now");
  check_ago ("2026-11-26T12:00:00", "2026-11-26T11:00:00", "Opened just now");
  check_ago ("2026-11-26T12:00:00", "2026-11-26T12:01:00", "Opened 1 minute ago");
  check_ago ("2026-11-26T23:55:00", "2026-11-27T00:10:00", "Opened 15 minutes ago");
  check_ago ("2026-11-26T09:05:00", "2026-11-26T12:00:00", "Opened today at 09:05");
  check_ago ("2026-11-25T23:00:00", "2026-11-26T01:00:00", "Opened yesterday");
  /* Midnight here, not in Greenwich. */
  check_ago ("2026-11-25T15:30:00Z", "2026-11-26T01:00:00", "Opened yesterday");
  check_ago ("2026-11-20T23:00:00", "2026-11-26T01:00:00", "Opened 6 days ago");
  check_ago ("2026-11-19T23:00:00", "2026-11-26T01:00:00", "Opened on 19 November 2026");
}

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);

  g_test_add_func ("/start-page/thumbnail", test_thumbnail);
  g_test_add_func ("/start-page/missing", test_missing);
  g_test_add_func ("/start-page/remove", test_remove);
  g_test_add_func ("/start-page/ago", test_ago);

  return window_fixture_run ();
}
