/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where so many marks are chosen that none can be told from another: counted into cells of the page once for a choice,
 * since asking all of them would cost more than a frame. Belongs to its view; main thread only. */

#include "nsc-figure-camera.h"
#include "nsc-mark-selection.h"
#include "nsc-scene.h"

G_BEGIN_DECLS

typedef struct _NscMarkCrowd NscMarkCrowd;

NscMarkCrowd *nsc_mark_crowd_new (void);
void nsc_mark_crowd_free (NscMarkCrowd *self);

/* Other marks are chosen, or the scene is another one. */
void nsc_mark_crowd_forget (NscMarkCrowd *self);

/* How many chosen marks have their middle in view, or near it. */
guint nsc_mark_crowd_count (NscMarkCrowd *self,
                            const NscScene *scene,
                            const NscFigureCamera *camera,
                            NscMarkSelection *selection);

/* Tints the cells in view with any of what was counted last. */
void
nsc_mark_crowd_snapshot (NscMarkCrowd *self, GtkSnapshot *snapshot, const NscFigureCamera *camera, const GdkRGBA *tint);

G_END_DECLS
