/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A button for each record that an evidence names, which opens it by the action win.open-record. Main thread only. */

#include "nsc-evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_EVIDENCE_DOORS (nsc_evidence_doors_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidenceDoors, nsc_evidence_doors, NSC, EVIDENCE_DOORS, AdwBin)

GtkWidget *nsc_evidence_doors_new (void);

/* SHARED: those that all evidence beside it names too, else the others. Hidden where there are none. */
void nsc_evidence_doors_show (NscEvidenceDoors *self, NscEvidence *evidence, gboolean shared);

G_END_DECLS
