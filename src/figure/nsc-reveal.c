/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reveal.h"

#include "nsc-axis.h"
#include "nsc-legend.h"
#include "nsc-scene-private.h"
#include "nsc-text.h"

#include <math.h>

struct _NscReveal
{
  gatomicrefcount references;
  NscScene *scene;
  NscRevealKind kind;
  guint n_steps;
  int *series;  /* of step I, or NULL */
  int *years;   /* of step I, or NULL */
  guint *items; /* the step with which item I comes */
  guint *marks; /* the step with which mark I comes */
};

/* ---- steps ---- */

static guint
last_step (const NscReveal *self)
{
  return self->n_steps - 1;
}

static const NscScale *
get_values (const NscReveal *self)
{
  const NscAxis *values = nsc_figure_get_values (nsc_scene_get_figure (self->scene));

  return values != NULL ? nsc_axis_get_scale (values) : NULL;
}

static gboolean
has_panels (const NscReveal *self)
{
  return nsc_figure_get_n_panels (nsc_scene_get_figure (self->scene)) > 1;
}

static int
year_of (const NscReveal *self, double value)
{
  GDate date;

  if (!nsc_scale_is_time (get_values (self)))
    return (int) lround (value);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (value, 1));
  return g_date_get_year (&date);
}

/* The value at which YEAR ends. */
static double
end_of_year (const NscReveal *self, int year)
{
  GDate date;

  if (!nsc_scale_is_time (get_values (self)))
    return year;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 31, G_DATE_DECEMBER, (GDateYear) CLAMP (year, 1, G_MAXUINT16));
  return g_date_get_julian (&date);
}

static gboolean
holds (const GArray *numbers, int number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, int, i) == number)
      return TRUE;
  return FALSE;
}

static void
add_once (GArray *numbers, int number)
{
  if (!holds (numbers, number))
    g_array_append_val (numbers, number);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  int first = *(const int *) a, second = *(const int *) b;

  return (first > second) - (first < second);
}

static gboolean
has_series (const NscReveal *self, int series)
{
  for (guint i = 0; i < nsc_scene_get_n_items (self->scene); i++)
    if (nsc_scene_get_item (self->scene, i)->part.series == series)
      return TRUE;
  return FALSE;
}

/* Numbers in their order; colours in that of the legend, what it does not name as it is drawn. */
static GArray *
list_series (const NscReveal *self)
{
  const NscFigure *figure = nsc_scene_get_figure (self->scene);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *series = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < nsc_figure_get_n_legend_entries (figure); i++)
    {
      int color = (int) nsc_figure_get_legend_entry (figure, i)->color;

      if (has_series (self, color))
        add_once (series, color);
    }
  for (guint i = 0; i < nsc_scene_get_n_items (self->scene); i++)
    {
      int number = nsc_scene_get_item (self->scene, i)->part.series;

      if (number >= 0 && number != NSC_SERIES_LAST)
        add_once (number >= NSC_SERIES_FIRST_INDEX ? numbers : series, number);
    }
  g_array_sort (numbers, compare_ints);
  g_array_append_vals (series, numbers->data, numbers->len);
  g_array_unref (numbers);
  return series;
}

static GArray *
list_years (const NscReveal *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < nsc_scene_get_n_marks (self->scene); i++)
    {
      NscScenePart part = nsc_scene_get_mark_part (self->scene, i);

      if (isfinite (part.from))
        add_once (years, year_of (self, part.from));
    }
  g_array_sort (years, compare_ints);
  return years;
}

/* One for each, and then one in which none is told from the others. */
static guint
count_row_steps (const NscReveal *self)
{
  int last = 0;

  for (guint i = 0; i < nsc_scene_get_n_bands (self->scene); i++)
    last = MAX (last, nsc_scene_get_band (self->scene, i)->row);
  return last > 0 ? (guint) last + 2 : 1;
}

static void
count_steps (NscReveal *self)
{
  const NscScale *values = get_values (self);
  GArray *numbers = NULL;

  self->n_steps = 1;
  if (self->kind == NSC_REVEAL_ROWS)
    self->n_steps = count_row_steps (self);
  if (self->kind == NSC_REVEAL_SERIES && has_panels (self))
    self->n_steps = nsc_figure_get_n_panels (nsc_scene_get_figure (self->scene));
  else if (self->kind == NSC_REVEAL_SERIES)
    numbers = list_series (self);
  if (self->kind == NSC_REVEAL_YEARS && values != NULL && (nsc_scale_is_years (values) || nsc_scale_is_time (values)))
    numbers = list_years (self);
  if (numbers == NULL)
    return;
  self->n_steps = MAX (1, numbers->len);
  *(self->kind == NSC_REVEAL_YEARS ? &self->years : &self->series) = (int *) (void *) g_array_free (numbers, FALSE);
}

