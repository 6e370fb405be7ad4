/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which records a comparison of agendas is of, and how they become the rows of its analysis; the same for counting them
 * and for finding those behind a mark. Borrows what it names. One thread at a time. */

#include "nsc-agenda.h"
#include "nsc-codebook.h"
#include "nsc-publishers.h"
#include "nsc-record-tally.h"

G_BEGIN_DECLS

typedef struct
{
  const NscPublishers *publishers; /* by side */
  const NscCodebook *codebook;
  gint32 as_of; /* a day as in nsc_date_last_day, 0: no filter by date */
  gboolean include_unverified;
} NscAgendaScope;

/* FALSE where the record is of no publisher or issue that was asked for. */
gboolean nsc_agenda_scope_read_mention (const NscAgendaScope *self, const NscMention *mention, NscAgendaMention *row);
gboolean
nsc_agenda_scope_read_document (const NscAgendaScope *self, const NscDocument *document, NscAgendaDocument *row);

/* Whether the rows count. */
gboolean nsc_agenda_scope_takes_mention (const NscAgendaScope *self, const NscAgendaMention *row);
gboolean nsc_agenda_scope_takes_document (const NscAgendaScope *self, const NscAgendaDocument *row);

/* Counts all of them; those that count are added to TALLY, unless it is NULL. */
NscAgenda *nsc_agenda_scope_count (
    const NscAgendaScope *self, NscReader *reader, NscRecordTally *tally, GCancellable *cancellable, GError **error);

G_END_DECLS
