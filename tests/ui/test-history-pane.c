/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-history-list.h"

#include "nsc-records-page.h"
#include "nsc-step-item.h"

#include "ui-fixture.h"

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  GtkWidget *page;
  gint64 target; /* where the person wants to go, -1: nowhere yet */
} Fixture;

static void
go_to_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *) user_data)->target = g_variant_get_int64 (parameter);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = { { "go-to-step", go_to_step_cb, "x" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->target = -1;
  self->page = nsc_records_page_new ();
  self->project = ui_fixture_open_project (FALSE);
  self->window = ui_fixture_show (self->page, 1000, 700);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (actions));
  nsc_page_set_project (NSC_PAGE (self->page), self->project);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  nsc_page_set_project (NSC_PAGE (self->page), NULL);
  ui_fixture_close (self->window);
  ui_fixture_close_project (self->project);
}

static GtkWidget *
get_list (Fixture *self)
{
  return ui_fixture_find (self->page, NSC_TYPE_HISTORY_LIST);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
add_actor (Fixture *self, const char *name)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find ("actors"));
  gboolean done = FALSE;

  nsc_record_set_by_name (record, "name_en", name);
  nsc_project_save_async (self->project, record, NULL, done_cb, &done);
  ui_fixture_wait (is_set, &done);
}

static void
undo (Fixture *self)
{
  gboolean done = FALSE;

  nsc_project_undo_async (self->project, NULL, done_cb, &done);
  ui_fixture_wait (is_set, &done);
}

static gboolean
shows_creation (gpointer data)
{
  return ui_fixture_shows (get_list (data), "Created the project");
}

static gboolean
shows_both (gpointer data)
{
  return ui_fixture_shows (get_list (data), "Added Acme") && ui_fixture_shows (get_list (data), "Added Bell") &&
         !ui_fixture_shows (get_list (data), "Undone");
}

static gboolean
shows_undone (gpointer data)
{
  return ui_fixture_shows (get_list (data), "Undone · Today");
}

static void
test_pane (Fixture *self, gconstpointer data)
{
  GtkWidget *view;

  g_assert_false (gtk_widget_get_mapped (get_list (self)));
  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_TOGGLE_PANE));
  ui_fixture_wait (shows_creation, self);
  add_actor (self, "Acme");
  add_actor (self, "Bell");
  ui_fixture_wait (shows_both, self);
  undo (self);
  ui_fixture_wait (shows_undone, self);

  /* Newest first: what is undone, where the project stands, how it began. */
  view = ui_fixture_find (get_list (self), GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))), ==, 3);
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_cmpint (self->target, ==, -1);
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_cmpint (self->target, ==, 3);
  g_signal_emit_by_name (view, "activate", 2);
  g_assert_cmpint (self->target, ==, 1);

  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_TOGGLE_PANE));
  g_assert_false (gtk_widget_get_mapped (get_list (self)));
}

/* In a narrow window it is a sheet. */
static void
test_sheet (Fixture *self, gconstpointer data)
{
  add_actor (self, "Acme");
  add_actor (self, "Bell");
  g_object_set (self->page, "width-class", NSC_WIDTH_NARROW, NULL);
  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_TOGGLE_PANE));
  ui_fixture_wait (shows_both, self);
  g_assert_true (adw_bottom_sheet_get_open (ui_fixture_find (self->page, ADW_TYPE_BOTTOM_SHEET)));
}

#define ADD(path, func) g_test_add ("/history-pane/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_fixture_init (&argc, &argv);
  ADD ("pane", test_pane);
  ADD ("sheet", test_sheet);
  return g_test_run ();
}
