/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Shows over the picture of a figure which of its marks are chosen, under the pointer, or within a rubber band. Keeps
 * nothing. Main thread only. */

#include "nsc-figure-camera.h"
#include "nsc-mark-crowd.h"
#include "nsc-mark-selection.h"
#include "nsc-scene.h"

G_BEGIN_DECLS

/* CROWD is the view's own, of the same choice; HOVERED is the index of a mark or -1; INK is the colour of words. */
void nsc_mark_highlight_snapshot (GtkSnapshot *snapshot,
                                  const NscScene *scene,
                                  const NscFigureCamera *camera,
                                  NscMarkSelection *selection,
                                  NscMarkCrowd *crowd,
                                  int hovered,
                                  const GdkRGBA *ink);

/* AREA is of the view. */
void nsc_mark_highlight_snapshot_band (GtkSnapshot *snapshot, const graphene_rect_t *area);

G_END_DECLS
