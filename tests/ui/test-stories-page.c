/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-stories-page.h"

#include "nsc-choice-row.h"
#include "nsc-report.h"
#include "nsc-story-step-dialog.h"
#include "nsc-story-step-row.h"
#include "nsc-story-view.h"

#include "ui-fixture.h"

#define STORY "who_sets_the_agenda"

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  NscStoriesPage *page;
  GtkListBox *list;  /* of stories */
  GtkListBox *steps; /* of the open one */
  char *presented;   /* what "win.present-story" was asked for */
} Fixture;

static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->presented, g_variant_get_string (parameter, NULL));
}

static void
open_page (Fixture *self, gboolean example)
{
  static const GActionEntry entries[] = { { "present-story", present_cb, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *page = nsc_stories_page_new ();
  GtkWidget *view;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  self->project = ui_fixture_open_project (example);
  self->page = NSC_STORIES_PAGE (page);
  self->window = ui_fixture_show (page, 1000, 700);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (actions));
  view = ui_fixture_find (page, NSC_TYPE_STORY_VIEW);
  self->steps = ui_fixture_find (view, GTK_TYPE_LIST_BOX);
  self->list = ui_fixture_find (page, GTK_TYPE_LIST_BOX);
  g_assert_true (self->list != self->steps);
  nsc_page_set_project (NSC_PAGE (page), self->project);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  open_page (self, TRUE);
}

static void
set_up_empty (Fixture *self, gconstpointer data)
{
  open_page (self, FALSE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  nsc_page_set_project (NSC_PAGE (self->page), NULL);
  ui_fixture_close (self->window);
  ui_fixture_close_project (self->project);
  g_free (self->presented);
}

static NscStoryStepRow *
row_at (Fixture *self, int index)
{
  return NSC_STORY_STEP_ROW (gtk_list_box_get_row_at_index (self->steps, index));
}

static gboolean
has_stories (gpointer data)
{
  return gtk_list_box_get_row_at_index (((Fixture *) data)->list, 0) != NULL;
}

static gboolean
has_steps (gpointer data)
{
  return gtk_list_box_get_row_at_index (((Fixture *) data)->steps, 6) != NULL;
}

static void
open_story (Fixture *self)
{
  ui_fixture_wait (has_stories, self);
  g_signal_emit_by_name (self->list, "row-activated", gtk_list_box_get_row_at_index (self->list, 0));
  ui_fixture_wait (has_steps, self);
}

typedef struct
{
  Fixture *fixture;
  int index;
  const char *id;
} Place;

static gboolean
stands_there (gpointer data)
{
  const Place *place = data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (place->fixture->steps, place->index);

  return row != NULL && g_str_equal (nsc_story_step_row_get_id (NSC_STORY_STEP_ROW (row)), place->id);
}

static void
wait_for_step (Fixture *self, int index, const char *id)
{
  ui_fixture_wait (stands_there, &(Place) { self, index, id });
}

static gboolean
undo_is_open (gpointer data)
{
  return nsc_project_get_undo_step (((Fixture *) data)->project) != NULL;
}

static void
undo (Fixture *self)
{
  ui_fixture_wait (undo_is_open, self);
  nsc_project_undo_async (self->project, NULL, NULL, NULL);
}

/* ---- tests ---- */

static gboolean
has_pictures (gpointer data)
{
  Fixture *self = data;

  for (int i = 0; i < 7; i++)
    if (gtk_picture_get_paintable (ui_fixture_find (GTK_WIDGET (row_at (self, i)), GTK_TYPE_PICTURE)) == NULL)
      return FALSE;
  return TRUE;
}

static void
test_shows (Fixture *self, gconstpointer data)
{
  open_story (self);
  g_assert_null (gtk_list_box_get_row_at_index (self->steps, 7));
  g_assert_true (ui_fixture_shows (GTK_WIDGET (row_at (self, 0)), "1. Members over time"));
  g_assert_true (ui_fixture_shows (GTK_WIDGET (row_at (self, 0)), "Cybersecurity Tech Accord · Year by year"));
  g_assert_true (ui_fixture_shows (GTK_WIDGET (row_at (self, 6)), "Six issues are too few to tell."));
  ui_fixture_wait (has_pictures, self);
}

static void
test_present (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  open_story (self);
  button = ui_fixture_find_button (GTK_WIDGET (self->page), "_Present");
  g_assert_true (gtk_widget_activate (button));
  while (self->presented == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->presented, ==, STORY);
}

static gboolean
has_no_story (gpointer data)
{
  return ui_fixture_shows (((Fixture *) data)->window, "No Stories Yet");
}

static gboolean
is_presented (gpointer data)
{
  return ((Fixture *) data)->presented != NULL;
}

/* The key presents the open story, and from the list the one that is meant there; where there is none, nothing. */
static void
test_present_by_key (Fixture *self, gconstpointer data)
{
  ui_fixture_wait (has_stories, self);
  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_PRESENT));
  ui_fixture_wait (is_presented, self);
  g_assert_cmpstr (self->presented, ==, STORY);
  g_clear_pointer (&self->presented, g_free);
  open_story (self);
  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_PRESENT));
  ui_fixture_wait (is_presented, self);
  g_assert_cmpstr (self->presented, ==, STORY);
}

static void
test_present_nothing (Fixture *self, gconstpointer data)
{
  ui_fixture_wait (has_no_story, self);
  g_assert_false (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_PRESENT));
}

