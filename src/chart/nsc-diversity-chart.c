/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-chart.h"

#include "nsc-distribution-words.h"
#include "nsc-diversity-words.h"

#include "nsc-axis.h"
#include "nsc-bar-mark.h"
#include "nsc-legend.h"
#include "nsc-words.h"

#include <math.h>

static void
add_notes (NscFigure *figure, const NscDiversityChart *chart)
{
  const NscDistributionChart *distribution = chart->distribution;
  const char *language = distribution->language;

  nsc_figure_take_remark (figure, nsc_words_get (language, "Caution."), nsc_diversity_words_caution (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Base."), nsc_diversity_words_base (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Coverage."), nsc_distribution_words_coverage (distribution));
  nsc_figure_take_note (figure, nsc_words_get (language, "Left out."), nsc_distribution_words_left_out (distribution));
  nsc_figure_take_note (figure, nsc_words_get (language, "Included."), nsc_distribution_words_included (distribution));
  nsc_figure_take_note (figure, nsc_words_get (language, "In no measure."), nsc_diversity_words_not_counted (chart));
}

static void
clear_bar (gpointer data)
{
  NscBar *bar = data;

  g_free ((char *) bar->text);
  g_free ((char *) bar->second);
  g_free ((char *) bar->name);
}

static NscBar
make_bar (const NscDiversityChart *chart, guint index)
{
  const NscDistributionPanel *panel = &chart->distribution->panels[index];

  return (NscBar) {
    .key = chart->measures[index].key,
    .value = chart->measures[index].diversity.hhi,
    .text = nsc_diversity_words_hhi (chart, index),
    .second = nsc_diversity_words_others (chart, index),
    .name = nsc_diversity_words_measure (chart, index),
    .color = NSC_COLOR_BLUE,
    .pattern = nsc_coverage_is_low (&panel->coverage) ? NSC_PATTERN_HATCH : NSC_PATTERN_SOLID,
    .reference = NAN,
  };
}

/* The concentration as a bar from none to that of a single group. */
static void
add_bars (NscFigure *figure, const NscDiversityChart *chart)
{
  guint n = chart->distribution->n_panels;
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (NscBar));
  g_autofree const char **labels = g_new0 (const char *, n);
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 1);
  NscAxis *values = nsc_axis_new_values (scale);
  gboolean is_hatched = FALSE;

  g_array_set_clear_func (bars, clear_bar);
  for (guint i = 0; i < n; i++)
    {
      NscBar bar = make_bar (chart, i);

      labels[i] = chart->distribution->panels[i].initiative;
      is_hatched = is_hatched || bar.pattern == NSC_PATTERN_HATCH;
      g_array_append_val (bars, bar);
    }
  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, n));
  nsc_figure_take_values (figure, values);
  nsc_figure_take_mark (figure, nsc_bar_mark_new ((const NscBar *) (void *) bars->data, bars->len));
  if (is_hatched)
    nsc_figure_add_legend_entry (figure, &(NscLegendEntry) { .swatch = NSC_SWATCH_FILL,
                                                             .color = NSC_COLOR_BLUE,
                                                             .pattern = NSC_PATTERN_HATCH,
                                                             .text = nsc_diversity_words_hatched (chart) });
}

NscFigure *
nsc_diversity_chart_new (const NscDiversityChart *chart)
{
  const NscDistributionChart *distribution = chart->distribution;
  NscFigure *figure = nsc_figure_new (distribution->language);
  g_autofree char *title = nsc_diversity_words_title (chart);
  g_autofree char *subtitle = nsc_diversity_words_subtitle (chart);
  g_autofree char *sources = nsc_distribution_words_sources (distribution, G_MAXUINT);
  g_autofree char *brief = nsc_distribution_words_sources (distribution, 1);

  for (guint i = 0; i < distribution->n_panels; i++)
    nsc_figure_keep_together (figure, distribution->panels[i].initiative);
  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (nsc_distribution_words_is_empty (distribution))
    {
      g_autofree char *empty = nsc_distribution_words_empty (distribution);

      nsc_figure_set_empty (figure, empty);
    }
  else
    add_bars (figure, chart);
  add_notes (figure, chart);
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
