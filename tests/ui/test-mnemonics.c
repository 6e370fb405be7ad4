/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter that is underlined means one thing: on each page, in each dialog and in each menu, in the language that the
 * test is run in. */
#include "nsc-import-dialog.h"
#include "nsc-page-list.h"
#include "nsc-project-opening.h"
#include "nsc-report-page.h"

#include "window-fixture.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  NscWindow *window;
  guint n; /* letters that were met */
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->window = window_fixture_show ();
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  window_fixture_close (g_steal_pointer (&self->window));
}

/* Notes that LETTER is that of LABEL, which no other may have of those that were MET with it. */
static void
meet (Fixture *self, GHashTable *met, guint letter, const char *label)
{
  const char *other = g_hash_table_lookup (met, GUINT_TO_POINTER (letter));

  if (other != NULL)
    g_error ("“%s” and “%s” have the same letter", other, label);
  g_hash_table_insert (met, GUINT_TO_POINTER (letter), g_strdup (label));
  self->n++;
}

static GHashTable *
new_letters (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* ---- menus ---- */

static void
check_label (Fixture *self, GHashTable *met, const char *label)
{
  const char *mark = strchr (label, '_');

  /* In Chinese the letter stands behind the words. */
  if (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "zh") && mark != NULL &&
      !g_regex_match_simple ("\\(_[A-Z]\\)", label, 0, 0))
    g_error ("“%s” has its letter within the words", label);
  if (mark != NULL)
    meet (self, met, gdk_keyval_to_lower (gdk_unicode_to_keyval (g_utf8_get_char (mark + 1))), label);
}

static void check_menu (Fixture *self, GMenuModel *menu, GHashTable *met);

static void
check_item (Fixture *self, GMenuModel *menu, int i, GHashTable *met)
{
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
  g_autofree char *label = NULL;

  if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
    check_label (self, met, label);
  if (section != NULL)
    check_menu (self, section, met);
  if (submenu != NULL)
    {
      g_autoptr (GHashTable) of_submenu = new_letters ();

      check_menu (self, submenu, of_submenu);
    }
}

/* Sections are seen together, a submenu takes the place of what it stands in. */
static void
check_menu (Fixture *self, GMenuModel *menu, GHashTable *met)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    check_item (self, menu, i, met);
}

static void
check_menu_of (Fixture *self, GtkWidget *widget)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GHashTable) met = new_letters ();

  if (GTK_IS_MENU_BUTTON (widget) || ADW_IS_SPLIT_BUTTON (widget) || GTK_IS_POPOVER_MENU (widget))
    g_object_get (widget, "menu-model", &menu, NULL);
  if (menu != NULL)
    check_menu (self, menu, met);
}

/* ---- widgets ---- */

/* What is seen together; menus wherever they are. */
static void
check_widget (Fixture *self, GtkWidget *widget, GHashTable *met)
{
  check_menu_of (self, widget);
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) != GDK_KEY_VoidSymbol)
    meet (self, met, gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))),
          gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!ADW_IS_DIALOG (child))
      check_widget (self, child, met);
}

static void
check (Fixture *self, gpointer root)
{
  g_autoptr (GHashTable) met = new_letters ();

  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  check_widget (self, root, met);
}

static void
check_dialog (Fixture *self)
{
  window_fixture_wait_for_dialog (self->window);
  check (self, adw_dialog_get_child (window_fixture_get_dialog (self->window)));
  window_fixture_close_dialog (self->window);
}

/* ---- tests ---- */

static gboolean
shows_result (gpointer data)
{
  NscPage *page = nsc_window_get_page (((Fixture *) data)->window);

  return !NSC_IS_REPORT_PAGE (page) || nsc_report_page_get_result (NSC_REPORT_PAGE (page)) != NULL;
}

static void
test_pages (Fixture *self, gconstpointer unused)
{
  check (self, self->window);
  g_assert_cmpint (self->n, >, 0);
  window_fixture_open_example (self->window);
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      ui_fixture_wait (shows_result, self);
      check (self, self->window);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-pane", NULL);
      check (self, self->window);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-pane", NULL);
      window_fixture_resize (self->window, 360, 500);
      check (self, self->window);
      window_fixture_resize (self->window, 1200, 700);
    }
}

/* Each page says what can be done where there is nothing. */
static void
test_pages_of_an_empty_project (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "empty.normscape", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  nsc_project_opening_create (self->window, file);
  window_fixture_wait_for_project (self->window);
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      check (self, self->window);
    }
}

static void
test_dialogs (Fixture *self, gconstpointer unused)
{
  static const char *const actions[] = {
    "win.export", "win.add-to-story", "win.add-record", "app.preferences", "app.shortcuts", "app.about",
  };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "actors.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  window_fixture_open_example (self->window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      /* To add a record leads to their page. */
      nsc_window_show_page (self->window, "signatories");
      ui_fixture_wait (shows_result, self);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), actions[i], NULL));
      check_dialog (self);
    }
  g_assert_true (g_file_set_contents (path, "id,name_en,kind\natlantis,Atlantis,state\n", -1, NULL));
  nsc_project_opening_open (self->window, file);
  check_dialog (self);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  bindtextdomain ("normscape", g_getenv ("NORMSCAPE_LOCALEDIR"));
  bind_textdomain_codeset ("normscape", "UTF-8");
  window_fixture_init (&argc, &argv);
  /* A test of GTK begins in English, whatever the environment. */
  setlocale (LC_ALL, "");
  /* What is asked of one language is not to be asked of another. */
  if (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "zh"))
    g_assert_cmpstr (dgettext ("normscape", "Signatories"), !=, "Signatories");

#define TEST(name_) g_test_add ("/mnemonics/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (pages);
  TEST (pages_of_an_empty_project);
  TEST (dialogs);
#undef TEST

  return window_fixture_run ();
}
