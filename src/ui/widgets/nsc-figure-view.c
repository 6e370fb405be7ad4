/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-view.h"

#include "nsc-scene.h"

#include "nsc-announcement.h"
#include "nsc-figure-style.h"

#include <adwaita.h>
#include <math.h>

#define NATURAL_WIDTH 720
#define LEAST_WIDTH 240
#define RING 2.0
#define CARD_GAP 6.0
#define CARD_SHARE 0.75 /* of the width, at the most */

struct _NscFigureView
{
  GtkWidget parent_instance;

  NscFigure *figure;
  NscScene *scene; /* for scene_width, NULL until it is asked for */
  int scene_width; /* in pixels */
  GdkTexture *texture;
  double texture_scale;

  gint64 selected_key;
  int hovered;              /* index of the mark, -1: none */
  graphene_point_t pointer; /* in the window */
  gboolean by_key;          /* a key has moved on since the pointer moved */
  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (NscFigureView, nsc_figure_view, GTK_TYPE_WIDGET)

enum
{
  PROP_SELECTED_KEY = 1,
  N_PROPERTIES,
};

enum
{
  MARK_SELECTED,
  MARK_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* ---- scene ---- */

static NscScene *
make_scene (NscFigureView *self, int width)
{
  return nsc_scene_new (self->figure, nsc_figure_style_get_theme (), width, 0);
}

/* The scene for a width. The one that was made last is kept, since measuring and drawing ask for the same. */
static NscScene *
scene_for_width (NscFigureView *self, int width)
{
  if (self->figure == NULL)
    return NULL;
  if (self->scene == NULL || self->scene_width != width)
    {
      g_clear_pointer (&self->scene, nsc_scene_unref);
      g_clear_object (&self->texture);
      self->scene = make_scene (self, width);
      self->scene_width = width;
    }
  return self->scene;
}

/* The scene as it is seen, or would be where it is not. */
static NscScene *
current_scene (NscFigureView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return scene_for_width (self, width > 0 ? width : NATURAL_WIDTH);
}

static void
drop_scene (NscFigureView *self)
{
  g_clear_pointer (&self->scene, nsc_scene_unref);
  g_clear_object (&self->texture);
  self->hovered = -1;
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The points of a screen theme are the pixels of the interface. */
static graphene_rect_t
area_of_mark (const NscSceneMark *mark)
{
  return GRAPHENE_RECT_INIT ((float) mark->x, (float) mark->y, (float) mark->width, (float) mark->height);
}

static graphene_rect_t
area_of_row (const NscSceneMark *mark)
{
  return GRAPHENE_RECT_INIT ((float) mark->row_x, (float) mark->row_y, (float) mark->row_width,
                             (float) mark->row_height);
}

static const NscSceneMark *
find_mark (NscFigureView *self, gint64 key)
{
  NscScene *scene = key != 0 ? current_scene (self) : NULL;
  int index = scene != NULL ? nsc_scene_find (scene, key) : -1;

  return index >= 0 ? nsc_scene_get_mark (scene, (guint) index) : NULL;
}

/* ---- texture ---- */

static void
ensure_texture (NscFigureView *self, NscScene *scene, int width, int height)
{
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  int pixel_width = (int) ceil (width * scale), pixel_height = (int) ceil (height * scale);
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  if (self->texture != NULL && self->texture_scale == scale)
    return;
  g_clear_object (&self->texture);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixel_width, pixel_height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  nsc_scene_draw (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) pixel_height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  self->texture = gdk_memory_texture_new (pixel_width, pixel_height, GDK_MEMORY_DEFAULT, bytes,
                                          (gsize) cairo_image_surface_get_stride (surface));
  self->texture_scale = scale;
}

/* ---- selection ---- */

static void
scroll_to_mark (NscFigureView *self, const NscSceneMark *mark)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t row = area_of_row (mark);
  graphene_rect_t seen;
  GtkAdjustment *adjustment;
  double page;

  if (scrolled == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  page = gtk_adjustment_get_page_size (adjustment);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), scrolled, &seen))
    return;
  row.origin.y += seen.origin.y + (float) (gtk_widget_get_height (scrolled) - page);
  if (row.origin.y < 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + row.origin.y);
  else if (row.origin.y + row.size.height > page)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + row.origin.y + row.size.height - page);
}

