/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-bar-words.h"

/* In type sizes. */
#define GAP 0.5

double
nsc_bar_words_measure (const NscPlot *plot, const char *text, NscTypeStyle style)
{
  if (text == NULL || *text == '\0')
    return 0;
  return GAP * style.size + nsc_typesetter_measure (plot->type, text, style);
}

double
nsc_bar_words_add (const NscPlot *plot,
                   NscScene *scene,
                   const char *text,
                   NscTypeStyle style,
                   NscColorRole color,
                   gboolean leftwards,
                   double x,
                   double middle)
{
  g_autoptr (GArray) lines = NULL;
  const NscTypeLine *line;

  if (text == NULL || *text == '\0')
    return x;
  lines = nsc_typesetter_set (plot->type, NULL, text, style, G_MAXINT16, 1, NSC_WRAP_FILLED);
  line = &g_array_index (lines, NscTypeLine, 0);
  x += leftwards ? -GAP * style.size : GAP * style.size;
  nsc_scene_add_text (scene, color, style, leftwards ? NSC_ANCHOR_END : NSC_ANCHOR_START, line, x,
                      middle + NSC_TYPE_MIDDLE * style.size);
  return leftwards ? x - line->advance : x + line->advance;
}
