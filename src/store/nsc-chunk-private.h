/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whole rows of one table as bytes, compressed. A writer gathers rows; a reader gives them back one after the other and
 * trusts nothing: bytes that do not fit give NSC_ERROR_DAMAGED. Plain memory, no file; one thread at a time. */

#include "nsc-cell-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a chunk is full, before compression, and what none can exceed: a full one and one row more. */
#define NSC_CHUNK_FULL_BYTES (4 * 1024 * 1024)
#define NSC_CHUNK_MAX_BYTES (40 * 1024 * 1024)

typedef struct _NscChunkWriter NscChunkWriter;
typedef struct _NscChunkReader NscChunkReader;

NscChunkWriter *nsc_chunk_writer_new (const char *table, guint n_columns);
void nsc_chunk_writer_free (NscChunkWriter *self);
void nsc_chunk_writer_add (NscChunkWriter *self, const NscCell *cells);
gboolean nsc_chunk_writer_is_full (NscChunkWriter *self);

/* The compressed chunk; the writer then begins an empty one. */
GBytes *nsc_chunk_writer_end (NscChunkWriter *self, GError **error);

/* PATH is for messages. */
NscChunkReader *nsc_chunk_reader_new (GBytes *chunk, const char *path, GError **error);
void nsc_chunk_reader_free (NscChunkReader *self);
const char *nsc_chunk_reader_get_table (NscChunkReader *self);
guint nsc_chunk_reader_get_n_columns (NscChunkReader *self);
gboolean nsc_chunk_reader_is_at_end (NscChunkReader *self);

/* The next row's n_columns cells, whose texts belong to the reader. */
gboolean nsc_chunk_reader_next (NscChunkReader *self, NscCell *cells, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscChunkWriter, nsc_chunk_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscChunkReader, nsc_chunk_reader_free)

G_END_DECLS