static void
select_by_person (NscFigureView *self, gint64 key)
{
  if (self->selected_key == key)
    return;
  nsc_figure_view_set_selected_key (self, key);
  g_signal_emit (self, signals[MARK_SELECTED], 0, key);
}

static void
hover (NscFigureView *self, int index)
{
  if (self->hovered == index)
    return;
  self->hovered = index;
  gtk_widget_set_visible (self->card, index >= 0);
  gtk_label_set_label (GTK_LABEL (self->card), index >= 0 ? nsc_figure_view_get_hovered_name (self) : "");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), index >= 0 ? "pointer" : NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* By key: the card of a pointer that rests somewhere else would mislead. */
static void
go_to_mark (NscFigureView *self, const NscSceneMark *mark)
{
  hover (self, -1);
  self->by_key = TRUE;
  select_by_person (self, mark->key);
  scroll_to_mark (self, mark);
  nsc_announcement_make (GTK_WIDGET (self), mark->name);
}

static gboolean
step (NscFigureView *self, int dx, int dy)
{
  NscScene *scene = current_scene (self);
  int index;

  if (scene == NULL || nsc_scene_get_n_marks (scene) == 0)
    return FALSE;
  index = nsc_scene_step (scene, self->selected_key != 0 ? nsc_scene_find (scene, self->selected_key) : -1, dx, dy);
  if (index < 0)
    return FALSE;
  go_to_mark (self, nsc_scene_get_mark (scene, (guint) index));
  return TRUE;
}

/* ---- callbacks ---- */

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  int dx, dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  return step (NSC_FIGURE_VIEW (widget), dx, dy);
}

static gboolean
end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscScene *scene = current_scene (self);
  guint n = scene != NULL ? nsc_scene_get_n_marks (scene) : 0;

  if (n == 0)
    return FALSE;
  go_to_mark (self, nsc_scene_get_mark (scene, g_variant_get_boolean (arguments) ? n - 1 : 0));
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);

  if (find_mark (self, self->selected_key) == NULL)
    return FALSE;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, self->selected_key);
  return TRUE;
}

static gboolean
let_go_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);

  /* Where nothing is chosen the key is taken all the same: it must not leave the page. */
  select_by_person (self, 0);
  return TRUE;
}

/* What a key has scrolled moves under a pointer that rests; nobody points at it. */
static gboolean
rests_since_key (NscFigureView *self, double x, double y)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self)));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_compute_point (GTK_WIDGET (self), window, &point, &point))
    return FALSE;
  self->by_key = self->by_key && graphene_point_near (&point, &self->pointer, 1);
  self->pointer = point;
  return self->by_key;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, NscFigureView *self)
{
  NscScene *scene = current_scene (self);

  if (rests_since_key (self, x, y))
    return;
  hover (self, scene != NULL ? nsc_scene_hit (scene, x, y) : -1);
}

static void
leave_cb (GtkEventControllerMotion *controller, NscFigureView *self)
{
  hover (self, -1);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, NscFigureView *self)
{
  NscScene *scene = current_scene (self);
  int index = scene != NULL ? nsc_scene_hit (scene, x, y) : -1;
  gint64 key;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index < 0)
    {
      select_by_person (self, 0);
      return;
    }
  key = nsc_scene_get_mark (scene, (guint) index)->key;
  select_by_person (self, key);
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, key);
}

/* ---- overrides ---- */

