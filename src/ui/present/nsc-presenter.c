/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-presenter.h"

#include "nsc-announcement.h"
#include "nsc-error-door.h"
#include "nsc-monitor-choice.h"
#include "nsc-present-help.h"
#include "nsc-present-place.h"
#include "nsc-slide-list.h"

#include <glib/gi18n-lib.h>

/* After so long a pointer at rest is hidden. */
#define REST_SECONDS 3

#define SPOT_STEP 1.15
#define SPOT_MOVE 0.5

struct _NscPresenter
{
  GtkWindow parent_instance;

  GtkWindow *owner; /* weak */
  NscDeck *deck;
  NscMonitorChoice *monitor; /* none: in a window */
  NscPresentPlace *place;
  gboolean is_announced; /* what is shown */
  guint named;           /* the slide that was announced last, from 1; 0: none */
  guint typed;           /* a number, 0: none */
  guint rest_source;
  guint inhibition;
  GtkCssProvider *style;
  char *style_class;

  GtkStack *stack;
  NscStage *stage;
  AdwStatusPage *failed_page;
  GtkWidget *spinner;
  GtkWidget *note, *help, *number, *ending;
  GtkWidget *list; /* of slides */
};

G_DEFINE_FINAL_TYPE (NscPresenter, nsc_presenter, GTK_TYPE_WINDOW)

enum
{
  MONITOR_LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what is shown ---- */

static guint
get_index (NscPresenter *self)
{
  return nsc_present_place_get_index (self->place);
}

static NscReveal *
get_reveal (NscPresenter *self)
{
  return nsc_deck_get_reveal (self->deck, get_index (self));
}

static const GError *
get_error (NscPresenter *self)
{
  return nsc_deck_get_error (self->deck, get_index (self));
}

/* The title with a new slide and with its first step, then what has come with the step; nothing: it is the whole. */
static void
announce (NscPresenter *self)
{
  guint index = get_index (self), step = nsc_present_place_get_step (self->place);
  const GError *error = get_error (self);
  g_autofree char *words = NULL;

  if (self->is_announced || !nsc_present_place_is_made (self->place))
    return;
  self->is_announced = TRUE;
  words = error != NULL ? g_strdup (error->message) : nsc_reveal_describe_step (get_reveal (self), step);
  if (step == 0 || error != NULL || self->named != index + 1 || *words == '\0')
    nsc_announcement_make (GTK_WIDGET (self->stage), nsc_deck_get_name (self->deck, index));
  self->named = index + 1;
  if (*words != '\0')
    nsc_announcement_make (GTK_WIDGET (self->stage), words);
}

/* A veil hides a reason too. */
static void
choose_page (NscPresenter *self)
{
  gboolean shows_reason = get_error (self) != NULL && nsc_stage_get_veil (self->stage) == NSC_VEIL_NONE;

  gtk_stack_set_visible_child_name (self->stack, shows_reason ? "failed" : "stage");
}

static void
update_note (NscPresenter *self)
{
  const char *note = nsc_slide_get_note (nsc_deck_get_slide (self->deck, get_index (self)));

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : _ ("This figure has no note."));
}

static void
update (NscPresenter *self)
{
  const GError *error = get_error (self);

  if (error != NULL)
    nsc_error_door_fill_page (self->failed_page, error);
  choose_page (self);
  gtk_widget_set_visible (self->spinner, !nsc_present_place_is_made (self->place));
  update_note (self);
  announce (self);
}

static void
deck_changed_cb (NscPresenter *self, guint index)
{
  if (index == get_index (self))
    update (self);
}

/* The end is a black screen. */
static void
show_end (NscPresenter *self)
{
  gboolean ended = nsc_present_place_has_ended (self->place);

  if (gtk_widget_get_visible (self->ending) == ended)
    return;
  nsc_stage_set_veil (self->stage, ended ? NSC_VEIL_BLACK : NSC_VEIL_NONE);
  gtk_widget_set_visible (self->ending, ended);
  if (ended)
    nsc_announcement_make (GTK_WIDGET (self->stage), gtk_label_get_label (GTK_LABEL (self->ending)));
}

