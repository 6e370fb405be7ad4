/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-series-mark.h"

#include "nsc-bar-words.h"
#include "nsc-scene-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  NscMark parent;
  NscSeriesArrangement arrangement;
  NscSeriesPart *parts; /* row by row; strings owned */
  guint n_series, n_rows;
  char **totals; /* one per row */
  char **names;  /* of the rows, a line for each part */
} SeriesMark;

#define MOST_SERIES (NSC_MOST_REACHES - 1)

/* Where a part of a stacked bar lies, from its base to the right. */
typedef struct
{
  guint series;
  double from, to;
} Stretch;

/* In heights of a plain row. */
#define BAR_SHARE 0.74
#define GROUPED_STEP 0.9
#define GROUPED_AIR 0.3

/* In type sizes. */
#define THICKEST 2.2
#define PART_GAP 0.09
#define GROUPED_GAP 0.12
#define PADDING 0.42
#define PLATE_HEIGHT 1.16
#define PATTERN_STEP 0.4

/* Of a part with a pattern. */
#define MOST_PLATE 0.7

static const NscSeriesPart *
part_of (const SeriesMark *self, guint row, guint series)
{
  return &self->parts[row * self->n_series + series];
}

static NscTypeStyle
end_style (const NscPlot *plot)
{
  return nsc_bar_words_get_style (plot, NSC_WEIGHT_BOLD);
}

static double
base_x (const NscPlot *plot)
{
  return nsc_plot_map_x (plot, nsc_plot_get_base (plot));
}

/* What PART adds to its side of a stacked bar; 0: nothing. */
static double
amount_of (const SeriesMark *self, const NscSeriesPart *part, gboolean negative)
{
  if (!isfinite (part->value) || (negative && self->arrangement == NSC_SERIES_SHARES))
    return 0;
  return negative ? MAX (0, -part->value) : MAX (0, part->value);
}

static double
sum_of (const SeriesMark *self, guint row, gboolean negative, guint *n)
{
  double sum = 0;

  *n = 0;
  for (guint i = 0; i < self->n_series; i++)
    {
      double amount = amount_of (self, part_of (self, row, i), negative);

      sum += amount;
      *n += amount > 0;
    }
  return sum;
}

/* How far the parts on one side reach together: each of them is seen. */
static double
length_of (const SeriesMark *self, const NscPlot *plot, double sum, guint n, gboolean negative)
{
  double min, max;

  nsc_scale_get_domain (plot->values, &min, &max);
  if (self->arrangement == NSC_SERIES_SHARES)
    sum = MAX (min, max);
  return MAX (fabs (nsc_plot_get_length (plot, negative ? -sum : sum)), n * NSC_LEAST_LENGTH);
}

/* Appends the stretches of one side from the base on. Those too short to be seen take from the others. */
static void
append_side (const SeriesMark *self, const NscPlot *plot, guint row, gboolean negative, GArray *stretches)
{
  guint n;
  double sum = sum_of (self, row, negative, &n);
  double length = n > 0 ? length_of (self, plot, sum, n, negative) : 0;
  double rest = length - n * NSC_LEAST_LENGTH;
  double at = 0, surplus = 0;

  for (guint i = 0; n > 0 && i < self->n_series; i++)
    surplus += MAX (0, amount_of (self, part_of (self, row, i), negative) / sum * length - NSC_LEAST_LENGTH);
  for (guint i = 0; n > 0 && i < self->n_series; i++)
    {
      double amount = amount_of (self, part_of (self, row, i), negative);
      double own = MAX (0, amount / sum * length - NSC_LEAST_LENGTH);
      double to = at + NSC_LEAST_LENGTH + (surplus > 0 ? own * rest / surplus : 0);
      Stretch stretch = { i, negative ? -to : at, negative ? -at : to };

      if (amount <= 0)
        continue;
      if (negative)
        g_array_prepend_val (stretches, stretch);
      else
        g_array_append_val (stretches, stretch);
      at = to;
    }
}

