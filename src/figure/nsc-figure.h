/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is drawn: words, scales and marks, in points and roles; never where or in which colours. Together with a theme
 * and a size a figure becomes a scene (nsc-scene.h). Counted references; immutable once it has been handed on, so that
 * any thread may then read it. */

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _NscFigure NscFigure;
typedef struct _NscAxis NscAxis;
typedef struct _NscMark NscMark;
typedef struct _NscLegendEntry NscLegendEntry;

/* The words around the marks, which a scene may leave out because they are said elsewhere, as below a figure in print.
 * Descriptions and the titles of files always have them. */
typedef enum
{
  NSC_FIGURE_TITLE = 1 << 0,  /* title, second line and remarks */
  NSC_FIGURE_SOURCE = 1 << 1, /* the other notes, which tell of the records, and the source */
  NSC_FIGURE_WHOLE = NSC_FIGURE_TITLE | NSC_FIGURE_SOURCE,
} NscFigureParts;

/* LANGUAGE ("en", "zh_CN") chooses the faces and the reading of shared Chinese characters. */
NscFigure *nsc_figure_new (const char *language);
NscFigure *nsc_figure_ref (NscFigure *self);
void nsc_figure_unref (NscFigure *self);

void nsc_figure_set_title (NscFigure *self, const char *title);
void nsc_figure_set_subtitle (NscFigure *self, const char *subtitle);

/* A paragraph below the marks, such as coverage or caution; LEAD, which may be NULL, is set in bold before it. */
void nsc_figure_add_note (NscFigure *self, const char *lead, const char *text);

/* The same, and takes TEXT; nothing where TEXT is NULL, since there is nothing to say. */
void nsc_figure_take_note (NscFigure *self, const char *lead, char *text);

/* Likewise, of a note that belongs to what the title says, such as a caution, and not to the records behind it. */
void nsc_figure_take_remark (NscFigure *self, const char *lead, char *text);
void nsc_figure_set_source (NscFigure *self, const char *source);

/* Lines do not part within PHRASE, such as a name, as long as one of them can hold it. */
void nsc_figure_keep_together (NscFigure *self, const char *phrase);

/* Stands for the source on a page of a given height of which it would take too much. */
void nsc_figure_set_brief_source (NscFigure *self, const char *brief);

/* What stands in the place of the marks where there are no rows: why there are none. */
void nsc_figure_set_empty (NscFigure *self, const char *empty);

/* The rows from top to bottom: an axis of bands at the left. Takes the reference. A figure has rows or heights. */
void nsc_figure_take_rows (NscFigure *self, NscAxis *rows);

/* The values from left to right: an axis without bands, at the top over rows, at the bottom of a plane. Takes the
 * reference. */
void nsc_figure_take_values (NscFigure *self, NscAxis *values);

/* The heights of a plane from bottom to top: an axis without bands at the left. Takes the reference. */
void nsc_figure_take_heights (NscFigure *self, NscAxis *heights);

/* Begins a small multiple: the marks taken from now on stand in it, over the same axes as in all others. TITLE says
 * what it is of. A figure whose marks have no panel has one without a title. */
void nsc_figure_begin_panel (NscFigure *self, const char *title);

/* A geometry over the panel's rows or plane; several are drawn one over the other. Takes the reference. */
void nsc_figure_take_mark (NscFigure *self, NscMark *mark);

/* What a shape, a fill or a line means. Its text is copied. */
void nsc_figure_add_legend_entry (NscFigure *self, const NscLegendEntry *entry);

const char *nsc_figure_get_language (const NscFigure *self);
const char *nsc_figure_get_title (const NscFigure *self);
const char *nsc_figure_get_subtitle (const NscFigure *self); /* "" where there is none, as for those below */
const char *nsc_figure_get_source (const NscFigure *self);
const char *nsc_figure_get_brief_source (const NscFigure *self);
const char *nsc_figure_get_empty (const NscFigure *self);
const char *const *nsc_figure_get_phrases (const NscFigure *self, guint *n);
guint nsc_figure_get_n_notes (const NscFigure *self);
const char *nsc_figure_get_note (const NscFigure *self, guint index, const char **lead);
gboolean nsc_figure_is_remark (const NscFigure *self, guint index);

/* All the figure's; the axes NULL where there are none. */
NscAxis *nsc_figure_get_rows (const NscFigure *self);
NscAxis *nsc_figure_get_values (const NscFigure *self);
NscAxis *nsc_figure_get_heights (const NscFigure *self);
guint nsc_figure_get_n_rows (const NscFigure *self);

/* At least one. */
guint nsc_figure_get_n_panels (const NscFigure *self);
const char *nsc_figure_get_panel_title (const NscFigure *self, guint panel);
guint nsc_figure_get_n_marks (const NscFigure *self, guint panel);
NscMark *nsc_figure_get_mark (const NscFigure *self, guint panel, guint index);

guint nsc_figure_get_n_legend_entries (const NscFigure *self);
const NscLegendEntry *nsc_figure_get_legend_entry (const NscFigure *self, guint index);

/* How many marks it has in words, without laying it out: how much work that will be. */
guint nsc_figure_count_names (const NscFigure *self);

/* The whole figure in sentences, a line each, for those who do not see it: title, what is measured, each mark in order
 * with its value, notes, source. To be freed. */
char *nsc_figure_describe (const NscFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscFigure, nsc_figure_unref)

G_END_DECLS
