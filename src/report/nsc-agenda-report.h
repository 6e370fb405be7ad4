/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which of two publishers was first to mention each issue, and by how many years. Options: first and second (ids of
 * actors, joined by commas where several count as one), issues (an issue: it and those below it), summary, and the
 * common ones. The sheet has the columns issue,label,first_years,second_years,first_year,second_year,lead_years,leader,
 * open; with summary shared,first_leads,second_leads,ties,first_only,second_only,mean_lead,median_lead. A constant; run
 * and read as nsc-report.h says. */

#include "nsc-report.h"

G_BEGIN_DECLS

extern const NscReport nsc_agenda_report;

G_END_DECLS
