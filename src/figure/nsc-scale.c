/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scale.h"

#include "nsc-calendar-ticks.h"

#include "nsc-text.h"

#include <math.h>

typedef enum
{
  KIND_LINEAR,
  KIND_LOG,
  KIND_YEARS,
  KIND_TIME,
  KIND_BAND,
} Kind;

struct _NscScale
{
  gatomicrefcount references;
  Kind kind;
  double min, max; /* of a logarithmic scale, their logarithms to the base 10 */
  guint n_bands;
  double *ends; /* of bands: n_bands + 1 ascending units from 0 to 1; NULL: no bands */
};

/* Beyond it the digits of a double are not all its own. */
#define LARGEST_INTEGER 1e15

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
scale_new (Kind kind, double min, double max)
{
  NscScale *self = g_new0 (NscScale, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->min = MIN (min, max);
  self->max = MAX (min, max);
  return self;
}

/* Multiples of STEP within the domain. */
static void
append_multiples (GArray *ticks, const NscScale *self, double step)
{
  /* A step that does not reach the ends by an error in the last digit still does. */
  double first = ceil (self->min / step - 1e-9);
  double last = floor (self->max / step + 1e-9);

  for (double i = first; i <= last; i++)
    {
      double tick = i * step;

      g_array_append_val (ticks, tick);
    }
}

/* Powers of ten, with 2 and 5 times each of them where those are few. */
static void
append_powers (GArray *ticks, const NscScale *self, guint target)
{
  const double digits[] = { 1, 2, 5 };
  double decades = self->max - self->min;
  double every = MAX (1, ceil (decades / target));
  guint n_digits = decades * 3 <= target ? 3 : 1;

  for (double power = floor (self->min / every) * every; power <= self->max + 1e-9; power += every)
    for (guint i = 0; i < n_digits; i++)
      {
        double tick = digits[i] * pow (10, power), place = log10 (tick);

        if (place >= self->min - 1e-9 && place <= self->max + 1e-9)
          g_array_append_val (ticks, tick);
      }
  if (ticks->len == 0)
    {
      double tick = pow (10, self->min);

      g_array_append_val (ticks, tick);
    }
}

static char *
number_words (double number, const char *language)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) < LARGEST_INTEGER && (number == rint (number) || fabs (number) >= 1e6))
    return nsc_text_integer (language, (gint64) number);
  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.4g", number));
}

NscScale *
nsc_scale_new_linear (double min, double max)
{
  g_return_val_if_fail (isfinite (min) && isfinite (max), NULL);

  return scale_new (KIND_LINEAR, min, max);
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
nsc_scale_new_log (double min, double max)
{
  g_return_val_if_fail (min > 0 && max > 0 && isfinite (min) && isfinite (max), NULL);

  return scale_new (KIND_LOG, log10 (min), log10 (max));
}

NscScale *
nsc_scale_new_years (int first, int last)
{
  return scale_new (KIND_YEARS, first, last);
}

NscScale *
nsc_scale_new_time (gint32 first, gint32 last)
{
  g_return_val_if_fail (first > 0 && last > 0, NULL);

  return scale_new (KIND_TIME, first, last);
}

NscScale *
nsc_scale_new_band (const double *weights, guint n)
{
  NscScale *self = scale_new (KIND_BAND, 0, 0);
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
  return self->kind == KIND_BAND;
}

gboolean
nsc_scale_is_years (const NscScale *self)
{
  return self->kind == KIND_YEARS;
}

gboolean
nsc_scale_is_time (const NscScale *self)
{
  return self->kind == KIND_TIME;
}

double
nsc_scale_map (const NscScale *self, double value)
{
  if (isnan (value))
    return value;
  if (self->kind == KIND_BAND)
    {
      guint index;

      if (self->n_bands == 0)
        return 0;
      index = (guint) CLAMP (value, 0, self->n_bands - 1);
      return (self->ends[index] + self->ends[index + 1]) / 2;
    }
  if (self->kind == KIND_LOG)
    value = value > 0 ? log10 (value) : NAN;
  if (!(self->max > self->min))
    return isnan (value) ? value : 0;
  /* Halved, so that the greatest domain there is does not overflow. */
  return (value / 2 - self->min / 2) / (self->max / 2 - self->min / 2);
}

double
nsc_scale_invert (const NscScale *self, double unit)
{
  double value;

  if (self->kind == KIND_BAND)
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
  value = self->min * (1 - unit) + self->max * unit;
  return self->kind == KIND_LOG ? pow (10, value) : value;
}

void
nsc_scale_get_band (const NscScale *self, guint index, double *from, double *to)
{
  g_return_if_fail (index < self->n_bands);

  *from = self->ends[index];
  *to = self->ends[index + 1];
}

void
nsc_scale_get_domain (const NscScale *self, double *min, double *max)
{
  g_return_if_fail (self->kind != KIND_BAND);

  *min = self->kind == KIND_LOG ? pow (10, self->min) : self->min;
  *max = self->kind == KIND_LOG ? pow (10, self->max) : self->max;
}

GArray *
nsc_scale_dup_ticks (const NscScale *self, guint target)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double span = self->max - self->min;

  g_return_val_if_fail (self->kind != KIND_BAND, ticks);

  target = CLAMP (target, 1, MOST_TICKS);
  if (self->kind == KIND_TIME)
    nsc_calendar_ticks_append (ticks, self->min, self->max, target);
  else if (self->kind == KIND_LOG)
    append_powers (ticks, self, target);
  else if (span > 0 && isfinite (span))
    append_multiples (ticks, self, MAX (round_step (span, target), self->kind == KIND_YEARS ? 1 : 0));
  if (ticks->len == 0)
    g_array_append_val (ticks, self->min);
  return ticks;
}

char *
nsc_scale_dup_tick_words (const NscScale *self, const GArray *ticks, guint index, const char *language)
{
  double tick;

  g_return_val_if_fail (index < ticks->len, NULL);

  tick = g_array_index (ticks, double, index);
  if (self->kind == KIND_TIME)
    return nsc_calendar_ticks_dup_words (ticks, index);
  if (self->kind == KIND_YEARS)
    return g_strdup_printf ("%.0f", tick);
  return number_words (tick, language);
}
