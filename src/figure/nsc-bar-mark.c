/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-bar-mark.h"

#include "nsc-bar-words.h"
#include "nsc-scene-private.h"

#include <math.h>

typedef struct
{
  NscMark parent;
  guint n;
  NscBar *bars; /* strings owned */
  double block; /* 0: bars are whole */
} BarMark;

/* In type sizes, except the first. */
#define BAR_SHARE 0.74 /* of a row */
#define THICKEST 2.2
#define THIN_BAR 0.3
#define PATTERN_STEP 0.4
#define THIN_BAR_BELOW 0.62 /* of the note's size */

/* Between blocks, and the shortest block that is parted from the next. */
#define BLOCK_GAP 0.09
#define LEAST_BLOCK 0.5

static NscTypeStyle
number_style (const NscPlot *plot, const NscBar *bar)
{
  return nsc_bar_words_get_style (plot, bar->quiet ? NSC_WEIGHT_NORMAL : NSC_WEIGHT_BOLD);
}

static NscTypeStyle
second_style (const NscPlot *plot)
{
  return nsc_bar_words_get_style (plot, NSC_WEIGHT_NORMAL);
}

static NscTypeStyle
reference_style (const NscPlot *plot)
{
  return (NscTypeStyle) { MIN (plot->measures.note, plot->measures.label), NSC_WEIGHT_NORMAL };
}

static gboolean
has_reference (const NscBar *bar)
{
  return !isnan (bar->reference);
}

static double
base_x (const NscPlot *plot)
{
  return nsc_plot_map_x (plot, nsc_plot_get_base (plot));
}

/* A part of a bar between two distances from its beginning, which LENGTH says the side of. */
static void
add_part (const NscPlot *plot,
          const NscBar *bar,
          double length,
          double from,
          double to,
          double y,
          double thickness,
          NscScene *scene)
{
  double x = length < 0 ? base_x (plot) - to : base_x (plot) + from;

  nsc_pattern_add_rectangle (bar->pattern, scene, bar->color, plot->measures.outline,
                             PATTERN_STEP * plot->measures.label, x, y, to - from, thickness);
}

static void
add_bar (const BarMark *self,
         const NscPlot *plot,
         const NscBar *bar,
         double y,
         double length,
         double thickness,
         NscScene *scene)
{
  double block = self->block > 0 ? nsc_plot_get_length (plot, self->block) : 0;
  double gap = block >= LEAST_BLOCK * plot->measures.label ? BLOCK_GAP * plot->measures.label : 0;
  double reach = fabs (length);
  guint n_blocks = gap > 0 && bar->pattern == NSC_PATTERN_SOLID ? (guint) MAX (1, lround (reach / block)) : 1;

  if (reach <= 0)
    return;
  for (guint i = 0; i < n_blocks; i++)
    add_part (plot, bar, length, i * block, i + 1 == n_blocks ? reach : (i + 1) * block - gap, y, thickness, scene);
}

static void
bar_mark_free (NscMark *mark)
{
  BarMark *self = (BarMark *) mark;

  for (guint i = 0; i < self->n; i++)
    {
      g_free ((char *) self->bars[i].text);
      g_free ((char *) self->bars[i].second);
      g_free ((char *) self->bars[i].name);
      g_free ((char *) self->bars[i].reference_text);
    }
  g_free (self->bars);
  g_free (self);
}

static double
bar_mark_get_extra (const NscMark *mark, const NscPlot *plot, guint row)
{
  const BarMark *self = (const BarMark *) mark;

  return row < self->n && has_reference (&self->bars[row]) ? 1.1 * reference_style (plot).size : 0;
}

/* Words stand beyond the end of their bar, those of nothing, or of what has no place on the scale, beyond its
 * beginning.
 */
static NscReach
reach_of (const NscPlot *plot, double value, double words)
{
  if (isfinite (nsc_scale_map (plot->values, value)))
    return (NscReach) { value, value < nsc_plot_get_base (plot) ? -words : words };
  return (NscReach) { nsc_plot_get_base (plot), words };
}

static double
number_width (const NscPlot *plot, const NscBar *bar)
{
  return nsc_bar_words_measure (plot, bar->text, number_style (plot, bar)) +
         nsc_bar_words_measure (plot, bar->second, second_style (plot));
}

