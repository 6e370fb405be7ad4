/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How values become places: a domain on the unit interval. A linear scale has a domain of numbers, a logarithmic one of
 * positive numbers, one of years of whole years, one of time of days; a band scale gives each of its rows, numbered
 * from 0, a band of its own, wider where its weight is greater. Counted references; immutable; any thread. */

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _NscScale NscScale;

/* From MIN at 0 to MAX at 1; values outside are mapped outside. */
NscScale *nsc_scale_new_linear (double min, double max);

/* A linear scale whose ends are round numbers that hold MIN and MAX, with about N_TICKS between them. */
NscScale *nsc_scale_new_round (double min, double max, guint n_ticks);

/* Equal ratios are equally far apart. MIN and MAX above 0; what is not above 0 has no place and is mapped to NaN. */
NscScale *nsc_scale_new_log (double min, double max);

/* A linear scale of whole years, such as 2013 to 2021. */
NscScale *nsc_scale_new_years (int first, int last);

/* Days as nsc_date_first_day counts them, from FIRST to LAST, from the first of January of the year 1 on. */
NscScale *nsc_scale_new_time (gint32 first, gint32 last);

/* N bands; WEIGHTS, which may be NULL, holds their relative extents. */
NscScale *nsc_scale_new_band (const double *weights, guint n);

NscScale *nsc_scale_ref (NscScale *self);
void nsc_scale_unref (NscScale *self);

gboolean nsc_scale_is_band (const NscScale *self);
gboolean nsc_scale_is_years (const NscScale *self);
gboolean nsc_scale_is_time (const NscScale *self);

/* Where VALUE is; of a band scale, the middle of the band of that number. NaN stays NaN, and a domain of one value maps
 * it to 0. */
double nsc_scale_map (const NscScale *self, double value);

/* The value at UNIT; of a band scale, the number of the band that holds it, those at the ends beyond them. */
double nsc_scale_invert (const NscScale *self, double unit);

/* The ends of band INDEX. */
void nsc_scale_get_band (const NscScale *self, guint index, double *from, double *to);

/* The ends of the domain of a scale that has no bands. */
void nsc_scale_get_domain (const NscScale *self, double *min, double *max);

/* Round values of a scale without bands within its domain, about TARGET of them: of time, the beginnings of days,
 * weeks, months, quarters, years or decades; of doubles. */
GArray *nsc_scale_dup_ticks (const NscScale *self, guint target);

/* What stands at tick INDEX of TICKS, which nsc_scale_dup_ticks gave, in LANGUAGE: 1,200, 0.05, 2013, 2018-04 or
 * 2018-04-17, as precise as the ticks are. To be freed. */
char *nsc_scale_dup_tick_words (const NscScale *self, const GArray *ticks, guint index, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscScale, nsc_scale_unref)

G_END_DECLS
