/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A table of a project as an interchange file: all columns, the id first, the rows in their order. Imported into
 * another project, after the tables it refers to, and exported again it gives the same bytes. Blocks; any thread that
 * may use the reader. Errors: NSC_ERROR_OUTPUT, NSC_ERROR_FULL, those of the reader, G_IO_ERROR_CANCELLED. */

#include "nsc-reader.h"

G_BEGIN_DECLS

/* CSV to STREAM, which stays open. */
gboolean nsc_export_to_stream (
    NscReader *reader, const NscTable *table, GOutputStream *stream, GCancellable *cancellable, GError **error);

/* To a file, in the format of its ending: .csv, or none; NSC_ERROR_USAGE for another. A file that is there is replaced
 * whole, or stays as it was. */
gboolean nsc_export_to_path (
    NscReader *reader, const NscTable *table, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
