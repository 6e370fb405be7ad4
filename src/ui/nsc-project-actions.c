/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-actions.h"

#include "nsc-error-door.h"
#include "nsc-import-dialog.h"
#include "nsc-places.h"
#include "nsc-project-copy.h"
#include "nsc-project-opening.h"
#include "nsc-project-recovery.h"
#include "nsc-restore-dialog.h"

#include <glib/gi18n-lib.h>

static GListModel *
project_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Normscape projects"));
  gtk_file_filter_add_suffix (filter, &NSC_PROJECT_ENDING[1]);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static GtkFileDialog *
project_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = project_filters ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  return dialog;
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    nsc_project_opening_open (window, file);
  else
    nsc_error_door_show (GTK_WIDGET (window), error);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = project_dialog (_ ("Open a Project"));

  gtk_file_dialog_open (dialog, user_data, NULL, open_chosen_cb, g_object_ref (user_data));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  nsc_project_opening_open (user_data, file);
}

/* A project that is no longer where it was: the place that is told instead takes the old one's in the list. */
typedef struct
{
  NscWindow *window;
  GFile *old;
} Lost;

static void
located_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Lost *lost = user_data;
  g_autoptr (NscWindow) window = lost->window;
  g_autoptr (GFile) old = lost->old;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (window), error);
      return;
    }
  nsc_places_forget (old);
  nsc_project_opening_open (window, file);
}

static void
locate_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = project_dialog (_ ("Locate the Project"));
  Lost *lost = g_new (Lost, 1);

  lost->window = g_object_ref (user_data);
  lost->old = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  gtk_file_dialog_open (dialog, user_data, NULL, located_cb, lost);
}

static void
cancel_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_project_opening_cancel (user_data);
}

static void
open_example_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_project_opening_open_example (user_data);
}

static void
new_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) named = NULL;

  if (file == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (window), error);
      return;
    }
  named = nsc_places_dup_with_ending (file);
  nsc_project_opening_create (window, named);
}

static void
new_project_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = project_dialog (_ ("New Project"));
  g_autofree char *name = g_strconcat (_ ("Untitled"), NSC_PROJECT_ENDING, NULL);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_accept_label (dialog, _ ("_Create"));
  gtk_file_dialog_save (dialog, user_data, NULL, new_chosen_cb, g_object_ref (user_data));
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_project_copy_choose (user_data);
}

/* The project of the window, or what could not be opened there. */
static GFile *
dup_file (NscWindow *window)
{
  NscProject *project = nsc_window_get_project (window);
  const char *path = project != NULL ? nsc_project_get_path (project) : nsc_project_opening_get_failed (window);

  return path != NULL ? g_file_new_for_path (path) : NULL;
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = dup_file (user_data);

  if (file != NULL && adw_application_window_get_visible_dialog (user_data) == NULL)
    nsc_restore_dialog_present (user_data, file);
}

static void
recover_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = dup_file (user_data);

  if (file != NULL)
    nsc_project_recovery_choose (user_data, file);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_import_dialog_choose (user_data, nsc_window_get_project (user_data));
}

void
nsc_project_actions_add (NscWindow *window)
{
  static const GActionEntry entries[] = {
    { "cancel-opening", cancel_opening_cb }, { "import", import_cb },   { "locate-recent", locate_recent_cb, "s" },
    { "new-project", new_project_cb },       { "open", open_cb },       { "open-example", open_example_cb },
    { "open-recent", open_recent_cb, "s" },  { "recover", recover_cb }, { "restore", restore_cb },
    { "save-copy", save_copy_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
