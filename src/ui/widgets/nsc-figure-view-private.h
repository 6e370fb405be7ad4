/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the hand of a figure view knows of it. Main thread only. */

#include "nsc-scene.h"

#include "nsc-figure-camera.h"
#include "nsc-figure-view.h"

G_BEGIN_DECLS

/* What is shown, NULL where there is nothing; the view's. */
NscScene *nsc_figure_view_get_scene (NscFigureView *self);
NscFigureCamera *nsc_figure_view_get_camera (NscFigureView *self);

/* Names the mark with that index, -1: none. */
void nsc_figure_view_hover (NscFigureView *self, int index);

/* Opens the mark that leads; FALSE where there is none. */
gboolean nsc_figure_view_activate (NscFigureView *self);

G_END_DECLS
