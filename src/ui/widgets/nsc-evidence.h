/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One record that stands behind something, in words: what it is about, what it says, on what grounds, and which other
 * records it names. Where there are many it is there before its words are, which a worker reads when somebody looks;
 * immutable then. */

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

/* What an evidence is made of. */
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

void nsc_evidence_parts_clear (NscEvidenceParts *parts);

/* The record of that row, without words. */
NscEvidence *nsc_evidence_new (const NscTable *table, gint64 row);

const NscTable *nsc_evidence_get_table (NscEvidence *self);
gint64 nsc_evidence_get_row (NscEvidence *self);

/* Empties PARTS. Once. */
void nsc_evidence_take_parts (NscEvidence *self, NscEvidenceParts *parts);
gboolean nsc_evidence_is_read (NscEvidence *self);

/* For who collects them. */
void nsc_evidence_share_door (NscEvidence *self, guint door);

const NscEvidenceParts *nsc_evidence_get_parts (NscEvidence *self);

G_END_DECLS
