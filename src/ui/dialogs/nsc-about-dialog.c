/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-about-dialog.h"

#include "nsc-store.h"
#include "nsc-typeface.h"

#include <glib/gi18n-lib.h>

#define METAINFO "/io/github/normscape/Normscape/metainfo.xml"

typedef struct
{
  const char *title;
  const char *copyright;
  GtkLicense licence;
  const char *text; /* where the licence is none of GTK's */
} Legal;

static const Legal libraries[] = {
  { "GTK, libadwaita, GLib", "© The GNOME Project", GTK_LICENSE_LGPL_2_1, NULL },
  { "Pango, Cairo, Fontconfig, HarfBuzz", "© Their authors", GTK_LICENSE_LGPL_2_1, NULL },
  { "SQLite", NULL, GTK_LICENSE_CUSTOM, "Dedicated to the public domain by its authors." },
  { "libpng, uchardet", "© Their authors", GTK_LICENSE_CUSTOM,
    "libpng: PNG Reference Library License version 2. uchardet: Mozilla Public License 1.1, or GNU GPL 2, or GNU LGPL "
    "2.1, or later." },
};

static const Legal lists[] = {
  { "iso-codes", "© The iso-codes team", GTK_LICENSE_LGPL_2_1, NULL },
  { "Unicode CLDR", "© Unicode, Inc.", GTK_LICENSE_CUSTOM,
    "Unicode License v3, <a href=\"https://www.unicode.org/license.txt\">www.unicode.org/license.txt</a>" },
};

static void
add_legal (AdwAboutDialog *about, const Legal *all, guint n)
{
  for (guint i = 0; i < n; i++)
    adw_about_dialog_add_legal_section (about, all[i].title, all[i].copyright, all[i].licence, all[i].text);
}

static void
append_faces (GString *text)
{
  for (NscFace face = 0; face < NSC_N_FACES; face++)
    {
      g_autoptr (GArray) typefaces = nsc_typeface_check (face);

      for (guint i = 0; i < typefaces->len; i++)
        {
          const NscTypeface *typeface = &g_array_index (typefaces, NscTypeface, i);

          g_string_append_printf (text, "- %s: %s\n", typeface->family, typeface->is_there ? "there" : typeface->used);
        }
    }
}

static const char *
name_of_display (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  return display != NULL ? G_OBJECT_TYPE_NAME (display) : "none";
}

char *
nsc_about_dialog_dup_debug_info (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *languages = g_strjoinv (", ", (char **) g_get_language_names ());

  g_string_append_printf (text, "Normscape %s\n\nLibraries:\n", NSC_VERSION);
  g_string_append_printf (text, "- GTK %u.%u.%u\n", gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version ());
  g_string_append_printf (text, "- libadwaita %u.%u.%u\n", adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version ());
  g_string_append_printf (text, "- GLib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (text, "- Pango %s\n- Cairo %s\n- SQLite %s\n", pango_version_string (),
                          cairo_version_string (), nsc_store_get_engine_version ());
  g_string_append (text, "\nTypefaces of figures:\n");
  append_faces (text);
  g_string_append_printf (text, "\nSystem:\n- %s\n- Display: %s\n- Languages: %s\n",
                          system != NULL ? system : "unknown", name_of_display (), languages);
  return g_string_free (text, FALSE);
}

AdwDialog *
nsc_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METAINFO, NSC_VERSION);
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  const char *const data[] = { "iso-codes https://salsa.debian.org/iso-codes-team/iso-codes",
                               "Unicode CLDR https://cldr.unicode.org",
                               "United Nations M49 https://unstats.un.org/unsd/methodology/m49", NULL };
  const char *const developers[] = { _ ("The Normscape project"), NULL };
  g_autofree char *debug_info = nsc_about_dialog_dup_debug_info ();

  adw_about_dialog_set_application_name (about, _ ("Normscape"));
  adw_about_dialog_set_version (about, NSC_VERSION);
  adw_about_dialog_set_developer_name (about, developers[0]);
  adw_about_dialog_set_developers (about, (const char **) developers);
  adw_about_dialog_set_copyright (about, "© 2026 The Normscape project");
  adw_about_dialog_set_comments (about, _ ("A workbench for people who study how international norms are made: who "
                                           "signs what, who raises an issue first, and who follows."));
  /* Translators: your names, one a line. */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_about_dialog_add_credit_section (about, _ ("Lists of countries and regions"), (const char **) data);
  add_legal (about, libraries, G_N_ELEMENTS (libraries));
  add_legal (about, lists, G_N_ELEMENTS (lists));
  adw_about_dialog_set_debug_info (about, debug_info);
  adw_about_dialog_set_debug_info_filename (about, "normscape-debug-info.txt");
  return dialog;
}
