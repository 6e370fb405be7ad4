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

void
nsc_project_backup_end (NscProject *project)
{
  GCancellable *begun;

  g_return_if_fail (NSC_IS_PROJECT (project));

  begun = g_object_get_data (G_OBJECT (project), BEGUN_KEY);
  if (begun != NULL)
    g_cancellable_cancel (begun);
  if (nsc_project_get_read_only_reason (project) == NULL)
    start (project, NULL, NULL, NULL);
}
