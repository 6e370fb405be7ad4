/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reference-mark.h"

#include "nsc-text-block.h"
#include "nsc-word-places.h"

#include <math.h>

typedef struct
{
  NscMark parent;
  NscReference reference; /* its text owned */
} ReferenceMark;

/* In type sizes. */
#define LEADING 1.25
#define MOST_WORDS 16.0
#define GAP_BELOW_WORDS 0.35
#define GAP_BESIDE_WORDS 0.3

#define WORDS_LINES 2

/* A part of the domain, as shares of it. */
typedef struct
{
  double from, to;
} Part;

static NscTypeStyle
words_style (const NscPlot *plot)
{
  return (NscTypeStyle) { MIN (plot->measures.note, plot->measures.label), NSC_WEIGHT_NORMAL };
}

static gboolean
is_band (const ReferenceMark *self)
{
  return !isnan (self->reference.to);
}

static const NscScale *
scale_of (const ReferenceMark *self, const NscPlot *plot)
{
  return self->reference.direction == NSC_REFERENCE_ACROSS_HEIGHTS ? plot->heights : plot->values;
}

/* FALSE where nothing of it lies in the domain. */
static gboolean
find_part (const ReferenceMark *self, const NscPlot *plot, Part *part)
{
  const NscScale *scale = scale_of (self, plot);
  double from, to;

  if (scale == NULL)
    return FALSE;
  from = nsc_scale_map (scale, self->reference.value);
  to = is_band (self) ? nsc_scale_map (scale, self->reference.to) : from;
  if (!isfinite (from) || !isfinite (to) || MAX (from, to) < 0 || MIN (from, to) > 1)
    return FALSE;
  *part = (Part) { CLAMP (MIN (from, to), 0, 1), CLAMP (MAX (from, to), 0, 1) };
  return TRUE;
}

static NscTextBlock *
set_words (const ReferenceMark *self, const NscPlot *plot)
{
  NscTypeStyle style = words_style (plot);

  return nsc_text_block_new (plot->type, NULL, self->reference.text, style, LEADING * style.size,
                             MIN (plot->width, MOST_WORDS * style.size), WORDS_LINES, NSC_WRAP_BALANCED);
}

/* Above what ends at BOTTOM, in the middle of it as far as they stay beside the domain; they cover lines that come from
 * above. */
static void
add_words_above (const ReferenceMark *self, const NscPlot *plot, double middle, double bottom, NscScene *scene)
{
  g_autoptr (NscTextBlock) block = set_words (self, plot);
  NscTypeStyle style = words_style (plot);
  double leading = nsc_text_block_get_leading (block), gap = GAP_BESIDE_WORDS * style.size;
  double top = bottom - GAP_BELOW_WORDS * style.size - nsc_text_block_get_height (block);

  for (guint i = 0; i < nsc_text_block_get_n_lines (block); i++)
    {
      const NscTypeLine *line = nsc_text_block_get_line (block, i);
      double width = MIN (line->advance, plot->width), end = plot->x + plot->width;
      double x = CLAMP (middle - width / 2, plot->x, end - width);
      double left = MAX (plot->x, x - gap), right = MIN (end, x + width + gap);

      nsc_scene_add_rectangle (scene, NSC_COLOR_PAPER, 0, left, top + i * leading, right - left, leading);
      nsc_scene_add_text (scene, NSC_COLOR_TEXT_SECOND, style, NSC_ANCHOR_START, line, x,
                          top + (i + 0.5) * leading + NSC_TYPE_MIDDLE * style.size);
    }
}

/* On top of a line or in a band at the left of a plane, else at its right, or below. */
static void
add_words_along (const ReferenceMark *self, const NscPlot *plot, double y, NscWordPlaces *places, NscScene *scene)
{
  NscTypeStyle style = words_style (plot);
  g_autoptr (GArray) lines =
      nsc_typesetter_set (plot->type, NULL, self->reference.text, style, plot->width, 1, NSC_WRAP_FILLED);
  const NscTypeLine *line = &g_array_index (lines, NscTypeLine, 0);
  double half = (line->ink_right - line->ink_left) / 2;
  const double middles[] = { plot->x + half, plot->x + plot->width - half };

  for (guint insist = 0; insist < 2; insist++)
    for (NscBeside beside = NSC_BESIDE_ABOVE; beside <= NSC_BESIDE_BELOW; beside++)
      for (gsize i = 0; i < G_N_ELEMENTS (middles); i++)
        if (nsc_word_places_add (places, line, style, NSC_COLOR_TEXT_SECOND, beside, insist,
                                 (NscPoint) { middles[i], y }, 0, scene))
          return;
}