/* From left to right. */
static GArray *
find_stretches (const SeriesMark *self, const NscPlot *plot, guint row)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  append_side (self, plot, row, TRUE, stretches);
  append_side (self, plot, row, FALSE, stretches);
  return stretches;
}

static void
add_bar (const NscPlot *plot, const NscSeriesPart *part, const NscSceneMark *located, NscScene *scene)
{
  nsc_pattern_add_rectangle (part->pattern, scene, part->color, plot->measures.outline,
                             PATTERN_STEP * plot->measures.label, located->x, located->y, located->width,
                             located->height);
}

/* The number in its part, at the end that is farther from the base, if it fits; where there is a pattern, on a plate
 * that leaves enough of it to be seen. */
static void
add_inside (
    const NscPlot *plot, const NscSeriesPart *part, const NscSceneMark *located, gboolean leftwards, NscScene *scene)
{
  NscTypeStyle style = nsc_bar_words_get_style (plot, NSC_WEIGHT_SEMIBOLD);
  gboolean is_solid = part->pattern == NSC_PATTERN_SOLID;
  gboolean has_plate = !is_solid && part->pattern != NSC_PATTERN_OUTLINE;
  double padding = PADDING * style.size, line_width = is_solid ? 0 : plot->measures.outline;
  double height = MIN (PLATE_HEIGHT * style.size, located->height - 2 * line_width);
  double bottom = located->y + (located->height + height) / 2;
  double baseline = located->y + located->height / 2 + NSC_TYPE_MIDDLE * style.size;
  g_autoptr (GArray) lines = nsc_typesetter_set (plot->type, NULL, part->text, style, G_MAXINT16, 1, NSC_WRAP_FILLED);
  const NscTypeLine *line = &g_array_index (lines, NscTypeLine, 0);
  double x = leftwards ? located->x + padding : located->x + located->width - padding - line->advance;

  if (*line->text == '\0' || line->advance + 2 * padding > located->width * (has_plate ? MOST_PLATE : 1) ||
      baseline + line->ink_descent > bottom || baseline - line->ink_ascent < bottom - height)
    return;
  if (has_plate)
    nsc_scene_add_rectangle (scene, NSC_COLOR_PAPER, 0, x - padding / 2, bottom - height, line->advance + padding,
                             height);
  nsc_scene_add_text (scene, is_solid ? nsc_scene_choose_words (scene, part->color) : NSC_COLOR_TEXT, style,
                      NSC_ANCHOR_START, line, x, baseline);
}

static void
series_mark_free (NscMark *mark)
{
  SeriesMark *self = (SeriesMark *) mark;

  for (guint i = 0; i < self->n_series * self->n_rows; i++)
    {
      g_free ((char *) self->parts[i].text);
      g_free ((char *) self->parts[i].name);
    }
  g_free (self->parts);
  g_strfreev (self->totals);
  g_strfreev (self->names);
  g_free (self);
}

static double
series_mark_get_lanes (const NscMark *mark, guint row)
{
  const SeriesMark *self = (const SeriesMark *) mark;

  if (self->arrangement != NSC_SERIES_GROUPED || row >= self->n_rows)
    return 1;
  return MAX (1, self->n_series * GROUPED_STEP + GROUPED_AIR);
}

static guint
reaches_of_group (const SeriesMark *self, const NscPlot *plot, guint row, NscReach *reaches)
{
  for (guint i = 0; i < self->n_series; i++)
    {
      const NscSeriesPart *part = part_of (self, row, i);
      double words = nsc_bar_words_measure (plot, part->text, end_style (plot));
      double base = nsc_plot_get_base (plot);

      reaches[i + 1] = isfinite (nsc_scale_map (plot->values, part->value))
                           ? (NscReach) { part->value, part->value < base ? -words : words }
                           : (NscReach) { base, words };
    }
  /* A row of several numbers has none of its own. */
  reaches[0] = (NscReach) { NAN, 0 };
  return self->n_series + 1;
}

