/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-about-dialog.h"

#include "nsc-store.h"

#include "window-fixture.h"

/* What the metainfo says is said. */
static void
test_metainfo (void)
{
  AdwDialog *dialog = g_object_ref_sink (nsc_about_dialog_new ());
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  g_assert_cmpstr (adw_about_dialog_get_application_name (about), ==, "Normscape");
  g_assert_cmpstr (adw_about_dialog_get_application_icon (about), ==, NSC_APPLICATION_ID);
  g_assert_cmpstr (adw_about_dialog_get_version (about), ==, NSC_VERSION);
  g_assert_cmpint (adw_about_dialog_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  g_assert_true (g_str_has_prefix (adw_about_dialog_get_website (about), "https://"));
  g_assert_true (g_str_has_suffix (adw_about_dialog_get_issue_url (about), "/issues"));
  g_assert_nonnull (strstr (adw_about_dialog_get_release_notes (about), "First version"));
  g_assert_cmpstr (adw_about_dialog_get_release_notes_version (about), ==, NSC_VERSION);
  g_object_unref (dialog);
}

/* Installed or not, as it is here. */
static void
test_icon (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GtkIconPaintable) icon = NULL;
  g_autoptr (GFile) file = NULL;

  g_assert_true (gtk_icon_theme_has_icon (theme, NSC_APPLICATION_ID));
  icon = gtk_icon_theme_lookup_icon (theme, NSC_APPLICATION_ID, NULL, 128, 1, GTK_TEXT_DIR_NONE, 0);
  file = gtk_icon_paintable_get_file (icon);
  g_assert_true (g_file_has_uri_scheme (file, "resource"));
}

static void
test_debug_info (void)
{
  static const char *const expected[] = { ("Normscape " NSC_VERSION),
                                          "GTK 4.",
                                          "libadwaita 1.",
                                          "Pango 1.",
                                          "Cairo 1.",
                                          "Inter: there",
                                          "Noto Sans CJK SC: there",
                                          "Nimbus Roman: there",
                                          "Display: GdkX11Display" };
  g_autofree char *text = nsc_about_dialog_dup_debug_info ();
  g_autofree char *engine = g_strconcat ("SQLite ", nsc_store_get_engine_version (), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("%s is missing in: %s", expected[i], text);
  g_assert_nonnull (strstr (text, engine));
}

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/about-dialog/metainfo", test_metainfo);
  g_test_add_func ("/about-dialog/icon", test_icon);
  g_test_add_func ("/about-dialog/debug-info", test_debug_info);
  return window_fixture_run ();
}
