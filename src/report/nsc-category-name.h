/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What people read for the category of a reported total: country=US is the United States, role=state a state; any other
 * word is made readable. One thread at a time. */

#include "nsc-reader.h"

G_BEGIN_DECLS

/* The name in LANGUAGE, to be freed; NULL on error. */
char *nsc_category_name (NscReader *reader, const char *category, const char *language, GError **error);

G_END_DECLS
