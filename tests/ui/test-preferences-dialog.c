/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-preferences-dialog.h"

#include "nsc-figure-style.h"
#include "nsc-figure-view.h"
#include "nsc-tongue.h"
#include "nsc-window.h"

#include "ui-fixture.h"

static NscApplication *application;

typedef struct
{
  GSettings *settings;
  GtkWidget *window;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->settings = nsc_application_get_settings (application);
  g_assert_nonnull (self->settings);
  self->window = GTK_WIDGET (nsc_window_new (application));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  self->dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  g_assert_true (NSC_IS_PREFERENCES_DIALOG (self->dialog));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  static const char *const keys[] = { "figure-font", "figure-language", "figure-palette", "reopen-last-project" };

  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  ui_fixture_close (self->window);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
}

static AdwComboRow *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_COMBO_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return ADW_COMBO_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What is chosen shows at once, and is kept as a word. */
static void
test_palette (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *word;
    NscThemeName theme;
  } choices[] = {
    { "desktop", NSC_THEME_SCREEN_LIGHT },
    { "white", NSC_THEME_SCREEN_LIGHT },
    { "grey", NSC_THEME_SCREEN_GREY },
    { "contrast", NSC_THEME_HIGH_CONTRAST },
  };
  AdwComboRow *row = find_row (self->dialog, "_Palette");
  guint n = 0;
  gulong handler = g_signal_connect_swapped (nsc_figure_style_get_default (), "changed", G_CALLBACK (count_cb), &n);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *kept = NULL;

      adw_combo_row_set_selected (row, i);
      kept = g_settings_get_string (self->settings, "figure-palette");
      g_assert_cmpstr (kept, ==, choices[i].word);
      g_assert_true (nsc_figure_style_get_theme () == nsc_theme_get (choices[i].theme));
    }
  g_assert_cmpuint (n, ==, 2);

  /* On paper that stays white the desktop has no say. */
  adw_combo_row_set_selected (row, 1);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (nsc_figure_style_get_theme () == nsc_theme_get (NSC_THEME_SCREEN_LIGHT));
  adw_combo_row_set_selected (row, 0);
  g_assert_true (nsc_figure_style_get_theme () == nsc_theme_get (NSC_THEME_SCREEN_DARK));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_signal_handler_disconnect (nsc_figure_style_get_default (), handler);
}

static void
test_typeface (Fixture *self, gconstpointer unused)
{
  AdwComboRow *row = find_row (self->dialog, "_Typeface");

  g_assert_cmpint (nsc_figure_style_get_face (), ==, NSC_FACE_SANS);
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpint (nsc_figure_style_get_face (), ==, NSC_FACE_SERIF);
  g_settings_set_string (self->settings, "figure-font", "sans");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpint (nsc_figure_style_get_face (), ==, NSC_FACE_SANS);
}

static void
test_language (Fixture *self, gconstpointer unused)
{
  AdwComboRow *row = find_row (self->dialog, "_Language");
  guint n = 0;
  gulong handler =
      g_signal_connect_swapped (nsc_figure_style_get_default (), "language-changed", G_CALLBACK (count_cb), &n);

  g_assert_cmpstr (nsc_figure_style_get_language (), ==, nsc_tongue_get ());
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (nsc_figure_style_get_language (), ==, "zh_CN");
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpstr (nsc_figure_style_get_language (), ==, "en");
  g_assert_cmpuint (n, ==, 2);
  g_signal_handler_disconnect (nsc_figure_style_get_default (), handler);
}

/* An open figure is drawn anew, and longer words make it another height. */
static void
test_open_figure (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  GtkAdjustment *down = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  GtkWidget *view = g_object_ref_sink (nsc_figure_view_new ());
  double sans, serif, again;

  nsc_figure_set_title (figure, "A title that is long enough to be broken into several lines on a narrow page, "
                                "and goes on for a while after that, so that the face makes a difference to it");
  nsc_figure_view_set_figure (NSC_FIGURE_VIEW (view), figure);
  g_object_set (view, "vadjustment", down, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (view, 320, 120, -1, NULL);
  sans = gtk_adjustment_get_upper (down);
  g_settings_set_string (self->settings, "figure-font", "serif");
  serif = gtk_adjustment_get_upper (down);
  g_settings_set_string (self->settings, "figure-font", "sans");
  again = gtk_adjustment_get_upper (down);
  g_assert_cmpfloat (serif, <, sans);
  g_assert_cmpfloat (again, ==, sans);
  g_object_unref (view);
}

int
main (int argc, char *argv[])
{
  int status;

  ui_fixture_init (&argc, &argv);
  application = nsc_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define TEST(name_) g_test_add ("/preferences-dialog/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (palette);
  TEST (typeface);
  TEST (language);
  TEST (open_figure);
#undef TEST

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
