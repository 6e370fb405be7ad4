/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The picture of a scene in tiles of pixels: those that are in view and next to it, drawn on a worker. What is not
 * drawn yet is shown as it was before, larger or smaller than it will be. Keeps the tiles; main thread only. */

#include "nsc-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_FIGURE_SURFACE (nsc_figure_surface_get_type ())
G_DECLARE_FINAL_TYPE (NscFigureSurface, nsc_figure_surface, NSC, FIGURE_SURFACE, GObject)

/* Signal: "drawn", when there is more to show. */

NscFigureSurface *nsc_figure_surface_new (void);

/* Where a page is shown: its top left in the view, pixels to the point, the view's size, and the device's pixels to one
 * of the view. */
typedef struct
{
  double x, y, zoom;
  double width, height;
  double scale;
} NscFigureShot;

/* Shows what there is of SCENE, and has the rest drawn. */
void
nsc_figure_surface_snapshot (NscFigureSurface *self, GtkSnapshot *snapshot, NscScene *scene, const NscFigureShot *shot);

/* Whether all that was in view at the last shot is drawn as it should be. */
gboolean nsc_figure_surface_is_fine (NscFigureSurface *self);

/* Lets go of all tiles: where nothing is shown they are not needed. */
void nsc_figure_surface_clear (NscFigureSurface *self);

G_END_DECLS
