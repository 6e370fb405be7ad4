/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-column-mark.h"

#include "nsc-scene-private.h"
#include "nsc-word-places.h"

#include <math.h>

typedef struct
{
  NscMark parent;
  NscColumnKind kind;
  guint n_series;
  NscColumnSeries *series;
  guint n;
  NscColumn *columns; /* by value and then series, what has no value last; strings owned */
} ColumnMark;

/* Where a column goes. */
typedef struct
{
  guint index;
  double x, y, width, height;
  double tip; /* where its number stands, NaN: nowhere */
  gboolean is_down;
} Place;

/* Of the distance from one value to the next. */
#define SHARE 0.74

/* Of the domain, where there is only one value. */
#define ALONE 0.25

/* In type sizes. */
#define THICKEST 5.0
#define PATTERN_STEP 0.4

/* A column that is there is seen, however low or thin. */
#define LEAST_HEIGHT 0.75
#define LEAST_WIDTH 0.3

/* A stack's part that is pointed at. */
#define LEAST_AREA 2.0

#define WHOLE 100.0

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const NscColumn *first = a, *second = b;

  if (isnan (first->x) || isnan (second->x))
    return isnan (first->x) - isnan (second->x);
  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return (first->series > second->series) - (first->series < second->series);
}

static gboolean
is_stacked (const ColumnMark *self)
{
  return self->kind != NSC_COLUMNS_GROUPED;
}

/* The least distance from one value to the next, as a share of the domain. */
static double
distance_of (const ColumnMark *self, const NscPlot *plot)
{
  double least = INFINITY;

  for (guint i = 1; i < self->n; i++)
    {
      double gap =
          nsc_scale_map (plot->values, self->columns[i].x) - nsc_scale_map (plot->values, self->columns[i - 1].x);

      if (gap > 0)
        least = MIN (least, gap);
    }
  return isinf (least) ? ALONE : least;
}

static double
thickness_of (const ColumnMark *self, const NscPlot *plot)
{
  return CLAMP (SHARE * distance_of (self, plot) * plot->width, LEAST_WIDTH, THICKEST * plot->measures.label);
}

static double
y_at (const NscPlot *plot, double height)
{
  double unit = nsc_scale_map (plot->heights, height);

  return plot->y + (1 - (isnan (unit) ? 0 : CLAMP (unit, 0, 1))) * plot->height;
}

/* The index after the last column at the value of column FIRST. */
static guint
end_of_value (const ColumnMark *self, guint first)
{
  guint end = first + 1;

  while (end < self->n && self->columns[end].x == self->columns[first].x)
    end++;
  return end;
}

/* What a column's height is to be multiplied by. */
static double
factor_of (const ColumnMark *self, guint first, guint end)
{
  double sum = 0;

  if (self->kind != NSC_COLUMNS_SHARES)
    return 1;
  for (guint i = first; i < end; i++)
    sum += isfinite (self->columns[i].height) ? fabs (self->columns[i].height) : 0;
  return sum > 0 ? WHOLE / sum : 0;
}

static void
set_extent (Place *place, const NscPlot *plot, double from, double to, gboolean is_alone)
{
  double start = y_at (plot, from), end = y_at (plot, to);

  if (is_alone && from != to && fabs (end - start) < LEAST_HEIGHT)
    end = start + (to > from ? -LEAST_HEIGHT : LEAST_HEIGHT);
  place->y = MIN (start, end);
  place->height = fabs (end - start);
  place->tip = end;
  place->is_down = to < from;
}

/* The columns at one value. */
static void
place_value (const ColumnMark *self, const NscPlot *plot, guint first, guint end, double thickness, GArray *places)
{
  double unit = nsc_scale_map (plot->values, self->columns[first].x);
  double slot = is_stacked (self) ? thickness : thickness / self->n_series;
  double left = plot->x + unit * plot->width - thickness / 2;
  double factor = factor_of (self, first, end);
  double up = 0, down = 0;
  guint before = places->len;

  for (guint i = first; i < end; i++)
    {
      const NscColumn *column = &self->columns[i];
      Place place = { .index = i, .width = slot, .x = left + (is_stacked (self) ? 0 : column->series * slot) };
      double *sum = column->height < 0 ? &down : &up;
      double from = is_stacked (self) ? *sum : 0;

      if (!isfinite (column->height))
        continue;
      *sum += factor * column->height;
      set_extent (&place, plot, from, is_stacked (self) ? *sum : column->height, !is_stacked (self));
      g_array_append_val (places, place);
    }
  for (guint i = before; is_stacked (self) && i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      place->tip = i + 1 == places->len ? y_at (plot, up) : NAN;
      place->is_down = FALSE;
    }
}

/* Of Place, in the order of the columns. */
static GArray *
place_columns (const ColumnMark *self, const NscPlot *plot)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double thickness = thickness_of (self, plot);

  for (guint first = 0; first < self->n;)
    {
      guint end = end_of_value (self, first);
      double unit = nsc_scale_map (plot->values, self->columns[first].x);

      if (unit >= 0 && unit <= 1)
        place_value (self, plot, first, end, thickness, places);
      first = end;
    }
  return places;
}

/* Alone, a column answers for all above and below it. */
static NscSceneMark
locate (const ColumnMark *self, const NscPlot *plot, const Place *place)
{
  const NscColumn *column = &self->columns[place->index];
  double more = MAX (0, LEAST_AREA - place->height);
  NscSceneMark located = {
    .key = column->key,
    .name = column->name,
    .x = place->x,
    .y = place->y,
    .width = place->width,
    .height = place->height,
    .row_x = place->x,
    .row_y = is_stacked (self) ? place->y - more / 2 : MIN (plot->y, place->y),
    .row_width = place->width,
    .row_height = is_stacked (self) ? place->height + more : MAX (plot->height, place->height),
    .end_x = place->x + place->width,
  };

  return located;
}

