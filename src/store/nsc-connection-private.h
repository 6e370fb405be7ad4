/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One connection to a project file, set up to trust nothing in it, with its cache of statements. Owned by the store's
 * worker, a reader or the pool of readers; used by one thread at a time. */

#include "nsc-statement-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_CONNECTION_WRITE,     /* the file is there and is written */
  NSC_CONNECTION_CREATE,    /* the file may not be there yet */
  NSC_CONNECTION_READ,      /* writes nothing */
  NSC_CONNECTION_IMMUTABLE, /* like READ, and nobody else writes either: no locks, no look for a journal */
} NscConnectionMode;

/* Return FALSE with ERROR set to take the transaction back. */
typedef gboolean (*NscCommitFunc) (gpointer data, GError **error);

struct _NscConnection
{
  sqlite3 *db;
  char *path; /* as people know it */
  NscStatementCache *statements;
  GHashTable *layouts; /* table name to NscLayout */
  GCancellable *cancellable;
  gint64 busy_since;
  NscCommitFunc before_commit; /* NULL: nothing is to be done before */
  gpointer before_commit_data;
};

/* Opens FILE; PATH is what messages call it. FILE ":memory:" is a database of its own. */
NscConnection *nsc_connection_open (const char *file, const char *path, NscConnectionMode mode, GError **error);

/* Closes it; all statements must have been released. */
void nsc_connection_free (NscConnection *self);

/* Everything that runs until the next call can be cancelled by CANCELLABLE, or by nothing where it is NULL. */
void nsc_connection_set_cancellable (NscConnection *self, GCancellable *cancellable);

/* Lets SQLite read the schema of a file that nobody has looked at yet; NSC_ERROR_DAMAGED where it has so much in it
 * that only that would take minutes. */
gboolean nsc_connection_read_schema (NscConnection *self, GError **error);

/* Sets ERROR from the connection's last trouble and gives FALSE. */
gboolean nsc_connection_fail (NscConnection *self, GError **error);

/* Runs SQL that has no parameters and whose answer nobody wants. */
gboolean nsc_connection_execute (NscConnection *self, const char *sql, GError **error);

/* The first column of the first row; 0 or "" where there is no row. SQL must be a constant of the program. */
gboolean nsc_connection_query_integer (NscConnection *self, const char *sql, gint64 *value, GError **error);
char *nsc_connection_query_text (NscConnection *self, const char *sql, GError **error);

/* Writes what this connection sees, which stays the same while it has a transaction, to FILE, which is made where it is
 * not there and needs no journal beside it. PATH is what messages call it. Gives a connection to it. */
NscConnection *nsc_connection_copy_to (NscConnection *self, const char *file, const char *path, GError **error);

/* Takes the write lock at once, so that a step never has to give up half-way because another process wrote. */
gboolean nsc_connection_begin (NscConnection *self, GError **error);

/* Commits, or rolls back where that fails. What is committed can no longer be cancelled. */
gboolean nsc_connection_commit (NscConnection *self, GError **error);
void nsc_connection_rollback (NscConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscConnection, nsc_connection_free)

G_END_DECLS