static guint
step_of_series (const NscReveal *self, const NscScenePart *part)
{
  if (has_panels (self))
    return part->panel >= 0 ? (guint) part->panel : part->series == NSC_SERIES_LAST ? last_step (self) : 0;
  if (part->series == NSC_SERIES_LAST)
    return last_step (self);
  for (guint i = 0; part->series >= 0 && i < self->n_steps; i++)
    if (self->series[i] == part->series)
      return i;
  return 0;
}

static guint
step_of_year (const NscReveal *self, double value)
{
  if (isnan (value) || self->years == NULL)
    return 0;
  for (guint i = 0; isfinite (value) && i < self->n_steps; i++)
    if (self->years[i] >= year_of (self, value))
      return i;
  return last_step (self);
}

static guint
step_of (const NscReveal *self, const NscScenePart *part)
{
  switch (self->kind)
    {
    case NSC_REVEAL_ROWS:
      return (guint) MAX (0, part->row);
    case NSC_REVEAL_SERIES:
      return step_of_series (self, part);
    case NSC_REVEAL_YEARS:
      return step_of_year (self, part->from);
    case NSC_REVEAL_NONE:
    default:
      return 0;
    }
}

/* Asked for marks. */
typedef struct
{
  const NscReveal *reveal;
  guint step;
} Moment;

static gboolean
is_shown (gconstpointer data, guint mark)
{
  const Moment *at = data;

  return at->reveal->marks[mark] <= at->step;
}

/* Of marks that come from FIRST to LAST. */
static void
append_marks (const NscReveal *self, guint first, guint last, GString *text)
{
  for (guint i = 0; i < nsc_scene_get_n_marks (self->scene); i++)
    if (self->marks[i] >= first && self->marks[i] <= last)
      nsc_text_append_line (text, nsc_scene_get_mark (self->scene, i)->name);
}

/* ---- public ---- */

NscReveal *
nsc_reveal_new (NscScene *scene, NscRevealKind kind)
{
  NscReveal *self = g_new0 (NscReveal, 1);

  g_atomic_ref_count_init (&self->references);
  self->scene = nsc_scene_ref (scene);
  self->kind = kind;
  count_steps (self);
  self->items = g_new0 (guint, nsc_scene_get_n_items (scene) + 1);
  self->marks = g_new0 (guint, nsc_scene_get_n_marks (scene) + 1);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    self->items[i] = step_of (self, &nsc_scene_get_item (scene, i)->part);
  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    {
      NscScenePart part = nsc_scene_get_mark_part (scene, i);

      self->marks[i] = step_of (self, &part);
    }
  return self;
}

NscReveal *
nsc_reveal_ref (NscReveal *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_reveal_unref (NscReveal *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  nsc_scene_unref (self->scene);
  g_free (self->series);
  g_free (self->years);
  g_free (self->items);
  g_free (self->marks);
  g_free (self);
}

NscScene *
nsc_reveal_get_scene (const NscReveal *self)
{
  return self->scene;
}

guint
nsc_reveal_get_n_steps (const NscReveal *self)
{
  return self->n_steps;
}

guint
nsc_reveal_get_mark_step (const NscReveal *self, guint mark)
{
  g_return_val_if_fail (mark < nsc_scene_get_n_marks (self->scene), 0);

  return self->marks[mark];
}

int
nsc_reveal_hit (const NscReveal *self, guint step, double x, double y)
{
  const Moment at = { self, step };

  return nsc_scene_hit_among (self->scene, x, y, is_shown, &at);
}

char *
nsc_reveal_describe_step (const NscReveal *self, guint step)
{
  GString *text = g_string_new (NULL);

  append_marks (self, step, step, text);
  return g_string_free (text, FALSE);
}

char *
nsc_reveal_describe (const NscReveal *self, guint step)
{
  const NscFigure *figure = nsc_scene_get_figure (self->scene);
  GString *text;

  if (step >= last_step (self))
    return nsc_figure_describe (figure);
  text = g_string_new (NULL);
  nsc_text_append_line (text, nsc_figure_get_title (figure));
  nsc_text_append_line (text, nsc_figure_get_subtitle (figure));
  append_marks (self, 0, step, text);
  nsc_text_append_line (text, nsc_figure_get_source (figure));
  return g_string_free (text, FALSE);
}

int
nsc_reveal_get_row (const NscReveal *self, guint step)
{
  return self->kind == NSC_REVEAL_ROWS && step < last_step (self) ? (int) step : -1;
}

double
nsc_reveal_get_limit (const NscReveal *self, guint item, guint step)
{
  const NscSceneItem *own = nsc_scene_get_item (self->scene, item);
  double share;

  if (self->items[item] > step)
    return 0;
  if (self->years == NULL || !(own->part.to > own->part.from) || step >= step_of_year (self, own->part.to))
    return INFINITY;
  share = (end_of_year (self, self->years[step]) - own->part.from) / (own->part.to - own->part.from);
  return own->x + MAX (0, share) * own->width + own->line_width / 2;
}
