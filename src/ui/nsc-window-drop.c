/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window-drop.h"

#include "nsc-import-dialog.h"
#include "nsc-project-opening.h"
#include "nsc-places.h"

#include <glib/gi18n-lib.h>

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  NscWindow *window = NSC_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  GSList *files = g_value_get_boxed (value);
  gboolean taken = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      if (nsc_places_is_project (l->data))
        nsc_project_opening_open (window, l->data);
      else if (nsc_window_get_project (window) != NULL)
        nsc_import_dialog_present (GTK_WIDGET (window), nsc_window_get_project (window), l->data);
      else
        {
          nsc_window_add_toast (window, adw_toast_new (_ ("Open a project first, then drop the table on it")));
          continue;
        }
      taken = TRUE;
    }
  return taken;
}

void
nsc_window_drop_add (NscWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
