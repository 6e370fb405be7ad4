/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scale.h"

#include <math.h>

struct _NscScale
{
  gatomicrefcount references;
  double min, max;
  guint n_bands;
  double *ends; /* of bands: n_bands + 1 ascending units from 0 to 1; NULL: linear */
};

/* More rows than any page holds, and far more ticks. */
#define MOST_TICKS 1000

/* The step of about COUNT round numbers in SPAN: 1, 2 or 5 times a power of ten. */
static double
round_step (double span, guint count)
{
  double rough = span / MAX (count, 1u);
  double power = pow (10, floor (log10 (rough)));
  double digit = rough / power;

  if (digit < 1.5)
    return power;
  if (digit < 3.5)
    return 2 * power;
  return digit < 7.5 ? 5 * power : 10 * power;
}

static NscScale *
scale_new (void)
{
  NscScale *self = g_new0 (NscScale, 1);

  g_atomic_ref_count_init (&self->references);
  return self;
}

NscScale *
nsc_scale_new_linear (double min, double max)
{
  NscScale *self;

  g_return_val_if_fail (isfinite (min) && isfinite (max), NULL);

  self = scale_new ();
  self->min = MIN (min, max);
  self->max = MAX (min, max);
  return self;
}

NscScale *
nsc_scale_new_round (double min, double max, guint n_ticks)
{
  double step;

  g_return_val_if_fail (isfinite (min) && isfinite (max), NULL);

  if (!(max > min) || !isfinite (max - min))
    return nsc_scale_new_linear (min, max);
  step = round_step (max - min, n_ticks);
  return nsc_scale_new_linear (floor (min / step) * step, ceil (max / step) * step);
}

NscScale *
nsc_scale_new_band (const double *weights, guint n)
{
  NscScale *self = scale_new ();
  double total = 0, sum = 0;

  self->n_bands = n;
  self->ends = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    total += weights != NULL ? weights[i] : 1;
  for (guint i = 0; i < n; i++)
    {
      sum += weights != NULL ? weights[i] : 1;
      self->ends[i + 1] = i + 1 == n ? 1 : sum / total;
    }
  return self;
}

NscScale *
nsc_scale_ref (NscScale *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_scale_unref (NscScale *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->ends);
  g_free (self);
}

gboolean
nsc_scale_is_band (const NscScale *self)
{
  return self->ends != NULL;
}

guint
nsc_scale_get_n_bands (const NscScale *self)
{
  return self->n_bands;
}

double
nsc_scale_map (const NscScale *self, double value)
{
  if (isnan (value))
    return value;
  if (self->ends != NULL)
    {
      guint index;

      if (self->n_bands == 0)
        return 0;
      index = (guint) CLAMP (value, 0, self->n_bands - 1);
      return (self->ends[index] + self->ends[index + 1]) / 2;
    }
  if (!(self->max > self->min))
    return 0;
  /* Halved, so that the greatest domain there is does not overflow. */
  return (value / 2 - self->min / 2) / (self->max / 2 - self->min / 2);
}

double
nsc_scale_invert (const NscScale *self, double unit)
{
  if (self->ends != NULL)
    {
      guint low = 0, high = self->n_bands;

      while (high - low > 1)
        {
          guint middle = low + (high - low) / 2;

          if (unit < self->ends[middle])
            high = middle;
          else
            low = middle;
        }
      return low;
    }
  return self->min * (1 - unit) + self->max * unit;
}

void
nsc_scale_get_band (const NscScale *self, guint index, double *from, double *to)
{
  g_return_if_fail (index < self->n_bands);

  *from = self->ends[index];
  *to = self->ends[index + 1];
}

GArray *
nsc_scale_dup_ticks (const NscScale *self, guint target)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step, first, last;

  g_return_val_if_fail (self->ends == NULL, ticks);

  if (!(self->max > self->min) || !isfinite (self->max - self->min))
    {
      g_array_append_val (ticks, self->min);
      return ticks;
    }
  step = round_step (self->max - self->min, MIN (target, MOST_TICKS));
  /* A step that does not reach the ends by an error in the last digit still does. */
  first = ceil (self->min / step - 1e-9);
  last = floor (self->max / step + 1e-9);
  for (double i = first; i <= last; i++)
    {
      double tick = i * step;

      g_array_append_val (ticks, tick);
    }
  return ticks;
}
