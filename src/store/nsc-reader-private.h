/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What siblings may see of a reader: the connection it asks on, and how one is made. */

#include "nsc-pool-private.h"
#include "nsc-query-private.h"
#include "nsc-reader.h"

G_BEGIN_DECLS

struct _NscReader
{
  NscConnection *connection;
  NscPool *pool; /* where the connection goes back to; NULL: it is a writer's */
};

/* Takes a connection from POOL and begins a transaction on it. */
NscReader *nsc_reader_new (NscPool *pool, GError **error);

/* Asks on the connection of a writer, inside its transaction. */
NscReader *nsc_reader_new_for_writer (NscConnection *connection);

/* The row with that id; 0 and no error where ID is "" or names none, -1 on error. */
gint64 nsc_reader_resolve (NscReader *self, const NscTable *table, const char *id, GError **error);

/* Writes the row on which STATEMENT stands, selected by one of the queries for records, into RECORD. */
void nsc_reader_fill_record (NscStatement *statement, NscRecord *record);

/* Tells FUNC the records of TABLE that STATEMENT selects as one of the queries for records, to its end. */
gboolean nsc_reader_tell_records (NscStatement *statement,
                                  const NscTable *table,
                                  NscRecordFunc func,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
