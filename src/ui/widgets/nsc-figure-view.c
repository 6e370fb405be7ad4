/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-view.h"

#include "nsc-scene.h"

#include "nsc-figure-card.h"
#include "nsc-figure-hand.h"
#include "nsc-figure-keys.h"
#include "nsc-figure-layout.h"
#include "nsc-figure-style.h"
#include "nsc-figure-surface.h"
#include "nsc-figure-view-private.h"
#include "nsc-mark-chooser.h"
#include "nsc-mark-crowd.h"
#include "nsc-mark-highlight.h"

#include <adwaita.h>

#define NATURAL_WIDTH 720
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 120
#define BORDER_ALPHA 0.15f

struct _NscFigureView
{
  GtkWidget parent_instance;

  NscFigure *figure;
  NscFigureLayout *layout;
  NscFigureSurface *surface;
  NscFigureCamera camera;
  NscMarkSelection *selection;
  NscMarkCrowd *crowd;
  NscFigureHand *hand;
  guint policies[2]; /* GtkScrollablePolicy by orientation */
  gboolean allocating;

  int hovered; /* index of the mark, -1: none */
  GtkWidget *card;
};

enum
{
  PROP_ZOOM = 1,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  MARK_ACTIVATED,
  LAID_OUT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (NscFigureView,
                               nsc_figure_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- scene ---- */

/* The points of a screen theme are the pixels of the interface. */
static void
ask_for_scene (NscFigureView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  nsc_figure_layout_ask (self->layout, self->figure, nsc_figure_style_get_theme (),
                         width > 0 ? nsc_figure_camera_get_fit_width (width) : NATURAL_WIDTH);
}

/* The scene whose marks can be chosen; NULL while the picture is still that of the figure before. */
static NscScene *
get_own_scene (NscFigureView *self)
{
  NscScene *scene = nsc_figure_layout_get_scene (self->layout);

  return scene != NULL && nsc_scene_get_figure (scene) == self->figure ? scene : NULL;
}

/* While room is given out, what follows from it follows anyway. */
static void
queue_show (NscFigureView *self)
{
  if (self->allocating)
    return;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
made_cb (NscFigureView *self)
{
  NscScene *scene = nsc_figure_layout_get_scene (self->layout);
  double zoom = self->camera.zoom;

  nsc_figure_view_hover (self, -1);
  nsc_mark_crowd_forget (self->crowd);
  nsc_figure_camera_set_page (&self->camera, scene != NULL ? nsc_scene_get_width (scene) : 0,
                              scene != NULL ? nsc_scene_get_height (scene) : 0);
  if (scene == NULL)
    nsc_figure_surface_clear (self->surface);
  queue_show (self);
  if (zoom != self->camera.zoom)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  if (scene == NULL || nsc_scene_get_figure (scene) != self->figure)
    return;
  nsc_mark_chooser_keep (scene, self->selection);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static void
style_changed_cb (NscFigureView *self)
{
  ask_for_scene (self);
}

static void
fonts_changed_cb (NscFigureView *self)
{
  nsc_figure_layout_forget (self->layout);
  ask_for_scene (self);
}

/* ---- selection ---- */

static void
selection_changed_cb (NscFigureView *self)
{
  nsc_mark_crowd_forget (self->crowd);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What stays where it is when buttons and keys zoom: the mark that leads, where it is seen, or else the view's middle.
 */
static graphene_point_t
find_middle (NscFigureView *self)
{
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) self->camera.view_width, (float) self->camera.view_height);
  graphene_rect_t area;
  graphene_point_t middle;

  if (nsc_figure_view_get_mark_area (self, nsc_mark_selection_get_lead (self->selection), &area))
    {
      graphene_rect_get_center (&area, &middle);
      if (graphene_rect_contains_point (&view, &middle))
        return middle;
    }
  graphene_rect_get_center (&view, &middle);
  return middle;
}

/* ---- overrides ---- */

static void
nsc_figure_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : LEAST_HEIGHT;
}

static void
nsc_figure_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  double zoom = self->camera.zoom;
  NscScene *scene;

  self->allocating = TRUE;
  if (width != self->camera.view_width || height != self->camera.view_height)
    nsc_figure_camera_set_view (&self->camera, width, height);
  ask_for_scene (self);
  scene = nsc_figure_layout_get_scene (self->layout);
  if (scene != NULL && self->hovered >= 0 && gtk_widget_should_layout (self->card))
    nsc_figure_card_allocate (self->card, nsc_scene_get_mark (scene, (guint) self->hovered), &self->camera, width,
                              height);
  self->allocating = FALSE;
  if (zoom != self->camera.zoom)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* Where the picture is not drawn yet, or ends within a pixel, there is paper. */
static void
snapshot_paper (NscFigureView *self, GtkSnapshot *snapshot, const graphene_rect_t *page, const GdkRGBA *ink)
{
  GdkRGBA color = nsc_figure_style_get_rgba (nsc_figure_style_get_theme (), NSC_COLOR_PAPER), line = *ink;
  graphene_rect_t edge = *page;
  const float widths[4] = { 1, 1, 1, 1 };
  GskRoundedRect frame;

  line.alpha *= BORDER_ALPHA;
  graphene_rect_inset (&edge, -1, -1);
  gsk_rounded_rect_init_from_rect (&frame, &edge, 0);
  gtk_snapshot_append_color (snapshot, &color, page);
  gtk_snapshot_append_border (snapshot, &frame, widths, (GdkRGBA[4]) { line, line, line, line });
}

static void
nsc_figure_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscScene *scene = nsc_figure_layout_get_scene (self->layout);
  NscFigureCamera *camera = &self->camera;
  graphene_rect_t page, band;
  GdkRGBA ink;

  if (scene == NULL)
    return;
  page = nsc_figure_camera_to_view (camera, 0, 0, camera->page_width, camera->page_height);
  gtk_widget_get_color (widget, &ink);
  snapshot_paper (self, snapshot, &page, &ink);
  nsc_figure_surface_snapshot (
      self->surface, snapshot, scene,
      &(NscFigureShot) { page.origin.x, page.origin.y, camera->zoom, camera->view_width, camera->view_height,
                         gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (widget))) });
  nsc_mark_highlight_snapshot (snapshot, scene, camera, self->selection, self->crowd, self->hovered, &ink);
  if (nsc_figure_hand_get_band (self->hand, &band))
    nsc_mark_highlight_snapshot_band (snapshot, &band);
  if (self->hovered >= 0)
    gtk_widget_snapshot_child (widget, self->card, snapshot);
}

