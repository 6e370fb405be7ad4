/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The records behind marks, or those of a source, in the pane beside them: by table, with their sources, each a door to
 * itself and to the records that it names. Main thread only. */

#include "nsc-evidence-collection.h"
#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_EVIDENCE_LIST (nsc_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidenceList, nsc_evidence_list, NSC, EVIDENCE_LIST, AdwBin)

/* A record is opened by the actions win.edit-record and win.open-record. */

/* Loads what stands behind the marks with KEYS of RESULT, each record once; HEADING names them. */
void nsc_evidence_list_show (NscEvidenceList *self,
                             NscProject *project,
                             NscResult *result,
                             const gint64 *keys,
                             guint n_keys,
                             const char *heading);

/* Loads the records with that source and confidence. */
void nsc_evidence_list_show_source (
    NscEvidenceList *self, NscProject *project, const char *source, const char *confidence, const char *heading);

/* Shows that no mark is chosen. */
void nsc_evidence_list_clear (NscEvidenceList *self);

G_END_DECLS
