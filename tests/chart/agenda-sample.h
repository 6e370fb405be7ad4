/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Agendas to draw, from the years in which things happened. A sample owns all that its chart points to. */

#include "nsc-agenda-chart.h"

/* Years are bits, the lowest is this one. */
#define AGENDA_SAMPLE_YEAR 2000

#define AGENDA_SAMPLE_BIT(year) (1u << ((year) - AGENDA_SAMPLE_YEAR))

typedef struct
{
  const char *label;
  guint32 mentions[NSC_AGENDA_SIDES];
} AgendaSampleRow;

typedef struct _AgendaSample AgendaSample;

/* A company and an organisation with DOCUMENTS in these years; the strings outlive the sample. */
AgendaSample *agenda_sample_new (const char *language,
                                 const AgendaSampleRow *rows,
                                 guint n_rows,
                                 const guint32 documents[NSC_AGENDA_SIDES]);

/* An issue of each kind: an open lead, a lead, one of the second publisher, a tie, one that is the first's alone, one
 * that is the second's alone, and a long lead with many mentions. */
AgendaSample *agenda_sample_new_of_all_kinds (const char *language);
void agenda_sample_free (AgendaSample *self);

/* The sample's, and to be changed for a case. */
NscAgendaChart *agenda_sample_get_chart (AgendaSample *self);

/* The key of the mark of a year, be it one of mentions or one of silence, and of a row. */
gint64 agenda_sample_get_key (guint row, NscAgendaSide side, guint year);
gint64 agenda_sample_get_row_key (guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgendaSample, agenda_sample_free)