static void
add_line (const ReferenceMark *self, const NscPlot *plot, double x, double y, double x2, double y2, NscScene *scene)
{
  double width = plot->measures.outline;
  NscDash dash = { self->reference.dash.on * width, self->reference.dash.off * width };

  nsc_scene_add_dashed (scene, self->reference.color, width, dash, x, y, x2, y2);
}

static void
build_across_values (
    const ReferenceMark *self, const NscPlot *plot, const Part *part, double y, double height, NscScene *scene)
{
  double from = plot->x + part->from * plot->width, to = plot->x + part->to * plot->width;

  if (is_band (self))
    nsc_scene_add_rectangle (scene, NSC_COLOR_TINT_OF (self->reference.color), 0, from, y,
                             MAX (to - from, NSC_LEAST_LENGTH), height);
  else
    add_line (self, plot, from, y, from, y + height, scene);
  if (*self->reference.text != '\0')
    add_words_above (self, plot, (from + to) / 2, y, scene);
}

static void
build_across_heights (const ReferenceMark *self, const NscPlot *plot, const Part *part, NscScene *scene)
{
  double top = plot->y + (1 - part->to) * plot->height, bottom = plot->y + (1 - part->from) * plot->height;

  if (is_band (self))
    nsc_scene_add_rectangle (scene, NSC_COLOR_TINT_OF (self->reference.color), 0, plot->x, top, plot->width,
                             MAX (bottom - top, NSC_LEAST_LENGTH));
  else
    add_line (self, plot, plot->x, top, plot->x + plot->width, top, scene);
}

static void
reference_mark_free (NscMark *mark)
{
  ReferenceMark *self = (ReferenceMark *) mark;

  g_free ((char *) self->reference.text);
  g_free (self);
}

static double
reference_mark_get_head (const NscMark *mark, const NscPlot *plot)
{
  const ReferenceMark *self = (const ReferenceMark *) mark;
  g_autoptr (NscTextBlock) block = NULL;
  Part part;

  if (self->reference.direction == NSC_REFERENCE_ACROSS_HEIGHTS || *self->reference.text == '\0' ||
      !find_part (self, plot, &part))
    return 0;
  block = set_words (self, plot);
  return nsc_text_block_get_height (block) + GAP_BELOW_WORDS * words_style (plot).size;
}

static void
reference_mark_build_behind (const NscMark *mark, const NscPlot *plot, double y, double height, NscScene *scene)
{
  const ReferenceMark *self = (const ReferenceMark *) mark;
  Part part;

  if (!find_part (self, plot, &part))
    return;
  if (self->reference.direction == NSC_REFERENCE_ACROSS_HEIGHTS)
    build_across_heights (self, plot, &part, scene);
  else
    build_across_values (self, plot, &part, y, height, scene);
}

/* Words in a plane stand beside what is drawn there. */
static void
reference_mark_build_words (
    const NscMark *mark, const NscPlot *plot, guint first, NscWordPlaces *places, NscScene *scene)
{
  const ReferenceMark *self = (const ReferenceMark *) mark;
  Part part;

  if (self->reference.direction == NSC_REFERENCE_ACROSS_HEIGHTS && *self->reference.text != '\0' &&
      find_part (self, plot, &part))
    add_words_along (self, plot, plot->y + (1 - part.to) * plot->height, places, scene);
}

static guint
reference_mark_get_n_names (const NscMark *mark)
{
  return *((const ReferenceMark *) mark)->reference.text != '\0' ? 1 : 0;
}

static const char *
reference_mark_get_name (const NscMark *mark, guint index)
{
  return ((const ReferenceMark *) mark)->reference.text;
}

static const NscMarkClass reference_mark_class = {
  .free = reference_mark_free,
  .get_head = reference_mark_get_head,
  .build_words = reference_mark_build_words,
  .get_n_names = reference_mark_get_n_names,
  .get_name = reference_mark_get_name,
  .build_behind = reference_mark_build_behind,
};

NscMark *
nsc_reference_mark_new (const NscReference *reference)
{
  ReferenceMark *self = g_new0 (ReferenceMark, 1);

  nsc_mark_init (&self->parent, &reference_mark_class);
  self->reference = *reference;
  self->reference.text = nsc_typesetter_clean (reference->text);
  return &self->parent;
}
