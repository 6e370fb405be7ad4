/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence.h"

struct _NscEvidence
{
  GObject parent_instance;

  NscEvidenceParts parts;
};

G_DEFINE_FINAL_TYPE (NscEvidence, nsc_evidence, G_TYPE_OBJECT)

static void
nsc_evidence_finalize (GObject *object)
{
  NscEvidenceParts *parts = &NSC_EVIDENCE (object)->parts;

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

NscEvidence *
nsc_evidence_new (NscEvidenceParts *parts)
{
  NscEvidence *self = g_object_new (NSC_TYPE_EVIDENCE, NULL);

  self->parts = *parts;
  *parts = (NscEvidenceParts) { 0 };
  return self;
}

const NscRecord *
nsc_evidence_get_record (NscEvidence *self)
{
  g_return_val_if_fail (NSC_IS_EVIDENCE (self), NULL);
  return self->parts.record;
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
