/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-layout.h"

#include "nsc-scene-private.h"
#include "nsc-ticks.h"

#include "nsc-text.h"
#include "nsc-words.h"

#include <math.h>
#include <string.h>

struct _NscRowLayout
{
  NscFigure *figure;
  const NscTheme *theme;
  NscMeasures measures;
  double left, right; /* ends of the rows, labels included */
  NscPlot plot;
  guint n;
  GPtrArray *labels; /* of GArray of NscTypeLine */
  double *leadings;  /* from one line of a label to the next, one per row */
  double *extras;    /* what the marks add below each lane */
  double *lanes;     /* how many times the height of a plain row each lane is at least */
  gboolean *folded;  /* one per row */
  guint n_folded;
};

/* In type sizes. */
#define LABEL_LEADING 1.22
#define LABEL_GAP 0.9
#define LEAST_PITCH 1.25
#define LANES_CLOSE_UP 0.85

/* In shares of the width. */
#define MOST_FOR_LABELS 0.44
#define LEAST_FOR_LABELS 0.1
#define LEAST_FOR_VALUES 0.16

/* In rows: how far apart they may go where a page is taller than they need. */
#define MOST_PITCH 1.5

#define LABEL_LINES 3

static const NscAxis *
rows_of (const NscRowLayout *self)
{
  return nsc_figure_get_rows (self->figure);
}

static NscTypeStyle
label_style (const NscRowLayout *self)
{
  return (NscTypeStyle) { self->plot.measures.label, NSC_WEIGHT_NORMAL };
}

static gboolean
has_ticks (const NscRowLayout *self)
{
  const NscAxis *values = nsc_figure_get_values (self->figure);

  return values != NULL && !nsc_axis_is_quiet (values);
}

static double
ticks_height (const NscRowLayout *self)
{
  return has_ticks (self) ? nsc_ticks_get_height (&self->plot) : 0;
}

static gboolean
is_kept (const NscRowLayout *self, guint row)
{
  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, 0); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, 0, i);

      if (mark->klass->is_kept != NULL && mark->klass->is_kept (mark, row))
        return TRUE;
    }
  return FALSE;
}

static guint
reaches_of (const NscRowLayout *self, guint row, guint mark_index, NscReach *reaches)
{
  const NscMark *mark = nsc_figure_get_mark (self->figure, 0, mark_index);

  return mark->klass->get_reaches != NULL ? mark->klass->get_reaches (mark, &self->plot, row, reaches) : 0;
}

/* How far marks stand out to the left of the values. */
static double
lead_of (const NscRowLayout *self)
{
  double lead = 0;

  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, 0); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, 0, i);

      if (mark->klass->get_lead != NULL)
        lead = MAX (lead, mark->klass->get_lead (mark, &self->plot));
    }
  return lead;
}

static GArray *
collect_reaches (const NscRowLayout *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (NscReach));

  for (guint row = 0; row < self->n; row++)
    for (guint i = 0; !self->folded[row] && i < nsc_figure_get_n_marks (self->figure, 0); i++)
      {
        NscReach reaches[NSC_MOST_REACHES];

        g_array_append_vals (all, reaches, reaches_of (self, row, i, reaches));
      }
  return all;
}

/* The widest that the domain of values may be drawn so that each reach stays within WIDTH. */
static double
widest_values (const NscRowLayout *self, const GArray *reaches, double width)
{
  double widest = has_ticks (self) ? width - nsc_ticks_get_overhang (&self->plot) : width;

  for (guint i = 0; i < reaches->len; i++)
    {
      const NscReach *reach = &g_array_index (reaches, NscReach, i);
      double unit = nsc_scale_map (self->plot.values, reach->value);

      if (unit > 0)
        widest = MIN (widest, (width - reach->words) / unit);
      else if (reach->words > width)
        widest = -1;
    }
  return widest;
}

