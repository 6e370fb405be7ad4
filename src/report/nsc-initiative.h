/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The initiative that a report is asked about. One thread at a time. */

#include "nsc-reader.h"

G_BEGIN_DECLS

/* Its row, and in NAME what it is called in LANGUAGE, to be freed. 0 with NSC_ERROR_NOT_FOUND where the project has no
 * initiative with that id, or with another error. */
gint64 nsc_initiative_find (NscReader *reader, const char *id, const char *language, char **name, GError **error);

G_END_DECLS
