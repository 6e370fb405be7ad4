/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-pane-frame.h"

struct _NscPaneFrame
{
  AdwBin parent_instance;

  gboolean is_sheet;

  AdwBin *content_bin;
  AdwMultiLayoutView *layouts;
  AdwWindowTitle *pane_title;
  AdwToolbarView *pane_view;
  AdwBottomSheet *sheet;
  AdwOverlaySplitView *split;
};

G_DEFINE_FINAL_TYPE (NscPaneFrame, nsc_pane_frame, ADW_TYPE_BIN)

enum
{
  PROP_OPEN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
shown_cb (NscPaneFrame *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
nsc_pane_frame_dispose (GObject *object)
{
  /* The template must not be the last to let go of a direct child. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_PANE_FRAME);
  G_OBJECT_CLASS (nsc_pane_frame_parent_class)->dispose (object);
}

static void
nsc_pane_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, nsc_pane_frame_get_open (NSC_PANE_FRAME (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_pane_frame_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    nsc_pane_frame_set_open (NSC_PANE_FRAME (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_pane_frame_class_init (NscPaneFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_pane_frame_dispose;
  object_class->get_property = nsc_pane_frame_get_property;
  object_class->set_property = nsc_pane_frame_set_property;

  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-pane-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, NscPaneFrame, content_bin);
  gtk_widget_class_bind_template_child (widget_class, NscPaneFrame, layouts);
  gtk_widget_class_bind_template_child (widget_class, NscPaneFrame, pane_title);
  gtk_widget_class_bind_template_child (widget_class, NscPaneFrame, pane_view);
  gtk_widget_class_bind_template_child (widget_class, NscPaneFrame, sheet);
  gtk_widget_class_bind_template_child (widget_class, NscPaneFrame, split);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
nsc_pane_frame_init (NscPaneFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

NscPaneFrame *
nsc_pane_frame_new (GtkWidget *content, GtkWidget *pane, const char *title)
{
  NscPaneFrame *self = g_object_new (NSC_TYPE_PANE_FRAME, NULL);

  adw_bin_set_child (self->content_bin, content);
  adw_toolbar_view_set_content (self->pane_view, pane);
  adw_window_title_set_title (self->pane_title, title);
  return self;
}

/* What was open stays open beside the content; where it would cover it, it waits. */
void
nsc_pane_frame_set_width_class (NscPaneFrame *self, NscWidthClass width_class)
{
  gboolean open;

  g_return_if_fail (NSC_IS_PANE_FRAME (self));

  open = nsc_pane_frame_get_open (self) && width_class == NSC_WIDTH_WIDE;
  nsc_pane_frame_set_open (self, FALSE);
  self->is_sheet = width_class == NSC_WIDTH_NARROW;
  adw_multi_layout_view_set_layout_name (self->layouts, self->is_sheet ? "sheet" : "split");
  adw_overlay_split_view_set_collapsed (self->split, width_class != NSC_WIDTH_WIDE);
  nsc_pane_frame_set_open (self, open);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

gboolean
nsc_pane_frame_get_open (NscPaneFrame *self)
{
  g_return_val_if_fail (NSC_IS_PANE_FRAME (self), FALSE);

  return self->is_sheet ? adw_bottom_sheet_get_open (self->sheet)
                        : adw_overlay_split_view_get_show_sidebar (self->split);
}

void
nsc_pane_frame_set_open (NscPaneFrame *self, gboolean open)
{
  g_return_if_fail (NSC_IS_PANE_FRAME (self));

  if (self->is_sheet)
    {
      adw_bottom_sheet_set_open (self->sheet, open);
      return;
    }
  /* The split view moves its pane by the width that the pane has. Before it has one, that is a division by zero, and it
   * asks for absurd widths until it stands still; while it is not seen it does not move at all. */
  if (gtk_widget_get_width (GTK_WIDGET (self->split)) == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->split), FALSE);
      adw_overlay_split_view_set_show_sidebar (self->split, open);
      gtk_widget_set_visible (GTK_WIDGET (self->split), TRUE);
    }
  else
    adw_overlay_split_view_set_show_sidebar (self->split, open);
}
