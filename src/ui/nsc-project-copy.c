/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-copy.h"

#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-places.h"
#include "nsc-progress.h"
#include "nsc-project-opening.h"

#include "nsc-error.h"
#include "nsc-task.h"

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
  g_autoptr (GFile) named = NULL;
  g_autoptr (GTask) task = NULL;
  NscWindow *other;
  Copy *copy;

  if (project == NULL)
    return;
  named = nsc_places_dup_with_ending (target);
  other = nsc_project_opening_find (gtk_window_get_application (GTK_WINDOW (window)), named);
  if (other != NULL && other != window)
    {
      g_autoptr (GError) error = g_error_new_literal (
          NSC_ERROR, NSC_ERROR_OUTPUT, _ ("Another window has this project open; choose another name for the copy"));

      nsc_error_door_show (GTK_WIDGET (window), error);
      return;
    }
  copy = g_new0 (Copy, 1);
  copy->window = g_object_ref (window);
  copy->store = g_object_ref (nsc_project_get_store (project));
  copy->target = g_steal_pointer (&named);
  copy->goes_on = nsc_store_get_place (copy->store) != NSC_STORE_PLACE_FINE ||
                  (nsc_project_get_read_only_reason (project) != NULL && !nsc_store_is_newer (copy->store));
  copy->progress = nsc_progress_begin (GTK_WIDGET (window), _ ("Saving a copy…"), NULL);
  task = g_task_new (project, NULL, copied_cb, copy);
  g_task_set_task_data (task, copy, NULL);
  nsc_task_run_in_thread (task, copy_in_thread);
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

/* ---- before it is too late ---- */

/* Set where the person would rather lose what the file has not than save a copy. */
#define LETTING_GO_KEY "nsc-letting-go"

static void
answered_cb (NscWindow *window, const char *response)
{
  if (g_str_equal (response, "copy"))
    nsc_project_copy_choose (window);
  else if (g_str_equal (response, "close"))
    {
      g_object_set_data (G_OBJECT (window), LETTING_GO_KEY, GINT_TO_POINTER (TRUE));
      gtk_window_close (GTK_WINDOW (window));
    }
}

gboolean
nsc_project_copy_ask_before_closing (NscWindow *window)
{
  NscProject *project = nsc_window_get_project (window);
  NscStore *store = project != NULL ? nsc_project_get_store (project) : NULL;
  NscStorePlace place = store != NULL ? nsc_store_get_place (store) : NSC_STORE_PLACE_FINE;
  g_autofree char *trouble = NULL;
  AdwAlertDialog *alert;

  if ((place != NSC_STORE_PLACE_GONE && place != NSC_STORE_PLACE_REPLACED) || nsc_project_copy_is_letting_go (window))
    return FALSE;
  trouble = nsc_store_dup_trouble (store);
  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Save a Copy?"), trouble));
  adw_alert_dialog_add_responses (alert, "keep", _ ("_Cancel"), "close", _ ("Close _Without"), "copy",
                                  _ ("Save a _Copy…"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "copy", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "copy");
  adw_alert_dialog_set_close_response (alert, "keep");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), window, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (window));
  return TRUE;
}

gboolean
nsc_project_copy_is_letting_go (NscWindow *window)
{
  return g_object_get_data (G_OBJECT (window), LETTING_GO_KEY) != NULL;
}
