/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a scene is shown bit by bit: row by row, series by series or year by year. What is still to come keeps its place
 * empty, and is neither pointed at nor described; the last step is the whole scene. Counted references; immutable, with
 * a reference to its scene; any thread. */

#include "nsc-reveal-kind.h"
#include "nsc-scene.h"

G_BEGIN_DECLS

typedef struct _NscReveal NscReveal;

NscReveal *nsc_reveal_new (NscScene *scene, NscRevealKind kind);
NscReveal *nsc_reveal_ref (NscReveal *self);
void nsc_reveal_unref (NscReveal *self);

NscScene *nsc_reveal_get_scene (const NscReveal *self);

/* At least 1, which it is too where the figure has nothing of that kind. Steps count from 0; after the last row comes
 * one that only takes its tint away. */
guint nsc_reveal_get_n_steps (const NscReveal *self);

/* Draws what is revealed by STEP as nsc_scene_draw does; the row that comes with it is tinted, and its label bold, for
 * which slides have the room (nsc-theme.h). */
void nsc_reveal_draw (const NscReveal *self, guint step, cairo_t *cr);

/* The step with which a mark of the scene comes. */
guint nsc_reveal_get_mark_step (const NscReveal *self, guint mark);

/* As nsc_scene_hit. */
int nsc_reveal_hit (const NscReveal *self, guint step, double x, double y);

/* What comes with STEP, a line for each mark; "" where only lines and words do. To be freed. */
char *nsc_reveal_describe_step (const NscReveal *self, guint step);

/* The figure in sentences as nsc_figure_describe tells it, with the marks that are revealed by STEP. To be freed. */
char *nsc_reveal_describe (const NscReveal *self, guint step);

/* ---- for drawing ---- */

/* The row that came last, -1: none is to be told from the others. */
int nsc_reveal_get_row (const NscReveal *self, guint step);

/* How far to the right an item of the scene is seen: 0 not at all, INFINITY all of it. */
double nsc_reveal_get_limit (const NscReveal *self, guint item, guint step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscReveal, nsc_reveal_unref)

G_END_DECLS
