/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words below a figure, under a rule: its notes and its source. On a page of a given height a theme may limit their
 * lines, as slides do, which are read from afar and not for long: short notes then stand side by side, cautions come
 * before the rest, and what has no room is named. A plain object of one layout, on its thread. */

#include "nsc-mark.h"

G_BEGIN_DECLS

typedef struct _NscFoot NscFoot;

/* Sets those PARTS of FIGURE in WIDTH points. */
NscFoot *nsc_foot_new (const NscFigure *figure,
                       NscTypesetter *type,
                       NscMeasures measures,
                       NscFigureParts parts,
                       double width,
                       gboolean height_is_given);
void nsc_foot_free (NscFoot *self);

/* With the rule; 0 where there are no words. */
double nsc_foot_get_height (const NscFoot *self);

/* Draws it with its upper left corner at X, Y. */
void nsc_foot_build (const NscFoot *self, double x, double y, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscFoot, nsc_foot_free)

G_END_DECLS
