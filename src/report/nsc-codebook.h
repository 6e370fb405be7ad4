/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The issues in the order of the codebook: through the tree from above, an issue before those below it, siblings by
 * their position, those without one after them in the order of the file. Read once, then immutable. */

#include "nsc-reader.h"
#include "nsc-row-index.h"

G_BEGIN_DECLS

typedef struct _NscCodebook NscCodebook;

/* All issues, or with PARENT, an id, that one and all below it; NSC_ERROR_NOT_FOUND where the project has no such
 * issue. Issues that are below each other come where they stand in the file. */
NscCodebook *nsc_codebook_new (
    NscReader *reader, const char *parent, const char *language, GCancellable *cancellable, GError **error);
void nsc_codebook_free (NscCodebook *self);

guint nsc_codebook_get_n_issues (const NscCodebook *self);
const char *nsc_codebook_get_id (const NscCodebook *self, guint issue);

/* What people read for it, in the codebook's language. */
const char *nsc_codebook_get_label (const NscCodebook *self, guint issue);

/* From rows of issues to their numbers in the codebook. */
const NscRowIndex *nsc_codebook_get_index (const NscCodebook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscCodebook, nsc_codebook_free)

G_END_DECLS
