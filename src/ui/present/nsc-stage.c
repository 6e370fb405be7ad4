/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-stage.h"

#include "nsc-progress-dots.h"

#include "nsc-figure-style.h"

#include <math.h>

/* The shorter side of a page, in points. Displays that are still wider or narrower than these have margins. */
#define PAGE_SIDE 540.0
#define WIDEST 2.4
#define NARROWEST 0.5

/* Of the screen's shorter side. */
#define LEAST_TYPE 40.0

/* Of a fade, in microseconds. */
#define FADE_TIME 150000

/* Of the spotlight: how dark it is around it, and its radius in heights of the stage. */
#define DARKNESS 0.72f
#define SPOT 0.16
#define SPOT_LEAST 0.04
#define SPOT_MOST 0.6

struct _NscStage
{
  GtkWidget parent_instance;

  NscDeck *deck;
  guint index, step;
  GdkTexture *shown; /* or NULL */
  gboolean is_settled;

  GdkTexture *faded; /* what SHOWN takes the place of, NULL: it has */
  gint64 fade_start;
  guint fade_tick;

  NscVeil veil;
  gboolean is_spotlit, has_pointer;
  double x, y, radius; /* of the spotlight; RADIUS in heights of the stage */
};

G_DEFINE_FINAL_TYPE (NscStage, nsc_stage, GTK_TYPE_WIDGET)

enum
{
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- the page ---- */

/* Where the page lies on the stage. */
static graphene_rect_t
page_area (NscStage *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double aspect = height > 0 ? CLAMP (width / height, NARROWEST, WIDEST) : 1;
  double across = MIN (width, height * aspect), along = MIN (height, width / aspect);

  return GRAPHENE_RECT_INIT ((float) round ((width - across) / 2), (float) round ((height - along) / 2), (float) across,
                             (float) along);
}

/* How many pixels of the interface a point has. */
static double
point_of (const graphene_rect_t *page)
{
  return MIN (page->size.width, page->size.height) / PAGE_SIDE;
}

static void
update_page (NscStage *self)
{
  graphene_rect_t page = page_area (self);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double point = point_of (&page);

  if (page.size.width < 1 || page.size.height < 1)
    return;
  nsc_deck_set_page (self->deck, page.size.width / point, page.size.height / point,
                     point * (surface != NULL ? gdk_surface_get_scale (surface) : 1));
}

/* ---- fading ---- */

static gboolean
may_move (NscStage *self)
{
  gboolean animations = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  return animations && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
end_fade (NscStage *self)
{
  if (self->fade_tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_tick);
  self->fade_tick = 0;
  g_clear_object (&self->faded);
}

static double
fade_progress (NscStage *self)
{
  gint64 now = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));

  return CLAMP ((double) (now - self->fade_start) / FADE_TIME, 0, 1);
}

static gboolean
fade_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NscStage *self = NSC_STAGE (widget);

  gtk_widget_queue_draw (widget);
  if (fade_progress (self) < 1)
    return G_SOURCE_CONTINUE;
  self->fade_tick = 0;
  g_clear_object (&self->faded);
  return G_SOURCE_REMOVE;
}

static void
set_shown (NscStage *self, GdkTexture *texture)
{
  if (self->shown == texture)
    return;
  end_fade (self);
  if (self->shown != NULL && texture != NULL && may_move (self))
    {
      self->faded = g_object_ref (self->shown);
      self->fade_start = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
      self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
    }
  g_set_object (&self->shown, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- what is shown ---- */

static void
describe (NscStage *self)
{
  NscReveal *reveal = nsc_deck_get_reveal (self->deck, self->index);
  g_autofree char *words = reveal != NULL ? nsc_reveal_describe (reveal, self->step) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsc_deck_get_name (self->deck, self->index), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
update (NscStage *self)
{
  NscReveal *reveal;
  GdkTexture *texture = NULL;

  nsc_deck_want (self->deck, self->index);
  reveal = nsc_deck_get_reveal (self->deck, self->index);
  if (reveal != NULL)
    texture = nsc_deck_get_texture (self->deck, self->index, MIN (self->step, nsc_reveal_get_n_steps (reveal) - 1));
  if (texture != NULL)
    {
      self->is_settled = TRUE;
      set_shown (self, texture);
    }
  describe (self);
}

static void
changed_cb (NscStage *self, guint index)
{
  if (index == self->index && !self->is_settled)
    update (self);
}

static void
resized_cb (NscStage *self)
{
  update_page (self);
  self->is_settled = FALSE;
  update (self);
  g_signal_emit (self, signals[RESIZED], 0);
}

/* ---- drawing ---- */

static void
fill (NscStage *self, GtkSnapshot *snapshot, GdkRGBA color)
{
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                  (float) gtk_widget_get_height (GTK_WIDGET (self))));
}

static GdkRGBA
color_of (NscColorRole role)
{
  return nsc_figure_style_get_rgba (nsc_theme_get (NSC_THEME_SLIDE), role);
}

static void
snapshot_slide (NscStage *self, GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  if (self->faded != NULL)
    {
      gtk_snapshot_push_cross_fade (snapshot, fade_progress (self));
      gtk_snapshot_append_texture (snapshot, self->faded, page);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_append_texture (snapshot, self->shown, page);
  if (self->faded != NULL)
    gtk_snapshot_pop (snapshot);
}

static void
snapshot_dots (NscStage *self, GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  NscReveal *reveal = nsc_deck_get_reveal (self->deck, self->index);
  float point = (float) point_of (page);

  if (reveal == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &page->origin);
  gtk_snapshot_scale (snapshot, point, point);
  nsc_progress_dots_snapshot (snapshot, GTK_WIDGET (self), reveal, self->step, self->index,
                              nsc_deck_get_n_slides (self->deck));
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_spotlight (NscStage *self, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_rect (builder, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float) self->x, (float) self->y),
                               (float) self->radius * height);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD);
  fill (self, snapshot, (GdkRGBA) { 0, 0, 0, DARKNESS });
  gtk_snapshot_pop (snapshot);
}