static void
moved_to_cb (NscPresenter *self)
{
  self->is_announced = nsc_present_place_has_ended (self->place);
  show_end (self);
  update (self);
  nsc_stage_show (self->stage, get_index (self), nsc_present_place_get_step (self->place));
}

/* ---- actions ---- */

static void
set_veil (NscPresenter *self, NscVeil veil)
{
  nsc_stage_set_veil (self->stage, veil);
  choose_page (self);
  if (veil == NSC_VEIL_BLACK)
    nsc_announcement_make (GTK_WIDGET (self->stage), _ ("Black screen"));
  else if (veil == NSC_VEIL_WHITE)
    nsc_announcement_make (GTK_WIDGET (self->stage), _ ("White screen"));
}

/* A veil is lifted before anything else happens. */
static gboolean
lift_veil (NscPresenter *self)
{
  if (nsc_present_place_has_ended (self->place) || nsc_stage_get_veil (self->stage) == NSC_VEIL_NONE)
    return FALSE;
  set_veil (self, NSC_VEIL_NONE);
  return TRUE;
}

static void
go_on (NscPresenter *self)
{
  if (lift_veil (self))
    return;
  if (nsc_present_place_has_ended (self->place))
    gtk_window_close (GTK_WINDOW (self));
  else
    nsc_present_place_go_on (self->place);
}

static void
go_back (NscPresenter *self)
{
  if (!lift_veil (self))
    nsc_present_place_go_back (self->place);
}

/* The number counts what is counted at the bottom right. */
static void
jump (NscPresenter *self, guint number)
{
  guint n = nsc_deck_get_n_slides (self->deck);

  if (n > 1)
    nsc_presenter_go (self, MIN (number, n) - 1, 0);
  else
    nsc_presenter_go (self, 0, number - 1);
}

static void
set_typed (NscPresenter *self, guint number)
{
  g_autofree char *words = NULL;

  self->typed = number;
  gtk_widget_set_visible (self->number, number > 0);
  if (number == 0)
    return;
  /* Translators: the number that is being typed, of a slide or a step. */
  words = g_strdup_printf (_ ("Go to %1$u"), number);
  gtk_label_set_label (GTK_LABEL (self->number), words);
}

