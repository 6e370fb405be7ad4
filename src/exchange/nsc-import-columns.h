/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which column of a file fills which column of a table: by the table's own names, letter case aside, and by the user's
 * map. Refuses headers from which rows cannot be understood, and notes what is left out. Holds on to the reader. One
 * thread at a time. */

#include "nsc-csv-reader.h"
#include "nsc-import-result.h"
#include "nsc-table.h"

G_BEGIN_DECLS

typedef struct _NscImportColumns NscImportColumns;

/* READER has read its header. MAP, or NULL, gives for a column's name in the file the name of ours, "" for a column to
 * leave out. NULL where the header is refused, which RESULT then tells. */
NscImportColumns *
nsc_import_columns_new (const NscTable *table, const NscCsvReader *reader, GHashTable *map, NscImportResult *result);
void nsc_import_columns_free (NscImportColumns *self);

/* The table's columns that the file has, as bits for nsc_rules_relate_told. */
guint64 nsc_import_columns_get_told (const NscImportColumns *self);
gboolean nsc_import_columns_has (const NscImportColumns *self, guint column);

/* The reader's field for the table's COLUMN, "" where the file has none. */
const char *nsc_import_columns_get_field (const NscImportColumns *self, guint column);

/* What the file calls the table's COLUMN, or the table's name for it. To be freed. */
char *nsc_import_columns_dup_name (const NscImportColumns *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscImportColumns, nsc_import_columns_free)

G_END_DECLS