static void
nsc_figure_view_unmap (GtkWidget *widget)
{
  nsc_figure_view_hover (NSC_FIGURE_VIEW (widget), -1);
  GTK_WIDGET_CLASS (nsc_figure_view_parent_class)->unmap (widget);
}

static void
scrolled_cb (NscFigureView *self)
{
  nsc_figure_view_hover (self, -1);
  queue_show (self);
}

static void
set_adjustment (NscFigureView *self, GtkAdjustment **own, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && *own == adjustment)
    return;
  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, scrolled_cb, self);
  g_clear_object (own);
  *own = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*own, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  nsc_figure_camera_set_view (&self->camera, self->camera.view_width, self->camera.view_height);
}

static void
nsc_figure_view_dispose (GObject *object)
{
  NscFigureView *self = NSC_FIGURE_VIEW (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->hand, nsc_figure_hand_free);
  g_clear_pointer (&self->crowd, nsc_mark_crowd_free);
  g_clear_object (&self->layout);
  g_clear_object (&self->surface);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->figure, nsc_figure_unref);
  nsc_figure_camera_clear (&self->camera);
  G_OBJECT_CLASS (nsc_figure_view_parent_class)->dispose (object);
}

static void
nsc_figure_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscFigureView *self = NSC_FIGURE_VIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->camera.zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->camera.horizontal);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->camera.vertical);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_figure_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NscFigureView *self = NSC_FIGURE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->camera.horizontal, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->camera.vertical, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (guint) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_figure_view_class_init (NscFigureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_figure_view_dispose;
  object_class->get_property = nsc_figure_view_get_property;
  object_class->set_property = nsc_figure_view_set_property;
  widget_class->measure = nsc_figure_view_measure;
  widget_class->size_allocate = nsc_figure_view_size_allocate;
  widget_class->snapshot = nsc_figure_view_snapshot;
  widget_class->unmap = nsc_figure_view_unmap;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, NSC_FIGURE_CAMERA_MOST_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", NSC_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LAID_OUT] =
      g_signal_new ("laid-out", NSC_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "figureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  nsc_figure_keys_install (widget_class);
}

static void
nsc_figure_view_init (NscFigureView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->hovered = -1;
  nsc_figure_camera_init (&self->camera);
  self->layout = nsc_figure_layout_new ();
  self->surface = nsc_figure_surface_new ();
  self->selection = nsc_mark_selection_new ();
  self->crowd = nsc_mark_crowd_new ();
  g_signal_connect_object (self->layout, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->surface, "drawn", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  self->card = nsc_figure_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->hand = nsc_figure_hand_new (self);

  g_signal_connect_object (nsc_figure_style_get_default (), "changed", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-fontconfig-timestamp",
                           G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
}

/* ---- for the hand and the keys ---- */

NscScene *
nsc_figure_view_get_scene (NscFigureView *self)
{
  return get_own_scene (self);
}

NscFigureCamera *
nsc_figure_view_get_camera (NscFigureView *self)
{
  return &self->camera;
}

const NscSceneMark *
nsc_figure_view_find_mark (NscFigureView *self, gint64 key)
{
  NscScene *scene = get_own_scene (self);
  int index = scene != NULL && key != 0 ? nsc_scene_find (scene, key) : -1;

  return index >= 0 ? nsc_scene_get_mark (scene, (guint) index) : NULL;
}

void
nsc_figure_view_hover (NscFigureView *self, int index)
{
  if (self->hovered == index)
    return;
  self->hovered = index;
  gtk_widget_set_visible (self->card, index >= 0);
  gtk_label_set_label (GTK_LABEL (self->card), index >= 0 ? nsc_figure_view_get_hovered_name (self) : "");
  queue_show (self);
}

void
nsc_figure_view_rest_pointer (NscFigureView *self)
{
  nsc_figure_view_hover (self, -1);
  nsc_figure_hand_rest (self->hand);
}

gboolean
nsc_figure_view_activate (NscFigureView *self)
{
  gint64 lead = nsc_mark_selection_get_lead (self->selection);

  if (nsc_figure_view_find_mark (self, lead) == NULL)
    return FALSE;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, lead);
  return TRUE;
}

/* ---- public ---- */

GtkWidget *
nsc_figure_view_new (void)
{
  return g_object_new (NSC_TYPE_FIGURE_VIEW, NULL);
}

void
nsc_figure_view_set_figure (NscFigureView *self, NscFigure *figure)
{
  g_autofree char *description = NULL;

  g_return_if_fail (NSC_IS_FIGURE_VIEW (self));

  if (figure != NULL)
    nsc_figure_ref (figure);
  g_clear_pointer (&self->figure, nsc_figure_unref);
  self->figure = figure;
  ask_for_scene (self);
  if (figure == NULL)
    return;
  description = nsc_figure_describe (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, nsc_figure_get_title (figure),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
nsc_figure_view_set_selection (NscFigureView *self, NscMarkSelection *selection)
{
  g_return_if_fail (NSC_IS_FIGURE_VIEW (self) && NSC_IS_MARK_SELECTION (selection));

  g_signal_handlers_disconnect_by_func (self->selection, selection_changed_cb, self);
  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

NscMarkSelection *
nsc_figure_view_get_selection (NscFigureView *self)
{
  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), NULL);
  return self->selection;
}

double
nsc_figure_view_get_zoom (NscFigureView *self)
{
  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), 1);
  return self->camera.zoom;
}

void
nsc_figure_view_zoom_at (NscFigureView *self, double zoom, double x, double y)
{
  double before;

  g_return_if_fail (NSC_IS_FIGURE_VIEW (self));

  before = self->camera.zoom;
  nsc_figure_camera_zoom_at (&self->camera, zoom, x, y);
  if (before == self->camera.zoom)
    return;
  nsc_figure_view_hover (self, -1);
  queue_show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
nsc_figure_view_zoom_step (NscFigureView *self, gboolean in)
{
  static const double zooms[] = { 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8 };
  graphene_point_t middle;
  double zoom;

  g_return_if_fail (NSC_IS_FIGURE_VIEW (self));

  zoom = self->camera.zoom;
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      double next = zooms[in ? i : G_N_ELEMENTS (zooms) - 1 - i];

      if (in ? next > self->camera.zoom * 1.01 : next < self->camera.zoom * 0.99)
        {
          zoom = next;
          break;
        }
    }
  middle = find_middle (self);
  nsc_figure_view_zoom_at (self, zoom, middle.x, middle.y);
}

void
nsc_figure_view_zoom_reset (NscFigureView *self)
{
  nsc_figure_view_zoom_at (self, 1, 0, 0);
}

void
nsc_figure_view_zoom_whole (NscFigureView *self)
{
  g_return_if_fail (NSC_IS_FIGURE_VIEW (self));

  nsc_figure_camera_show_whole (&self->camera);
  queue_show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

const char *
nsc_figure_view_get_hovered_name (NscFigureView *self)
{
  NscScene *scene;

  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), NULL);
  scene = self->hovered >= 0 ? nsc_figure_layout_get_scene (self->layout) : NULL;
  return scene != NULL ? nsc_scene_get_mark (scene, (guint) self->hovered)->name : NULL;
}

const char *
nsc_figure_view_get_mark_name (NscFigureView *self, gint64 key)
{
  const NscSceneMark *mark;

  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), NULL);
  mark = nsc_figure_view_find_mark (self, key);
  return mark != NULL ? mark->name : NULL;
}

gboolean
nsc_figure_view_get_mark_area (NscFigureView *self, gint64 key, graphene_rect_t *area)
{
  const NscSceneMark *mark;

  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), FALSE);
  mark = nsc_figure_view_find_mark (self, key);
  if (mark != NULL)
    *area = nsc_figure_camera_to_view (&self->camera, mark->x, mark->y, mark->width, mark->height);
  return mark != NULL;
}

gboolean
nsc_figure_view_is_drawn (NscFigureView *self)
{
  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), FALSE);
  return get_own_scene (self) != NULL && nsc_figure_surface_is_fine (self->surface);
}