static GtkSizeRequestMode
nsc_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsc_figure_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscScene *scene;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  scene = scene_for_width (self, for_size > 0 ? for_size : NATURAL_WIDTH);
  /* A figure may be taller where it is wider, which no minimum can say. */
  *minimum = 0;
  *natural = scene != NULL ? (int) ceil (nsc_scene_get_height (scene)) : 0;
}

/* Puts the card into its row, behind the words at the mark; where it has no room there, over the end of the row, whose
 * words it says again. The rows beside it are left to be read. */
static void
nsc_figure_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscScene *scene = current_scene (self);
  const NscSceneMark *mark;
  int least_width, card_width, card_height;
  double x, y;

  if (scene == NULL || self->hovered < 0 || !gtk_widget_should_layout (self->card))
    return;
  mark = nsc_scene_get_mark (scene, (guint) self->hovered);
  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, &card_width, NULL, NULL);
  card_width = MIN (card_width, MAX (least_width, (int) (width * CARD_SHARE)));
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, card_width, NULL, &card_height, NULL, NULL);
  x = CLAMP (mark->end_x + CARD_GAP, 0, MAX (0, width - card_width));
  y = CLAMP (mark->row_y + (mark->row_height - card_height) / 2, 0, MAX (0, height - card_height));
  gtk_widget_allocate (self->card, card_width, card_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}

/* Where the figure ends within a pixel, the paper goes on. */
static void
snapshot_paper (NscFigureView *self, GtkSnapshot *snapshot, int width, int height)
{
  NscColor paper = nsc_theme_get_color (nsc_figure_style_get_theme (), NSC_COLOR_PAPER);
  GdkRGBA color = { (float) paper.red, (float) paper.green, (float) paper.blue, 1 };

  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
snapshot_ring (NscFigureView *self, GtkSnapshot *snapshot)
{
  const NscSceneMark *mark = find_mark (self, self->selected_key);
  const float widths[4] = { RING, RING, RING, RING };
  GdkRGBA *accent;
  graphene_rect_t area;
  GskRoundedRect ring;

  if (mark == NULL)
    return;
  accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  area = area_of_mark (mark);
  graphene_rect_inset (&area, -2 * RING, -2 * RING);
  gsk_rounded_rect_init_from_rect (&ring, &area, 5);
  gtk_snapshot_append_border (snapshot, &ring, widths, (GdkRGBA[4]) { *accent, *accent, *accent, *accent });
  gdk_rgba_free (accent);
}

static void
snapshot_row (NscFigureView *self, GtkSnapshot *snapshot, const NscSceneMark *mark)
{
  GdkRGBA tint;
  graphene_rect_t row;

  if (mark == NULL)
    return;
  gtk_widget_get_color (GTK_WIDGET (self), &tint);
  tint.alpha = 0.06f;
  row = area_of_row (mark);
  gtk_snapshot_append_color (snapshot, &tint, &row);
}

static void
nsc_figure_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NscFigureView *self = NSC_FIGURE_VIEW (widget);
  NscScene *scene = current_scene (self);
  int width = gtk_widget_get_width (widget), height;

  if (scene == NULL)
    return;
  height = (int) ceil (nsc_scene_get_height (scene));
  ensure_texture (self, scene, width, height);
  snapshot_paper (self, snapshot, width, height);
  gtk_snapshot_append_texture (
      snapshot, self->texture,
      &GRAPHENE_RECT_INIT (0, 0, (float) (gdk_texture_get_width (self->texture) / self->texture_scale),
                           (float) (gdk_texture_get_height (self->texture) / self->texture_scale)));
  if (self->hovered >= 0 && nsc_scene_get_mark (scene, (guint) self->hovered)->key != self->selected_key)
    snapshot_row (self, snapshot, nsc_scene_get_mark (scene, (guint) self->hovered));
  snapshot_row (self, snapshot, find_mark (self, self->selected_key));
  snapshot_ring (self, snapshot);
  if (self->hovered >= 0)
    gtk_widget_snapshot_child (widget, self->card, snapshot);
}

