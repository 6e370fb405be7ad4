/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import-dialog.h"

#include "ui-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  char *path;
  const char *words; /* waited for */
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->project = ui_fixture_open_project (FALSE);
  self->window = ui_fixture_show (gtk_label_new (NULL), 800, 600);
  self->path = g_build_filename (g_get_tmp_dir (), "actors.csv", NULL);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ui_fixture_close (self->window);
  ui_fixture_close_project (self->project);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_free (self->path);
}

static gboolean
shows_words (gpointer data)
{
  Fixture *self = data;

  return ui_fixture_shows (self->window, self->words);
}

static gboolean
has_step (gpointer data)
{
  return nsc_project_get_undo_step (((Fixture *) data)->project) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (((Fixture *) data)->window)) == NULL;
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

/* Opens the dialog with TEXT as its file and waits for WORDS; gives the button that imports. */
static GtkWidget *
try_out (Fixture *self, const char *text, const char *words)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  nsc_import_dialog_present (self->window, self->project, file);
  self->words = words;
  ui_fixture_wait (shows_words, self);
  return ui_fixture_find_button (self->window, "_Import");
}

static void
test_import (Fixture *self, gconstpointer unused)
{
  GtkWidget *button =
      try_out (self, "id,name_en,kind\na1,Acme,company\na2,Bee,ngo\n", "2 new, 0 changed, 0 the same, 0 refused");
  const NscStep *step;

  /* The table was guessed. */
  g_assert_true (ui_fixture_shows (self->window, "Actors"));
  g_assert_null (nsc_project_get_undo_step (self->project));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_fixture_wait (has_step, self);
  ui_fixture_wait (has_no_dialog, self);
  step = nsc_project_get_undo_step (self->project);
  g_assert_cmpint (step->kind, ==, NSC_STEP_IMPORT);
  g_assert_cmpuint (step->n_added, ==, 2);
}

static void
test_refused (Fixture *self, gconstpointer unused)
{
  GtkWidget *button = try_out (self, "id,name_en,kind\na1,Acme,company\na2,Bee,firm\n", "1 refused");
  AdwSwitchRow *skip = ui_fixture_find (self->window, ADW_TYPE_SWITCH_ROW);

  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_true (ui_fixture_shows (self->window, "Row 3, column kind"));
  adw_switch_row_set_active (skip, TRUE);
  ui_fixture_wait (is_sensitive, button);
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (has_no_dialog, self);
  g_assert_null (nsc_project_get_undo_step (self->project));
}

/* The last of the groups below WIDGET that are to be seen. */
static GtkWidget *
find_last_group (GtkWidget *widget)
{
  GtkWidget *last = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (ADW_IS_PREFERENCES_GROUP (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *group = find_last_group (child);

      last = group != NULL ? group : last;
    }
  return last;
}

/* What is left out is no refusal, and stands by itself. */
static void
test_notes (Fixture *self, gconstpointer unused)
{
  GtkWidget *group;

  try_out (self, "id,name_en,kind,remarks\na1,Acme,company,\na2,Bee,firm,\n", "1 refused");
  g_assert_true (ui_fixture_shows (self->window, "Refused"));
  group = find_last_group (self->window);
  g_assert_true (ui_fixture_shows (group, "Good to Know"));
  g_assert_true (ui_fixture_shows (group, "Row 1, column remarks"));
  g_assert_false (ui_fixture_shows (group, "Row 3, column kind"));
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (has_no_dialog, self);
}

/* Tables are called what the window calls them; a name in files is for the command line. */
static void
test_tables_by_their_titles (Fixture *self, gconstpointer unused)
{
  try_out (self, "id,name_en,kind,country,remarks\na1,Acme,company,QQ,\n", "1 refused");
  g_assert_true (ui_fixture_shows (self->window, "The table Countries has no record with the id “QQ”"));
  g_assert_true (ui_fixture_shows (self->window, "The table Actors has no such column"));
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (has_no_dialog, self);

  try_out (self, "issue,label_en\n", "the name of one that it has");
  g_assert_true (ui_fixture_shows (self->window, "The table Issues has no such column"));
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (has_no_dialog, self);
}

/* A list that is not whole says so. */
static void
test_many_refused (Fixture *self, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("id,name_en,kind\n");

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (text, "a%u,Acme,firm\n", i);
  try_out (self, text->str, "1500 refused");
  g_assert_true (ui_fixture_shows (self->window, "Row 101, column kind"));
  g_assert_false (ui_fixture_shows (self->window, "Row 102, column kind"));
  g_assert_true (ui_fixture_shows (self->window, "and 1,400 more"));
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (has_no_dialog, self);
}

static void
assert_no_hyphens (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (widget));
      g_autofree char *said = attributes != NULL ? pango_attr_list_to_string (attributes) : NULL;

      g_assert_nonnull (said);
      g_assert_nonnull (strstr (said, "insert-hyphens false"));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_no_hyphens (child);
}

/* Each fault can be gone to by keys, and quotes what the file has, letter by letter. */
static void
test_faults_are_rows (Fixture *self, gconstpointer unused)
{
  GtkWidget *group, *list;

  try_out (self, "id,name_en,kind\na1,Acme,firm\na2,Bee,firm\n", "2 refused");
  group = find_last_group (self->window);
  list = gtk_widget_get_parent (ui_fixture_find (group, ADW_TYPE_ACTION_ROW));
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i));

      g_assert_true (gtk_widget_grab_focus (row));
      assert_no_hyphens (row);
    }
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (has_no_dialog, self);
}

static void
test_no_table (Fixture *self, gconstpointer unused)
{
  GtkWidget *button = try_out (self, "Dear Sir <or> Madam & others\n", "refused");

  g_assert_false (gtk_widget_is_sensitive (button));
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  ui_fixture_wait (has_no_dialog, self);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

#define TEST(name_) g_test_add ("/import-dialog/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (import);
  TEST (refused);
  TEST (notes);
  TEST (tables_by_their_titles);
  TEST (many_refused);
  TEST (faults_are_rows);
  TEST (no_table);
#undef TEST

  return g_test_run ();
}
