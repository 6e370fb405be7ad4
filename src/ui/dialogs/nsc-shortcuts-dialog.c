/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-shortcuts-dialog.h"

#include "nsc-accessible-names.h"
#include "nsc-action-table.h"

#include <glib/gi18n-lib.h>

struct _NscShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (NscShortcutsDialog, nsc_shortcuts_dialog, ADW_TYPE_DIALOG)

/* The keys of one action in the words of the keyboard, "Ctrl+Shift+Z". */
static char *
keys_in_words (const NscActionKey *key)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (key->accels) && key->accels[i] != NULL; i++)
    {
      guint value;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (key->accels[i], &value, &modifiers))
        g_strv_builder_take (words, gtk_accelerator_get_label (value, modifiers));
    }
  list = g_strv_builder_end (words);
  /* Of the spaces at the end of a line only one takes no room; those that do not break go to the next line. */
  return g_strjoinv (" \u00a0\u00a0", list);
}

static GtkWidget *
make_row (const NscActionKey *key)
{
  g_autofree char *words = keys_in_words (key);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (key->title));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  nsc_accessible_names_describe_row (row, words);
  return row;
}

static void
nsc_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (nsc_shortcuts_dialog_parent_class)->dispose (object);
}

static void
nsc_shortcuts_dialog_class_init (NscShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_shortcuts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/normscape/Normscape/ui/nsc-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscShortcutsDialog, page);
}

static void
nsc_shortcuts_dialog_init (NscShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;
  const char *heading = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const NscActionKey *key = nsc_action_table_get (); key->title != NULL; key++)
    {
      if (heading == NULL || !g_str_equal (heading, key->group))
        {
          heading = key->group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (heading));
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, make_row (key));
    }
}

NscShortcutsDialog *
nsc_shortcuts_dialog_new (void)
{
  return g_object_new (NSC_TYPE_SHORTCUTS_DIALOG, NULL);
}
