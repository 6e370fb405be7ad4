/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writes CSV (RFC 4180) to a stream or a file: UTF-8 without a mark, commas, quotes only where they are needed, and
 * lines that end with LF, as every program that reads CSV takes them and version control likes them. Text that a
 * spreadsheet would take for a formula gets an apostrophe, which NscCsvReader takes away. A file is put in its place
 * whole by nsc_csv_writer_finish; freed before, it stays as it was. One thread at a time. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NscCsvWriter NscCsvWriter;

/* STREAM stays open. */
NscCsvWriter *nsc_csv_writer_new (GOutputStream *stream);

/* NSC_ERROR_OUTPUT where nothing can be written at PATH. */
NscCsvWriter *nsc_csv_writer_new_for_path (const char *path, GError **error);

void nsc_csv_writer_free (NscCsvWriter *self);

/* Errors of both: NSC_ERROR_OUTPUT, NSC_ERROR_FULL, G_IO_ERROR_CANCELLED. */
gboolean nsc_csv_writer_write_row (
    NscCsvWriter *self, const char *const *fields, guint n_fields, GCancellable *cancellable, GError **error);
gboolean nsc_csv_writer_finish (NscCsvWriter *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscCsvWriter, nsc_csv_writer_free)

G_END_DECLS
