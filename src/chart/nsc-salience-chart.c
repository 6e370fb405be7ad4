/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-chart.h"

#include "nsc-salience-marks.h"
#include "nsc-salience-words.h"
#include "nsc-sentences.h"

#include "nsc-words.h"

static void
add_notes (NscFigure *figure, const NscSalienceChart *chart)
{
  const char *language = chart->language;
  char *agreement = NULL;

  for (guint i = 0; i < chart->n_pairs && chart->n_pairs <= NSC_SALIENCE_MOST_PAIRS; i++)
    agreement = nsc_sentences_join (language, agreement, nsc_salience_words_pair (chart, &chart->pairs[i]));
  nsc_figure_take_remark (figure, nsc_words_get (language, "Agreement."), agreement);
  nsc_figure_take_note (figure, nsc_words_get (language, "Left out."), nsc_salience_words_left_out (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Included."), nsc_salience_words_included (chart));
  nsc_figure_take_remark (figure, nsc_words_get (language, "Caution."), nsc_salience_words_caution (chart));
}

NscFigure *
nsc_salience_chart_new (const NscSalienceChart *chart)
{
  NscFigure *figure = nsc_figure_new (chart->language);
  g_autofree char *title = nsc_salience_words_title (chart);
  g_autofree char *subtitle = nsc_salience_words_subtitle (chart);
  g_autofree char *sources = nsc_salience_words_sources (chart, G_MAXUINT);
  g_autofree char *brief = nsc_salience_words_sources (chart, 1);

  for (guint i = 0; i < chart->n_publishers; i++)
    nsc_figure_keep_together (figure, chart->publishers[i].name);
  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (chart->n_rows == 0)
    {
      g_autofree char *empty = nsc_salience_words_empty (chart);

      nsc_figure_set_empty (figure, empty);
    }
  else
    nsc_salience_marks_add (figure, chart);
  add_notes (figure, chart);
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
