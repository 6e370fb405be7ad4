/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The one door through which a file that holds a table comes in, in whatever format it is: what is read from it are
 * records as of CSV. A foreign format is told here by its first bytes or its ending, and is given on as a stream of
 * CSV. Blocks; any thread. */

#include "nsc-csv-reader.h"

G_BEGIN_DECLS

/* The records of the file at PATH, the header not read yet. NSC_ERROR_NOT_FOUND or NSC_ERROR_INPUT where it cannot be
 * read or is no table, G_IO_ERROR_CANCELLED. */
NscCsvReader *nsc_table_file_open (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
