/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-chart.h"

#include "nsc-distribution-words.h"
#include "nsc-diversity-words.h"

#include "nsc-words.h"

static void
take_note (NscFigure *figure, const char *lead, char *text)
{
  if (text != NULL)
    nsc_figure_add_note (figure, lead, text);
  g_free (text);
}

static void
add_notes (NscFigure *figure, const NscDiversityChart *chart)
{
  const NscDistributionChart *distribution = chart->distribution;
  const char *language = distribution->language;

  take_note (figure, nsc_words_get (language, "Caution."), nsc_diversity_words_caution (chart));
  take_note (figure, nsc_words_get (language, "Coverage."), nsc_distribution_words_coverage (distribution));
  take_note (figure, nsc_words_get (language, "Left out."), nsc_distribution_words_left_out (distribution));
  take_note (figure, nsc_words_get (language, "Included."), nsc_distribution_words_included (distribution));
  take_note (figure, nsc_words_get (language, "In no measure."), nsc_diversity_words_not_counted (chart));
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

  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (nsc_distribution_words_is_empty (distribution))
    {
      g_autofree char *empty = nsc_distribution_words_empty (distribution);

      nsc_figure_set_empty (figure, empty);
    }
  add_notes (figure, chart);
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
