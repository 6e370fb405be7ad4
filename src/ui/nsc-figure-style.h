/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How figures look on the screen: the palette and the face that the person has chosen, or the style of the desktop, and
 * the language in which a new figure speaks. One for the program, which lives as long as it does. Main thread only. */

#include "nsc-theme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSC_TYPE_FIGURE_STYLE (nsc_figure_style_get_type ())
G_DECLARE_FINAL_TYPE (NscFigureStyle, nsc_figure_style, NSC, FIGURE_STYLE, GObject)

/* Signals: "changed", when the theme is another one; "language-changed". */

NscFigureStyle *nsc_figure_style_get_default (void);

/* Takes the choices from SETTINGS, now and whenever they change. Before, the desktop decides. */
void nsc_figure_style_follow (NscFigureStyle *self, GSettings *settings);

/* The theme of a figure on the screen; constant. */
const NscTheme *nsc_figure_style_get_theme (void);

/* A colour of THEME as GTK has it. */
GdkRGBA nsc_figure_style_get_rgba (const NscTheme *theme, NscColorRole role);

/* The face that was chosen, for files and slides too. */
NscFace nsc_figure_style_get_face (void);

/* The language of a new figure, "en" or "zh_CN". Lives as long as the program. */
const char *nsc_figure_style_get_language (void);

G_END_DECLS
