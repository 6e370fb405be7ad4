/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-fold.h"

#include "nsc-scene-private.h"

#include "nsc-text.h"
#include "nsc-words.h"

#include <math.h>
#include <string.h>

struct _NscRowFold
{
  const NscFigure *figure;
  guint n;        /* folded */
  guint n_rows;   /* in all */
  gboolean *rows; /* whether it is folded, one per row */
};

/* What the numbers of the rows in PANEL are those of, beside what they are read against; or NULL. */
static const NscMark *
find_numbers (const NscRowFold *self, guint panel)
{
  for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

      if (mark->klass->get_reaches != NULL)
        return mark;
    }
  return NULL;
}

/* The numbers of the folded rows in PANEL. */
static void
find_range (const NscRowFold *self, const NscPlot *plot, guint panel, double *least, double *most)
{
  const NscMark *mark = find_numbers (self, panel);

  for (guint row = 0; mark != NULL && row < self->n_rows; row++)
    {
      NscReach reaches[NSC_MOST_REACHES];

      if (!self->rows[row] || mark->klass->get_reaches (mark, plot, row, reaches) == 0 || isnan (reaches[0].value))
        continue;
      *least = MIN (*least, reaches[0].value);
      *most = MAX (*most, reaches[0].value);
    }
}

/* As the axis would tell it. */
static char *
number_of (const NscPlot *plot, double value)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (values, value);
  return nsc_scale_dup_tick_words (plot->values, values, 0, plot->language);
}

static char *
dup_words (const NscRowFold *self, const NscPlot *plot, guint first_panel, guint n_panels)
{
  const char *language = plot->language;
  g_autofree char *number = nsc_text_integer (language, self->n);
  g_autofree char *from = NULL, *to = NULL;
  double least = INFINITY, most = -INFINITY;

  for (guint i = 0; i < n_panels; i++)
    find_range (self, plot, first_panel + i, &least, &most);
  if (least > most)
    /* Translators: how many rows have no room of their own. */
    return g_strdup_printf (nsc_words_get_plural (language, "%s more", "%s more", self->n), number);
  from = number_of (plot, least);
  to = number_of (plot, most);
  if (least < most)
    /* Translators: rows without room of their own: how many, and the least and the greatest of their numbers. */
    return g_strdup_printf (nsc_words_get (language, "%1$s more, with %2$s to %3$s each"), number, from, to);
  /* Translators: rows without room of their own: how many, and the number that each of them has. */
  return g_strdup_printf (nsc_words_get_plural (language, "%1$s more, with %2$s", "%1$s more, with %2$s each", self->n),
                          number, from);
}

NscRowFold *
nsc_row_fold_new (const NscFigure *figure)
{
  NscRowFold *self = g_new0 (NscRowFold, 1);

  self->figure = figure;
  self->n_rows = nsc_figure_get_n_rows (figure);
  self->rows = g_new0 (gboolean, self->n_rows + 1);
  return self;
}

void
nsc_row_fold_free (NscRowFold *self)
{
  g_free (self->rows);
  g_free (self);
}

void
nsc_row_fold_clear (NscRowFold *self)
{
  self->n = 0;
  memset (self->rows, 0, self->n_rows * sizeof (gboolean));
}

guint
nsc_row_fold_get_n (const NscRowFold *self)
{
  return self->n;
}

const gboolean *
nsc_row_fold_get_rows (const NscRowFold *self)
{
  return self->rows;
}

gboolean
nsc_row_fold_add (NscRowFold *self, guint row)
{
  for (guint panel = 0; panel < nsc_figure_get_n_panels (self->figure); panel++)
    for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
      {
        const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

        if (mark->klass->is_kept != NULL && mark->klass->is_kept (mark, row))
          return FALSE;
      }
  self->rows[row] = TRUE;
  self->n++;
  return TRUE;
}

void
nsc_row_fold_build (const NscRowFold *self,
                    const NscPlot *plot,
                    guint first_panel,
                    guint n_panels,
                    const NscRowPlace *place,
                    NscScene *scene)
{
  g_autofree char *words = dup_words (self, plot, first_panel, n_panels);
  NscTypeStyle style = { plot->measures.label, NSC_WEIGHT_NORMAL };
  g_autoptr (GArray) lines = nsc_typesetter_set (plot->type, NULL, words, style, place->width, 1, NSC_WRAP_FILLED);

  NscScenePart before = nsc_scene_set_series (scene, NSC_SERIES_LAST, INFINITY);

  nsc_scene_begin_mark (scene, &(NscSceneMark) {
                                   .key = NSC_KEY_FOLDED + first_panel,
                                   .name = words,
                                   .x = place->x,
                                   .y = place->y,
                                   .width = place->width,
                                   .height = place->height,
                                   .row_x = place->x,
                                   .row_y = place->y,
                                   .row_width = place->width,
                                   .row_height = place->height,
                                   .end_x = place->x + place->width,
                               });
  nsc_scene_add_text (scene, NSC_COLOR_TEXT_SECOND, style, NSC_ANCHOR_START, &g_array_index (lines, NscTypeLine, 0),
                      place->x, place->y + place->height / 2 + NSC_TYPE_MIDDLE * style.size);
  nsc_scene_end_mark (scene);
  nsc_scene_set_part (scene, before);
}
