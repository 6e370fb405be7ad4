/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark.h"

#include <math.h>

double
nsc_plot_get_base (const NscPlot *self)
{
  double min, max;

  nsc_scale_get_domain (self->values, &min, &max);
  return CLAMP (0, MIN (min, max), MAX (min, max));
}

double
nsc_plot_get_length (const NscPlot *self, double value)
{
  double base = nsc_plot_get_base (self);
  double length = (nsc_scale_map (self->values, value) - nsc_scale_map (self->values, base)) * self->width;

  if (!isfinite (length) || value == base)
    return 0;
  return value > base ? MAX (length, NSC_LEAST_LENGTH) : MIN (length, -NSC_LEAST_LENGTH);
}

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
