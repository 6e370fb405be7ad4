/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-bar-mark.h"

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
#define GAP 0.5
#define THIN_BAR_BELOW 0.62 /* of the note's size */

/* Between blocks, and the shortest block that is parted from the next. */
#define BLOCK_GAP 0.09
#define LEAST_BLOCK 0.5

/* A bar that is there is seen, however small its share. */
#define LEAST_LENGTH 0.75

static NscTypeStyle
number_style (const NscPlot *plot)
{
  return (NscTypeStyle) { plot->measures.label, NSC_WEIGHT_BOLD };
}

static NscTypeStyle
second_style (const NscPlot *plot)
{
  return (NscTypeStyle) { plot->measures.label, NSC_WEIGHT_NORMAL };
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
length_of (const NscPlot *plot, double value)
{
  double length = nsc_scale_map (plot->values, value) * plot->width;

  return value > 0 ? MAX (length, LEAST_LENGTH) : 0;
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
  double block = self->block > 0 ? length_of (plot, self->block) : 0;
  double gap = block >= LEAST_BLOCK * plot->measures.label ? BLOCK_GAP * plot->measures.label : 0;
  guint n_blocks = gap > 0 ? (guint) lround (length / block) : 1;

  if (!(length > 0))
    return;
  if (bar->fill == NSC_FILL_OUTLINE)
    {
      /* A short bar is still seen to be hollow. */
      nsc_scene_add_rectangle (scene, bar->color, MIN (plot->measures.outline, length / 3), plot->x, y, length,
                               thickness);
      return;
    }
  if (n_blocks <= 1)
    {
      nsc_scene_add_rectangle (scene, bar->color, 0, plot->x, y, length, thickness);
      return;
    }
  for (guint i = 0; i < n_blocks; i++)
    {
      double start = plot->x + i * block;
      double end = i + 1 == n_blocks ? plot->x + length : start + block - gap;

      nsc_scene_add_rectangle (scene, bar->color, 0, start, y, end - start, thickness);
    }
}

/* Puts words behind something that ends at X, and says where they end. */
static double
add_words (const NscPlot *plot,
           NscScene *scene,
           const char *text,
           NscTypeStyle style,
           NscColorRole color,
           double x,
           double middle)
{
  g_autoptr (GArray) lines = NULL;
  const NscTypeLine *line;

  if (text == NULL || *text == '\0')
    return x;
  lines = nsc_typesetter_set (plot->type, NULL, text, style, G_MAXINT16, 1, NSC_WRAP_FILLED);
  line = &g_array_index (lines, NscTypeLine, 0);
  x += GAP * style.size;
  nsc_scene_add_text (scene, color, style, NSC_ANCHOR_START, line, x, middle + NSC_TYPE_MIDDLE * style.size);
  return x + line->advance;
}

static double
words_width (const NscPlot *plot, const char *text, NscTypeStyle style)
{
  if (text == NULL || *text == '\0')
    return 0;
  return GAP * style.size + nsc_typesetter_measure (plot->type, text, style);
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

static guint
bar_mark_get_reaches (const NscMark *mark, const NscPlot *plot, guint row, NscReach *reaches)
{
  const BarMark *self = (const BarMark *) mark;
  const NscBar *bar;

  if (row >= self->n)
    return 0;
  bar = &self->bars[row];
  reaches[0] = (NscReach) { bar->value, words_width (plot, bar->text, number_style (plot)) +
                                            words_width (plot, bar->second, second_style (plot)) };
  if (!has_reference (bar))
    return 1;
  reaches[1] = (NscReach) { bar->reference, words_width (plot, bar->reference_text, reference_style (plot)) };
  return 2;
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
locate (const NscPlot *plot, const NscRowPlace *place, const NscBar *bar)
{
  double length = length_of (plot, bar->value), thickness = thickness_of (plot);

  return (NscSceneMark) {
    .key = bar->key,
    .name = bar->name,
    .x = plot->x,
    .y = place->y + (place->lane - thickness) / 2,
    .width = length,
    .height = thickness,
    .row_x = place->x,
    .row_y = place->y,
    .row_width = place->width,
    .row_height = place->height,
    .end_x = plot->x + length + words_width (plot, bar->text, number_style (plot)) +
             words_width (plot, bar->second, second_style (plot)),
  };
}

static void
bar_mark_build_row (const NscMark *mark, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  const BarMark *self = (const BarMark *) mark;
  double middle = place->y + place->lane / 2;
  double thickness = thickness_of (plot);
  const NscBar *bar;
  NscSceneMark located;
  double end;

  if (place->row >= self->n)
    return;
  bar = &self->bars[place->row];
  located = locate (plot, place, bar);
  nsc_scene_begin_mark (scene, &located);
  add_bar (self, plot, bar, middle - thickness / 2, located.width, thickness, scene);
  end = add_words (plot, scene, bar->text, number_style (plot), NSC_COLOR_TEXT, plot->x + located.width, middle);
  add_words (plot, scene, bar->second, second_style (plot), NSC_COLOR_TEXT_SECOND, end, middle);
  if (has_reference (bar))
    {
      NscTypeStyle style = reference_style (plot);
      double thin = THIN_BAR * plot->measures.label;
      double below = middle + thickness / 2 + THIN_BAR_BELOW * style.size;
      double reach = length_of (plot, bar->reference);

      nsc_scene_add_rectangle (scene, NSC_COLOR_CONTEXT, 0, plot->x, below - thin / 2, reach, thin);
      add_words (plot, scene, bar->reference_text, style, NSC_COLOR_TEXT_THIRD, plot->x + reach, below);
    }
  nsc_scene_end_mark (scene);
}

static const char *
bar_mark_get_row_name (const NscMark *mark, guint row)
{
  const BarMark *self = (const BarMark *) mark;

  return row < self->n ? self->bars[row].name : NULL;
}

static const NscMarkClass bar_mark_class = {
  .name = "bar",
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