/* By keyboard, one step of the history each, and the focus goes along. */
static void
test_reorder (Fixture *self, gconstpointer data)
{
  open_story (self);
  gtk_widget_grab_focus (GTK_WIDGET (row_at (self, 0)));
  g_assert_true (ui_fixture_press_with (GTK_WIDGET (row_at (self, 0)), GDK_KEY_Down, GDK_ALT_MASK));
  wait_for_step (self, 1, STORY "-1");
  wait_for_step (self, 0, STORY "-2");
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (self->window)) == GTK_WIDGET (row_at (self, 1)));
  g_signal_emit_by_name (row_at (self, 6), "dropped", row_at (self, 0));
  wait_for_step (self, 6, STORY "-2");
  wait_for_step (self, 0, STORY "-1");
  undo (self);
  wait_for_step (self, 0, STORY "-2");
  undo (self);
  wait_for_step (self, 0, STORY "-1");
  wait_for_step (self, 6, STORY "-7");
}

static gboolean
lacks_last (gpointer data)
{
  return gtk_list_box_get_row_at_index (((Fixture *) data)->steps, 6) == NULL && row_at (data, 5) != NULL;
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  open_story (self);
  g_assert_true (ui_fixture_press (GTK_WIDGET (row_at (self, 2)), GDK_KEY_Delete));
  ui_fixture_wait (lacks_last, self);
  wait_for_step (self, 2, STORY "-4");
  undo (self);
  wait_for_step (self, 2, STORY "-3");
}

static gboolean
is_told (gpointer data)
{
  return ui_fixture_shows (((Fixture *) data)->window, "A new note");
}

static void
test_edit (Fixture *self, gconstpointer data)
{
  NscStoryStepDialog *dialog;
  GtkTextView *note;

  open_story (self);
  gtk_widget_activate_action (GTK_WIDGET (row_at (self, 1)), "step.edit", NULL);
  dialog = NSC_STORY_STEP_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  note = ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (note), " A new note\n", -1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "step.save", NULL));
  ui_fixture_wait (is_told, self);
  undo (self);
  wait_for_step (self, 1, STORY "-2");
}

static gboolean
has_two_stories (gpointer data)
{
  return gtk_list_box_get_row_at_index (((Fixture *) data)->list, 1) != NULL;
}

static gboolean
has_one_story (gpointer data)
{
  return has_stories (data) && !has_two_stories (data);
}

static void
test_duplicate_and_delete (Fixture *self, gconstpointer data)
{
  open_story (self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "stories.duplicate", NULL);
  ui_fixture_wait (has_two_stories, self);
  wait_for_step (self, 6, "story_steps-14");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "stories.delete", NULL);
  ui_fixture_wait (has_one_story, self);
  g_signal_emit_by_name (self->list, "row-activated", gtk_list_box_get_row_at_index (self->list, 0));
  wait_for_step (self, 0, STORY "-1");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "stories.delete", NULL);
  ui_fixture_wait (has_no_story, self);
  undo (self);
  ui_fixture_wait (has_one_story, self);
}

static gboolean
can_save (gpointer data)
{
  GtkWidget *button = ui_fixture_find_button (data, "_Add");

  return button != NULL && gtk_widget_get_sensitive (button);
}

static NscStoryStepDialog *
offer (Fixture *self)
{
  g_autoptr (GHashTable) options = nsc_options_new ();

  nsc_options_set (options, "initiative", "tech_accord");
  nsc_options_set (options, "language", "en");
  nsc_story_step_dialog_present_add (GTK_WIDGET (self->page), self->project, nsc_report_find ("growth"), options);
  return NSC_STORY_STEP_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
}

static gboolean
has_eighth (gpointer data)
{
  return gtk_list_box_get_row_at_index (((Fixture *) data)->steps, 7) != NULL;
}

static void
test_add (Fixture *self, gconstpointer data)
{
  NscStoryStepDialog *dialog;

  open_story (self);
  dialog = offer (self);
  ui_fixture_wait (can_save, dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "step.save", NULL));
  ui_fixture_wait (has_eighth, self);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (row_at (self, 7)), "8. Members over time"));
}

/* Without a story there is one to be named. */
static void
test_add_to_new (Fixture *self, gconstpointer data)
{
  NscStoryStepDialog *dialog;
  GtkEditable *title;

  ui_fixture_wait (has_no_story, self);
  dialog = offer (self);
  title = ui_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  while (!gtk_widget_get_visible (GTK_WIDGET (title)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (can_save (dialog));
  gtk_editable_set_text (title, "My lesson");
  ui_fixture_wait (can_save, dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "step.save", NULL));
  ui_fixture_wait (has_one_story, self);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->list), "My lesson"));
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->list), "1 figure"));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  g_test_add ("/ui/stories-page/shows", Fixture, NULL, set_up, test_shows, tear_down);
  g_test_add ("/ui/stories-page/present", Fixture, NULL, set_up, test_present, tear_down);
  g_test_add ("/ui/stories-page/present-by-key", Fixture, NULL, set_up, test_present_by_key, tear_down);
  g_test_add ("/ui/stories-page/present-nothing", Fixture, NULL, set_up_empty, test_present_nothing, tear_down);
  g_test_add ("/ui/stories-page/reorder", Fixture, NULL, set_up, test_reorder, tear_down);
  g_test_add ("/ui/stories-page/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/ui/stories-page/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/ui/stories-page/duplicate-and-delete", Fixture, NULL, set_up, test_duplicate_and_delete, tear_down);
  g_test_add ("/ui/stories-page/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/ui/stories-page/add-to-new", Fixture, NULL, set_up_empty, test_add_to_new, tear_down);
  return g_test_run ();
}
