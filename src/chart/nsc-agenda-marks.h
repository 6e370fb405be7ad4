/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The marks of a comparison of agendas: a row per issue with a lane for each publisher, a dot for each year in which it
 * mentions the issue, the first of them large and filled, a tick for each year with documents that do not, and between
 * the lanes the lead as a bar from one first mention to the other. They belong to the figure that they are added to;
 * the thread that makes it. */

#include "nsc-agenda-chart.h"

G_BEGIN_DECLS

/* Adds axes, marks and legend; there is at least one row. */
void nsc_agenda_marks_add (NscFigure *figure, const NscAgendaChart *chart);

G_END_DECLS
