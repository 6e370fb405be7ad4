/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a layout fills a scene. Only until the scene is handed on; the layout's thread. */

#include "nsc-scene-item.h"

G_BEGIN_DECLS

NscScene *nsc_scene_new_empty (NscFigure *figure, const NscTheme *theme, double width);

/* All that is added from now on belongs to the new mark; NAME is copied. */
void nsc_scene_begin_mark (NscScene *self, const NscSceneMark *mark);
void nsc_scene_end_mark (NscScene *self);

/* Makes the N items from FIRST on, which belong to none, part of the mark at index MARK. */
void nsc_scene_adopt (NscScene *self, guint first, guint n, guint mark);

void nsc_scene_add_rectangle (
    NscScene *self, NscColorRole color, double line_width, double x, double y, double width, double height);
void
nsc_scene_add_line (NscScene *self, NscColorRole color, double line_width, double x, double y, double x2, double y2);

/* A line with gaps. */
void nsc_scene_add_dashed (
    NscScene *self, NscColorRole color, double line_width, NscDash dash, double x, double y, double x2, double y2);

/* A circle around X, Y that reaches to RADIUS, its line included; LINE_WIDTH 0: filled. */
void nsc_scene_add_circle (NscScene *self, NscColorRole color, double line_width, double x, double y, double radius);

/* Copies POINTS; a filled path is closed. */
void nsc_scene_add_path (NscScene *self,
                         NscColorRole color,
                         double line_width,
                         NscDash dash,
                         const NscPoint *points,
                         guint n_points,
                         gboolean closed);

/* The colour of words on a surface of BEHIND: text or paper, whichever is read better. */
NscColorRole nsc_scene_choose_words (const NscScene *self, NscColorRole behind);

/* Copies LINE. */
void nsc_scene_add_text (NscScene *self,
                         NscColorRole color,
                         NscTypeStyle style,
                         NscAnchor anchor,
                         const NscTypeLine *line,
                         double x,
                         double baseline);

/* Parts the upright lines among the N items from FIRST on where words that came after them would be struck through. */
void nsc_scene_part_lines (NscScene *self, guint first, guint n);

/* Shrinks or widens all of it and settles the page. */
void nsc_scene_finish (NscScene *self, double scale, double width, double height);

G_END_DECLS