static guint
series_mark_get_reaches (const NscMark *mark, const NscPlot *plot, guint row, NscReach *reaches)
{
  const SeriesMark *self = (const SeriesMark *) mark;
  double words, more, less;
  guint n_more, n_less;

  if (row >= self->n_rows || self->n_series == 0)
    return 0;
  if (self->arrangement == NSC_SERIES_GROUPED)
    return reaches_of_group (self, plot, row, reaches);
  words = nsc_bar_words_measure (plot, self->totals[row], end_style (plot));
  more = sum_of (self, row, FALSE, &n_more);
  less = sum_of (self, row, TRUE, &n_less);
  if (n_more > 0 && self->arrangement == NSC_SERIES_SHARES)
    {
      double min, max;

      nsc_scale_get_domain (plot->values, &min, &max);
      more = MAX (min, max);
    }
  /* That shares fill the domain is no number of theirs. */
  reaches[0] = (NscReach) { self->arrangement == NSC_SERIES_SHARES ? NAN : more - less, 0 };
  reaches[1] = (NscReach) { more, words };
  /* The parts are seen, however small they are. */
  reaches[2] = (NscReach) { nsc_plot_get_base (plot), n_more * NSC_LEAST_LENGTH + words };
  reaches[3] = (NscReach) { nsc_plot_get_base (plot), -(n_less * NSC_LEAST_LENGTH) };
  return 4;
}

/* The mark of PART, as high as a plain bar or THICKNESS. */
static NscSceneMark
locate (const NscRowPlace *place, const NscSeriesPart *part, double x, double width, double middle, double thickness)
{
  return (NscSceneMark) {
    .key = part->key,
    .name = part->name,
    .x = x,
    .y = middle - thickness / 2,
    .width = width,
    .height = thickness,
    .row_x = place->x,
    .row_y = place->y,
    .row_width = place->width,
    .row_height = place->height,
    .end_x = x + width,
  };
}

/* One bar below the other; each answers for its height, those at the ends for the rest of the row. */
static void
build_group (const SeriesMark *self, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  double step = MIN ((place->lane - GROUPED_AIR * plot->pitch) / self->n_series, plot->pitch * GROUPED_STEP);
  double thickness = step - MIN (GROUPED_GAP * plot->measures.label, step / 4);
  double top = place->y + (place->lane - self->n_series * step) / 2;

  for (guint i = 0; i < self->n_series; i++)
    {
      const NscSeriesPart *part = part_of (self, place->row, i);
      double length = nsc_plot_get_length (plot, part->value), end = base_x (plot) + length;
      double middle = top + (i + 0.5) * step;
      NscSceneMark located =
          locate (place, part, MIN (base_x (plot), end), fabs (length), middle, MIN (thickness, step));
      NscScenePart before;

      if (i > 0)
        located.row_y = top + i * step;
      located.row_height = (i + 1 < self->n_series ? top + (i + 1) * step : place->y + place->height) - located.row_y;
      located.end_x += length < 0 ? 0 : nsc_bar_words_measure (plot, part->text, end_style (plot));
      before = nsc_scene_set_series (scene, NSC_SERIES_FIRST_INDEX + (int) i, NAN);
      nsc_scene_begin_mark (scene, &located);
      add_bar (plot, part, &located, scene);
      nsc_bar_words_add (plot, scene, part->text, end_style (plot), NSC_COLOR_TEXT, length < 0, end, middle);
      nsc_scene_end_mark (scene);
      nsc_scene_set_part (scene, before);
    }
}

