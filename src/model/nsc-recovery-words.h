/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What was recovered of a damaged project and what was lost, in words, in the language of the interface. Any thread. */

#include "nsc-recovery.h"

G_BEGIN_DECLS

/* A line each: how many records of the table were kept, how many left out, which rows could not be read and which may
 * not be what was written; of more than MAX ranges the number is told. Numbers are those of LANGUAGE. To be freed. */
char *nsc_recovery_words_of_table (const NscRecoveredTable *table, guint max, const char *language);

/* All of it as a text to keep, table by table; to be freed. */
char *nsc_recovery_words (const NscRecovery *recovery, const char *language);

G_END_DECLS
