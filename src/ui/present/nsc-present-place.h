/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where a presentation is: at a step of a slide, or past the last one. It goes on and back step by step; as long as a
 * slide is still being made, nobody knows how many steps it has, and what is asked for is kept until then, so that none
 * is passed over. Main thread only. */

#include "nsc-deck.h"

G_BEGIN_DECLS

#define NSC_TYPE_PRESENT_PLACE (nsc_present_place_get_type ())
G_DECLARE_FINAL_TYPE (NscPresentPlace, nsc_present_place, NSC, PRESENT_PLACE, GObject)

/* Signal: "moved", when it is elsewhere than before, or was asked for anew. */

/* At the first step of the first slide. */
NscPresentPlace *nsc_present_place_new (NscDeck *deck);

/* The last step of a slide, whichever that is. */
#define NSC_PRESENT_LAST_STEP G_MAXUINT

/* To a step of a slide; beyond its last: to its last. Forgets what was kept. */
void nsc_present_place_go (NscPresentPlace *self, guint index, guint step);

/* A step on, past the last one too; and a step back. */
void nsc_present_place_go_on (NscPresentPlace *self);
void nsc_present_place_go_back (NscPresentPlace *self);

guint nsc_present_place_get_index (NscPresentPlace *self);

/* NSC_PRESENT_LAST_STEP until it is known which that is. */
guint nsc_present_place_get_step (NscPresentPlace *self);

/* Whether it is past the last step of the last slide. */
gboolean nsc_present_place_has_ended (NscPresentPlace *self);

/* Whether its slide is there, or the reason why it cannot be. */
gboolean nsc_present_place_is_made (NscPresentPlace *self);

G_END_DECLS
