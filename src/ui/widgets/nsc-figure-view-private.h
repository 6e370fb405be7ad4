/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the hand and the keys of a figure view know of it. Main thread only. */

#include "nsc-scene.h"

#include "nsc-figure-camera.h"
#include "nsc-figure-view.h"

G_BEGIN_DECLS

/* What is shown, NULL where there is nothing; the view's. */
NscScene *nsc_figure_view_get_scene (NscFigureView *self);
NscFigureCamera *nsc_figure_view_get_camera (NscFigureView *self);

/* Names the mark with that index, -1: none. */
void nsc_figure_view_hover (NscFigureView *self, int index);

/* The mark with that key; NULL where there is none, or while the picture is still that of the figure before. */
const NscSceneMark *nsc_figure_view_find_mark (NscFigureView *self, gint64 key);

/* Forgets where the pointer is until it moves again: a key has taken over. */
void nsc_figure_view_rest_pointer (NscFigureView *self);

/* Opens the mark that leads; FALSE where there is none. */
gboolean nsc_figure_view_activate (NscFigureView *self);

G_END_DECLS