static void
show_list (NscPresenter *self, gboolean visible)
{
  gtk_widget_set_visible (self->list, visible);
  if (visible)
    nsc_slide_list_show (NSC_SLIDE_LIST (self->list), self->deck, get_index (self));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

/* The next way to reveal the slide that has steps of its own. */
static void
change_reveal (NscPresenter *self)
{
  NscReveal *reveal = get_reveal (self);
  NscRevealKind kind = nsc_deck_get_reveal_kind (self->deck, get_index (self));
  const NscFigure *figure;

  if (reveal == NULL)
    return;
  figure = nsc_scene_get_figure (nsc_reveal_get_scene (reveal));
  do
    kind = (kind + 1) % NSC_N_REVEAL_KINDS;
  while (!nsc_reveal_kind_suits (kind, figure));
  nsc_deck_set_reveal (self->deck, get_index (self), kind);
  nsc_presenter_go (self, get_index (self), 0);
}

/* ---- monitors ---- */

static GdkMonitor *
monitor_of_owner (NscPresenter *self)
{
  GdkSurface *surface = self->owner != NULL ? gtk_native_get_surface (GTK_NATIVE (self->owner)) : NULL;

  return surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

static void
go_to_monitor (NscPresenter *self)
{
  GdkMonitor *monitor = nsc_monitor_choice_get (self->monitor);

  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
toggle_full_screen (NscPresenter *self)
{
  if (nsc_monitor_choice_get (self->monitor) != NULL)
    nsc_monitor_choice_set (self->monitor, NULL);
  else
    nsc_monitor_choice_set_beside (self->monitor, monitor_of_owner (self));
  go_to_monitor (self);
}

static void
monitor_lost_cb (NscPresenter *self)
{
  go_to_monitor (self);
  gtk_window_present (GTK_WINDOW (self));
  g_signal_emit (self, signals[MONITOR_LOST], 0);
}

/* ---- keys ---- */

static void
act (NscPresenter *self, NscPresentAction action)
{
  switch (action)
    {
    case NSC_PRESENT_NEXT:
      go_on (self);
      break;
    case NSC_PRESENT_BACK:
      go_back (self);
      break;
    case NSC_PRESENT_FIRST:
      nsc_presenter_go (self, 0, 0);
      break;
    case NSC_PRESENT_LAST:
      nsc_presenter_go (self, nsc_deck_get_n_slides (self->deck) - 1, NSC_PRESENT_LAST_STEP);
      break;
    case NSC_PRESENT_LIST:
      show_list (self, TRUE);
      break;
    case NSC_PRESENT_REVEAL:
      change_reveal (self);
      break;
    case NSC_PRESENT_SPOTLIGHT:
      nsc_stage_set_spotlit (self->stage, !nsc_stage_is_spotlit (self->stage));
      break;
    case NSC_PRESENT_LARGER:
    case NSC_PRESENT_SMALLER:
      nsc_stage_resize_spot (self->stage, action == NSC_PRESENT_LARGER ? SPOT_STEP : 1 / SPOT_STEP);
      break;
    case NSC_PRESENT_BLACK:
    case NSC_PRESENT_WHITE:
      if (!lift_veil (self) && !nsc_present_place_has_ended (self->place))
        set_veil (self, action == NSC_PRESENT_BLACK ? NSC_VEIL_BLACK : NSC_VEIL_WHITE);
      break;
    case NSC_PRESENT_NOTE:
      gtk_widget_set_visible (self->note, !gtk_widget_get_visible (self->note));
      break;
    case NSC_PRESENT_MONITOR:
      nsc_monitor_choice_set_next (self->monitor);
      go_to_monitor (self);
      break;
    case NSC_PRESENT_FULL_SCREEN:
      toggle_full_screen (self);
      break;
    case NSC_PRESENT_HELP:
      gtk_widget_set_visible (self->help, !gtk_widget_get_visible (self->help));
      break;
    case NSC_PRESENT_LEAVE:
      gtk_window_close (GTK_WINDOW (self));
      break;
    case NSC_PRESENT_NOTHING:
    default:
      break;
    }
}

/* Keys of the list are its own, except those that close it. */
static gboolean
press_in_list (NscPresenter *self, NscPresentAction action)
{
  if (action == NSC_PRESENT_LEAVE || action == NSC_PRESENT_LIST)
    show_list (self, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* What lies over the figure goes before the figure does. */
static gboolean
close_overlay (NscPresenter *self)
{
  gboolean was_open = self->typed > 0 || gtk_widget_get_visible (self->help);

  set_typed (self, 0);
  gtk_widget_set_visible (self->help, FALSE);
  return was_open;
}

static gboolean
move_spot (NscPresenter *self, guint key)
{
  double dx = key == GDK_KEY_Right ? SPOT_MOVE : key == GDK_KEY_Left ? -SPOT_MOVE : 0;
  double dy = key == GDK_KEY_Down ? SPOT_MOVE : key == GDK_KEY_Up ? -SPOT_MOVE : 0;

  if (!nsc_stage_is_spotlit (self->stage) || (dx == 0 && dy == 0))
    return FALSE;
  nsc_stage_move_spot (self->stage, dx, dy);
  return TRUE;
}

/* A digit of a number, or Enter after it. */
static gboolean
type_number (NscPresenter *self, guint key, NscPresentAction action)
{
  guint32 letter = gdk_keyval_to_unicode (key);
  guint number = self->typed;

  if (letter >= '0' && letter <= '9' && (letter > '0' || number > 0))
    {
      set_typed (self, MIN (number * 10 + (letter - '0'), 9999));
      return TRUE;
    }
  if (number == 0)
    return FALSE;
  if (key == GDK_KEY_BackSpace)
    set_typed (self, number / 10);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      set_typed (self, 0);
      jump (self, number);
    }
  else
    {
      set_typed (self, 0);
      return action == NSC_PRESENT_LEAVE;
    }
  return TRUE;
}

static gboolean
key_pressed_cb (NscPresenter *self, guint key, guint code, GdkModifierType state)
{
  NscPresentAction action = nsc_present_help_find (key);

  if (key == GDK_KEY_Control_L || key == GDK_KEY_Control_R)
    {
      nsc_stage_set_spotlit (self->stage, TRUE);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_visible (self->list))
    return press_in_list (self, action);
  if ((state & GDK_SHIFT_MASK) != 0 && move_spot (self, key))
    return GDK_EVENT_STOP;
  if (type_number (self, key, action))
    return GDK_EVENT_STOP;
  if (action == NSC_PRESENT_LEAVE && close_overlay (self))
    return GDK_EVENT_STOP;
  act (self, action);
  /* What a clicker sends besides, such as F5, must not do anything else here. */
  return action != NSC_PRESENT_NOTHING || key == GDK_KEY_F5 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (NscPresenter *self, guint key)
{
  if (key == GDK_KEY_Control_L || key == GDK_KEY_Control_R)
    nsc_stage_set_spotlit (self->stage, FALSE);
}

/* ---- pointer ---- */

static gboolean
rested_cb (gpointer user_data)
{
  NscPresenter *self = user_data;

  self->rest_source = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
moved_cb (NscPresenter *self, double x, double y)
{
  nsc_stage_point (self->stage, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), nsc_stage_is_spotlit (self->stage) ? "none" : NULL);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_seconds (REST_SECONDS, rested_cb, self);
}

static void
released_cb (NscPresenter *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  if (gtk_widget_get_visible (self->list))
    show_list (self, FALSE);
  else if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    go_back (self);
  else
    go_on (self);
}

static gboolean
scrolled_cb (NscPresenter *self, double dx, double dy)
{
  if (nsc_stage_is_spotlit (self->stage))
    nsc_stage_resize_spot (self->stage, dy < 0 ? SPOT_STEP : 1 / SPOT_STEP);
  else if (dy > 0)
    go_on (self);
  else if (dy < 0)
    go_back (self);
  return GDK_EVENT_STOP;
}

static void
chosen_cb (NscPresenter *self, guint index)
{
  show_list (self, FALSE);
  nsc_presenter_go (self, index, 0);
}

/* ---- overrides ---- */

/* All words are as large as the slides'. */
static void
resized_cb (NscPresenter *self)
{
  g_autofree char *css = g_strdup_printf (".%s { font-size: %.2fpx; }", self->style_class,
                                          MAX (8, nsc_stage_get_least_type (self->stage)));

  gtk_css_provider_load_from_string (self->style, css);
}

static void
owner_gone_cb (NscPresenter *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
nsc_presenter_map (GtkWidget *widget)
{
  NscPresenter *self = NSC_PRESENTER (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (nsc_presenter_parent_class)->map (widget);
  if (application != NULL && self->inhibition == 0)
    self->inhibition =
        gtk_application_inhibit (application, GTK_WINDOW (self),
                                 GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND, _ ("Presenting"));
}

static void
nsc_presenter_unmap (GtkWidget *widget)
{
  NscPresenter *self = NSC_PRESENTER (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibition != 0)
    gtk_application_uninhibit (application, self->inhibition);
  self->inhibition = 0;
  GTK_WIDGET_CLASS (nsc_presenter_parent_class)->unmap (widget);
}

static gboolean
nsc_presenter_close_request (GtkWindow *window)
{
  NscPresenter *self = NSC_PRESENTER (window);

  if (self->owner != NULL)
    gtk_window_present (self->owner);
  return GTK_WINDOW_CLASS (nsc_presenter_parent_class)->close_request (window);
}

static void
nsc_presenter_dispose (GObject *object)
{
  NscPresenter *self = NSC_PRESENTER (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->style != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->style));
  g_clear_object (&self->style);
  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->place);
  g_clear_object (&self->deck);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (nsc_presenter_parent_class)->dispose (object);
}

static void
nsc_presenter_finalize (GObject *object)
{
  g_free (NSC_PRESENTER (object)->style_class);
  G_OBJECT_CLASS (nsc_presenter_parent_class)->finalize (object);
}

static void
nsc_presenter_class_init (NscPresenterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_presenter_dispose;
  object_class->finalize = nsc_presenter_finalize;
  widget_class->map = nsc_presenter_map;
  widget_class->unmap = nsc_presenter_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = nsc_presenter_close_request;

  signals[MONITOR_LOST] =
      g_signal_new ("monitor-lost", NSC_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "window");
}

static void
nsc_presenter_init (NscPresenter *self)
{
  static guint n_presenters = 0;

  self->style = gtk_css_provider_new ();
  /* Each of them may be on another display. */
  self->style_class = g_strdup_printf ("nsc-presenter-%u", ++n_presenters);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nsc-presenter");
  gtk_widget_add_css_class (GTK_WIDGET (self), self->style_class);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 540);
}

/* ---- building ---- */

/* Hidden over the stage. */
static GtkWidget *
add_overlay (GtkWidget *overlay, GtkWidget *widget, GtkAlign across, GtkAlign along)
{
  gtk_widget_set_halign (widget, across);
  gtk_widget_set_valign (widget, along);
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_add_css_class (widget, "nsc-over-stage");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), widget);
  return widget;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_LEFT);
  return label;
}

static void
build (NscPresenter *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->stage = nsc_stage_new (self->deck);
  self->failed_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->failed_page, "dialog-warning-symbolic");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->stage), "stage");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed_page), "failed");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->stack));
  self->spinner = add_overlay (overlay, adw_spinner_new (), GTK_ALIGN_CENTER, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->spinner, 64, 64);
  self->note = add_overlay (overlay, make_label (""), GTK_ALIGN_CENTER, GTK_ALIGN_END);
  self->number = add_overlay (overlay, make_label (""), GTK_ALIGN_CENTER, GTK_ALIGN_CENTER);
  self->ending = add_overlay (overlay, make_label (_ ("End of the presentation. Go on to leave it, or back.")),
                              GTK_ALIGN_CENTER, GTK_ALIGN_CENTER);
  self->help = add_overlay (overlay, nsc_present_help_new (), GTK_ALIGN_CENTER, GTK_ALIGN_CENTER);
  self->list = add_overlay (overlay, GTK_WIDGET (nsc_slide_list_new ()), GTK_ALIGN_CENTER, GTK_ALIGN_CENTER);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->stage));
}

