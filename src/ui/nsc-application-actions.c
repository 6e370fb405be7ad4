/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-application-actions.h"

#include "nsc-about-dialog.h"
#include "nsc-help-window.h"
#include "nsc-preferences-dialog.h"
#include "nsc-shortcuts-dialog.h"
#include "nsc-window.h"

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

/* What is read about the page that is seen, where the help says something of it. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *page, *topic;
  } topics[] = {
    { "agenda", "agenda" },           { "growth", "signatories" }, { "records", "records" },
    { "signatories", "signatories" }, { "sources", "confidence" }, { "stories", "classroom" },
  };
  GtkApplication *application = GTK_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (application);
  const char *page = NSC_IS_WINDOW (window) ? nsc_window_get_page_name (NSC_WINDOW (window)) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (topics[i].page, page) == 0)
      {
        nsc_help_window_present (application, topics[i].topic);
        return;
      }
  nsc_help_window_present (application, NULL);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (ADW_DIALOG (nsc_shortcuts_dialog_new ()), active_window (user_data));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_application_close_windows (user_data);
}

void
nsc_application_actions_add (NscApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_cb }, { "help", help_cb },           { "preferences", preferences_cb },
    { "quit", quit_cb },   { "shortcuts", shortcuts_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
}
