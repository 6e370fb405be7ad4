/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is drawn: words, scales and marks, in points and roles; never where or in which colours. Together with a theme
 * and a size a figure becomes a scene (nsc-scene.h). Counted references; immutable once it has been handed on, so that
 * any thread may then read it. */

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _NscFigure NscFigure;

/* LANGUAGE ("en", "zh_CN") chooses the faces and the reading of shared Chinese characters. */
NscFigure *nsc_figure_new (const char *language);
NscFigure *nsc_figure_ref (NscFigure *self);
void nsc_figure_unref (NscFigure *self);

void nsc_figure_set_title (NscFigure *self, const char *title);
void nsc_figure_set_subtitle (NscFigure *self, const char *subtitle);

/* A paragraph below the marks, such as coverage or caution; LEAD, which may be NULL, is set in bold before it. */
void nsc_figure_add_note (NscFigure *self, const char *lead, const char *text);
void nsc_figure_set_source (NscFigure *self, const char *source);

const char *nsc_figure_get_language (const NscFigure *self);
const char *nsc_figure_get_title (const NscFigure *self);
const char *nsc_figure_get_subtitle (const NscFigure *self);

/* The whole figure in sentences, for those who do not see it: title, what is measured, each mark in order with its
 * value, notes, source. To be freed. */
char *nsc_figure_describe (const NscFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscFigure, nsc_figure_unref)

G_END_DECLS
