/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity.h"

#include <math.h>

NscDiversity
nsc_diversity_compute (const guint64 *counts, guint n_counts)
{
  NscDiversity result = { .hhi = NAN, .shannon = NAN, .evenness = NAN };

  for (guint i = 0; i < n_counts; i++)
    {
      result.n += counts[i];
      if (counts[i] > 0)
        result.groups++;
    }
  if (result.groups == 0)
    return result;
  result.hhi = 0;
  result.shannon = 0;
  for (guint i = 0; i < n_counts; i++)
    {
      double p = (double) counts[i] / (double) result.n;

      if (counts[i] == 0)
        continue;
      result.hhi += p * p;
      result.shannon -= p * log (p);
    }
  if (result.groups > 1)
    result.evenness = result.shannon / log (result.groups);
  else
    /* Not -0. */
    result.shannon = 0;
  return result;
}
