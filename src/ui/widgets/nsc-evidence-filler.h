/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Fills the rows of a list of evidence in turns (nsc-row-turns.h). What has not been read is read by a worker. Main
 * thread only. */

#include "nsc-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_EVIDENCE_FILLER (nsc_evidence_filler_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidenceFiller, nsc_evidence_filler, NSC, EVIDENCE_FILLER, GObject)

NscEvidenceFiller *nsc_evidence_filler_new (void);

/* From where evidence is read, in words of LANGUAGE; NULL: no longer. */
void nsc_evidence_filler_set_project (NscEvidenceFiller *self, NscProject *project, const char *language);

/* The item has an NscEvidence, or has it no longer. */
void nsc_evidence_filler_bind (NscEvidenceFiller *self, GtkListItem *item);
void nsc_evidence_filler_unbind (NscEvidenceFiller *self, GtkListItem *item);

G_END_DECLS
