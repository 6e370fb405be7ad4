/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-marks.h"

#include "nsc-kind-style.h"
#include "nsc-salience-words.h"

#include "nsc-axis.h"
#include "nsc-dot-mark.h"
#include "nsc-legend.h"
#include "nsc-range-mark.h"
#include "nsc-series-style.h"
#include "nsc-words.h"

#define N_TICKS 5

/* Two publishers look as they do in their agendas; more are told apart as series. */
static NscKindStyle
style_of (const NscSalienceChart *chart, guint publisher)
{
  const NscSeriesStyle *series;
  NscKindStyle first = nsc_kind_style_get (chart->publishers[0].kind);

  if (chart->n_publishers <= 2)
    return publisher == 0 ? first : nsc_kind_style_get_beside (chart->publishers[1].kind, first);
  series = nsc_series_style_get (publisher % NSC_N_SERIES);
  return (NscKindStyle) { series->color, series->shape };
}

/* Dots stand on their line, those of equal numbers one below the other, so that each is seen. */
static double
stack_of (const NscSalienceChart *chart, const NscSalienceRow *row, guint publisher)
{
  guint n = 0, index = 0;

  for (guint i = 0; i < chart->n_publishers; i++)
    if (row->marks[i].mentions == row->marks[publisher].mentions)
      {
        index = i == publisher ? n : index;
        n++;
      }
  return index - (n - 1) / 2.0;
}

static void
take_axes (NscFigure *figure, const NscSalienceChart *chart)
{
  g_autofree const char **labels = g_new0 (const char *, chart->n_rows);
  g_autoptr (NscScale) scale = NULL;
  guint64 most = 1;
  NscAxis *values;

  for (guint i = 0; i < chart->n_rows; i++)
    {
      labels[i] = chart->rows[i].label;
      for (guint j = 0; j < chart->n_publishers; j++)
        most = MAX (most, chart->rows[i].marks[j].mentions);
    }
  scale = nsc_scale_new_round (0, (double) most, N_TICKS);
  values = nsc_axis_new_values (scale);
  nsc_axis_set_title (values, nsc_words_get (chart->language, "Number of mentions"));
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, chart->n_rows));
  nsc_figure_take_values (figure, values);
}

static void
add_lines (NscFigure *figure, const NscSalienceChart *chart)
{
  g_autofree NscRange *ranges = g_new0 (NscRange, chart->n_rows);

  for (guint i = 0; i < chart->n_rows; i++)
    {
      const NscSalienceRow *row = &chart->rows[i];

      ranges[i] = (NscRange) { .key = row->key,
                               .name = row->label,
                               .from = (double) row->marks[0].mentions,
                               .to = (double) row->marks[0].mentions,
                               .color = NSC_COLOR_CONTEXT,
                               .style = NSC_RANGE_THIN };
      for (guint j = 1; j < chart->n_publishers; j++)
        {
          ranges[i].from = MIN (ranges[i].from, (double) row->marks[j].mentions);
          ranges[i].to = MAX (ranges[i].to, (double) row->marks[j].mentions);
        }
    }
  nsc_figure_take_mark (figure, nsc_range_mark_new (ranges, chart->n_rows, 1));
}

static void
clear_dot (gpointer data)
{
  NscDot *dot = data;

  g_free ((char *) dot->name);
}

static void
add_dots (NscFigure *figure, const NscSalienceChart *chart)
{
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (NscDot));

  g_array_set_clear_func (dots, clear_dot);
  for (guint i = 0; i < chart->n_rows; i++)
    for (guint j = 0; j < chart->n_publishers; j++)
      {
        NscKindStyle style = style_of (chart, j);
        NscDot dot = {
          .row = i,
          .value = (double) chart->rows[i].marks[j].mentions,
          .stack = stack_of (chart, &chart->rows[i], j),
          .key = chart->rows[i].marks[j].key,
          .name = nsc_salience_words_mark (chart, &chart->rows[i], j),
          .color = style.color,
          .shape = style.shape,
        };

        g_array_append_val (dots, dot);
      }
  nsc_figure_take_mark (figure, nsc_dot_mark_new ((const NscDot *) (void *) dots->data, dots->len, 1));
}

void
nsc_salience_marks_add (NscFigure *figure, const NscSalienceChart *chart)
{
  take_axes (figure, chart);
  for (guint i = 0; i < chart->n_publishers; i++)
    {
      NscKindStyle style = style_of (chart, i);
      const NscLegendEntry entry = {
        .swatch = NSC_SWATCH_DOT, .color = style.color, .shape = style.shape, .text = chart->publishers[i].name
      };

      nsc_figure_add_legend_entry (figure, &entry);
    }
  add_lines (figure, chart);
  add_dots (figure, chart);
}
