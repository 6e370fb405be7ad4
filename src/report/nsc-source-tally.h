/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which sources the records of a figure have, the most frequent first, for its source line. Memory is bounded: of many
 * thousands the rarer ones are forgotten, and then nobody can tell how many there were. One thread at a time. */

#include "nsc-source-line.h"

G_BEGIN_DECLS

typedef struct _NscSourceTally NscSourceTally;

NscSourceTally *nsc_source_tally_new (void);
void nsc_source_tally_free (NscSourceTally *self);

/* Counts one record with SOURCE; a blank source is not counted. */
void nsc_source_tally_add (NscSourceTally *self, const char *source);

/* The sources that the source line of a figure names: a few of the most frequent, ties by their text; NULL-terminated,
 * to be freed with g_strfreev. */
char **nsc_source_tally_dup_named (NscSourceTally *self);

/* The line with those names, which stay the caller's. */
NscSourceLine nsc_source_tally_get_line (NscSourceTally *self, char *const *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscSourceTally, nsc_source_tally_free)

G_END_DECLS
