/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a layout fills a scene. Only until the scene is handed on; the layout's thread. */

#include "nsc-scene-item.h"

G_BEGIN_DECLS

NscScene *nsc_scene_new_empty (NscFigure *figure, const NscTheme *theme, double width);

/* All that is added from now on belongs to the new mark; NAME is copied. */
void nsc_scene_begin_mark (NscScene *self, const NscSceneMark *mark);
void nsc_scene_end_mark (NscScene *self);

/* What all that is added from now on is of; gives what it was before, to be set again. */
NscScenePart nsc_scene_set_part (NscScene *self, NscScenePart part);

/* The same within the panel and the row: its series, and the value that it is at. */
NscScenePart nsc_scene_set_series (NscScene *self, int series, double value);

/* A panel and a row, -1: of none. */
NscScenePart nsc_scene_set_place (NscScene *self, int panel, int row);

/* Whether it is the label of its row. */
void nsc_scene_set_label (NscScene *self, gboolean is_label);

/* What is seen from the beginning. */
NscScenePart nsc_scene_set_frame (NscScene *self);

/* Tells where a row lies. */
void nsc_scene_add_band (NscScene *self, const NscSceneBand *band);

/* Makes the N items from FIRST on, which belong to none, part of the mark at index MARK: they are seen with it, unless
 * they are the label of its row. */
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

/* As nsc_scene_hit, among the marks for which IS_THERE is true. */
typedef gboolean (*NscSceneMarkFunc) (gconstpointer data, guint index);
int nsc_scene_hit_among (const NscScene *self, double x, double y, NscSceneMarkFunc is_there, gconstpointer data);

G_END_DECLS
