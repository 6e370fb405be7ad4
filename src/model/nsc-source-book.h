/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sources that records of a project name, each with its confidences, and how many records of each table do. As
 * lean as it can be, since every record may have a source of its own. Collected on a worker, immutable then: to be
 * asked on any thread. */

#include "nsc-reader.h"

G_BEGIN_DECLS

#define NSC_TYPE_SOURCE_BOOK (nsc_source_book_get_type ())
G_DECLARE_FINAL_TYPE (NscSourceBook, nsc_source_book, NSC, SOURCE_BOOK, GObject)

/* All of them, in the order in which they appear. Memory grows with the sources, not with the records. */
NscSourceBook *nsc_source_book_collect (NscReader *reader, GCancellable *cancellable, GError **error);

guint nsc_source_book_get_n_sources (NscSourceBook *self);

/* Whether there is more than the countries that every project has. */
gboolean nsc_source_book_has_own (NscSourceBook *self);

/* "" for the records without a source. */
const char *nsc_source_book_get_source (NscSourceBook *self, guint index);
const char *nsc_source_book_get_confidence (NscSourceBook *self, guint index);

/* TABLE NULL: of all tables. */
guint64 nsc_source_book_count (NscSourceBook *self, guint index, const NscTable *table);

G_END_DECLS
