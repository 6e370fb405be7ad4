/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark.h"

#include <math.h>

/* What is off the domain by less is the rounding of a scale. */
#define TOLERANCE 1e-9

/* In type sizes: how far a pointer may be away from a dot. */
#define AREA 1.2

static gboolean
holds (const NscScale *scale, double value)
{
  double unit = nsc_scale_map (scale, value);

  return unit >= -TOLERANCE && unit <= 1 + TOLERANCE;
}

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

gboolean
nsc_plot_holds (const NscPlot *self, double x, double y)
{
  return holds (self->values, x) && holds (self->heights, y);
}

NscSceneMark
nsc_plot_locate (const NscPlot *self, gint64 key, const char *name, double x, double y, double reach, double width)
{
  double area = MAX (AREA * self->measures.label, reach);
  double across = CLAMP (width / 2, reach, area);

  return (NscSceneMark) {
    .key = key,
    .name = name,
    .x = x - reach,
    .y = y - reach,
    .width = 2 * reach,
    .height = 2 * reach,
    .row_x = x - across,
    .row_y = y - area,
    .row_width = 2 * across,
    .row_height = 2 * area,
    .end_x = x + reach,
  };
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
