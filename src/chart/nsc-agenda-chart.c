/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-chart.h"

#include "nsc-agenda-marks.h"
#include "nsc-agenda-words.h"
#include "nsc-sentences.h"

#include "nsc-words.h"

static void
add_notes (NscFigure *figure, const NscAgendaChart *chart)
{
  const char *language = chart->language;

  nsc_figure_take_note (
      figure, nsc_words_get (language, "Issues."),
      nsc_sentences_join (language, nsc_agenda_words_issues (chart), nsc_agenda_words_documents (chart)));
  nsc_figure_take_note (figure, nsc_words_get (language, "Open."), nsc_agenda_words_open (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Left out."), nsc_agenda_words_left_out (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Included."), nsc_agenda_words_included (chart));
  nsc_figure_take_remark (figure, nsc_words_get (language, "Caution."), nsc_agenda_words_caution (chart));
}

NscFigure *
nsc_agenda_chart_new (const NscAgendaChart *chart)
{
  NscFigure *figure = nsc_figure_new (chart->language);
  g_autofree char *title = nsc_agenda_words_title (chart);
  g_autofree char *subtitle = nsc_agenda_words_subtitle (chart);
  g_autofree char *sources = nsc_agenda_words_sources (chart, G_MAXUINT);
  g_autofree char *brief = nsc_agenda_words_sources (chart, 1);

  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    nsc_figure_keep_together (figure, chart->publishers[side].name);
  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (chart->n_rows == 0)
    {
      g_autofree char *empty = nsc_agenda_words_empty (chart);

      nsc_figure_set_empty (figure, empty);
    }
  else
    nsc_agenda_marks_add (figure, chart);
  add_notes (figure, chart);
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
