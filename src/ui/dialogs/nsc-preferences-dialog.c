/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-preferences-dialog.h"

#include "nsc-figure-style.h"

#include "nsc-typeface.h"

struct _NscPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *font_row;
  AdwComboRow *language_row;
  AdwComboRow *palette_row;
  AdwSwitchRow *reopen_row;
};

G_DEFINE_FINAL_TYPE (NscPreferencesDialog, nsc_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* What the rows of the lists stand for, in their order. */
static const char *const fonts[] = { "sans", "serif", NULL };
static const char *const languages[] = { "", "en", "zh_CN", NULL };
static const char *const palettes[] = { "desktop", "white", "grey", "contrast", NULL };

static gboolean
position_of_word (GValue *value, GVariant *variant, gpointer words)
{
  const char *const *all = words;

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (all[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
word_at_position (const GValue *value, const GVariantType *type, gpointer words)
{
  guint position = g_value_get_uint (value);

  return position < g_strv_length (words) ? g_variant_new_string (((char **) words)[position]) : NULL;
}

static void
bind_words (GSettings *settings, const char *key, AdwComboRow *row, const char *const *words)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, position_of_word,
                                word_at_position, (gpointer) words, NULL);
}

/* A family that is not there is said where it was chosen. */
static void
font_chosen_cb (NscPreferencesDialog *self)
{
  g_autofree char *warning = nsc_typeface_take_warning (nsc_figure_style_get_face ());
  AdwToast *toast;

  if (warning == NULL)
    return;
  toast = adw_toast_new (warning);
  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
nsc_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (nsc_preferences_dialog_parent_class)->dispose (object);
}

static void
nsc_preferences_dialog_class_init (NscPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/normscape/Normscape/ui/nsc-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscPreferencesDialog, font_row);
  gtk_widget_class_bind_template_child (widget_class, NscPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, NscPreferencesDialog, palette_row);
  gtk_widget_class_bind_template_child (widget_class, NscPreferencesDialog, reopen_row);
}

static void
nsc_preferences_dialog_init (NscPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (nsc_figure_style_get_default (), "changed", G_CALLBACK (font_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

NscPreferencesDialog *
nsc_preferences_dialog_new (GSettings *settings)
{
  NscPreferencesDialog *self = g_object_new (NSC_TYPE_PREFERENCES_DIALOG, NULL);

  g_return_val_if_fail (G_IS_SETTINGS (settings), self);

  bind_words (settings, "figure-language", self->language_row, languages);
  bind_words (settings, "figure-font", self->font_row, fonts);
  bind_words (settings, "figure-palette", self->palette_row, palettes);
  g_settings_bind (settings, "reopen-last-project", self->reopen_row, "active", G_SETTINGS_BIND_DEFAULT);
  return self;
}