static void
column_mark_free (NscMark *mark)
{
  ColumnMark *self = (ColumnMark *) mark;

  for (guint i = 0; i < self->n; i++)
    {
      g_free ((char *) self->columns[i].text);
      g_free ((char *) self->columns[i].name);
    }
  g_free (self->columns);
  g_free (self->series);
  g_free (self);
}

static double
column_mark_get_spread (const NscMark *mark, const NscPlot *plot)
{
  const ColumnMark *self = (const ColumnMark *) mark;
  double half = thickness_of (self, plot) / 2;
  double spread = 0;

  for (guint i = 0; i < self->n; i++)
    {
      double unit = nsc_scale_map (plot->values, self->columns[i].x);

      if (unit >= 0 && unit <= 1)
        spread = MAX (spread, half - MIN (unit, 1 - unit) * plot->width);
    }
  return spread;
}

static void
column_mark_build_plane (const NscMark *mark, const NscPlot *plot, NscScene *scene)
{
  const ColumnMark *self = (const ColumnMark *) mark;
  g_autoptr (GArray) places = place_columns (self, plot);
  NscScenePart before = nsc_scene_set_series (scene, -1, NAN);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const NscColumn *column = &self->columns[place->index];
      const NscColumnSeries *series = &self->series[column->series];
      NscSceneMark located = locate (self, plot, place);

      nsc_scene_set_series (scene, NSC_SERIES_FIRST_INDEX + (int) column->series, column->x);
      nsc_scene_begin_mark (scene, &located);
      nsc_pattern_add_rectangle (series->pattern, scene, series->color, plot->measures.outline,
                                 PATTERN_STEP * plot->measures.label, place->x, place->y, place->width, place->height);
      nsc_scene_end_mark (scene);
    }
  nsc_scene_set_part (scene, before);
}

static GArray *
set_text (const NscPlot *plot, const char *text, NscTypeStyle style)
{
  return nsc_typesetter_set (plot->type, NULL, text, style, G_MAXINT16, 1, NSC_WRAP_FILLED);
}

/* Numbers above some columns only would be misread, so that all are as wide as there is room, or none is set. */
static gboolean
numbers_fit (const ColumnMark *self, const NscPlot *plot, const GArray *places, NscTypeStyle style)
{
  double room = distance_of (self, plot) * plot->width / (is_stacked (self) ? 1 : self->n_series / SHARE);

  for (guint i = 0; i < places->len; i++)
    {
      const char *text = self->columns[g_array_index (places, Place, i).index].text;

      if (*text != '\0' && nsc_typesetter_measure (plot->type, text, style) > room)
        return FALSE;
    }
  return TRUE;
}

static void
column_mark_build_words (const NscMark *mark, const NscPlot *plot, guint first, NscWordPlaces *words, NscScene *scene)
{
  const ColumnMark *self = (const ColumnMark *) mark;
  NscTypeStyle style = { plot->measures.label, NSC_WEIGHT_BOLD };
  g_autoptr (GArray) places = place_columns (self, plot);

  if (!numbers_fit (self, plot, places, style))
    return;
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *text = self->columns[place->index].text;
      NscPoint at = { place->x + place->width / 2, place->tip };
      g_autoptr (GArray) lines = NULL;
      guint before = nsc_scene_get_n_items (scene);

      if (*text == '\0' || isnan (place->tip))
        continue;
      lines = set_text (plot, text, style);
      if (nsc_word_places_add (words, &g_array_index (lines, NscTypeLine, 0), style, NSC_COLOR_TEXT,
                               place->is_down ? NSC_BESIDE_BELOW : NSC_BESIDE_ABOVE, TRUE, at, 0, scene))
        nsc_scene_adopt (scene, before, nsc_scene_get_n_items (scene) - before, first + i);
    }
}

static guint
column_mark_get_n_names (const NscMark *mark)
{
  return ((const ColumnMark *) mark)->n;
}

static const char *
column_mark_get_name (const NscMark *mark, guint index)
{
  return ((const ColumnMark *) mark)->columns[index].name;
}

static const NscMarkClass column_mark_class = {
  .free = column_mark_free,
  .get_spread = column_mark_get_spread,
  .build_plane = column_mark_build_plane,
  .build_words = column_mark_build_words,
  .get_n_names = column_mark_get_n_names,
  .get_name = column_mark_get_name,
};

NscMark *
nsc_column_mark_new (
    NscColumnKind kind, const NscColumnSeries *series, guint n_series, const NscColumn *columns, guint n)
{
  ColumnMark *self;

  for (guint i = 0; i < n; i++)
    g_return_val_if_fail (columns[i].series < n_series, NULL);

  self = g_new0 (ColumnMark, 1);
  nsc_mark_init (&self->parent, &column_mark_class);
  self->kind = kind;
  self->n_series = n_series;
  self->series = g_memdup2 (series, n_series * sizeof *series);
  self->n = n;
  self->columns = g_new0 (NscColumn, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].text = nsc_typesetter_clean (columns[i].text);
      self->columns[i].name = nsc_typesetter_clean (columns[i].name);
    }
  g_sort_array (self->columns, n, sizeof *self->columns, (GCompareDataFunc) (void *) compare_columns, NULL);
  return &self->parent;
}