static double
set_labels (NscRowLayout *self, double limit, guint max_lines)
{
  double widest = 0;

  g_ptr_array_set_size (self->labels, 0);
  for (guint row = 0; row < self->n; row++)
    {
      GArray *lines =
          nsc_typesetter_set (self->plot.type, NULL, nsc_axis_get_label (rows_of (self), row), label_style (self),
                              limit, max_lines, max_lines > 1 ? NSC_WRAP_BALANCED : NSC_WRAP_FILLED);

      self->leadings[row] = LABEL_LEADING * self->plot.measures.label;
      for (guint i = 0; i < lines->len && !self->folded[row]; i++)
        {
          const NscTypeLine *line = &g_array_index (lines, NscTypeLine, i);

          widest = MAX (widest, MAX (line->advance, line->ink_right));
          self->leadings[row] = MAX (self->leadings[row], line->ink_ascent + line->ink_descent);
        }
      g_ptr_array_add (self->labels, lines);
    }
  return widest;
}

/* Parts the width between labels and marks. */
static gboolean
settle_width (NscRowLayout *self, double size, guint max_lines)
{
  double width = self->right - self->left;
  double most_words = 0;
  double limit, labels;
  g_autoptr (GArray) reaches = NULL;

  self->plot.measures.label = size;
  reaches = collect_reaches (self);
  for (guint i = 0; i < reaches->len; i++)
    most_words = MAX (most_words, g_array_index (reaches, NscReach, i).words);
  limit = MIN (MOST_FOR_LABELS * width, (1 - LEAST_FOR_VALUES) * width - most_words - LABEL_GAP * size);
  if (limit < LEAST_FOR_LABELS * width || limit < 2 * size)
    return FALSE;
  labels = set_labels (self, limit, max_lines);
  self->plot.x = self->left + labels + MAX (labels > 0 ? LABEL_GAP * size : 0, lead_of (self));
  self->plot.width = widest_values (self, reaches, self->right - self->plot.x);
  for (guint row = 0; row < self->n; row++)
    {
      self->extras[row] = 0;
      self->lanes[row] = 1;
      for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, 0); i++)
        {
          const NscMark *mark = nsc_figure_get_mark (self->figure, 0, i);

          if (mark->klass->get_extra != NULL)
            self->extras[row] = MAX (self->extras[row], mark->klass->get_extra (mark, &self->plot, row));
          if (mark->klass->get_lanes != NULL)
            self->lanes[row] = MAX (self->lanes[row], mark->klass->get_lanes (mark, row));
        }
    }
  return self->plot.width > 0;
}

/* Lines of a label stand closer together than rows. */
static double
lane_of (const NscRowLayout *self, guint row, double pitch)
{
  const GArray *lines = g_ptr_array_index (self->labels, row);
  double line = self->leadings[row];

  return MAX (pitch * self->lanes[row], lines->len * line + MAX (0, pitch - line) * 0.85);
}

static double
height_at (const NscRowLayout *self, double pitch)
{
  double height = ticks_height (self) + (self->n_folded > 0 ? pitch : 0);

  for (guint row = 0; row < self->n; row++)
    if (!self->folded[row])
      height += lane_of (self, row, pitch) + self->extras[row];
  return height;
}

/* Rows of several lanes close up more than a line of type can. */
static double
least_pitch (const NscRowLayout *self)
{
  double lanes = INFINITY;

  for (guint row = 0; row < self->n; row++)
    lanes = MIN (lanes, self->lanes[row]);
  return LEAST_PITCH * self->plot.measures.label * (lanes >= 2 ? LANES_CLOSE_UP : 1);
}

/* Sets the rows as far apart as HEIGHT allows, up to MOST. */
static gboolean
settle_pitch (NscRowLayout *self, double height, double most)
{
  double low = least_pitch (self), high = MAX (low, most);

  if (height_at (self, low) > height)
    return FALSE;
  for (guint i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;

      if (height_at (self, middle) <= height)
        low = middle;
      else
        high = middle;
    }
  self->plot.pitch = low;
  return TRUE;
}

/* Folds as few rows as it takes. */
static gboolean
fold_tail (NscRowLayout *self, double height)
{
  double pitch = least_pitch (self);
  double rest = height - height_at (self, pitch) - pitch;

  for (guint row = self->n; row > 0 && rest < 0; row--)
    {
      if (is_kept (self, row - 1))
        continue;
      rest += lane_of (self, row - 1, pitch) + self->extras[row - 1];
      self->folded[row - 1] = TRUE;
      self->n_folded++;
    }
  /* Labels and numbers that are not shown take no width either. */
  return rest >= 0 && self->n_folded > 0 && settle_width (self, self->plot.measures.label, 1) &&
         settle_pitch (self, height, MOST_PITCH * self->measures.row);
}

