/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One record that stands behind something, in words: what it is about, what it says, on what grounds, and which other
 * records it names. Made on a worker by nsc-evidence-collection, immutable then. */

#include "nsc-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A record that is named, and the way to it. */
typedef struct
{
  const NscTable *table;
  char *id;
  char *label;     /* "Issue: …" */
  gboolean shared; /* all evidence beside it names that record too, so that it is said once */
} NscEvidenceDoor;

#define NSC_EVIDENCE_MAX_DOORS 4

#define NSC_TYPE_EVIDENCE (nsc_evidence_get_type ())
G_DECLARE_FINAL_TYPE (NscEvidence, nsc_evidence, NSC, EVIDENCE, GObject)

/* What an evidence is made of; it takes over all texts. */
typedef struct
{
  NscRecord *record;
  char *title;
  char *details;
  char *source;
  char *confidence;
  gboolean doubtful; /* the record is unverified */
  NscEvidenceDoor doors[NSC_EVIDENCE_MAX_DOORS];
  guint n_doors;
  char *order; /* by which it is sorted */
} NscEvidenceParts;

/* Empties PARTS. */
NscEvidence *nsc_evidence_new (NscEvidenceParts *parts);

const NscRecord *nsc_evidence_get_record (NscEvidence *self);
/* For who collects them. */
void nsc_evidence_share_door (NscEvidence *self, guint door);

const NscEvidenceParts *nsc_evidence_get_parts (NscEvidence *self);

G_END_DECLS
