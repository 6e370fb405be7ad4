/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-copy.h"

#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-places.h"
#include "nsc-progress.h"
#include "nsc-project-opening.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NscWindow *window;
  NscStore *store;
  GFile *target;
  NscProgress *progress;
  gboolean goes_on; /* with the copy */
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->window);
  g_object_unref (copy->store);
  g_object_unref (copy->target);
  g_free (copy);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  g_autofree char *path = g_file_get_path (copy->target);
  GError *error = NULL;

  if (path == NULL)
    g_set_error_literal (&error, NSC_ERROR, NSC_ERROR_OUTPUT,
                         _ ("The copy has to be on this computer; choose another place"));
  else if (g_str_equal (path, nsc_store_get_path (copy->store)) && !copy->goes_on)
    g_set_error_literal (&error, NSC_ERROR, NSC_ERROR_OUTPUT,
                         _ ("This is the project itself; choose another name for the copy"));
  else if (g_file_query_exists (copy->target, NULL))
    g_file_trash (copy->target, NULL, &error);
  if (error == NULL)
    nsc_store_copy_to (copy->store, path, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Copy *copy = user_data;
  g_autoptr (GError) error = NULL;

  nsc_progress_end (copy->progress);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    nsc_error_door_show (GTK_WIDGET (copy->window), error);
  else if (copy->goes_on && nsc_window_get_project (copy->window) == NSC_PROJECT (source))
    nsc_project_opening_move (copy->window, copy->target);
  else
    {
      g_autofree char *name = g_file_get_basename (copy->target);
      g_autofree char *shown = g_filename_display_name (name);
      /* Translators: the name of a file. */
      g_autofree char *words = g_strdup_printf (_ ("Saved a copy: %1$s"), shown);

      nsc_window_add_toast (copy->window, adw_toast_new (words));
    }
  copy_free (copy);
}

void
nsc_project_copy_save (NscWindow *window, GFile *target)
{
  NscProject *project = nsc_window_get_project (window);
  g_autoptr (GTask) task = NULL;
  Copy *copy;

  if (project == NULL)
    return;
  copy = g_new0 (Copy, 1);
  copy->window = g_object_ref (window);
  copy->store = g_object_ref (nsc_project_get_store (project));
  copy->target = nsc_places_dup_with_ending (target);
  copy->goes_on =
      nsc_store_get_place (copy->store) != NSC_STORE_PLACE_FINE || nsc_project_get_read_only_reason (project) != NULL;
  copy->progress = nsc_progress_begin (GTK_WIDGET (window), _ ("Saving a copy…"), NULL);
  task = g_task_new (project, NULL, copied_cb, copy);
  g_task_set_task_data (task, copy, NULL);
  g_task_run_in_thread (task, copy_in_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    nsc_project_copy_save (window, file);
  else
    nsc_error_door_show (GTK_WIDGET (window), error);
}

void
nsc_project_copy_choose (NscWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  NscProject *project = nsc_window_get_project (window);
  g_autofree char *name = NULL;

  if (project == NULL)
    return;
  name = g_path_get_basename (nsc_project_get_path (project));
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, g_object_ref (window));
}