/* Few rows on a page with room to spare, such as a slide, are set larger. */
static gboolean
enlarge (NscRowLayout *self, double height)
{
  double label = self->measures.label;
  double pitch = self->measures.row / label;

  for (double size = self->measures.label_most; size > label * 1.02; size -= label * 0.05)
    if (self->n * size * pitch <= height && settle_width (self, size, LABEL_LINES) &&
        height_at (self, size * pitch) <= height)
      return settle_pitch (self, height, MOST_PITCH * size * pitch);
  return FALSE;
}

static gboolean
fit_height (NscRowLayout *self, double height)
{
  const guint lines[] = { LABEL_LINES, 2, 1 };
  double label = self->measures.label, least = MIN (label, self->measures.least);

  if (enlarge (self, height))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (settle_width (self, label, lines[i]) && settle_pitch (self, height, MOST_PITCH * self->measures.row))
      return TRUE;
  for (guint i = 1; i <= 3; i++)
    if (settle_width (self, label - (label - least) * i / 3, 1) &&
        settle_pitch (self, height, MOST_PITCH * self->measures.row))
      return TRUE;
  return settle_width (self, least, 1) && fold_tail (self, height);
}

static char *
fold_words (const NscRowLayout *self)
{
  const char *language = nsc_figure_get_language (self->figure);
  g_autofree char *number = nsc_text_integer (language, self->n_folded);
  g_autofree char *from = NULL, *to = NULL;
  double least = INFINITY, most = -INFINITY;

  for (guint row = 0; row < self->n; row++)
    {
      NscReach reaches[NSC_MOST_REACHES];

      if (self->folded[row] && reaches_of (self, row, 0, reaches) > 0)
        {
          least = MIN (least, reaches[0].value);
          most = MAX (most, reaches[0].value);
        }
    }
  from = nsc_text_integer (language, (gint64) MIN (least, 9e18));
  to = nsc_text_integer (language, (gint64) MIN (most, 9e18));
  if (least < most)
    /* Translators: rows without room of their own: how many, and the least and the greatest of their numbers. */
    return g_strdup_printf (nsc_words_get (language, "%1$s more, with %2$s to %3$s each"), number, from, to);
  /* Translators: rows without room of their own: how many, and the number that each of them has. */
  return g_strdup_printf (
      nsc_words_get_plural (language, "%1$s more, with %2$s", "%1$s more, with %2$s each", self->n_folded), number,
      from);
}

static void
build_fold (NscRowLayout *self, double y, NscScene *scene)
{
  g_autofree char *words = fold_words (self);
  double width = self->right - self->left;
  NscTypeStyle style = label_style (self);
  g_autoptr (GArray) lines = nsc_typesetter_set (self->plot.type, NULL, words, style, width, 1, NSC_WRAP_FILLED);

  nsc_scene_begin_mark (scene, &(NscSceneMark) {
                                   .key = NSC_KEY_FOLDED,
                                   .name = words,
                                   .x = self->left,
                                   .y = y,
                                   .width = width,
                                   .height = self->plot.pitch,
                                   .row_x = self->left,
                                   .row_y = y,
                                   .row_width = width,
                                   .row_height = self->plot.pitch,
                                   .end_x = self->right,
                               });
  nsc_scene_add_text (scene, NSC_COLOR_TEXT_SECOND, style, NSC_ANCHOR_START, &g_array_index (lines, NscTypeLine, 0),
                      self->left, y + self->plot.pitch / 2 + NSC_TYPE_MIDDLE * style.size);
  nsc_scene_end_mark (scene);
}