static guint
bar_mark_get_reaches (const NscMark *mark, const NscPlot *plot, guint row, NscReach *reaches)
{
  const BarMark *self = (const BarMark *) mark;
  const NscBar *bar;

  if (row >= self->n)
    return 0;
  bar = &self->bars[row];
  reaches[0] = (NscReach) { bar->value, 0 };
  reaches[1] = reach_of (plot, bar->value, number_width (plot, bar));
  if (!has_reference (bar))
    return 2;
  reaches[2] =
      reach_of (plot, bar->reference, nsc_bar_words_measure (plot, bar->reference_text, reference_style (plot)));
  return 3;
}

static gboolean
bar_mark_is_kept (const NscMark *mark, guint row)
{
  const BarMark *self = (const BarMark *) mark;

  return row < self->n && self->bars[row].kept;
}

static double
thickness_of (const NscPlot *plot)
{
  return MIN (plot->pitch * BAR_SHARE, THICKEST * plot->measures.label);
}

static NscSceneMark
locate (const NscPlot *plot, const NscRowPlace *place, const NscBar *bar, double length)
{
  double base = base_x (plot), thickness = thickness_of (plot);

  return (NscSceneMark) {
    .key = bar->key,
    .name = bar->name,
    .x = MIN (base, base + length),
    .y = place->y + (place->lane - thickness) / 2,
    .width = fabs (length),
    .height = thickness,
    .row_x = place->x,
    .row_y = place->y,
    .row_width = place->width,
    .row_height = place->height,
    .end_x = length < 0 ? base : base + length + number_width (plot, bar),
  };
}

static void
add_reference (const NscPlot *plot, const NscBar *bar, double middle, NscScene *scene)
{
  NscTypeStyle style = reference_style (plot);
  double thin = THIN_BAR * plot->measures.label;
  double below = middle + thickness_of (plot) / 2 + THIN_BAR_BELOW * style.size;
  double length = nsc_plot_get_length (plot, bar->reference), end = base_x (plot) + length;

  nsc_scene_add_rectangle (scene, NSC_COLOR_CONTEXT, 0, MIN (base_x (plot), end), below - thin / 2, fabs (length),
                           thin);
  nsc_bar_words_add (plot, scene, bar->reference_text, style, NSC_COLOR_TEXT_THIRD, length < 0, end, below);
}

static void
bar_mark_build_row (const NscMark *mark, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  const BarMark *self = (const BarMark *) mark;
  double middle = place->y + place->lane / 2;
  const NscBar *bar;
  NscSceneMark located;
  double length, end;

  if (place->row >= self->n)
    return;
  bar = &self->bars[place->row];
  length = nsc_plot_get_length (plot, bar->value);
  located = locate (plot, place, bar, length);
  if (!bar->quiet)
    nsc_scene_begin_mark (scene, &located);
  add_bar (self, plot, bar, located.y, length, located.height, scene);
  end = nsc_bar_words_add (plot, scene, bar->text, number_style (plot, bar),
                           bar->quiet ? NSC_COLOR_TEXT_THIRD : NSC_COLOR_TEXT, length < 0, base_x (plot) + length,
                           middle);
  nsc_bar_words_add (plot, scene, bar->second, second_style (plot), NSC_COLOR_TEXT_SECOND, length < 0, end, middle);
  if (has_reference (bar))
    add_reference (plot, bar, middle, scene);
  nsc_scene_end_mark (scene);
}

static const char *
bar_mark_get_row_name (const NscMark *mark, guint row)
{
  const BarMark *self = (const BarMark *) mark;

  return row < self->n ? self->bars[row].name : NULL;
}

static const NscMarkClass bar_mark_class = {
  .free = bar_mark_free,
  .get_extra = bar_mark_get_extra,
  .get_reaches = bar_mark_get_reaches,
  .is_kept = bar_mark_is_kept,
  .build_row = bar_mark_build_row,
  .get_row_name = bar_mark_get_row_name,
};

NscMark *
nsc_bar_mark_new (const NscBar *bars, guint n)
{
  BarMark *self = g_new0 (BarMark, 1);

  nsc_mark_init (&self->parent, &bar_mark_class);
  self->n = n;
  self->bars = g_new0 (NscBar, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->bars[i] = bars[i];
      self->bars[i].text = nsc_typesetter_clean (bars[i].text);
      self->bars[i].second = nsc_typesetter_clean (bars[i].second);
      self->bars[i].name = nsc_typesetter_clean (bars[i].name);
      self->bars[i].reference_text = nsc_typesetter_clean (bars[i].reference_text);
    }
  return &self->parent;
}

void
nsc_bar_mark_set_block (NscMark *mark, double block)
{
  BarMark *self = (BarMark *) mark;

  g_return_if_fail (mark->klass == &bar_mark_class);

  self->block = block;
}
