/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-application-actions.h"

#include "nsc-about-dialog.h"
#include "nsc-preferences-dialog.h"
#include "nsc-shortcuts-dialog.h"

static GtkWidget *
active_window (gpointer user_data)
{
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (nsc_about_dialog_new (), active_window (user_data));
}

/* Without settings there is nothing to prefer. */
static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GSettings *settings = nsc_application_get_settings (user_data);

  if (settings != NULL)
    adw_dialog_present (ADW_DIALOG (nsc_preferences_dialog_new (settings)), active_window (user_data));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (ADW_DIALOG (nsc_shortcuts_dialog_new ()), active_window (user_data));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window closes its project first; the program ends with the last. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

void
nsc_application_actions_add (NscApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "preferences", preferences_cb },
    { "quit", quit_cb },
    { "shortcuts", shortcuts_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
}
