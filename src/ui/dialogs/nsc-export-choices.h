/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person chooses of a figure that is exported, kept in the settings from one export to the next. A plain struct,
 * copied at will: its words are constants or interned. Settings on the main thread only. */

#include "nsc-render.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The words are those of the settings and of the choices in the dialog. */
typedef struct
{
  const char *format;   /* pdf, svg, eps, png */
  const char *preset;   /* column, double-column, page, slide, custom */
  double width, height; /* millimetres; of a custom page, and where the height is given */
  gboolean height_given;
  const char *unit;     /* mm, cm, in, pt */
  const char *theme;    /* as nsc_theme_find knows them */
  const char *language; /* en, zh_CN */
  int dpi;
  NscFigureParts parts;
  gboolean with_table;
} NscExportChoices;

/* SETTINGS may be NULL, for what a new user has. LANGUAGE is that of the figure, for who has chosen none. */
NscExportChoices nsc_export_choices_load (GSettings *settings, const char *language);

/* A language that is the figure's is no choice: the next figure is exported in its own. */
void nsc_export_choices_save (const NscExportChoices *self, GSettings *settings, const char *language);

/* In points; the height is 0 where it is the figure's own. */
void nsc_export_choices_get_page (const NscExportChoices *self, double *width, double *height);

/* Whether the preset says the width, and the height. */
gboolean nsc_export_choices_has_width (const NscExportChoices *self);
gboolean nsc_export_choices_has_height (const NscExportChoices *self);

/* The shortest and the longest side of a page, in millimetres. */
#define NSC_EXPORT_SHORTEST 10.0
#define NSC_EXPORT_LONGEST 2000.0

/* How many millimetres one of the unit has. */
double nsc_export_choices_get_unit (const NscExportChoices *self);

G_END_DECLS
