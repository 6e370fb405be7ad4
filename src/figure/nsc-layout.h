/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where everything of a figure goes: words above, rows in the middle, words below, as large as their ink. Makes scenes
 * for nsc_scene_new. Any thread. */

#include "nsc-figure.h"
#include "nsc-scene.h"
#include "nsc-theme.h"

G_BEGIN_DECLS

NscScene *
nsc_layout_figure (NscFigure *figure, const NscTheme *theme, double width, double height, NscFigureParts parts);

G_END_DECLS
