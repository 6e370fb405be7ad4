/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Small figures that together have every kind of mark, for comparing what files of all formats show. */

#include "nsc-figure.h"

G_BEGIN_DECLS

/* Bars with a reported total below the first, and one that is outlined. */
NscFigure *format_figures_distribution (gboolean chinese);

/* Panels of bars beside each other, on each other and as shares, in every pattern, against a line and a band. */
NscFigure *format_figures_panels (gboolean chinese);

/* A plane with columns, an area, dashed lines and steps, dots with numbers, a line and a band. */
NscFigure *format_figures_plane (gboolean chinese);

/* Rows with ranges, whole, dashed and thin, between dots of every shape. */
NscFigure *format_figures_agenda (gboolean chinese);

G_END_DECLS
