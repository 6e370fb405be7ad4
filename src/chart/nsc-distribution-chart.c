/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-chart.h"

#include "nsc-distribution-words.h"

#include "nsc-bar-mark.h"
#include "nsc-text.h"
#include "nsc-words.h"

#include <math.h>

/* Up to this number a bar shows each signatory as a block. */
#define MOST_BLOCKS 12

static gboolean
is_outlined (const NscDistributionBar *bar)
{
  return bar->kind == NSC_BAR_UNKNOWN || bar->kind == NSC_BAR_UNDATED;
}

static NscBar
make_bar (const NscDistributionChart *chart, const NscDistributionPanel *panel, const NscDistributionBar *bar)
{
  gboolean is_low = nsc_coverage_is_low (&panel->coverage);
  NscBar made = {
    .key = bar->key,
    .value = (double) bar->count,
    .text = nsc_distribution_words_number (chart, bar->count),
    .name = nsc_distribution_words_bar (chart, panel, bar),
    .color = is_outlined (bar) ? NSC_COLOR_CONTEXT : NSC_COLOR_BLUE,
    .pattern = is_outlined (bar) ? NSC_PATTERN_OUTLINE : NSC_PATTERN_SOLID,
    .kept = is_outlined (bar),
    .reference = NAN,
  };

  if (bar->kind != NSC_BAR_UNDATED)
    made.second = nsc_text_percent (chart->language, (gint64) bar->count, (gint64) panel->total);
  if (is_low && bar->reported >= 0)
    {
      made.reference = (double) bar->reported;
      made.reference_text = nsc_distribution_words_reported (chart, bar);
    }
  return made;
}

static void
clear_bar (gpointer data)
{
  NscBar *bar = data;

  g_free ((char *) bar->text);
  g_free ((char *) bar->second);
  g_free ((char *) bar->name);
  g_free ((char *) bar->reference_text);
}

static void
add_bars (NscFigure *figure, const NscDistributionChart *chart, const NscDistributionPanel *panel)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (NscBar));
  g_autofree const char **labels = g_new0 (const char *, panel->n_bars);
  g_autoptr (NscScale) scale = NULL;
  NscAxis *rows, *values;
  NscMark *mark;
  double most = 1;

  g_array_set_clear_func (bars, clear_bar);
  for (guint i = 0; i < panel->n_bars; i++)
    {
      NscBar bar = make_bar (chart, panel, &panel->bars[i]);

      labels[i] = nsc_distribution_words_label (chart, &panel->bars[i]);
      most = fmax (most, fmax (bar.value, bar.reference));
      g_array_append_val (bars, bar);
    }
  rows = nsc_axis_new_bands (NSC_SIDE_LEFT, labels, panel->n_bars);
  for (guint i = 0; i < panel->n_bars; i++)
    if (is_outlined (&panel->bars[i]))
      nsc_axis_set_second (rows, i);
  scale = nsc_scale_new_linear (0, most);
  values = nsc_axis_new_values (NSC_SIDE_TOP, scale);
  /* The number stands at the end of each bar. */
  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_rows (figure, rows);
  nsc_figure_take_values (figure, values);
  mark = nsc_bar_mark_new ((const NscBar *) (void *) bars->data, bars->len);
  if (most <= MOST_BLOCKS)
    nsc_bar_mark_set_block (mark, 1);
  nsc_figure_take_mark (figure, mark);
}

static void
add_note (NscFigure *figure, const char *lead, char *text)
{
  if (text != NULL)
    nsc_figure_add_note (figure, lead, text);
  g_free (text);
}

static void
add_notes (NscFigure *figure, const NscDistributionChart *chart)
{
  const char *language = chart->language;

  add_note (figure, nsc_words_get (language, "Coverage."), nsc_distribution_words_coverage (chart));
  add_note (figure, nsc_words_get (language, "Left out."), nsc_distribution_words_left_out (chart));
  add_note (figure, nsc_words_get (language, "Included."), nsc_distribution_words_included (chart));
  add_note (figure, nsc_words_get (language, "Outlined."), nsc_distribution_words_outlined (chart));
}

NscFigure *
nsc_distribution_chart_new (const NscDistributionChart *chart)
{
  NscFigure *figure = nsc_figure_new (chart->language);
  g_autofree char *title = nsc_distribution_words_title (chart);
  g_autofree char *subtitle = nsc_distribution_words_subtitle (chart);
  g_autofree char *sources = nsc_distribution_words_sources (chart, G_MAXUINT);
  g_autofree char *brief = nsc_distribution_words_sources (chart, 1);
  gboolean is_empty = nsc_distribution_words_is_empty (chart);

  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (is_empty)
    {
      g_autofree char *empty = nsc_distribution_words_empty (chart);

      nsc_figure_set_empty (figure, empty);
    }
  else if (chart->n_panels == 1)
    add_bars (figure, chart, chart->panels);
  add_notes (figure, chart);
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
