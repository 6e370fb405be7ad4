/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-ticks.h"

#include "nsc-scene-private.h"

#include <math.h>
#include <string.h>

/* In type sizes. */
#define ROW 1.9

#define MOST_TICKS 5
#define MOST_YEARS 24

/* The words of a tick that take most room. Digits are as wide as each other, so that only longer words can be wider. */
static double
widest_words (const NscPlot *plot, const GArray *ticks)
{
  gsize longest = 0;
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *words = nsc_scale_dup_tick_words (plot->values, ticks, i, plot->language);

      if (strlen (words) <= longest)
        continue;
      longest = strlen (words);
      widest = MAX (widest, nsc_typesetter_measure (plot->type, words, nsc_ticks_get_style (plot)));
    }
  return widest;
}

NscTypeStyle
nsc_ticks_get_style (const NscPlot *plot)
{
  return (NscTypeStyle) { MIN (plot->measures.note, plot->measures.label), NSC_WEIGHT_NORMAL };
}

GArray *
nsc_ticks_choose (const NscPlot *plot, guint most)
{
  for (guint target = MAX (most, 1);; target--)
    {
      GArray *ticks = nsc_scale_dup_ticks (plot->values, target);
      double step = INFINITY;

      for (guint i = 1; i < ticks->len; i++)
        step = MIN (step, nsc_scale_map (plot->values, g_array_index (ticks, double, i)) -
                              nsc_scale_map (plot->values, g_array_index (ticks, double, i - 1)));
      if (target == 1 || step * plot->width >= widest_words (plot, ticks) + nsc_ticks_get_style (plot).size)
        return ticks;
      g_array_unref (ticks);
    }
}

double
nsc_ticks_get_height (const NscPlot *plot)
{
  return ROW * nsc_ticks_get_style (plot).size;
}

double
nsc_ticks_get_overhang (const NscPlot *plot)
{
  g_autoptr (GArray) ticks = nsc_scale_dup_ticks (plot->values, MOST_TICKS);

  return widest_words (plot, ticks) / 2;
}

void
nsc_ticks_build (const NscPlot *plot, double left, double y, double height, NscScene *scene)
{
  g_autoptr (GArray) ticks = nsc_ticks_choose (plot, nsc_scale_is_years (plot->values) ? MOST_YEARS : MOST_TICKS);
  NscTypeStyle style = nsc_ticks_get_style (plot);
  double top = y + nsc_ticks_get_height (plot);
  double end = left;

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double x = plot->x + nsc_scale_map (plot->values, tick) * plot->width;
      g_autofree char *words = nsc_scale_dup_tick_words (plot->values, ticks, i, plot->language);
      g_autoptr (GArray) lines = nsc_typesetter_set (plot->type, NULL, words, style, G_MAXINT16, 1, NSC_WRAP_FILLED);
      const NscTypeLine *line = &g_array_index (lines, NscTypeLine, 0);

      nsc_scene_add_line (scene, NSC_COLOR_GRID, plot->measures.grid, x, top, x, y + height);
      if (x - line->advance / 2 < end)
        continue;
      nsc_scene_add_text (scene, NSC_COLOR_TEXT_THIRD, style, NSC_ANCHOR_MIDDLE, line, x, y + style.size);
      end = x + line->advance / 2;
    }
}
