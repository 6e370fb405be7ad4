/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The records behind a mark, with their sources, in the pane beside the figure. Main thread only. */

#include "nsc-evidence.h"
#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_EVIDENCE_LIST (nsc_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidenceList, nsc_evidence_list, NSC, EVIDENCE_LIST, AdwBin)

/* Signal: "record-activated" (NscEvidence), on a click or Enter. */

/* The columns by which a record is titled and that all records of a mark share. */
void nsc_evidence_list_set_columns (NscEvidenceList *self, const char *who, const char *omit);

/* Loads what stands behind the mark with KEY of RESULT; HEADING names the mark. */
void
nsc_evidence_list_show (NscEvidenceList *self, NscProject *project, NscResult *result, gint64 key, const char *heading);

/* Shows that no mark is chosen. */
void nsc_evidence_list_clear (NscEvidenceList *self);

G_END_DECLS
