/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-opening.h"

#include "nsc-new-project.h"

#include "nsc-error-door.h"
#include "nsc-figure-style.h"
#include "nsc-first-frame.h"
#include "nsc-import-dialog.h"
#include "nsc-inquiry.h"
#include "nsc-places.h"
#include "nsc-project-backup.h"
#include "nsc-task.h"
#include "nsc-window-actions.h"

#include "nsc-error.h"
#include "nsc-typeface.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* The cancellable of what a window opens, while it does, and the path. */
#define OPENING_KEY "nsc-opening"
#define OPENING_PATH_KEY "nsc-opening-path"

/* The path of what a window could not open. */
#define FAILED_PATH_KEY "nsc-failed-path"

/* What a new project is made from. */
typedef struct
{
  GFile *file;
  char *title;
  const char *example; /* NULL: an empty project */
} Plan;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_object_unref (plan->file);
  g_free (plan->title);
  g_free (plan);
}

/* Whether both lead to one file, whatever links are on the way. */
static gboolean
is_same_file (const char *path, const char *other)
{
  g_autofree char *resolved = realpath (path, NULL);
  g_autofree char *other_resolved = realpath (other, NULL);

  return g_str_equal (path, other) || (resolved != NULL && g_strcmp0 (resolved, other_resolved) == 0);
}

/* The window in which the file is open already, or is being opened; one that is being closed is not seen any more. */
static NscWindow *
find_window (GtkApplication *application, const char *path)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      NscProject *project = NSC_IS_WINDOW (l->data) ? nsc_window_get_project (l->data) : NULL;
      const char *open =
          project != NULL ? nsc_project_get_path (project) : g_object_get_data (l->data, OPENING_PATH_KEY);

      if (open != NULL && is_same_file (path, open) && gtk_widget_get_visible (l->data))
        return l->data;
    }
  return NULL;
}

static gboolean
has_room (NscWindow *window)
{
  return nsc_window_get_project (window) == NULL && g_object_get_data (G_OBJECT (window), OPENING_KEY) == NULL &&
         gtk_widget_get_visible (GTK_WIDGET (window));
}

