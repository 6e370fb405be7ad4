/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The records behind a mark of a comparison of agendas: the mentions of an issue, those of one publisher in one year,
 * or a publisher's documents of one year, as nsc-issue-key.h names them. One thread at a time. */

#include "nsc-agenda-scope.h"

G_BEGIN_DECLS

/* Tells FUNC the records that COUNTS has counted behind KEY; none where it shows no such mark. */
gboolean nsc_agenda_evidence_scan (const NscAgendaScope *scope,
                                   const NscAgenda *counts,
                                   NscReader *reader,
                                   gint64 key,
                                   NscRecordFunc func,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

/* Tells FUNC the documents of the publisher and the year whose mentions stand behind KEY, which may not name theirs;
 * none behind any other mark. */
gboolean nsc_agenda_evidence_scan_context (const NscAgendaScope *scope,
                                           const NscAgenda *counts,
                                           NscReader *reader,
                                           gint64 key,
                                           NscRecordFunc func,
                                           gpointer data,
                                           GCancellable *cancellable,
                                           GError **error);

/* The issue in whose row the mark stands, NSC_ROW_INDEX_NONE where COUNTS shows no such mark. */
guint nsc_agenda_evidence_find_issue (const NscAgendaScope *scope, const NscAgenda *counts, gint64 key);

G_END_DECLS
