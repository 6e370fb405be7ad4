/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One record behind a mark, in words: who it is about, what it says, and on what grounds. Made on a worker
 * (nsc_evidence_collect), immutable then. */

#include "nsc-names.h"
#include "nsc-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSC_TYPE_EVIDENCE (nsc_evidence_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidence, nsc_evidence, NSC, EVIDENCE, GObject)

/* Properties, readable: "title", "details", "source", "confidence" (all in words), "doubtful" (whether the record is
 * unverified). */

/* All records behind the mark with KEY, elements NscEvidence. WHO and OMIT are columns by which each record is titled
 * and that all share. In LANGUAGE. */
GPtrArray *nsc_evidence_collect (NscReader *reader,
                                 NscResult *result,
                                 gint64 key,
                                 const char *who,
                                 const char *omit,
                                 const char *language,
                                 GCancellable *cancellable,
                                 GError **error);

const NscRecord *nsc_evidence_get_record (NscEvidence *self);

G_END_DECLS
