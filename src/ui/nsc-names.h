/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What people call the records that others refer to: for a table, the names of all rows of the tables that its columns
 * name. Loaded on a worker, then immutable; counted references, any thread. */

#include "nsc-reader.h"

G_BEGIN_DECLS

typedef struct _NscNames NscNames;

/* In LANGUAGE where there is a name in it. */
NscNames *nsc_names_load (
    NscReader *reader, const NscTable *table, const char *language, GCancellable *cancellable, GError **error);
NscNames *nsc_names_ref (NscNames *self);
void nsc_names_unref (NscNames *self);

/* What a cell of a record shows: the name of what it refers to, the words for a choice, else the value. The
 * text lives as long as both. */
const char *nsc_names_get_cell (const NscNames *self, const NscRecord *record, guint column);

/* The ids of the rows of TARGET in the order of their names, and their names; FALSE where TARGET is not known here. The
 * strings are those of SELF. */
typedef void (*NscNamesFunc) (const char *id, const char *name, gpointer data);
gboolean nsc_names_foreach (const NscNames *self, const char *target, NscNamesFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscNames, nsc_names_unref)

G_END_DECLS
