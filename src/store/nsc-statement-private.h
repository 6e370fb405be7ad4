/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Prepared statements and their cache, one per connection. SQL texts are constants of the program, so the cache knows
 * them by address; the least recently used ones are dropped. A statement belongs to who took it until it is released;
 * taking the same text twice gives two statements. Used by the connection's thread. */

#include "nsc-cell-private.h"

G_BEGIN_DECLS

typedef struct _NscConnection NscConnection;
typedef struct _NscStatement NscStatement;
typedef struct _NscStatementCache NscStatementCache;

NscStatementCache *nsc_statement_cache_new (NscConnection *connection);
void nsc_statement_cache_free (NscStatementCache *self);

/* A statement without bindings. SQL must live as long as the connection. */
NscStatement *nsc_statement_take (NscConnection *connection, const char *sql, GError **error);
void nsc_statement_release (NscStatement *self);

/* Parameters count from 1. Texts and blobs are not copied: they must stay until the statement is reset or released.
 * What goes wrong is told by the next step. */
void nsc_statement_bind_integer (NscStatement *self, int parameter, gint64 value);
void nsc_statement_bind_text (NscStatement *self, int parameter, const char *value);
void nsc_statement_bind_blob (NscStatement *self, int parameter, const void *data, gsize length);
void nsc_statement_bind_cell (NscStatement *self, int parameter, const NscCell *value);

typedef enum
{
  NSC_STATEMENT_FAILED,
  NSC_STATEMENT_DONE,
  NSC_STATEMENT_ROW,
} NscStatementState;

NscStatementState nsc_statement_step (NscStatement *self, GError **error);

/* Runs to the end and makes the statement ready to run again with its bindings. */
gboolean nsc_statement_run (NscStatement *self, GError **error);

/* Like nsc_statement_run, but gives SQLite's result code and leaves it to the caller to put it into words. */
int nsc_statement_try (NscStatement *self);

/* Ends the present run; bindings stay. */
void nsc_statement_reset (NscStatement *self);

/* Columns count from 0. Text is never NULL and belongs to the statement until it goes on. */
gint64 nsc_statement_get_integer (NscStatement *self, int column);
const char *nsc_statement_get_text (NscStatement *self, int column);
gboolean nsc_statement_is_null (NscStatement *self, int column);
NscCell nsc_statement_get_cell (NscStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscStatement, nsc_statement_release)

G_END_DECLS
