/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Sums of hashes over the cells of a table, one per 1,024 rows, by which damage is found that SQLite cannot see. A
 * NscDigest gathers what a step adds and removes; flushed in the same transaction, it keeps the stored sums true. A
 * cell that is NULL adds nothing, so a new column changes no digest. Used by the connection's thread. */

#include "nsc-layout-private.h"

G_BEGIN_DECLS

#define NSC_DIGEST_CHUNK_BITS 10

typedef struct _NscDigest NscDigest;

NscDigest *nsc_digest_new (void);
void nsc_digest_free (NscDigest *self);

/* Counts one cell of a row that is there from now on, or no longer. */
void nsc_digest_add (NscDigest *self, const NscLayout *layout, guint column, gint64 row, const NscCell *cell);
void nsc_digest_remove (NscDigest *self, const NscLayout *layout, guint column, gint64 row, const NscCell *cell);

/* All cells of a row, the row's number first. */
void nsc_digest_add_row (NscDigest *self, const NscLayout *layout, const NscCell *cells);
void nsc_digest_remove_row (NscDigest *self, const NscLayout *layout, const NscCell *cells);

/* Adds what was gathered to the stored sums. */
gboolean nsc_digest_flush (NscDigest *self, NscConnection *connection, GError **error);

/* Compares the stored sums with the rows and tells FUNC, in the order of tables and rows, where they differ. */
typedef void (*NscDigestFunc) (const char *table, gint64 first_row, gint64 last_row, gpointer data);
gboolean nsc_digest_compare (NscConnection *connection, NscDigestFunc func, gpointer data, GError **error);

/* The same for the rows of one table that were gathered by somebody else, whose sums are used up. */
gboolean nsc_digest_compare_gathered (NscDigest *self,
                                      NscConnection *connection,
                                      const NscLayout *layout,
                                      NscDigestFunc func,
                                      gpointer data,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscDigest, nsc_digest_free)

G_END_DECLS
