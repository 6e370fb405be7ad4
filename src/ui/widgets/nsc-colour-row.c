/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-colour-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _NscColourRow
{
  AdwEntryRow parent_instance;

  GtkColorDialogButton *swatch;
  gboolean syncing; /* text and swatch follow each other, once */
};

G_DEFINE_FINAL_TYPE (NscColourRow, nsc_colour_row, ADW_TYPE_ENTRY_ROW)

static void
text_changed_cb (NscColourRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  GdkRGBA colour = { 0 };

  if (self->syncing)
    return;
  /* What is no colour yet shows as an empty swatch. */
  if (*text == '#')
    gdk_rgba_parse (&colour, text);
  self->syncing = TRUE;
  gtk_color_dialog_button_set_rgba (self->swatch, &colour);
  self->syncing = FALSE;
}

static guint
byte_of (float channel)
{
  return (guint) lroundf (CLAMP (channel, 0.0f, 1.0f) * 255.0f);
}

static void
swatch_changed_cb (NscColourRow *self)
{
  const GdkRGBA *colour = gtk_color_dialog_button_get_rgba (self->swatch);
  g_autofree char *text = NULL;

  if (self->syncing)
    return;
  text = g_strdup_printf ("#%02x%02x%02x", byte_of (colour->red), byte_of (colour->green), byte_of (colour->blue));
  self->syncing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->syncing = FALSE;
}

static void
nsc_colour_row_class_init (NscColourRowClass *klass)
{
}

static void
nsc_colour_row_init (NscColourRow *self)
{
  GtkColorDialog *dialog = gtk_color_dialog_new ();

  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  self->swatch = GTK_COLOR_DIALOG_BUTTON (gtk_color_dialog_button_new (dialog));
  gtk_widget_set_valign (GTK_WIDGET (self->swatch), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->swatch), _ ("Choose a Colour"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->swatch));
  text_changed_cb (self);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect_swapped (self->swatch, "notify::rgba", G_CALLBACK (swatch_changed_cb), self);
}

GtkWidget *
nsc_colour_row_new (void)
{
  return g_object_new (NSC_TYPE_COLOUR_ROW, NULL);
}
