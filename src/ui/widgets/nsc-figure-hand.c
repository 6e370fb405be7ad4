/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-hand.h"

#include "nsc-announcement.h"
#include "nsc-figure-view-private.h"
#include "nsc-mark-chooser.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define A_NOTCH 1.2         /* of a wheel, times the zoom */
#define PIXELS_A_NOTCH 40.0 /* of a touchpad */
#define N_CONTROLLERS 7

typedef enum
{
  HAND_IDLE,
  HAND_PANS,
  HAND_BANDS,
} Drag;

struct _NscFigureHand
{
  NscFigureView *view;
  GtkEventController *controllers[N_CONTROLLERS];

  graphene_point_t pointer; /* in the window */
  double x, y;              /* in the view, at the last motion */
  gboolean resting;         /* a key has moved on since the pointer moved */
  gboolean space;           /* is held */
  gboolean space_used;      /* for a drag, so that it does not open a mark */

  Drag drag;
  double start_x, start_y; /* of a drag */
  double last_x, last_y;   /* how far it was at the last motion */
  graphene_rect_t band;
  gint64 *keys; /* that were chosen when the band began */
  guint n_keys;
  double zoom; /* when fingers were put on */
};

static gint64
key_at (NscFigureHand *self, double x, double y)
{
  NscScene *scene = nsc_figure_view_get_scene (self->view);
  double page_x, page_y;
  int index;

  if (scene == NULL)
    return 0;
  nsc_figure_camera_to_page (nsc_figure_view_get_camera (self->view), x, y, &page_x, &page_y);
  index = nsc_scene_hit (scene, page_x, page_y);
  return index >= 0 ? nsc_scene_get_mark (scene, (guint) index)->key : 0;
}

static void
show_cursor (NscFigureHand *self, gboolean over_mark)
{
  const char *name = over_mark ? "pointer" : NULL;

  if (self->drag == HAND_PANS)
    name = "grabbing";
  else if (self->space)
    name = "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), name);
}

/* ---- hovering ---- */

/* What a key has scrolled moves under a pointer that rests; nobody points at it. */
static gboolean
rests_since_key (NscFigureHand *self, double x, double y)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self->view)));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), window, &point, &point))
    return FALSE;
  self->resting = self->resting && graphene_point_near (&point, &self->pointer, 1);
  self->pointer = point;
  return self->resting;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, NscFigureHand *self)
{
  NscScene *scene = nsc_figure_view_get_scene (self->view);
  double page_x, page_y;
  int index;

  self->x = x;
  self->y = y;
  if (rests_since_key (self, x, y) || self->drag != HAND_IDLE)
    return;
  nsc_figure_camera_to_page (nsc_figure_view_get_camera (self->view), x, y, &page_x, &page_y);
  index = scene != NULL ? nsc_scene_hit (scene, page_x, page_y) : -1;
  nsc_figure_view_hover (self->view, index);
  show_cursor (self, index >= 0);
}

static void
leave_cb (GtkEventControllerMotion *controller, NscFigureHand *self)
{
  nsc_figure_view_hover (self->view, -1);
}

/* ---- clicking ---- */

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, NscFigureHand *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  NscMarkSelection *selection = nsc_figure_view_get_selection (self->view);
  gint64 key = key_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (key != 0 && state & GDK_CONTROL_MASK)
    nsc_mark_selection_toggle (selection, key);
  else if (key != 0 && state & GDK_SHIFT_MASK)
    nsc_mark_chooser_reach (nsc_figure_view_get_scene (self->view), selection, key);
  else if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    {
      nsc_mark_selection_choose (selection, key);
      nsc_figure_view_activate (self->view);
    }
}

/* ---- dragging ---- */

/* Fingers scroll, which the scrolled window does by itself. */
static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, NscFigureHand *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (is_touch (GTK_GESTURE (gesture)) || button > GDK_BUTTON_MIDDLE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag = HAND_IDLE;
  self->start_x = x;
  self->start_y = y;
  self->last_x = self->last_y = 0;
}

/* The page is moved where it is asked for, and from where nothing is to be chosen once it is enlarged. */
static Drag
choose_drag (NscFigureHand *self, GtkGesture *gesture, GdkModifierType state)
{
  if (self->space || gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE)
    return HAND_PANS;
  if (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK) || nsc_figure_view_get_zoom (self->view) == 1)
    return HAND_BANDS;
  return key_at (self, self->start_x, self->start_y) == 0 ? HAND_PANS : HAND_BANDS;
}

