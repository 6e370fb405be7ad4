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

/* Where words have found room. */
typedef struct
{
  NscPoint pen;
  double left, top, right, bottom; /* which they keep clear */
  gboolean on_plate;               /* of paper, which keeps a curve behind them off */
  gboolean is_away;                /* a thin line leads to them */
  NscPoint from, to;               /* which goes so */
} NscWordPlace;

/* How much of the room has been taken so far. */
typedef struct
{
  guint taken, strokes;
} NscWordPlacesState;

NscWordPlaces *nsc_word_places_new (const NscScene *scene, NscDrawnItems drawn, NscRoom room, double hairline);
void nsc_word_places_free (NscWordPlaces *self);

/* Looks for a place for LINE beside something that reaches REACH points around AT, and takes it; INSIST: a curve may
 * run behind it then, which a plate of paper keeps off it. FALSE where there is none. */
gboolean nsc_word_places_find (NscWordPlaces *self,
                               const NscTypeLine *line,
                               NscTypeStyle style,
                               NscBeside beside,
                               gboolean insist,
                               NscPoint at,
                               double reach,
                               NscWordPlace *place);

/* Likewise farther away, all around, with a line that leads there past whatever else is drawn. */
gboolean nsc_word_places_find_away (
    NscWordPlaces *self, const NscTypeLine *line, NscTypeStyle style, NscPoint at, double reach, NscWordPlace *place);

/* Draws LINE at PLACE, which was found for it. */
void nsc_word_places_draw (const NscWordPlaces *self,
                           const NscWordPlace *place,
                           const NscTypeLine *line,
                           NscTypeStyle style,
                           NscColorRole color,
                           NscScene *scene);

/* Finds a place and draws there; FALSE where there is none. */
gboolean nsc_word_places_add (NscWordPlaces *self,
                              const NscTypeLine *line,
                              NscTypeStyle style,
                              NscColorRole color,
                              NscBeside beside,
                              gboolean insist,
                              NscPoint at,
                              double reach,
                              NscScene *scene);

/* Gives back what has been taken since, of which nothing may be drawn. */
NscWordPlacesState nsc_word_places_get_state (const NscWordPlaces *self);
void nsc_word_places_restore (NscWordPlaces *self, NscWordPlacesState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscWordPlaces, nsc_word_places_free)

G_END_DECLS
