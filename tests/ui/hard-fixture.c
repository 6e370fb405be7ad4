/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hard-fixture.h"

#include "nsc-import.h"
#include "nsc-new-project.h"

#include "nsc-project-opening.h"

#include "test-folder.h"

#include <glib/gstdio.h>

static NscApplication *application;

/* ---- conditions ---- */

static gboolean
has_project (gpointer window)
{
  return nsc_window_get_project (window) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
is_settled (gpointer data)
{
  HardFixture *self = data;

  return hard_fixture_has_report (self) ||
         hard_fixture_find_seen (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE) != NULL;
}

static gboolean
shows_words (gpointer data)
{
  HardFixture *self = data;

  return ui_fixture_shows (GTK_WIDGET (self->window), self->words);
}

typedef struct
{
  HardFixture *fixture;
  const char *option;
  const char *value;
  NscResult *before;
} Choice;

static gboolean
is_answered (gpointer data)
{
  Choice *choice = data;
  NscReportPage *page = choice->fixture->page;
  NscOptions *options = nsc_report_page_get_options (page);
  const char *value = options != NULL ? nsc_options_get (options, choice->option) : NULL;

  return g_strcmp0 (value, *choice->value != '\0' ? choice->value : NULL) == 0 &&
         nsc_report_page_get_result (page) != choice->before;
}

/* ---- public ---- */

void
hard_fixture_init (int *argc, char ***argv)
{
  ui_fixture_init (argc, argv);
  application = nsc_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

int
hard_fixture_run (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  return status;
}

NscWindow *
hard_fixture_show_window (HardFixture *self)
{
  NscWindow *window = nsc_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

void
hard_fixture_set_up (HardFixture *self, gconstpointer unused)
{
  self->application = application;
  self->folder = test_folder_new ();
  self->path = g_build_filename (self->folder, "Norms.normscape", NULL);
  self->window = hard_fixture_show_window (self);
}

void
hard_fixture_close_window (HardFixture *self)
{
  gpointer weak = self->window;

  self->window = NULL;
  self->page = NULL;
  self->form = NULL;
  g_object_add_weak_pointer (weak, &weak);
  gtk_window_close (weak);
  ui_fixture_wait (is_gone, &weak);
}

void
hard_fixture_tear_down (HardFixture *self, gconstpointer unused)
{
  if (self->window != NULL)
    hard_fixture_close_window (self);
  test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

NscStore *
hard_fixture_make (HardFixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;
  NscStore *store = nsc_new_project_create (self->path, title, NULL, NULL, &error);

  g_assert_no_error (error);
  return store;
}

void
hard_fixture_import (NscStore *store, const HardTable *tables)
{
  for (; tables->table != NULL; tables++)
    {
      g_autofree char *path = g_strconcat (nsc_store_get_path (store), ".csv", NULL);
      g_autoptr (NscImportResult) result = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, tables->csv, -1, NULL));
      if (!nsc_import_run (store, nsc_table_find (tables->table), path, NULL, NULL, NULL, &result, NULL, &error))
        {
          g_auto (GStrv) refusals = nsc_import_result_dup_refusals (result);

          g_error ("%s: %s: %s", tables->table, error->message, refusals[0]);
        }
      g_unlink (path);
    }
}

void
hard_fixture_open (HardFixture *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  nsc_project_opening_open (self->window, file);
  ui_fixture_wait (has_project, self->window);
}

void
hard_fixture_open_tables (HardFixture *self, const HardTable *tables)
{
  g_autoptr (NscStore) store = hard_fixture_make (self, NULL);
  g_autoptr (GError) error = NULL;

  hard_fixture_import (store, tables);
  nsc_store_close (store, &error);
  g_assert_no_error (error);
  hard_fixture_open (self);
}

void
hard_fixture_go (HardFixture *self, const char *page)
{
  self->page = NSC_REPORT_PAGE (nsc_window_show_page (self->window, page));
  self->form = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_OPTION_FORM);
  ui_fixture_wait (is_settled, self);
}

gboolean
hard_fixture_has_report (HardFixture *self)
{
  return nsc_report_page_get_result (self->page) != NULL;
}

void
hard_fixture_choose (HardFixture *self, const char *option, const char *value)
{
  NscResult *before = nsc_report_page_get_result (self->page);
  Choice choice = { self, option, value, before != NULL ? g_object_ref (before) : NULL };

  if (g_strcmp0 (nsc_option_form_get (self->form, option), value) != 0)
    {
      g_assert_true (nsc_option_form_choose (self->form, option, value));
      ui_fixture_wait (is_answered, &choice);
    }
  g_clear_object (&choice.before);
}

void
hard_fixture_wait_for (HardFixture *self, const char *words)
{
  self->words = words;
  ui_fixture_wait (shows_words, self);
}

void
hard_fixture_assert_shows (HardFixture *self, const char *words)
{
  if (!ui_fixture_shows (GTK_WIDGET (self->window), words))
    g_error ("The window does not show: %s", words);
}

gpointer
hard_fixture_find_seen (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = hard_fixture_find_seen (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
hard_fixture_has_way_on (HardFixture *self)
{
  GtkWidget *status = hard_fixture_find_seen (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE);
  GtkWidget *button = status != NULL ? hard_fixture_find_seen (status, GTK_TYPE_BUTTON) : NULL;

  return button != NULL && gtk_widget_is_sensitive (button);
}