static void
listen (NscPresenter *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), scroll);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->stage, "resized", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place, "moved", G_CALLBACK (moved_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deck, "changed", G_CALLBACK (deck_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitor, "lost", G_CALLBACK (monitor_lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->owner, "destroy", G_CALLBACK (owner_gone_cb), self, G_CONNECT_SWAPPED);
}

/* ---- public ---- */

NscPresenter *
nsc_presenter_new (GtkWindow *owner, NscProject *project, GListModel *slides, GListModel *monitors)
{
  NscPresenter *self;

  g_return_val_if_fail (GTK_IS_WINDOW (owner) && NSC_IS_PROJECT (project), NULL);

  self = g_object_new (NSC_TYPE_PRESENTER, "application", gtk_window_get_application (owner), "title",
                       _ ("Presentation"), NULL);
  g_set_weak_pointer (&self->owner, owner);
  self->deck = nsc_deck_new (project, slides);
  self->place = nsc_present_place_new (self->deck);
  if (monitors == NULL)
    monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (owner)));
  self->monitor = nsc_monitor_choice_new (monitors);
  build (self);
  listen (self);
  nsc_presenter_go (self, 0, 0);
  toggle_full_screen (self);
  return self;
}

void
nsc_presenter_go (NscPresenter *self, guint index, guint step)
{
  g_return_if_fail (NSC_IS_PRESENTER (self) && index < nsc_deck_get_n_slides (self->deck));

  nsc_present_place_go (self->place, index, step);
}

guint
nsc_presenter_get_index (NscPresenter *self)
{
  return get_index (self);
}

guint
nsc_presenter_get_step (NscPresenter *self)
{
  return nsc_present_place_get_step (self->place);
}

NscStage *
nsc_presenter_get_stage (NscPresenter *self)
{
  return self->stage;
}

NscDeck *
nsc_presenter_get_deck (NscPresenter *self)
{
  return self->deck;
}

GdkMonitor *
nsc_presenter_get_monitor (NscPresenter *self)
{
  return nsc_monitor_choice_get (self->monitor);
}
