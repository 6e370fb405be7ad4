/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step.h"

G_DEFINE_BOXED_TYPE (NscStep, nsc_step, nsc_step_copy, nsc_step_free)

NscStep *
nsc_step_new (NscStepKind kind, const char *table, const char *subject)
{
  NscStep *self = g_new0 (NscStep, 1);

  self->kind = kind;
  self->table = g_strdup (table != NULL ? table : "");
  self->subject = g_strdup (subject != NULL ? subject : "");
  return self;
}

NscStep *
nsc_step_copy (const NscStep *self)
{
  NscStep *copy = g_memdup2 (self, sizeof *self);

  copy->table = g_strdup (self->table);
  copy->subject = g_strdup (self->subject);
  return copy;
}

void
nsc_step_free (NscStep *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->subject);
  g_free (self);
}
