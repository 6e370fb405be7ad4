/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-ticks.h"

#include "nsc-scene-private.h"

#include "nsc-text.h"

#include <math.h>

/* In type sizes. */
#define ROW 1.9

#define MOST_TICKS 5

static NscTypeStyle
tick_style (const NscPlot *plot)
{
  return (NscTypeStyle) { MIN (plot->measures.note, plot->measures.label), NSC_WEIGHT_NORMAL };
}

static char *
tick_words (const NscPlot *plot, double tick)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (tick == rint (tick) || fabs (tick) >= 1e6)
    return nsc_text_integer (plot->language, (gint64) CLAMP (tick, -9e18, 9e18));
  return g_strdup (g_ascii_formatd (number, sizeof number, "%.4g", tick));
}

/* As many ticks as their words have room for. */
static GArray *
choose_ticks (const NscPlot *plot)
{
  for (guint target = MOST_TICKS;; target--)
    {
      GArray *ticks = nsc_scale_dup_ticks (plot->values, target);
      double widest = 0, step = INFINITY;

      for (guint i = 0; i < ticks->len; i++)
        {
          double tick = g_array_index (ticks, double, i);
          g_autofree char *words = tick_words (plot, tick);

          widest = MAX (widest, nsc_typesetter_measure (plot->type, words, tick_style (plot)));
          if (i > 0)
            step = MIN (step, nsc_scale_map (plot->values, tick) -
                                  nsc_scale_map (plot->values, g_array_index (ticks, double, i - 1)));
        }
      if (target == 1 || step * plot->values_width >= widest + tick_style (plot).size)
        return ticks;
      g_array_unref (ticks);
    }
}

double
nsc_ticks_get_height (const NscPlot *plot)
{
  return ROW * tick_style (plot).size;
}

double
nsc_ticks_get_overhang (const NscPlot *plot)
{
  g_autofree char *words = tick_words (plot, nsc_scale_invert (plot->values, 1));

  return nsc_typesetter_measure (plot->type, words, tick_style (plot)) / 2;
}

void
nsc_ticks_build (const NscPlot *plot, double y, double height, NscScene *scene)
{
  g_autoptr (GArray) ticks = choose_ticks (plot);
  NscTypeStyle style = tick_style (plot);
  double top = y + nsc_ticks_get_height (plot);
  double end = plot->left;

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double x = plot->x + nsc_scale_map (plot->values, tick) * plot->values_width;
      g_autofree char *words = tick_words (plot, tick);
      g_autoptr (GArray) lines = nsc_typesetter_set (plot->type, NULL, words, style, G_MAXINT16, 1, NSC_WRAP_FILLED);
      const NscTypeLine *line = &g_array_index (lines, NscTypeLine, 0);

      nsc_scene_add_line (scene, NSC_COLOR_GRID, plot->measures.grid, x, top, x, y + height);
      if (x - line->advance / 2 < end)
        continue;
      nsc_scene_add_text (scene, NSC_COLOR_TEXT_THIRD, style, NSC_ANCHOR_MIDDLE, line, x, y + style.size);
      end = x + line->advance / 2;
    }
}
