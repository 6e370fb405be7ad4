/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The round days of a scale of time: beginnings of days, weeks, months, quarters, half-years, years and of 2, 5, 10 …
 * years. Days are counted from the first of January of the year 1, which is day 1. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* Appends the days, as doubles, from FIRST to LAST that are at most about TARGET of one kind. */
void nsc_calendar_ticks_append (GArray *ticks, double first, double last, guint target);

/* The day at INDEX as precise as all of TICKS need: 2018, 2018-04 or 2018-04-17. To be freed. */
char *nsc_calendar_ticks_dup_words (const GArray *ticks, guint index);

G_END_DECLS
