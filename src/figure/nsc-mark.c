/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark.h"

void
nsc_mark_init (NscMark *self, const NscMarkClass *klass)
{
  self->klass = klass;
  g_atomic_ref_count_init (&self->references);
}

NscMark *
nsc_mark_ref (NscMark *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_mark_unref (NscMark *self)
{
  if (g_atomic_ref_count_dec (&self->references))
    self->klass->free (self);
}
