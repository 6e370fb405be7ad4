/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The pointer of a figure view: what it hovers over, chooses and drags, and how it moves and enlarges the page. Belongs
 * to its view; main thread only. */

#include "nsc-figure-view.h"

G_BEGIN_DECLS

typedef struct _NscFigureHand NscFigureHand;

NscFigureHand *nsc_figure_hand_new (NscFigureView *view);
void nsc_figure_hand_free (NscFigureHand *self);

/* A key has moved what lies under the pointer: until that moves, nobody points at it. */
void nsc_figure_hand_rest (NscFigureHand *self);

/* The rubber band that is being drawn, in the view; FALSE where there is none. */
gboolean nsc_figure_hand_get_band (NscFigureHand *self, graphene_rect_t *band);

G_END_DECLS
