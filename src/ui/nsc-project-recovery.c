/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-recovery.h"

#include "nsc-error-door.h"
#include "nsc-places.h"
#include "nsc-progress.h"
#include "nsc-project-opening.h"
#include "nsc-recovery-dialog.h"

#include "nsc-error.h"
#include "nsc-task.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NscWindow *window;
  GFile *damaged;
  GFile *target;
  NscProgress *progress;
} Rescue;

static void
rescue_free (Rescue *rescue)
{
  g_object_unref (rescue->window);
  g_object_unref (rescue->damaged);
  g_clear_object (&rescue->target);
  g_free (rescue);
}

static void
recover_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Rescue *rescue = data;
  g_autofree char *from = g_file_get_path (rescue->damaged);
  g_autofree char *to = g_file_get_path (rescue->target);
  NscRecovery *recovery = NULL;
  GError *error = NULL;

  if (to == NULL)
    g_set_error_literal (&error, NSC_ERROR, NSC_ERROR_OUTPUT,
                         _ ("The copy has to be on this computer; choose another place"));
  else if (g_file_query_exists (rescue->target, NULL))
    g_file_trash (rescue->target, NULL, &error);
  if (error == NULL)
    recovery = nsc_recovery_run (from, to, cancellable, &error);
  if (recovery != NULL)
    g_task_return_pointer (task, recovery, (GDestroyNotify) nsc_recovery_free);
  else
    g_task_return_error (task, error);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Rescue *rescue = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscRecovery) recovery = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWidget *window = GTK_WIDGET (rescue->window);

  nsc_progress_end (rescue->progress);
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    ;
  else if (recovery != NULL)
    nsc_recovery_dialog_present (rescue->window, recovery, rescue->target);
  else
    nsc_error_door_show_over (window, error);
  rescue_free (rescue);
}

void
nsc_project_recovery_save (NscWindow *window, GFile *damaged, GFile *target)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) named = NULL;
  g_autoptr (GTask) task = NULL;
  Rescue *rescue;

  g_return_if_fail (NSC_IS_WINDOW (window) && G_IS_FILE (damaged) && G_IS_FILE (target));

  named = nsc_places_dup_with_ending (target);
  if (g_file_equal (named, damaged) ||
      nsc_project_opening_find (gtk_window_get_application (GTK_WINDOW (window)), named) != NULL)
    {
      g_autoptr (GError) error =
          g_error_new_literal (NSC_ERROR, NSC_ERROR_OUTPUT,
                               _ ("This is a project that is in use; choose another name for what is recovered"));

      nsc_error_door_show_over (GTK_WIDGET (window), error);
      return;
    }
  rescue = g_new0 (Rescue, 1);
  rescue->window = g_object_ref (window);
  rescue->damaged = g_object_ref (damaged);
  rescue->target = g_steal_pointer (&named);
  rescue->progress = nsc_progress_begin (GTK_WIDGET (window), _ ("Recovering a copy…"), cancellable);
  task = g_task_new (NULL, cancellable, recovered_cb, rescue);
  g_task_set_task_data (task, rescue, NULL);
  /* What is written is told. */
  g_task_set_check_cancellable (task, FALSE);
  nsc_task_run_in_thread (task, recover_in_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Rescue *rescue = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    nsc_project_recovery_save (rescue->window, rescue->damaged, file);
  else
    nsc_error_door_show (GTK_WIDGET (rescue->window), error);
  rescue_free (rescue);
}

void
nsc_project_recovery_choose (NscWindow *window, GFile *damaged)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *proposed = NULL;
  Rescue *rescue;

  g_return_if_fail (NSC_IS_WINDOW (window) && G_IS_FILE (damaged));

  name = g_file_get_basename (damaged);
  if (nsc_places_is_project (damaged))
    name[strlen (name) - strlen (NSC_PROJECT_ENDING)] = '\0';
  shown = g_filename_display_name (name);
  /* Translators: the name of a project, of which a file is named after. */
  proposed = g_strdup_printf (_ ("%1$s, recovered.normscape"), shown);
  rescue = g_new0 (Rescue, 1);
  rescue->window = g_object_ref (window);
  rescue->damaged = g_object_ref (damaged);
  gtk_file_dialog_set_title (dialog, _ ("Recover a Copy"));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, rescue);
}
