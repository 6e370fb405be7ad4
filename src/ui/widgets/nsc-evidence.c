/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence.h"

struct _NscEvidence
{
  GObject parent_instance;

  const NscTable *table;
  gint64 row;
  gboolean is_read;
  NscEvidenceParts parts;
};

G_DEFINE_FINAL_TYPE (NscEvidence, nsc_evidence, G_TYPE_OBJECT)

static void
nsc_evidence_finalize (GObject *object)
{
  nsc_evidence_parts_clear (&NSC_EVIDENCE (object)->parts);
  G_OBJECT_CLASS (nsc_evidence_parent_class)->finalize (object);
}

static void
nsc_evidence_class_init (NscEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_evidence_finalize;
}

static void
nsc_evidence_init (NscEvidence *self)
{
}

void
nsc_evidence_parts_clear (NscEvidenceParts *parts)
{
  g_clear_pointer (&parts->record, nsc_record_free);
  g_free (parts->title);
  g_free (parts->details);
  g_free (parts->source);
  g_free (parts->confidence);
  g_free (parts->order);
  for (guint i = 0; i < parts->n_doors; i++)
    {
      g_free (parts->doors[i].id);
      g_free (parts->doors[i].label);
    }
  *parts = (NscEvidenceParts) { 0 };
}

NscEvidence *
nsc_evidence_new (const NscTable *table, gint64 row)
{
  NscEvidence *self = g_object_new (NSC_TYPE_EVIDENCE, NULL);

  self->table = table;
  self->row = row;
  return self;
}

const NscTable *
nsc_evidence_get_table (NscEvidence *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE (self), NULL);
  return self->table;
}

gint64
nsc_evidence_get_row (NscEvidence *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE (self), 0);
  return self->row;
}

void
nsc_evidence_take_parts (NscEvidence *self, NscEvidenceParts *parts)
{
  g_return_if_fail (NSC_IS_EVIDENCE (self) && !self->is_read);

  self->is_read = TRUE;
  self->parts = *parts;
  *parts = (NscEvidenceParts) { 0 };
}

gboolean
nsc_evidence_is_read (NscEvidence *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE (self), FALSE);
  return self->is_read;
}

const NscEvidenceParts *
nsc_evidence_get_parts (NscEvidence *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE (self), NULL);
  return &self->parts;
}

void
nsc_evidence_share_door (NscEvidence *self, guint door)
{
  g_return_if_fail (NSC_IS_EVIDENCE (self) && door < self->parts.n_doors);
  self->parts.doors[door].shared = TRUE;
}
