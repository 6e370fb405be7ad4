/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The slides of a presentation, made for a page of some size: reports are run, figures laid out and steps drawn on
 * workers, ahead of when they are shown. A slide that cannot be made keeps the reason. Main thread only. */

#include "nsc-project.h"
#include "nsc-slide.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_DECK (nsc_deck_get_type ())
G_DECLARE_FINAL_TYPE (NscDeck, nsc_deck, NSC, DECK, GObject)

/* Signal: "changed" (guint), when there is more of that slide than before. */

/* SLIDES has at least one NscSlide; what is in it later does not matter. */
NscDeck *nsc_deck_new (NscProject *project, GListModel *slides);

guint nsc_deck_get_n_slides (NscDeck *self);
NscSlide *nsc_deck_get_slide (NscDeck *self, guint index);

/* The page in points and how many pixels a point has. What was made for another page is made anew. */
void nsc_deck_set_page (NscDeck *self, double width, double height, double scale);

/* Shows the slide by rows, by series, by years or at once from now on. */
void nsc_deck_set_reveal (NscDeck *self, guint index, NscRevealKind reveal);
NscRevealKind nsc_deck_get_reveal_kind (NscDeck *self, guint index);

/* Begins to make the slide, if it is not made, and the one after it. */
void nsc_deck_want (NscDeck *self, guint index);

/* The deck's own; NULL as long as there is none. */
NscReveal *nsc_deck_get_reveal (NscDeck *self, guint index);
const GError *nsc_deck_get_error (NscDeck *self, guint index);

/* What a list calls it: its title, that of its figure or its report. */
const char *nsc_deck_get_name (NscDeck *self, guint index);

/* The picture of a step, the deck's own; NULL as long as there is none, which begins to be drawn as are the steps
 * beside it. Those farther away are let go of. */
GdkTexture *nsc_deck_get_texture (NscDeck *self, guint index, guint step);

G_END_DECLS