static void
nsc_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NscStage *self = NSC_STAGE (widget);
  graphene_rect_t page = page_area (self);

  if (self->veil != NSC_VEIL_NONE)
    {
      float light = self->veil == NSC_VEIL_WHITE ? 1 : 0;

      fill (self, snapshot, (GdkRGBA) { light, light, light, 1 });
      return;
    }
  fill (self, snapshot, color_of (NSC_COLOR_PAPER));
  if (self->shown != NULL)
    {
      snapshot_slide (self, snapshot, &page);
      snapshot_dots (self, snapshot, &page);
    }
  if (self->is_spotlit)
    snapshot_spotlight (self, snapshot);
}

static void
nsc_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NscStage *self = NSC_STAGE (widget);

  if (!self->has_pointer)
    {
      self->x = width / 2.0;
      self->y = height / 2.0;
    }
  resized_cb (self);
}

static void
nsc_stage_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nsc_stage_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "notify::scale",
                           G_CALLBACK (resized_cb), widget, G_CONNECT_SWAPPED);
}

static void
nsc_stage_dispose (GObject *object)
{
  NscStage *self = NSC_STAGE (object);

  end_fade (self);
  g_clear_object (&self->shown);
  g_clear_object (&self->deck);
  G_OBJECT_CLASS (nsc_stage_parent_class)->dispose (object);
}

static void
nsc_stage_class_init (NscStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_stage_dispose;
  widget_class->realize = nsc_stage_realize;
  widget_class->size_allocate = nsc_stage_size_allocate;
  widget_class->snapshot = nsc_stage_snapshot;

  signals[RESIZED] = g_signal_new ("resized", NSC_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nsc_stage_init (NscStage *self)
{
  self->radius = SPOT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/* ---- public ---- */

NscStage *
nsc_stage_new (NscDeck *deck)
{
  NscStage *self = g_object_new (NSC_TYPE_STAGE, NULL);

  self->deck = g_object_ref (deck);
  g_signal_connect_object (deck, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
nsc_stage_show (NscStage *self, guint index, guint step)
{
  g_return_if_fail (NSC_IS_STAGE (self) && index < nsc_deck_get_n_slides (self->deck));

  self->index = index;
  self->step = step;
  self->is_settled = FALSE;
  update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
nsc_stage_is_fading (NscStage *self)
{
  g_return_val_if_fail (NSC_IS_STAGE (self), FALSE);
  return self->faded != NULL;
}

gboolean
nsc_stage_is_settled (NscStage *self)
{
  return self->is_settled;
}

void
nsc_stage_set_veil (NscStage *self, NscVeil veil)
{
  self->veil = veil;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

NscVeil
nsc_stage_get_veil (NscStage *self)
{
  return self->veil;
}

void
nsc_stage_set_spotlit (NscStage *self, gboolean spotlit)
{
  self->is_spotlit = spotlit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
nsc_stage_is_spotlit (NscStage *self)
{
  return self->is_spotlit;
}

void
nsc_stage_point (NscStage *self, double x, double y)
{
  self->has_pointer = TRUE;
  self->x = x;
  self->y = y;
  if (self->is_spotlit)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
nsc_stage_move_spot (NscStage *self, double dx, double dy)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), width = gtk_widget_get_width (GTK_WIDGET (self));

  nsc_stage_point (self, CLAMP (self->x + dx * self->radius * height, 0, width),
                   CLAMP (self->y + dy * self->radius * height, 0, height));
}

void
nsc_stage_resize_spot (NscStage *self, double factor)
{
  self->radius = CLAMP (self->radius * factor, SPOT_LEAST, SPOT_MOST);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
nsc_stage_get_least_type (NscStage *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self))) / LEAST_TYPE;
}
