/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Guesses which table a file holds, from the names of its columns and its own name, so that a dropped file needs no
 * question where the answer is plain. A guess, never a check: the import says what does not fit. Any thread. */

#include "nsc-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The table that N_COLUMNS names fit best, NULL where a required column is missing for all of them. FILE_NAME, which
 * may be NULL, decides between tables that fit alike, and for a table that it names. */
const NscTable *nsc_table_sniff (const char *const *columns, guint n_columns, const char *file_name);

/* The same for a CSV file; blocks. NULL and no error where no table fits, an error where the file is no CSV. */
const NscTable *nsc_table_sniff_file (const char *path, GCancellable *cancellable, GError **error);

/* The index in TABLE of the column that a file calls NAME, letter case aside, or -1. */
int nsc_table_sniff_column (const NscTable *table, const char *name);

G_END_DECLS
