/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row of the list of evidence: a record in words, and a door to each other record that it names. Main thread only. */

#include "nsc-evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_EVIDENCE_ROW (nsc_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidenceRow, nsc_evidence_row, NSC, EVIDENCE_ROW, AdwBin)

GtkWidget *nsc_evidence_row_new (void);

void nsc_evidence_row_set_evidence (NscEvidenceRow *self, NscEvidence *evidence);

G_END_DECLS
