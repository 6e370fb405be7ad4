/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Lays figures out for a view: small ones at once, large ones on a worker, one at a time; of several wishes meanwhile
 * only the last one counts. Until it is done the scene before stays. Main thread only. */

#include "nsc-scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSC_TYPE_FIGURE_LAYOUT (nsc_figure_layout_get_type ())
G_DECLARE_FINAL_TYPE (NscFigureLayout, nsc_figure_layout, NSC, FIGURE_LAYOUT, GObject)

/* Signal: "made", when there is another scene, or none. */

NscFigureLayout *nsc_figure_layout_new (void);

/* FIGURE NULL: none. Does nothing where that was asked for last. */
void nsc_figure_layout_ask (NscFigureLayout *self, NscFigure *figure, const NscTheme *theme, int width);

/* Makes the next wish another one, though it may read the same: fonts have changed. */
void nsc_figure_layout_forget (NscFigureLayout *self);

/* The newest scene, NULL where there is none; may be of an earlier wish. */
NscScene *nsc_figure_layout_get_scene (NscFigureLayout *self);

G_END_DECLS
