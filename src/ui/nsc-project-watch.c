/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project-watch.h"

#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-progress.h"

#include <glib/gi18n-lib.h>

#define INTERVAL_SECONDS 5

typedef struct
{
  NscWindow *window; /* which owns this */
  NscProject *project;
  GCancellable *cancellable; /* of the look through the file */
  gulong changed_handler;
  guint timer;
  char *told; /* the trouble of the store that the window shows, NULL: none */
} Watch;

static void
look (Watch *watch)
{
  if (watch->project != NULL)
    nsc_store_look_for_changes (nsc_project_get_store (watch->project));
}

static gboolean
timer_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static void
set_timer (Watch *watch)
{
  gboolean needed = watch->project != NULL && gtk_widget_get_mapped (GTK_WIDGET (watch->window));

  if (needed && watch->timer == 0)
    watch->timer = g_timeout_add_seconds (INTERVAL_SECONDS, timer_cb, watch);
  else if (!needed)
    g_clear_handle_id (&watch->timer, g_source_remove);
}

static void
tell_trouble (Watch *watch)
{
  g_autofree char *trouble = nsc_store_dup_trouble (nsc_project_get_store (watch->project));

  if (g_set_str (&watch->told, trouble))
    nsc_window_set_trouble_of_file (watch->window, trouble);
}

/* ---- large files ---- */

typedef struct
{
  NscWindow *window;
  NscProgress *progress;
} Looking;

static gpointer
look_through (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (nsc_store_look_through (data, cancellable, error));
}

static void
looked_through_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Looking *looking = user_data;
  g_autoptr (NscWindow) window = looking->window;
  g_autoptr (GError) error = NULL;

  nsc_progress_end (looking->progress);
  nsc_inquiry_finish (result, &error);
  if (error != NULL && nsc_window_get_project (window) == NSC_PROJECT (source))
    nsc_error_door_show (GTK_WIDGET (window), error);
}

static void
look_through_if_unchecked (Watch *watch)
{
  NscStore *store = nsc_project_get_store (watch->project);
  Looking *looking;

  if (!nsc_store_is_unchecked (store))
    return;
  looking = g_new (Looking, 1);
  looking->window = g_object_ref (watch->window);
  looking->progress = nsc_progress_begin (GTK_WIDGET (watch->window), _ ("Looking through the file…"), NULL);
  watch->cancellable = g_cancellable_new ();
  nsc_inquiry_start (watch->project, look_through, g_object_ref (store), g_object_unref, NULL, watch->cancellable,
                     looked_through_cb, looking);
}

/* ---- the project of the window ---- */

static void
let_go (Watch *watch)
{
  if (watch->project != NULL)
    g_clear_signal_handler (&watch->changed_handler, nsc_project_get_store (watch->project));
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
  g_clear_object (&watch->cancellable);
  g_clear_object (&watch->project);
  g_clear_pointer (&watch->told, g_free);
}

static void
project_set_cb (Watch *watch)
{
  NscProject *project = nsc_window_get_project (watch->window);

  let_go (watch);
  if (project != NULL)
    {
      watch->project = g_object_ref (project);
      watch->changed_handler =
          g_signal_connect_swapped (nsc_project_get_store (project), "changed", G_CALLBACK (tell_trouble), watch);
      tell_trouble (watch);
      look_through_if_unchecked (watch);
    }
  set_timer (watch);
}

static void
active_cb (Watch *watch)
{
  if (gtk_window_is_active (GTK_WINDOW (watch->window)))
    look (watch);
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->timer, g_source_remove);
  let_go (watch);
  g_free (watch);
}

void
nsc_project_watch_add (NscWindow *window)
{
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (NSC_IS_WINDOW (window));

  watch->window = window;
  g_object_set_data_full (G_OBJECT (window), "nsc-project-watch", watch, watch_free);
  g_signal_connect_swapped (window, "notify::project", G_CALLBACK (project_set_cb), watch);
  g_signal_connect_swapped (window, "notify::is-active", G_CALLBACK (active_cb), watch);
  g_signal_connect_swapped (window, "map", G_CALLBACK (set_timer), watch);
  g_signal_connect_swapped (window, "unmap", G_CALLBACK (set_timer), watch);
}
