/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-zoom-control.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _NscZoomControl
{
  GtkWidget parent_instance;

  NscFigureView *view;
  GtkButton *size;
};

G_DEFINE_FINAL_TYPE (NscZoomControl, nsc_zoom_control, GTK_TYPE_WIDGET)

enum
{
  PROP_VIEW = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
show_zoom (NscZoomControl *self)
{
  int percent = (int) round (nsc_figure_view_get_zoom (self->view) * 100);
  /* Translators: how large a figure is shown. */
  g_autofree char *size = g_strdup_printf (_ ("%d%%"), MAX (percent, 1));
  g_autofree char *name = g_strdup_printf (_ ("Size: %d%%"), MAX (percent, 1));

  gtk_button_set_label (self->size, size);
  /* By itself a number would not say of what. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->size), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->size), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_button (NscZoomControl *self, GtkWidget *button, const char *action, const char *name)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
nsc_zoom_control_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NscZoomControl *self = NSC_ZOOM_CONTROL (object);

  if (id != PROP_VIEW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_set_object (&self->view, g_value_get_object (value));
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  show_zoom (self);
}

static void
nsc_zoom_control_dispose (GObject *object)
{
  NscZoomControl *self = NSC_ZOOM_CONTROL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (nsc_zoom_control_parent_class)->dispose (object);
}

static void
nsc_zoom_control_class_init (NscZoomControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_zoom_control_dispose;
  object_class->set_property = nsc_zoom_control_set_property;
  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, NSC_TYPE_FIGURE_VIEW,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zoomcontrol");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsc_zoom_control_init (NscZoomControl *self)
{
  self->size = GTK_BUTTON (gtk_button_new_with_label (""));
  add_button (self, gtk_button_new_from_icon_name ("value-decrease-symbolic"), "win.zoom-out", _ ("Zoom Out"));
  add_button (self, GTK_WIDGET (self->size), "win.zoom-reset", _ ("Fit the Width"));
  add_button (self, gtk_button_new_from_icon_name ("value-increase-symbolic"), "win.zoom-in", _ ("Zoom In"));
  add_button (self, gtk_button_new_from_icon_name ("zoom-fit-best-symbolic"), "win.zoom-whole", _ ("Show All of It"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Size of the figure"), -1);
}
