/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person would call a record, which may take a look at others. Any thread. */

#include "nsc-reader.h"

G_BEGIN_DECLS

/* Its own name in LANGUAGE, or for a record without one the names of what its natural key refers to, such as “Hitachi,
 * Cybersecurity Tech Accord”; else its id. To be freed; NULL on error. */
char *nsc_record_title (NscReader *reader, const NscRecord *record, const char *language, GError **error);

G_END_DECLS
