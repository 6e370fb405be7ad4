/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences of a comparison of agendas, each a whole one in the figure's language. All are made from the numbers
 * alone and say no more than the records do. Results are to be freed. Any thread. */

#include "nsc-agenda-chart.h"

G_BEGIN_DECLS

/* A publisher's name within a sentence, and at its start. */
char *nsc_agenda_words_name (const NscAgendaChart *chart, NscAgendaSide side);
char *nsc_agenda_words_start (const NscAgendaChart *chart, NscAgendaSide side);

/* What the records show. */
char *nsc_agenda_words_title (const NscAgendaChart *chart);

/* What is measured, over which years. */
char *nsc_agenda_words_subtitle (const NscAgendaChart *chart);

/* Why there is nothing to show. */
char *nsc_agenda_words_empty (const NscAgendaChart *chart);

/* Notes; NULL where there is nothing to say. */
char *nsc_agenda_words_issues (const NscAgendaChart *chart);
char *nsc_agenda_words_documents (const NscAgendaChart *chart);
char *nsc_agenda_words_open (const NscAgendaChart *chart);
char *nsc_agenda_words_left_out (const NscAgendaChart *chart);
char *nsc_agenda_words_included (const NscAgendaChart *chart);
char *nsc_agenda_words_caution (const NscAgendaChart *chart);

/* The source line with at most MOST sources, the others as a number. */
char *nsc_agenda_words_sources (const NscAgendaChart *chart, guint most);

/* The legend: a publisher's first mention, its later ones; the lead; years with documents that do not mention. */
char *nsc_agenda_words_first (const NscAgendaChart *chart, NscAgendaSide side);
char *nsc_agenda_words_later (const NscAgendaChart *chart);
char *nsc_agenda_words_lead_time (const NscAgendaChart *chart);
char *nsc_agenda_words_open_lead (const NscAgendaChart *chart);
char *nsc_agenda_words_silence (const NscAgendaChart *chart);

/* Marks as sentences: a dot, a row with its lead, a tick; and the lead as it stands in its bar: "2 years", or
 * "same year". */
char *nsc_agenda_words_mark (const NscAgendaChart *chart,
                             NscAgendaSide side,
                             const NscAgendaRow *row,
                             const NscAgendaMark *mark);
char *nsc_agenda_words_lead (const NscAgendaChart *chart, const NscAgendaRow *row);
char *nsc_agenda_words_tick (const NscAgendaChart *chart, NscAgendaSide side, const NscAgendaMark *document);
char *nsc_agenda_words_years (const NscAgendaChart *chart, gint32 years);

G_END_DECLS