static void
begin_drag (NscFigureHand *self, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->drag = choose_drag (self, gesture, state);
  self->space_used = self->space;
  nsc_figure_view_hover (self->view, -1);
  show_cursor (self, FALSE);
  g_clear_pointer (&self->keys, g_free);
  self->n_keys = 0;
  if (self->drag == HAND_BANDS && state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    self->keys = nsc_mark_selection_dup_keys (nsc_figure_view_get_selection (self->view), &self->n_keys);
}

static void
stretch_band (NscFigureHand *self, double dx, double dy)
{
  NscScene *scene = nsc_figure_view_get_scene (self->view);
  double left, top, right, bottom;

  graphene_rect_init (&self->band, (float) self->start_x, (float) self->start_y, (float) dx, (float) dy);
  graphene_rect_normalize (&self->band);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  if (scene == NULL)
    return;
  nsc_figure_camera_to_page (nsc_figure_view_get_camera (self->view), self->band.origin.x, self->band.origin.y, &left,
                             &top);
  nsc_figure_camera_to_page (nsc_figure_view_get_camera (self->view), self->band.origin.x + self->band.size.width,
                             self->band.origin.y + self->band.size.height, &right, &bottom);
  nsc_mark_chooser_band (scene, nsc_figure_view_get_selection (self->view), self->keys, self->n_keys, left, top,
                         right - left, bottom - top);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, NscFigureHand *self)
{
  if (self->drag == HAND_IDLE)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->view), 0, 0, (int) dx, (int) dy))
        return;
      begin_drag (self, GTK_GESTURE (gesture));
    }
  if (self->drag == HAND_PANS)
    nsc_figure_camera_pan (nsc_figure_view_get_camera (self->view), dx - self->last_x, dy - self->last_y);
  else
    stretch_band (self, dx, dy);
  self->last_x = dx;
  self->last_y = dy;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, NscFigureHand *self)
{
  guint n = nsc_mark_selection_get_n_keys (nsc_figure_view_get_selection (self->view));
  gboolean banded = self->drag == HAND_BANDS;
  g_autofree char *words = g_strdup_printf (ngettext ("%u mark chosen", "%u marks chosen", n), n);

  self->drag = HAND_IDLE;
  show_cursor (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  if (banded)
    nsc_announcement_make (GTK_WIDGET (self->view), words);
}

/* ---- zooming ---- */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, NscFigureHand *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double notches = dy;

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    notches /= PIXELS_A_NOTCH;
  nsc_figure_view_zoom_at (self->view, nsc_figure_view_get_zoom (self->view) * pow (A_NOTCH, -notches), self->x,
                           self->y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, NscFigureHand *self)
{
  self->zoom = nsc_figure_view_get_zoom (self->view);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, NscFigureHand *self)
{
  double x = self->x, y = self->y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  nsc_figure_view_zoom_at (self->view, self->zoom * scale, x, y);
}

/* ---- space ---- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, NscFigureHand *self)
{
  if (key != GDK_KEY_space || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (!self->space)
    self->space_used = FALSE;
  self->space = TRUE;
  show_cursor (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
key_released_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, NscFigureHand *self)
{
  if (key != GDK_KEY_space || !self->space)
    return;
  self->space = FALSE;
  show_cursor (self, FALSE);
  if (!self->space_used)
    nsc_figure_view_activate (self->view);
}

static void
focus_left_cb (NscFigureHand *self)
{
  self->space = FALSE;
}

/* ---- public ---- */

static void
add (NscFigureHand *self, guint place, GtkEventController *controller)
{
  self->controllers[place] = controller;
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

NscFigureHand *
nsc_figure_hand_new (NscFigureView *view)
{
  NscFigureHand *self = g_new0 (NscFigureHand, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();

  self->view = view;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  add (self, 0, motion);
  add (self, 1, scroll);
  add (self, 2, keys);
  add (self, 3, GTK_EVENT_CONTROLLER (click));
  add (self, 4, GTK_EVENT_CONTROLLER (drag));
  add (self, 5, GTK_EVENT_CONTROLLER (pinch));
  add (self, 6, focus);
  return self;
}

void
nsc_figure_hand_free (NscFigureHand *self)
{
  for (guint i = 0; i < N_CONTROLLERS; i++)
    gtk_widget_remove_controller (GTK_WIDGET (self->view), self->controllers[i]);
  g_free (self->keys);
  g_free (self);
}

void
nsc_figure_hand_rest (NscFigureHand *self)
{
  self->resting = TRUE;
}

gboolean
nsc_figure_hand_get_band (NscFigureHand *self, graphene_rect_t *band)
{
  if (self->drag == HAND_BANDS)
    *band = self->band;
  return self->drag == HAND_BANDS;
}
