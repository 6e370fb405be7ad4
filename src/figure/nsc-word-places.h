/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where words still have room beside the marks of a panel: never over other words or what is drawn, and not across a
 * curve while there is another way. First come, first served. A plain object of one panel's layout, on its thread. */

#include "nsc-mark.h"
#include "nsc-scene-private.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_BESIDE_ALL, /* short words above first, long ones at the right, then all around */
  NSC_BESIDE_ABOVE,
  NSC_BESIDE_BELOW,
} NscBeside;

/* What a panel has drawn so far, by where it begins in the scene: its axes, of which only words are in the way; what
 * lies behind, in which words may stand; its marks. */
typedef struct
{
  guint axes, behind, marks;
} NscDrawnItems;

NscWordPlaces *nsc_word_places_new (const NscScene *scene, NscDrawnItems drawn, NscRoom room);
void nsc_word_places_free (NscWordPlaces *self);

/* Looks for a place for LINE beside something that reaches REACH points around X, Y, takes it and draws LINE there;
 * INSIST: a curve may run behind it then, which a plate of paper keeps off it. FALSE where there is none. */
gboolean nsc_word_places_add (NscWordPlaces *self,
                              const NscTypeLine *line,
                              NscTypeStyle style,
                              NscColorRole color,
                              NscBeside beside,
                              gboolean insist,
                              NscPoint at,
                              double reach,
                              NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscWordPlaces, nsc_word_places_free)

G_END_DECLS
