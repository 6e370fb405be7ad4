/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-restoring.h"

#include "nsc-inquiry.h"
#include "nsc-step-words.h"

#include "nsc-announcement.h"
#include "nsc-error-door.h"
#include "nsc-project-opening.h"
#include "nsc-task.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NscWindow *window; /* owned until the project is opened again; then the window has this */
  GFile *file;
  char *backup;
  NscBackupTrust trust;
  char *words; /* of the toast */
  char *aside; /* where the file before is now, once it is restored */
  GError *trouble;
  gulong is_waiting; /* handler of the window */
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  if (restoring->is_waiting == 0)
    g_object_unref (restoring->window);
  g_object_unref (restoring->file);
  g_free (restoring->backup);
  g_free (restoring->words);
  g_free (restoring->aside);
  g_clear_error (&restoring->trouble);
  g_free (restoring);
}

static void begin (Restoring *restoring);

/* ---- when it is open again ---- */

static void
undo_cb (AdwToast *toast, NscWindow *window)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "nsc-file");
  Restoring *restoring;

  if (nsc_project_opening_find (gtk_window_get_application (GTK_WINDOW (window)), file) != window)
    return;
  restoring = g_new0 (Restoring, 1);
  restoring->window = g_object_ref (window);
  restoring->file = g_object_ref (file);
  restoring->backup = g_strdup (g_object_get_data (G_OBJECT (toast), "nsc-aside"));
  restoring->trust = NSC_BACKUP_AS_IT_WAS;
  restoring->words = g_strdup (_ ("The project is as it was before it was restored"));
  begin (restoring);
}

static void
tell (Restoring *restoring)
{
  AdwToast *toast = adw_toast_new (restoring->words);

  if (restoring->aside != NULL && restoring->trust == NSC_BACKUP_VERIFIED)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_timeout (toast, 0);
      g_object_set_data_full (G_OBJECT (toast), "nsc-aside", g_strdup (restoring->aside), g_free);
      g_object_set_data_full (G_OBJECT (toast), "nsc-file", g_object_ref (restoring->file), g_object_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), restoring->window, 0);
    }
  nsc_window_add_toast (restoring->window, toast);
  nsc_announcement_make (GTK_WIDGET (restoring->window), restoring->words);
}

static void
opened_cb (NscWindow *window, GParamSpec *pspec, Restoring *restoring)
{
  if (nsc_window_get_project (window) == NULL)
    return;
  tell (restoring);
  g_signal_handler_disconnect (window, restoring->is_waiting);
}

static void
closure_gone_cb (gpointer data, GClosure *closure)
{
  restoring_free (data);
}

static void
open_again (Restoring *restoring)
{
  g_autoptr (NscWindow) window = g_object_ref (restoring->window);
  g_autoptr (GFile) file = g_object_ref (restoring->file);

  nsc_project_opening_release (window);
  /* It may have been closed meanwhile. */
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    {
      restoring_free (restoring);
      return;
    }
  if (restoring->trouble != NULL)
    {
      nsc_error_door_show_over (GTK_WIDGET (window), restoring->trouble);
      restoring_free (restoring);
    }
  else
    {
      restoring->is_waiting =
          g_signal_connect_data (window, "notify::project", G_CALLBACK (opened_cb), restoring, closure_gone_cb, 0);
      g_object_unref (restoring->window);
    }
  nsc_project_opening_open (window, file);
}

/* ---- replacing the file ---- */

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restoring *restoring = data;
  g_autofree char *path = g_file_get_path (restoring->file);
  GError *error = NULL;

  if (nsc_backup_restore (restoring->backup, restoring->trust, path, &restoring->aside, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;

  g_task_propagate_boolean (G_TASK (result), &restoring->trouble);
  open_again (restoring);
}

static void
replace (Restoring *restoring)
{
  g_autoptr (GTask) task =
      g_task_new (NULL, nsc_project_opening_get_cancellable (restoring->window), restored_cb, restoring);

  g_task_set_task_data (task, restoring, NULL);
  /* Once the file is replaced that must be told. */
  g_task_set_check_cancellable (task, FALSE);
  nsc_task_run_in_thread (task, restore_in_thread);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;

  /* What could not be written is not to be written over. */
  if (nsc_inquiry_close_finish (result, &restoring->trouble))
    replace (restoring);
  else
    open_again (restoring);
}

/* Takes over RESTORING. */
static void
begin (Restoring *restoring)
{
  NscWindow *window = restoring->window;
  g_autoptr (NscProject) project = NULL;

  g_set_object (&project, nsc_window_get_project (window));
  nsc_window_set_project (window, NULL);
  nsc_project_opening_reserve (window, restoring->file);
  if (project != NULL)
    nsc_inquiry_close_async (project, closed_cb, restoring);
  else
    replace (restoring);
}

void
nsc_project_restoring_start (NscWindow *window, GFile *file, const NscBackup *backup)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  NscStep made = { .made = backup->made };
  g_autofree char *when = NULL;
  Restoring *restoring;

  g_return_if_fail (NSC_IS_WINDOW (window) && G_IS_FILE (file));

  when = nsc_step_words_when (&made, now);
  restoring = g_new0 (Restoring, 1);
  restoring->window = g_object_ref (window);
  restoring->file = g_object_ref (file);
  restoring->backup = g_strdup (backup->path);
  restoring->trust = NSC_BACKUP_VERIFIED;
  /* Translators: when the backup was made, such as "Today, 14:02". */
  restoring->words = g_strdup_printf (_ ("Restored the backup of: %1$s"), when);
  begin (restoring);
}
