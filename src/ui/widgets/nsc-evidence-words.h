/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words records as evidence: titles, what they say, and the way to what they name, which is read once however many name
 * it. Belongs to who made it, and is used on the worker of its reader only. */

#include "nsc-evidence.h"
#include "nsc-reader.h"

G_BEGIN_DECLS

typedef struct _NscEvidenceWords NscEvidenceWords;

NscEvidenceWords *nsc_evidence_words_new (NscReader *reader, const char *language);
void nsc_evidence_words_free (NscEvidenceWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscEvidenceWords, nsc_evidence_words_free)

/* Fills PARTS, which are the caller's then. */
gboolean
nsc_evidence_words_tell (NscEvidenceWords *self, const NscRecord *record, NscEvidenceParts *parts, GError **error);

G_END_DECLS
