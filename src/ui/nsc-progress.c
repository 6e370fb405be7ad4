/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-progress.h"

#include "nsc-announcement.h"
#include "nsc-window.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_MS 1000

struct _NscProgress
{
  GtkWidget *widget; /* weak */
  char *words;
  GCancellable *cancellable;
  AdwToast *toast; /* NULL before it is shown */
  guint patience;  /* source, 0: none */
};

static GtkWidget *
make_title (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), adw_spinner_new ());
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_cb (gpointer user_data)
{
  NscProgress *self = user_data;
  GtkWidget *window = self->widget != NULL ? gtk_widget_get_ancestor (self->widget, NSC_TYPE_WINDOW) : NULL;

  self->patience = 0;
  if (window == NULL)
    return;
  self->toast = adw_toast_new (self->words);
  adw_toast_set_custom_title (self->toast, make_title (self->words));
  adw_toast_set_timeout (self->toast, 0);
  if (self->cancellable != NULL)
    {
      adw_toast_set_button_label (self->toast, _ ("_Cancel"));
      g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), self->cancellable,
                               G_CONNECT_SWAPPED);
    }
  nsc_window_add_toast (NSC_WINDOW (window), g_object_ref (self->toast));
  nsc_announcement_make (window, self->words);
}

NscProgress *
nsc_progress_begin (GtkWidget *widget, const char *words, GCancellable *cancellable)
{
  NscProgress *self = g_new0 (NscProgress, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->words = g_strdup (words);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->patience = g_timeout_add_once (PATIENCE_MS, show_cb, self);
  return self;
}

void
nsc_progress_end (NscProgress *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->widget);
  g_free (self->words);
  g_free (self);
}