/* Part by part from left to right; each answers for its width, those at the ends for the rest of the row. */
static void
build_stack (const SeriesMark *self, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  g_autoptr (GArray) stretches = find_stretches (self, plot, place->row);
  double thickness = MIN (plot->pitch * BAR_SHARE, THICKEST * plot->measures.label);
  double middle = place->y + place->lane / 2, base = base_x (plot);
  /* A row of which nothing is drawn still answers. */
  Stretch nothing = { 0, 0, 0 };

  if (stretches->len == 0)
    g_array_append_val (stretches, nothing);
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      const NscSeriesPart *part = part_of (self, place->row, stretch->series);
      gboolean is_left = stretch->to <= 0 && stretch->from < 0, is_last = i + 1 == stretches->len;
      gboolean is_outer = is_left ? i == 0 : is_last;
      double length = stretch->to - stretch->from;
      double gap = is_outer ? 0 : MIN (PART_GAP * plot->measures.label, length / 3);
      NscSceneMark located =
          locate (place, part, base + stretch->from + (is_left ? gap : 0), length - gap, middle, thickness);
      double right = is_last ? place->x + place->width : base + stretch->to;
      NscScenePart before;

      located.row_x = i == 0 ? place->x : base + stretch->from;
      located.row_width = right - located.row_x;
      before = nsc_scene_set_series (scene, NSC_SERIES_FIRST_INDEX + (int) stretch->series, NAN);
      nsc_scene_begin_mark (scene, &located);
      add_bar (plot, part, &located, scene);
      add_inside (plot, part, &located, is_left, scene);
      if (is_last)
        nsc_bar_words_add (plot, scene, self->totals[place->row], end_style (plot), NSC_COLOR_TEXT, FALSE,
                           base + MAX (0, stretch->to), middle);
      nsc_scene_end_mark (scene);
      nsc_scene_set_part (scene, before);
    }
}

static void
series_mark_build_row (const NscMark *mark, const NscPlot *plot, const NscRowPlace *place, NscScene *scene)
{
  const SeriesMark *self = (const SeriesMark *) mark;

  if (place->row >= self->n_rows || self->n_series == 0)
    return;
  if (self->arrangement == NSC_SERIES_GROUPED)
    build_group (self, plot, place, scene);
  else
    build_stack (self, plot, place, scene);
}

static const char *
series_mark_get_row_name (const NscMark *mark, guint row)
{
  const SeriesMark *self = (const SeriesMark *) mark;

  return row < self->n_rows ? self->names[row] : NULL;
}

static const NscMarkClass series_mark_class = {
  .free = series_mark_free,
  .get_lanes = series_mark_get_lanes,
  .get_reaches = series_mark_get_reaches,
  .build_row = series_mark_build_row,
  .get_row_name = series_mark_get_row_name,
};

/* A part whose name is empty is not told. */
static char *
dup_row_name (const SeriesMark *self, guint row)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < self->n_series; i++)
    if (*part_of (self, row, i)->name != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? "\n" : "", part_of (self, row, i)->name);
  return g_string_free (name, FALSE);
}

NscMark *
nsc_series_mark_new (NscSeriesArrangement arrangement,
                     const NscSeriesPart *parts,
                     guint n_series,
                     guint n_rows,
                     const char *const *totals)
{
  SeriesMark *self;

  g_return_val_if_fail (n_series <= MOST_SERIES, NULL);

  self = g_new0 (SeriesMark, 1);
  nsc_mark_init (&self->parent, &series_mark_class);
  self->arrangement = arrangement;
  self->n_series = n_series;
  self->n_rows = n_rows;
  self->parts = g_new0 (NscSeriesPart, n_series * n_rows + 1);
  self->totals = g_new0 (char *, n_rows + 1);
  self->names = g_new0 (char *, n_rows + 1);
  for (guint i = 0; i < n_series * n_rows; i++)
    {
      self->parts[i] = parts[i];
      self->parts[i].text = nsc_typesetter_clean (parts[i].text);
      self->parts[i].name = nsc_typesetter_clean (parts[i].name);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      self->totals[row] = nsc_typesetter_clean (totals != NULL ? totals[row] : NULL);
      self->names[row] = dup_row_name (self, row);
    }
  return &self->parent;
}
