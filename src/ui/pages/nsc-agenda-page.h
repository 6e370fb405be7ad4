/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which of two publishers was first to raise each issue, and by how many years. Main thread only. */

#include "nsc-report-page.h"

G_BEGIN_DECLS

#define NSC_TYPE_AGENDA_PAGE (nsc_agenda_page_get_type ())
G_DECLARE_FINAL_TYPE (NscAgendaPage, nsc_agenda_page, NSC, AGENDA_PAGE, NscReportPage)

G_END_DECLS