static void
build_label (NscRowLayout *self, const NscRowPlace *place, NscScene *scene)
{
  const GArray *lines = g_ptr_array_index (self->labels, place->row);
  NscTypeStyle style = label_style (self);
  double leading = self->leadings[place->row];
  double middle = place->y + place->lane / 2 - (lines->len - 1) * leading / 2;
  NscColorRole color = nsc_axis_is_second (rows_of (self), place->row) ? NSC_COLOR_TEXT_SECOND : NSC_COLOR_TEXT;

  for (guint i = 0; i < lines->len; i++)
    {
      const NscTypeLine *line = &g_array_index (lines, NscTypeLine, i);

      nsc_scene_add_text (scene, color, style, NSC_ANCHOR_START, line,
                          self->left - nsc_type_line_get_hang (line, style),
                          middle + i * leading + NSC_TYPE_MIDDLE * style.size);
    }
}

/* The label comes first, as it is read; it is part of the first mark of its row. */
static void
build_row (NscRowLayout *self, const NscRowPlace *place, NscScene *scene)
{
  guint first_item = nsc_scene_get_n_items (scene), first_mark = nsc_scene_get_n_marks (scene);
  guint n_items;

  build_label (self, place, scene);
  n_items = nsc_scene_get_n_items (scene) - first_item;
  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, 0); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, 0, i);

      if (mark->klass->build_row != NULL)
        mark->klass->build_row (mark, &self->plot, place, scene);
    }
  if (nsc_scene_get_n_marks (scene) > first_mark)
    nsc_scene_adopt (scene, first_item, n_items, first_mark);
}

/* What lies behind all rows, such as a grid or the line of a limit. */
static void
build_behind (NscRowLayout *self, double y, double height, NscScene *scene)
{
  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, 0); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, 0, i);

      if (mark->klass->build_behind != NULL)
        mark->klass->build_behind (mark, &self->plot, y, height, scene);
    }
}

NscRowLayout *
nsc_row_layout_new (
    NscFigure *figure, const NscTheme *theme, NscTypesetter *type, NscMeasures measures, double left, double right)
{
  NscRowLayout *self = g_new0 (NscRowLayout, 1);
  const NscAxis *values = nsc_figure_get_values (figure);

  self->figure = figure;
  self->theme = theme;
  self->measures = measures;
  self->left = left;
  self->right = right;
  self->n = nsc_figure_get_n_rows (figure);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->leadings = g_new0 (double, self->n + 1);
  self->extras = g_new0 (double, self->n + 1);
  self->lanes = g_new0 (double, self->n + 1);
  self->folded = g_new0 (gboolean, self->n + 1);
  self->plot = (NscPlot) { .language = nsc_figure_get_language (figure),
                           .type = type,
                           .measures = measures,
                           .values = values != NULL ? nsc_axis_get_scale (values) : NULL };
  return self;
}

void
nsc_row_layout_free (NscRowLayout *self)
{
  g_ptr_array_unref (self->labels);
  g_free (self->leadings);
  g_free (self->extras);
  g_free (self->lanes);
  g_free (self->folded);
  g_free (self);
}

gboolean
nsc_row_layout_fit (NscRowLayout *self, double height)
{
  self->n_folded = 0;
  memset (self->folded, 0, self->n * sizeof (gboolean));
  self->plot.pitch = self->measures.row;
  if (height > 0)
    return fit_height (self, height);
  return settle_width (self, self->measures.label, LABEL_LINES);
}

double
nsc_row_layout_get_height (const NscRowLayout *self)
{
  return height_at (self, self->plot.pitch);
}

void
nsc_row_layout_build (NscRowLayout *self, double y, NscScene *scene)
{
  gboolean fold_is_built = FALSE;

  if (has_ticks (self))
    nsc_ticks_build (&self->plot, self->left, y, nsc_row_layout_get_height (self), scene);
  y += ticks_height (self);
  build_behind (self, y, nsc_row_layout_get_height (self) - ticks_height (self), scene);
  for (guint row = 0; row < self->n; row++)
    {
      NscRowPlace place = { .row = row, .x = self->left, .y = y, .width = self->right - self->left };

      if (self->folded[row])
        {
          if (!fold_is_built)
            {
              build_fold (self, y, scene);
              y += self->plot.pitch;
            }
          fold_is_built = TRUE;
          continue;
        }
      place.lane = lane_of (self, row, self->plot.pitch);
      place.height = place.lane + self->extras[row];
      build_row (self, &place, scene);
      y += place.height;
    }
}
