/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-present-place.h"

struct _NscPresentPlace
{
  GObject parent_instance;

  NscDeck *deck;
  guint index, step;
  gboolean has_ended;
  int kept; /* steps on, below 0: back, for when the slide is made */
};

G_DEFINE_FINAL_TYPE (NscPresentPlace, nsc_present_place, G_TYPE_OBJECT)

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
last_step (NscPresentPlace *self)
{
  NscReveal *reveal = nsc_deck_get_reveal (self->deck, self->index);

  return reveal != NULL ? nsc_reveal_get_n_steps (reveal) - 1 : 0;
}

static void
set_slide (NscPresentPlace *self, guint index, guint step)
{
  self->index = index;
  self->step = step;
  nsc_deck_want (self->deck, index);
  if (nsc_present_place_is_made (self))
    self->step = MIN (self->step, last_step (self));
}

/* Whether it is known where a step on leads: from the last one of a slide, whichever that is, to the next slide. */
static gboolean
may_go_on (NscPresentPlace *self)
{
  return self->step == NSC_PRESENT_LAST_STEP || nsc_present_place_is_made (self);
}

static gboolean
may_go_back (NscPresentPlace *self)
{
  return self->step == 0 || self->has_ended || nsc_present_place_is_made (self);
}

static void
step_on (NscPresentPlace *self)
{
  if (self->step != NSC_PRESENT_LAST_STEP && self->step < last_step (self))
    self->step++;
  else if (self->index + 1 < nsc_deck_get_n_slides (self->deck))
    set_slide (self, self->index + 1, 0);
  else
    self->has_ended = TRUE;
}

static void
step_back (NscPresentPlace *self)
{
  if (self->has_ended)
    self->has_ended = FALSE;
  else if (self->step > 0)
    self->step--;
  else if (self->index > 0)
    set_slide (self, self->index - 1, NSC_PRESENT_LAST_STEP);
}

/* A slide that cannot be made says so at once, and then more of them are taken within. */
static void
take_kept_steps (NscPresentPlace *self)
{
  while (self->kept > 0 && !self->has_ended && may_go_on (self))
    {
      self->kept--;
      step_on (self);
    }
  while (self->kept < 0 && may_go_back (self))
    {
      self->kept++;
      step_back (self);
    }
  if (self->has_ended)
    self->kept = 0;
}

/* Goes where it is known by now to be led. */
static void
go_on_from (NscPresentPlace *self, guint index, guint step)
{
  gboolean had_ended = self->has_ended;

  take_kept_steps (self);
  if (self->index != index || self->step != step || self->has_ended != had_ended)
    g_signal_emit (self, signals[MOVED], 0);
}

static void
deck_changed_cb (NscPresentPlace *self, guint index)
{
  guint step = self->step;

  if (index != self->index || !nsc_present_place_is_made (self))
    return;
  self->step = MIN (step, last_step (self));
  go_on_from (self, index, step);
}

static void
nsc_present_place_dispose (GObject *object)
{
  g_clear_object (&NSC_PRESENT_PLACE (object)->deck);
  G_OBJECT_CLASS (nsc_present_place_parent_class)->dispose (object);
}

static void
nsc_present_place_class_init (NscPresentPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_present_place_dispose;
  signals[MOVED] =
      g_signal_new ("moved", NSC_TYPE_PRESENT_PLACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_present_place_init (NscPresentPlace *self)
{
}

NscPresentPlace *
nsc_present_place_new (NscDeck *deck)
{
  NscPresentPlace *self = g_object_new (NSC_TYPE_PRESENT_PLACE, NULL);

  self->deck = g_object_ref (deck);
  g_signal_connect_object (deck, "changed", G_CALLBACK (deck_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
nsc_present_place_go (NscPresentPlace *self, guint index, guint step)
{
  g_return_if_fail (NSC_IS_PRESENT_PLACE (self) && index < nsc_deck_get_n_slides (self->deck));

  self->has_ended = FALSE;
  self->kept = 0;
  set_slide (self, index, step);
  g_signal_emit (self, signals[MOVED], 0);
}

void
nsc_present_place_go_on (NscPresentPlace *self)
{
  g_return_if_fail (NSC_IS_PRESENT_PLACE (self));

  self->kept++;
  go_on_from (self, self->index, self->step);
}

void
nsc_present_place_go_back (NscPresentPlace *self)
{
  g_return_if_fail (NSC_IS_PRESENT_PLACE (self));

  self->kept--;
  go_on_from (self, self->index, self->step);
}

guint
nsc_present_place_get_index (NscPresentPlace *self)
{
  return self->index;
}

guint
nsc_present_place_get_step (NscPresentPlace *self)
{
  return self->step;
}

gboolean
nsc_present_place_has_ended (NscPresentPlace *self)
{
  return self->has_ended;
}

gboolean
nsc_present_place_is_made (NscPresentPlace *self)
{
  return nsc_deck_get_reveal (self->deck, self->index) != NULL || nsc_deck_get_error (self->deck, self->index) != NULL;
}
