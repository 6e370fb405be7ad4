/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How many of the members that others report are recorded by name, and what a figure or a table says of it. A plain
 * value; strings are the caller's. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 recorded;  /* this many of */
  gint64 reported;   /* that many; -1: no total is known, no coverage is claimed */
  const char *as_of; /* ISO date of the reported total, or NULL */
} NscCoverage;

/* Whether fewer than 80 % are recorded, so that the records alone do not speak for the whole. */
gboolean nsc_coverage_is_low (const NscCoverage *self);

/* "90 of 161 reported signatories are recorded by name (2023-08)."; NULL where nothing is claimed. To be freed. */
char *nsc_coverage_describe (const NscCoverage *self, const char *language);

G_END_DECLS
