/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-toast.h"

#include "nsc-error-door.h"
#include "nsc-window.h"

#include <glib/gi18n-lib.h>

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    nsc_error_door_show (window, error);
}

static void
show_folder_cb (AdwToast *toast, GFile *file)
{
  GtkWidget *window = g_object_get_data (G_OBJECT (toast), "nsc-window");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (window), NULL, folder_shown_cb,
                                            g_object_ref (window));
}

void
nsc_export_toast_show (GtkWidget *widget, const char *first, const char *second)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, NSC_TYPE_WINDOW);
  g_autofree char *name = g_path_get_basename (first);
  g_autofree char *other = second != NULL ? g_path_get_basename (second) : NULL;
  g_autofree char *words = NULL;
  AdwToast *toast;

  if (window == NULL)
    return;
  if (other != NULL)
    /* Translators: the names of two files. */
    words = g_strdup_printf (_ ("Saved %1$s and %2$s"), name, other);
  else
    /* Translators: the name of a file. */
    words = g_strdup_printf (_ ("Saved %1$s"), name);
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _ ("_Show in Folder"));
  /* The toast is gone before its window is. */
  g_object_set_data (G_OBJECT (toast), "nsc-window", window);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_folder_cb), g_file_new_for_path (first),
                         (GClosureNotify) (GCallback) g_object_unref, G_CONNECT_DEFAULT);
  nsc_window_add_toast (NSC_WINDOW (window), toast);
}