/* NEAR itself where it has room for a project, else a new window. */
static NscWindow *
window_with_room (NscWindow *near)
{
  NscWindow *window;

  if (has_room (near))
    return near;
  window = nsc_window_new (NSC_APPLICATION (gtk_window_get_application (GTK_WINDOW (near))));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static char *
title_of (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (nsc_places_is_project (file))
    name[strlen (name) - strlen (NSC_PROJECT_ENDING)] = '\0';
  return g_filename_display_name (name);
}

/* A family that is not there is said with the first project that needs it. */
static void
tell_missing_typeface (NscWindow *window)
{
  g_autofree char *warning = nsc_typeface_take_warning (nsc_figure_style_get_face ());

  if (warning != NULL)
    nsc_window_add_toast (window, adw_toast_new (warning));
}

static void
take_project (NscWindow *window, NscProject *project, GError *error)
{
  g_autoptr (GFile) file = NULL;

  g_autofree char *path = g_object_steal_data (G_OBJECT (window), OPENING_PATH_KEY);

  g_object_set_data (G_OBJECT (window), OPENING_KEY, NULL);
  /* The window may have been closed meanwhile. */
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    {
      if (project != NULL)
        nsc_inquiry_close_async (project, NULL, NULL);
      return;
    }
  if (project == NULL)
    {
      gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      g_object_set_data_full (G_OBJECT (window), FAILED_PATH_KEY, is_cancelled ? NULL : g_steal_pointer (&path),
                              g_free);
      nsc_window_actions_update (window);
      nsc_window_show_start (window, NULL, is_cancelled ? NULL : error);
      return;
    }
  file = g_file_new_for_path (nsc_project_get_path (project));
  nsc_places_remember (file, nsc_project_get_title (project));
  nsc_window_set_project (window, project);
  tell_missing_typeface (window);
  nsc_project_backup_begin (window);
}

/* What has come of an opening. */
typedef struct
{
  NscWindow *window;
  NscProject *project; /* NULL: an error */
  GError *error;
} Opened;

static void
seen_cb (gpointer data)
{
  g_autofree Opened *opened = data;
  g_autoptr (NscWindow) window = opened->window;
  g_autoptr (NscProject) project = opened->project;
  g_autoptr (GError) error = opened->error;

  take_project (window, project, error);
}

/* Takes the project or the error. Pages are made when the window stands already. */
static void
take_when_seen (NscWindow *window, NscProject *project, GError *error)
{
  Opened *opened = g_new (Opened, 1);

  opened->window = g_object_ref (window);
  opened->project = project;
  opened->error = error;
  nsc_first_frame_await (GTK_WINDOW (window), seen_cb, opened);
}

static GCancellable *
begin_opening (NscWindow *window, GFile *file)
{
  GCancellable *cancellable = g_cancellable_new ();

  g_object_set_data_full (G_OBJECT (window), OPENING_KEY, cancellable, g_object_unref);
  g_object_set_data_full (G_OBJECT (window), OPENING_PATH_KEY, g_file_get_path (file), g_free);
  g_object_set_data (G_OBJECT (window), FAILED_PATH_KEY, NULL);
  return cancellable;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  GError *error = NULL;
  NscProject *project = nsc_project_open_finish (result, &error);

  take_when_seen (window, project, error);
}

static void
create_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Plan *plan = data;
  g_autofree char *path = g_file_get_path (plan->file);
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;
  NscStore *store;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved = errno;

      g_task_return_new_error (task, NSC_ERROR, NSC_ERROR_OUTPUT,
                               _ ("The folder %1$s cannot be made: %2$s. Choose another place."), folder,
                               g_strerror (saved));
      return;
    }
  if (plan->example == NULL && g_file_query_exists (plan->file, NULL) && !g_file_trash (plan->file, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  store = nsc_new_project_create (path, plan->title, plan->example, cancellable, &error);
  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, g_object_unref);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (NscStore) store = g_task_propagate_pointer (G_TASK (result), &error);
  NscProject *project = store != NULL ? nsc_project_new (store, &error) : NULL;

  take_when_seen (NSC_WINDOW (source), project, error);
}

static void
create (NscWindow *near, GFile *file, char *title, const char *example)
{
  NscWindow *window = window_with_room (near);
  g_autoptr (GTask) task = g_task_new (window, begin_opening (window, file), created_cb, NULL);
  Plan *plan = g_new0 (Plan, 1);

  plan->file = g_object_ref (file);
  plan->title = title;
  plan->example = example;
  nsc_window_show_start (window, title, NULL);
  g_task_set_task_data (task, plan, plan_free);
  nsc_task_run_in_thread (task, create_in_thread);
}

/* A table is taken into the project that is open. */
static void
import (NscWindow *window, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (nsc_window_get_project (window) != NULL)
    {
      nsc_import_dialog_present (GTK_WIDGET (window), nsc_window_get_project (window), file);
      return;
    }
  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  error = g_error_new (
      NSC_ERROR, NSC_ERROR_NOT_A_PROJECT,
      _ ("%1$s is a table. Open the project that it belongs to or make a new one, then import the table there."),
      shown);
  nsc_window_show_start (window, NULL, error);
}

typedef struct
{
  NscWindow *window;
  GFile *file;
} Move;

/* What could not be written at the old place is in the file that is opened now. */
static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Move *move = user_data;
  g_autoptr (NscWindow) window = move->window;
  g_autoptr (GFile) file = move->file;

  nsc_inquiry_close_finish (result, NULL);
  nsc_project_opening_open (window, file);
}

NscWindow *
nsc_project_opening_find_window (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (NSC_IS_WINDOW (l->data) && nsc_window_get_project (l->data) != NULL)
      return l->data;
  return NULL;
}

NscWindow *
nsc_project_opening_find (GtkApplication *application, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return path != NULL ? find_window (application, path) : NULL;
}

