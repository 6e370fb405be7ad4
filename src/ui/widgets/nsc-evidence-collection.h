/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* All records that stand behind marks of a result, or that name one source, in sections by table. Collected on a
 * worker, then an immutable list model of NscEvidence that costs nothing to show, however long it is. */

#include "nsc-evidence.h"
#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_EVIDENCE_COLLECTION (nsc_evidence_collection_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidenceCollection, nsc_evidence_collection, NSC, EVIDENCE_COLLECTION, GObject)

/* The records behind the marks with KEYS, each once, and then those that tell more about them; with one key, also what
 * the result says of the mark. In LANGUAGE. */
NscEvidenceCollection *nsc_evidence_collection_new (NscReader *reader,
                                                    NscResult *result,
                                                    const gint64 *keys,
                                                    guint n_keys,
                                                    const char *language,
                                                    GCancellable *cancellable,
                                                    GError **error);

/* The records with that source and that confidence. */
NscEvidenceCollection *nsc_evidence_collection_new_of_source (NscReader *reader,
                                                              const char *source,
                                                              const char *confidence,
                                                              const char *language,
                                                              GCancellable *cancellable,
                                                              GError **error);

/* Of NscFact; none where the collection is not of one mark. */
GPtrArray *nsc_evidence_collection_get_facts (NscEvidenceCollection *self);

/* So many records are in order, by date and then by what they are about. Of more, none is: they are in the order of
 * their tables. */
#define NSC_EVIDENCE_MOST_ORDERED 2000

gboolean nsc_evidence_collection_is_ordered (NscEvidenceCollection *self);

/* The heading over the section in which POSITION is, "Mentions"; lives as long as the collection. */
const char *nsc_evidence_collection_get_heading (NscEvidenceCollection *self, guint position);

G_END_DECLS
