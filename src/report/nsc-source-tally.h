/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which sources the records of a figure have, the most frequent first, for its source line. Memory is bounded: of many
 * thousands the rarer ones are forgotten. One thread at a time. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NscSourceTally NscSourceTally;

NscSourceTally *nsc_source_tally_new (void);
void nsc_source_tally_free (NscSourceTally *self);

/* Counts one record with SOURCE; a blank source is not counted. */
void nsc_source_tally_add (NscSourceTally *self, const char *source);

/* How many distinct sources there are, at the least where some were forgotten. */
guint nsc_source_tally_get_n_sources (NscSourceTally *self);

/* The most frequent sources, at most MOST of them, ties by their text; NULL-terminated, to be freed with g_strfreev. */
char **nsc_source_tally_dup_most (NscSourceTally *self, guint most);

/* As many of them as the source line of a figure names. */
char **nsc_source_tally_dup_named (NscSourceTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscSourceTally, nsc_source_tally_free)

G_END_DECLS