NscWindow *
nsc_project_opening_find_place (GtkApplication *application, GFile *file)
{
  NscWindow *window = nsc_project_opening_find (application, file);

  for (GList *l = gtk_application_get_windows (application); l != NULL && window == NULL; l = l->next)
    if (NSC_IS_WINDOW (l->data) && has_room (l->data))
      window = l->data;
  return window;
}

void
nsc_project_opening_open (NscWindow *window, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *title = title_of (file);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  NscWindow *other;

  g_return_if_fail (NSC_IS_WINDOW (window));

  /* It may have been closed since it was asked. */
  if (application == NULL)
    return;
  other = nsc_project_opening_find (application, file);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  if (nsc_places_is_table (file))
    {
      import (window, file);
      return;
    }
  window = window_with_room (window);
  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GError) error =
          g_error_new (NSC_ERROR, NSC_ERROR_NOT_FOUND,
                       _ ("%1$s is not on this computer. Copy the project here, then open it."), uri);

      nsc_window_show_start (window, NULL, error);
      return;
    }
  nsc_window_show_start (window, title, NULL);
  nsc_project_open_async (path, NSC_STORE_WRITE, begin_opening (window, file), opened_cb, g_object_ref (window));
}

void
nsc_project_opening_open_example (NscWindow *window)
{
  g_autoptr (GFile) file = nsc_places_dup_example ();

  g_return_if_fail (NSC_IS_WINDOW (window));

  if (g_file_query_exists (file, NULL))
    nsc_project_opening_open (window, file);
  else
    create (window, file, g_strdup (_ ("Cyber Norms")), "cyber-norms");
}

void
nsc_project_opening_create (NscWindow *window, GFile *file)
{
  g_return_if_fail (NSC_IS_WINDOW (window));

  if (nsc_project_opening_find (gtk_window_get_application (GTK_WINDOW (window)), file) != NULL)
    {
      g_autofree char *title = title_of (file);
      g_autoptr (GError) error = g_error_new (
          NSC_ERROR, NSC_ERROR_OUTPUT,
          _ ("The project %1$s is open in a window. Choose another name, or close that window first."), title);

      nsc_error_door_show (GTK_WIDGET (window), error);
      return;
    }
  create (window, file, title_of (file), NULL);
}

void
nsc_project_opening_move (NscWindow *window, GFile *file)
{
  g_autoptr (NscProject) project = NULL;
  g_autofree char *title = title_of (file);
  Move *move;

  g_return_if_fail (NSC_IS_WINDOW (window) && nsc_window_get_project (window) != NULL);

  project = g_object_ref (nsc_window_get_project (window));
  move = g_new (Move, 1);
  move->window = g_object_ref (window);
  move->file = g_object_ref (file);
  nsc_window_set_project (window, NULL);
  nsc_window_show_start (window, title, NULL);
  nsc_inquiry_close_async (project, left_cb, move);
}

void
nsc_project_opening_cancel (NscWindow *window)
{
  GCancellable *cancellable = g_object_get_data (G_OBJECT (window), OPENING_KEY);

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

void
nsc_project_opening_reserve (NscWindow *window, GFile *file)
{
  g_autofree char *title = title_of (file);

  g_return_if_fail (NSC_IS_WINDOW (window));

  begin_opening (window, file);
  nsc_window_show_start (window, title, NULL);
}

GCancellable *
nsc_project_opening_get_cancellable (NscWindow *window)
{
  return g_object_get_data (G_OBJECT (window), OPENING_KEY);
}

void
nsc_project_opening_release (NscWindow *window)
{
  g_object_set_data (G_OBJECT (window), OPENING_KEY, NULL);
  g_object_set_data (G_OBJECT (window), OPENING_PATH_KEY, NULL);
}

const char *
nsc_project_opening_get_failed (NscWindow *window)
{
  return g_object_get_data (G_OBJECT (window), FAILED_PATH_KEY);
}
