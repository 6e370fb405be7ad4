/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What messages call tables and columns. On the command line people type the names of files and the schema, so these
 * are the names there; in the window they read the titles and labels, in their language. The one choice of the process,
 * made before another thread starts; from then on any thread. Strings live as long as the program. */

#include "nsc-table.h"

G_BEGIN_DECLS

/* Titles and labels from now on. */
void nsc_table_naming_use_titles (void);

const char *nsc_table_naming_of_table (const NscTable *table);
const char *nsc_table_naming_of_column (const NscColumn *column);

G_END_DECLS
