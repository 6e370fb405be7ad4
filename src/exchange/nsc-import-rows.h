/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Takes the rows of a file into a table, one after the other, by the rules of the field: what is the same, a change, a
 * conflict or new. Of one record a file may tell as often as it likes, but always the same. Remembers the ids that rows
 * refer to, so that few are looked up twice. Lives on the store's worker thread, inside the step of its writer. */

#include "nsc-import-columns.h"
#include "nsc-import.h"
#include "nsc-writer.h"

G_BEGIN_DECLS

typedef struct _NscImportRows NscImportRows;

typedef enum
{
  NSC_IMPORT_ADDED,
  NSC_IMPORT_SAME,
  NSC_IMPORT_CHANGED,
  NSC_IMPORT_REFUSED, /* the result tells why */
  NSC_IMPORT_FAILED,  /* an error is set; the step cannot go on */
} NscImportOutcome;

/* Borrows everything; CHECK may be NULL. */
NscImportRows *nsc_import_rows_new (NscWriter *writer,
                                    const NscTable *table,
                                    const NscImportColumns *columns,
                                    NscImportCheckFunc check,
                                    NscImportResult *result);
void nsc_import_rows_free (NscImportRows *self);

/* Whether TARGET has ID: 1 or 0, or -1 with an error. */
int nsc_import_rows_has_id (NscImportRows *self, const NscTable *target, const char *id, GError **error);

/* Whether every reference of RECORD but that of COLUMN (-1: of none) names a row; ROW is where RECORD stands in the
 * file. ADDED where they do. */
NscImportOutcome nsc_import_rows_check_references (
    NscImportRows *self, const NscRecord *record, guint64 row, int except, GError **error);

/* Takes RECORD, which nsc_rules_check has put into form. Of a new record the row and id are set, of a known one the
 * row. TOLD as for nsc_rules_relate_told. Does not count. */
NscImportOutcome
nsc_import_rows_take (NscImportRows *self, NscRecord *record, guint64 told, guint64 row, GError **error);

/* Refuses the row, which says something else in COLUMN than an earlier row about the record ID. */
NscImportOutcome nsc_import_rows_refuse_other (NscImportRows *self, guint64 row, guint column, const char *id);

/* Refuses the row for its COLUMN; takes TEXT over. Always gives REFUSED. */
NscImportOutcome nsc_import_rows_refuse (NscImportRows *self, guint64 row, guint column, char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscImportRows, nsc_import_rows_free)

G_END_DECLS
