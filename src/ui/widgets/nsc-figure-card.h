/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The card that names the mark under the pointer, a child of the figure view. Main thread only. */

#include "nsc-scene.h"

#include "nsc-figure-camera.h"

G_BEGIN_DECLS

GtkWidget *nsc_figure_card_new (void);

/* Puts the card into its row, behind the words at the mark; where it has no room there, over the end of the row, whose
 * words it says again. The rows beside it are left to be read, unless the mark itself would be hidden. */
void nsc_figure_card_allocate (
    GtkWidget *card, const NscSceneMark *mark, const NscFigureCamera *camera, int width, int height);

G_END_DECLS
