/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-backup.h"

#include "nsc-backup.h"
#include "nsc-inquiry.h"

#include "nsc-error-door.h"
#include "nsc-progress.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

/* The cancellable of the backup that was begun when the project was opened. */
#define BEGUN_KEY "nsc-backup-begun"

/* The code of what kept that one from being made, plus one, where the person was told. */
#define TOLD_KEY "nsc-backup-told"

/* What keeps the one at the end from being made. */
#define TROUBLE_KEY "nsc-backup-trouble"

typedef struct
{
  NscWindow *window;
  NscProgress *progress;
} Begun;

static gpointer
back_up (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  nsc_store_back_up (data, NULL, cancellable, error);
  return NULL;
}

static void
start (NscProject *project, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  nsc_inquiry_start (project, back_up, g_object_ref (nsc_project_get_store (project)), g_object_unref, NULL,
                     cancellable, callback, user_data);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Begun *begun = user_data;
  g_autoptr (NscWindow) window = begun->window;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  nsc_progress_end (begun->progress);
  g_object_set_data (source, BEGUN_KEY, NULL);
  nsc_inquiry_finish (result, &error);
  if (error == NULL || nsc_error_door_place (error) == NSC_ERROR_PLACE_NONE ||
      nsc_window_get_project (window) != NSC_PROJECT (source))
    return;
  g_object_set_data (source, TOLD_KEY, GINT_TO_POINTER (error->code + 1));
  toast = adw_toast_new (error->message);
  if (g_error_matches (error, NSC_ERROR, NSC_ERROR_DAMAGED))
    {
      adw_toast_set_button_label (toast, _ ("Res_tore…"));
      adw_toast_set_action_name (toast, "win.restore");
      adw_toast_set_timeout (toast, 0);
    }
  nsc_window_add_toast (window, toast);
}

void
nsc_project_backup_begin (NscWindow *window)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  NscProject *project;
  Begun *begun;

  g_return_if_fail (NSC_IS_WINDOW (window) && nsc_window_get_project (window) != NULL);

  project = nsc_window_get_project (window);
  if (nsc_project_get_read_only_reason (project) != NULL)
    return;
  begun = g_new (Begun, 1);
  begun->window = g_object_ref (window);
  begun->progress = nsc_progress_begin (GTK_WIDGET (window), _ ("Making a backup…"), cancellable);
  g_object_set_data_full (G_OBJECT (project), BEGUN_KEY, g_object_ref (cancellable), g_object_unref);
  start (project, cancellable, begun_cb, begun);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  nsc_inquiry_finish (result, &error);
  if (error != NULL)
    g_object_set_data_full (source, TROUBLE_KEY, error, (GDestroyNotify) g_error_free);
}

void
nsc_project_backup_end (NscProject *project)
{
  GCancellable *begun;

  g_return_if_fail (NSC_IS_PROJECT (project));

  begun = g_object_get_data (G_OBJECT (project), BEGUN_KEY);
  if (begun != NULL)
    g_cancellable_cancel (begun);
  if (nsc_project_get_read_only_reason (project) == NULL)
    start (project, NULL, ended_cb, NULL);
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

/* Not before the dialog has left it. */
static void
read_cb (NscWindow *window)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (window), g_object_unref);
}

gboolean
nsc_project_backup_tell (NscWindow *window, NscProject *project)
{
  const GError *trouble;
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  g_return_val_if_fail (NSC_IS_WINDOW (window) && NSC_IS_PROJECT (project), FALSE);

  trouble = g_object_get_data (G_OBJECT (project), TROUBLE_KEY);
  if (trouble == NULL || nsc_error_door_place (trouble) == NSC_ERROR_PLACE_NONE ||
      GPOINTER_TO_INT (g_object_get_data (G_OBJECT (project), TOLD_KEY)) == trouble->code + 1)
    return FALSE;
  /* Translators: why there is no backup, a sentence. */
  body = g_strdup_printf (_ ("%s\n\nAll that you did is saved in the project itself."), trouble->message);
  dialog = adw_alert_dialog_new (_ ("No Backup Was Made"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  g_signal_connect_object (dialog, "closed", G_CALLBACK (read_cb), window, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  return TRUE;
}
