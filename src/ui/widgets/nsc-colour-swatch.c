/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-colour-swatch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Text and button follow each other, once. */
#define SYNCING_KEY "nsc-colour-swatch-syncing"

static gboolean
is_syncing (GtkColorDialogButton *button)
{
  return g_object_get_data (G_OBJECT (button), SYNCING_KEY) != NULL;
}

static void
set_syncing (GtkColorDialogButton *button, gboolean syncing)
{
  g_object_set_data (G_OBJECT (button), SYNCING_KEY, GINT_TO_POINTER (syncing));
}

static void
text_changed_cb (GtkColorDialogButton *button, GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);
  GdkRGBA colour = { 0 };

  if (is_syncing (button))
    return;
  /* What is no colour yet shows as an empty swatch. */
  if (*text == '#')
    gdk_rgba_parse (&colour, text);
  set_syncing (button, TRUE);
  gtk_color_dialog_button_set_rgba (button, &colour);
  set_syncing (button, FALSE);
}

static guint
byte_of (float channel)
{
  return (guint) lroundf (CLAMP (channel, 0.0f, 1.0f) * 255.0f);
}

static void
colour_changed_cb (GtkColorDialogButton *button, GParamSpec *pspec, GtkEditable *editable)
{
  const GdkRGBA *colour = gtk_color_dialog_button_get_rgba (button);
  g_autofree char *text = NULL;

  if (is_syncing (button))
    return;
  text = g_strdup_printf ("#%02x%02x%02x", byte_of (colour->red), byte_of (colour->green), byte_of (colour->blue));
  set_syncing (button, TRUE);
  gtk_editable_set_text (editable, text);
  set_syncing (button, FALSE);
}

GtkWidget *
nsc_colour_swatch_new (GtkEditable *editable)
{
  GtkColorDialog *dialog = gtk_color_dialog_new ();
  GtkColorDialogButton *button;

  g_return_val_if_fail (GTK_IS_EDITABLE (editable), NULL);

  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  button = GTK_COLOR_DIALOG_BUTTON (gtk_color_dialog_button_new (dialog));
  gtk_widget_set_valign (GTK_WIDGET (button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), _ ("Choose a Colour"));
  text_changed_cb (button, editable);
  g_signal_connect_object (editable, "changed", G_CALLBACK (text_changed_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "notify::rgba", G_CALLBACK (colour_changed_cb), editable, 0);
  return GTK_WIDGET (button);
}
