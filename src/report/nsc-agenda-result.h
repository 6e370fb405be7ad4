/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The result of the agenda report: who was first with each issue, in the order of the codebook, and all that its figure
 * and its table say beside it. Filled by the report, then immutable. */

#include "nsc-agenda.h"
#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_AGENDA_RESULT (nsc_agenda_result_get_type ())
G_DECLARE_FINAL_TYPE (NscAgendaResult, nsc_agenda_result, NSC, AGENDA_RESULT, NscResult)

/* What was asked; the texts belong to the options. */
typedef struct
{
  const char *language;
  const char *publishers[NSC_AGENDA_SIDES]; /* ids joined by commas */
  const char *parent;                       /* id of an issue, NULL: all issues */
  NscDate as_of;
  gboolean include_unverified;
  gboolean summary;    /* the table is of the summary */
  gboolean only_sheet; /* no figure will be asked for */
} NscAgendaQuestion;

/* Counts the mentions and the documents. */
NscResult *
nsc_agenda_result_new (const NscAgendaQuestion *question, NscReader *reader, GCancellable *cancellable, GError **error);

G_END_DECLS
