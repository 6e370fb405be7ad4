/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-application.h"

#include "nsc-action-table.h"
#include "nsc-application-actions.h"
#include "nsc-figure-style.h"
#include "nsc-places.h"
#include "nsc-project-opening.h"
#include "nsc-table-naming.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

/* By which a program is told to end. */
static const int ending_signals[] = { SIGHUP, SIGINT, SIGTERM };

struct _NscApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  guint signals[G_N_ELEMENTS (ending_signals)]; /* sources, 0: none */
};

G_DEFINE_FINAL_TYPE (NscApplication, nsc_application, ADW_TYPE_APPLICATION)

static NscWindow *
nsc_application_add_window (NscApplication *self)
{
  NscWindow *window = nsc_window_new (self);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The window where FILE is open, or that waits for a project, or else a new one. */
static NscWindow *
nsc_application_take_window (NscApplication *self, GFile *file)
{
  NscWindow *window = nsc_project_opening_find_place (GTK_APPLICATION (self), file);

  return window != NULL ? window : nsc_application_add_window (self);
}

/* Whoever ends the session, or a terminal, does not wait for an answer to a question: what is being written in a form
 * is lost, but every step that was made is in a file that is whole. The second time it ends at
 * once, and so a file that is gone may be asked about. */
static gboolean
told_to_end_cb (gpointer data)
{
  NscApplication *self = NSC_APPLICATION (data);

  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      AdwDialog *dialog;

      while (NSC_IS_WINDOW (l->data) &&
             (dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (l->data))) != NULL)
        adw_dialog_force_close (dialog);
    }
  nsc_application_close_windows (self);
  return G_SOURCE_REMOVE;
}

static void
nsc_application_activate (GApplication *application)
{
  NscApplication *self = NSC_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GFile) last = NULL;
  NscWindow *window;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }
  window = nsc_application_add_window (self);
  if (self->settings == NULL || g_settings_get_boolean (self->settings, "reopen-last-project"))
    last = nsc_places_dup_last_project ();
  if (last != NULL)
    nsc_project_opening_open (window, last);
}

static void
nsc_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      NscWindow *window = NULL;

      if (nsc_places_is_table (files[i]))
        window = nsc_project_opening_find_window (GTK_APPLICATION (application));
      if (window == NULL)
        window = nsc_application_take_window (NSC_APPLICATION (application), files[i]);
      gtk_window_present (GTK_WINDOW (window));
      nsc_project_opening_open (window, files[i]);
    }
}

static int
nsc_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (char **argument = arguments + 1; *argument != NULL; argument++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, *argument));

  if (g_variant_dict_contains (g_application_command_line_get_options_dict (command_line), "example"))
    {
      g_autoptr (GFile) example = nsc_places_dup_example ();

      nsc_project_opening_open_example (nsc_application_take_window (NSC_APPLICATION (application), example));
    }
  else if (files->len == 0)
    g_application_activate (application);
  if (files->len > 0)
    g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
  return 0;
}

static int
nsc_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Normscape %s\n", NSC_VERSION);
  return 0;
}

static void
nsc_application_startup (GApplication *application)
{
  NscApplication *self = NSC_APPLICATION (application);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  G_APPLICATION_CLASS (nsc_application_parent_class)->startup (application);

  nsc_table_naming_use_titles ();
  gtk_window_set_default_icon_name (NSC_APPLICATION_ID);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, NSC_APPLICATION_ID, TRUE);
  if (schema != NULL)
    self->settings = g_settings_new_full (schema, NULL, NULL);
  nsc_figure_style_follow (nsc_figure_style_get_default (), self->settings);
  nsc_application_actions_add (self);
  nsc_action_table_install (GTK_APPLICATION (self));
  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    self->signals[i] = g_unix_signal_add (ending_signals[i], told_to_end_cb, self);
}

static void
nsc_application_finalize (GObject *object)
{
  NscApplication *self = NSC_APPLICATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (nsc_application_parent_class)->finalize (object);
}

static void
nsc_application_class_init (NscApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = nsc_application_finalize;

  application_class->activate = nsc_application_activate;
  application_class->command_line = nsc_application_command_line;
  application_class->handle_local_options = nsc_application_handle_local_options;
  application_class->open = nsc_application_open;
  application_class->startup = nsc_application_startup;
}

static void
nsc_application_init (NscApplication *self)
{
  static const GOptionEntry entries[] = {
    { "example", 'e', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Open the example project"), NULL },
    { "version", 'V', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { 0 },
  };
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_parameter_string (application, _ ("[PROJECT…]"));
  g_application_set_option_context_summary (application,
                                            _ ("Explore how international norms are made: who signs what, and who "
                                               "raises an issue first."));
}

NscApplication *
nsc_application_new (GApplicationFlags flags)
{
  return g_object_new (NSC_TYPE_APPLICATION, "application-id", NSC_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path",
                       "/io/github/normscape/Normscape", NULL);
}

GSettings *
nsc_application_get_settings (NscApplication *self)
{
  g_return_val_if_fail (NSC_IS_APPLICATION (self), NULL);
  return self->settings;
}

GSettings *
nsc_application_get_default_settings (void)
{
  GApplication *application = g_application_get_default ();

  return NSC_IS_APPLICATION (application) ? nsc_application_get_settings (NSC_APPLICATION (application)) : NULL;
}

void
nsc_application_close_windows (NscApplication *self)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (NSC_IS_APPLICATION (self));

  /* Some go with others. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    g_ptr_array_add (windows, g_object_ref (l->data));
  for (guint i = 0; i < windows->len; i++)
    gtk_window_close (g_ptr_array_index (windows, i));
}
