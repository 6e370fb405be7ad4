/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The titles of a figure's panels, which stand right above what they are of. A plain object of one layout, on its
 * thread. */

#include "nsc-figure.h"
#include "nsc-text-block.h"

G_BEGIN_DECLS

typedef struct _NscPanelTitles NscPanelTitles;

/* Lengths in points. */
typedef struct
{
  NscTypeStyle type;
  double leading;
  double gap; /* below */
} NscPanelTitleStyle;

/* FIGURE and TYPE outlive it. */
NscPanelTitles *nsc_panel_titles_new (const NscFigure *figure, NscTypesetter *type);
void nsc_panel_titles_free (NscPanelTitles *self);

/* Of all of them, before they are set. */
void nsc_panel_titles_set_style (NscPanelTitles *self, NscPanelTitleStyle style);

/* Sets the title of PANEL in WIDTH. */
void nsc_panel_titles_set (NscPanelTitles *self, guint panel, double width, guint max_lines);

/* What the titles of the N panels from FIRST on take beside each other, the gap included; 0 where they have none. */
double nsc_panel_titles_get_height (const NscPanelTitles *self, guint first, guint n);

/* Draws the title of PANEL, which begins at X, above BOTTOM. */
void nsc_panel_titles_build (const NscPanelTitles *self, guint panel, double x, double bottom, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscPanelTitles, nsc_panel_titles_free)

G_END_DECLS
