/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-chart.h"

#include "nsc-growth-words.h"

#include "nsc-words.h"

static void
take_note (NscFigure *figure, const char *lead, char *text)
{
  if (text != NULL)
    nsc_figure_add_note (figure, lead, text);
  g_free (text);
}

NscFigure *
nsc_growth_chart_new (const NscGrowthChart *chart)
{
  const char *language = chart->language;
  NscFigure *figure = nsc_figure_new (language);
  g_autofree char *title = nsc_growth_words_title (chart);
  g_autofree char *subtitle = nsc_growth_words_subtitle (chart);
  g_autofree char *sources = nsc_growth_words_sources (chart, G_MAXUINT);
  g_autofree char *brief = nsc_growth_words_sources (chart, 1);

  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (chart->n_points == 0 && chart->n_reports == 0)
    {
      g_autofree char *empty = nsc_growth_words_empty (chart);

      nsc_figure_set_empty (figure, empty);
    }
  take_note (figure, nsc_words_get (language, "Coverage."), nsc_coverage_describe (&chart->coverage, language));
  take_note (figure, nsc_words_get (language, "Not placed."), nsc_growth_words_undated (chart));
  take_note (figure, nsc_words_get (language, "Left out."), nsc_growth_words_left_out (chart));
  take_note (figure, nsc_words_get (language, "Included."), nsc_growth_words_included (chart));
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
