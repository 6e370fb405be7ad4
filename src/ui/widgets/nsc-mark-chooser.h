/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What keys, clicks and rubber bands do to a selection among the marks of a scene. Keeps nothing. Main thread only. */

#include "nsc-scene.h"

#include "nsc-mark-selection.h"

G_BEGIN_DECLS

/* From the mark that leads in a direction (nsc_scene_step), alone or with all from where the range began. FALSE where
 * there is no mark. */
gboolean nsc_mark_chooser_step (const NscScene *scene, NscMarkSelection *selection, int dx, int dy, gboolean extending);

/* To the first or the LAST mark. */
gboolean
nsc_mark_chooser_go_to_end (const NscScene *scene, NscMarkSelection *selection, gboolean last, gboolean extending);

/* All in reading order from where the range began to the mark with KEY, which leads then. */
void nsc_mark_chooser_reach (const NscScene *scene, NscMarkSelection *selection, gint64 key);

void nsc_mark_chooser_choose_all (const NscScene *scene, NscMarkSelection *selection);

/* The marks that a rubber band means (nsc_scene_list_banded), besides those with KEYS, which were chosen before. */
void nsc_mark_chooser_band (const NscScene *scene,
                            NscMarkSelection *selection,
                            const gint64 *keys,
                            guint n_keys,
                            double x,
                            double y,
                            double width,
                            double height);

/* Lets go of what the scene does not have. */
void nsc_mark_chooser_keep (const NscScene *scene, NscMarkSelection *selection);

G_END_DECLS
