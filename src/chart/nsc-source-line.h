/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The line below a figure that says where its records come from. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *const *sources; /* distinct, the most frequent first, NULL-terminated; NULL: none is known */
  guint n_more;               /* distinct sources beyond those */
} NscSourceLine;

/* The line with at most MOST sources, the others as a number; NULL where no source is stated. To be freed. */
char *nsc_source_line_describe (const NscSourceLine *self, const char *language, guint most);

G_END_DECLS
