/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows of a table that refers to itself, such as issues with their parents: held until the file has been read, so
 * that a row may name one further down; then taken in the order of the file, and joined to each other at last. Refuses
 * rows that name nothing, or each other in a circle. Memory is that of the rows, and bounded. Lives like NscImportRows,
 * on the store's worker. */

#include "nsc-import-rows.h"

G_BEGIN_DECLS

typedef struct _NscImportTree NscImportTree;

/* The column of TABLE that names rows of TABLE itself, or -1. */
int nsc_import_tree_find_column (const NscTable *table);

/* Borrows everything. */
NscImportTree *nsc_import_tree_new (
    NscWriter *writer, const NscTable *table, NscImportRows *rows, guint64 told, NscImportResult *result);
void nsc_import_tree_free (NscImportTree *self);

/* Keeps a copy of RECORD, which nsc_rules_check has put into form. NSC_ERROR_INPUT where the rows become too many. */
gboolean nsc_import_tree_hold (NscImportTree *self, const NscRecord *record, guint64 row, GError **error);

/* Takes the held rows and counts them. FALSE only for errors that end the step. */
gboolean nsc_import_tree_take (NscImportTree *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscImportTree, nsc_import_tree_free)

G_END_DECLS
