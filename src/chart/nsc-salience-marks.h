/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The marks of a comparison of salience: a row per issue with a dot for each publisher at the number of its mentions,
 * joined by a line. They belong to the figure that they are added to; the thread that makes it. */

#include "nsc-salience-chart.h"

G_BEGIN_DECLS

/* Adds axes, marks and legend; there is at least one row and one publisher. */
void nsc_salience_marks_add (NscFigure *figure, const NscSalienceChart *chart);

G_END_DECLS
