/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The line below a figure that says where its records come from. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *const *sources; /* distinct, the most frequent first, NULL-terminated; NULL: none is known */
  guint n_more;               /* distinct sources beyond those */
  gboolean uncounted;         /* there are more than could be counted; n_more says nothing then */
} NscSourceLine;

/* The line with at most MOST sources, the others as a number where it is known. Where no source is stated it says so of
 * a figure that HAS_RECORDS, and is NULL for another. To be freed. */
char *nsc_source_line_describe (const NscSourceLine *self, const char *language, guint most, gboolean has_records);

G_END_DECLS
