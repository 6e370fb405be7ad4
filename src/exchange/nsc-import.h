/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads a file into a table of a project: file, records, rules, one step of the history. Either all rows are taken or
 * none, or with skip_invalid all but the refused. Rows are matched by their id, else by the natural key; what a file
 * does not tell stays as it is; a row that says something else than an earlier one of the file is refused, so that what
 * is counted as added or changed is. nsc_import_run blocks and may be called on any thread but that of a window; the
 * other form answers in the calling context. */

#include "nsc-csv-reader.h"
#include "nsc-import-result.h"
#include "nsc-store.h"

#include "nsc-date.h"

G_BEGIN_DECLS

/* What a record must keep beyond the rules of nsc-rules, such as what only reports know. Sets an error as
 * nsc_rules_check does. Called on the store's worker. */
typedef gboolean (*NscImportCheckFunc) (const NscRecord *record, guint *column, GError **error);

typedef struct
{
  NscDateStyle date_style;
  GHashTable *map;          /* the file's columns to ours, see nsc_import_parse_map; or NULL */
  gboolean dry_run;         /* find out everything, write nothing; a project open for reading will do */
  gboolean skip_invalid;    /* leave refused rows out instead of refusing the file */
  NscImportCheckFunc check; /* asked of each record that is added or changed; or NULL */
} NscImportOptions;

/* How much of the file has been read, from 0 to 1. */
typedef void (*NscImportProgressFunc) (double fraction, gpointer data);

/* Reads COLUMN=FIELD,COLUMN=FIELD; a blank FIELD leaves the column out. NSC_ERROR_USAGE. To be unreferenced. */
GHashTable *nsc_import_parse_map (const char *text, GError **error);

/* Imports the CSV file at PATH as one step. OPTIONS may be NULL. RESULT is set in any case, also together with an
 * error, and belongs to the caller; with a dry run it says what would have come. NSC_ERROR_INPUT where rows or the file
 * were refused, of which RESULT tells each. PROGRESS is called on the store's worker. */
gboolean nsc_import_run (NscStore *store,
                         const NscTable *table,
                         const char *path,
                         const NscImportOptions *options,
                         NscImportProgressFunc progress,
                         gpointer progress_data,
                         NscImportResult **result,
                         GCancellable *cancellable,
                         GError **error);

/* The same without waiting; PROGRESS is called in the calling context. OPTIONS is copied. */
void nsc_import_run_async (NscStore *store,
                           const NscTable *table,
                           const char *path,
                           const NscImportOptions *options,
                           NscImportProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean nsc_import_run_finish (NscStore *store, GAsyncResult *async_result, NscImportResult **result, GError **error);

/* Imports what READER, whose header is not read yet, has to give, inside a step that is running; adds to RESULT. FALSE
 * ends the step. */
gboolean nsc_import_into (NscWriter *writer,
                          const NscTable *table,
                          NscCsvReader *reader,
                          const NscImportOptions *options,
                          NscImportResult *result,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
