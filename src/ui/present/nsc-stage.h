/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the audience sees: a step of a slide on a page of the display's own shape, how far the presentation is, a
 * spotlight, or nothing but black or white. An image for screen readers, with what is revealed as its description. Main
 * thread only. */

#include "nsc-deck.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_VEIL_NONE,
  NSC_VEIL_BLACK,
  NSC_VEIL_WHITE,
} NscVeil;

#define NSC_TYPE_STAGE (nsc_stage_get_type ())
G_DECLARE_FINAL_TYPE (NscStage, nsc_stage, NSC, STAGE, GtkWidget)

/* Signal: "resized", when slides are to be made for another page. */

NscStage *nsc_stage_new (NscDeck *deck);

/* Shows a step; until it is drawn what was shown before stays. */
void nsc_stage_show (NscStage *self, guint index, guint step);

/* Whether what nsc_stage_show asked for is what is seen. */
gboolean nsc_stage_is_settled (NscStage *self);

/* Whether what was shown before is still seen through it. */
gboolean nsc_stage_is_fading (NscStage *self);

void nsc_stage_set_veil (NscStage *self, NscVeil veil);
NscVeil nsc_stage_get_veil (NscStage *self);

/* A round hole in a veil. It follows the pointer, begins in the middle, and is moved in its own sizes. */
void nsc_stage_set_spotlit (NscStage *self, gboolean spotlit);
gboolean nsc_stage_is_spotlit (NscStage *self);
void nsc_stage_point (NscStage *self, double x, double y);
void nsc_stage_move_spot (NscStage *self, double dx, double dy);
void nsc_stage_resize_spot (NscStage *self, double factor);

/* The least size of type on this display, in pixels of the interface. */
double nsc_stage_get_least_type (NscStage *self);

G_END_DECLS