static void
nsc_figure_view_unmap (GtkWidget *widget)
{
  hover (NSC_FIGURE_VIEW (widget), -1);
  GTK_WIDGET_CLASS (nsc_figure_view_parent_class)->unmap (widget);
}

static void
nsc_figure_view_dispose (GObject *object)
{
  NscFigureView *self = NSC_FIGURE_VIEW (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->scene, nsc_scene_unref);
  g_clear_pointer (&self->figure, nsc_figure_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (nsc_figure_view_parent_class)->dispose (object);
}

static void
nsc_figure_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED_KEY)
    g_value_set_int64 (value, NSC_FIGURE_VIEW (object)->selected_key);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_figure_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED_KEY)
    nsc_figure_view_set_selected_key (NSC_FIGURE_VIEW (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    int dx, dy;
  } steps[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (widget_class, steps[i].key, 0, step_cb, "(ii)", steps[i].dx, steps[i].dy);
      gtk_widget_class_add_binding (widget_class, steps[i].keypad, 0, step_cb, "(ii)", steps[i].dx, steps[i].dy);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, let_go_cb, NULL);
}

static void
nsc_figure_view_class_init (NscFigureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_figure_view_dispose;
  object_class->get_property = nsc_figure_view_get_property;
  object_class->set_property = nsc_figure_view_set_property;
  widget_class->get_request_mode = nsc_figure_view_get_request_mode;
  widget_class->measure = nsc_figure_view_measure;
  widget_class->size_allocate = nsc_figure_view_size_allocate;
  widget_class->snapshot = nsc_figure_view_snapshot;
  widget_class->unmap = nsc_figure_view_unmap;

  properties[PROP_SELECTED_KEY] =
      g_param_spec_int64 ("selected-key", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MARK_SELECTED] = g_signal_new ("mark-selected", NSC_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", NSC_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "figureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
nsc_figure_view_init (NscFigureView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = -1;
  /* The card says what the description says already. */
  self->card = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, "css-name", "figurecard",
                             "can-target", FALSE, "visible", FALSE, "wrap", TRUE, "max-width-chars", 64, NULL);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (nsc_figure_style_get_default (), "changed", G_CALLBACK (drop_scene), self,
                           G_CONNECT_SWAPPED);
}

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
  drop_scene (self);
  if (self->selected_key != 0 && find_mark (self, self->selected_key) == NULL)
    nsc_figure_view_set_selected_key (self, 0);
  if (figure == NULL)
    return;
  description = nsc_figure_describe (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, nsc_figure_get_title (figure),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
nsc_figure_view_set_selected_key (NscFigureView *self, gint64 key)
{
  g_return_if_fail (NSC_IS_FIGURE_VIEW (self));

  if (self->selected_key == key)
    return;
  self->selected_key = key;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KEY]);
}

gint64
nsc_figure_view_get_selected_key (NscFigureView *self)
{
  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), 0);
  return self->selected_key;
}

const char *
nsc_figure_view_get_hovered_name (NscFigureView *self)
{
  NscScene *scene;

  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), NULL);
  scene = self->hovered >= 0 ? current_scene (self) : NULL;
  return scene != NULL ? nsc_scene_get_mark (scene, (guint) self->hovered)->name : NULL;
}

const char *
nsc_figure_view_get_mark_name (NscFigureView *self, gint64 key)
{
  const NscSceneMark *mark;

  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), NULL);
  mark = find_mark (self, key);
  return mark != NULL ? mark->name : NULL;
}

gboolean
nsc_figure_view_get_mark_area (NscFigureView *self, gint64 key, graphene_rect_t *area)
{
  const NscSceneMark *mark;

  g_return_val_if_fail (NSC_IS_FIGURE_VIEW (self), FALSE);
  mark = find_mark (self, key);
  if (mark != NULL)
    *area = area_of_mark (mark);
  return mark != NULL;
}
