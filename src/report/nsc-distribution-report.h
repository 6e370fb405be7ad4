/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How an initiative's signatories spread over sectors, countries, regions, kinds, roles or years. Options: initiative
 * (id), by (sector, country, region, subregion, un_group, kind, role, year), exclude-country (code), and the common
 * ones. The sheet has the columns initiative,group,label,count,share,total. */

#include "nsc-report.h"

G_BEGIN_DECLS

extern const NscReport nsc_distribution_report;

/* The values of `by`, NULL-terminated, in the order of NscDimension. */
const char *const *nsc_distribution_report_dimensions (void);

/* What people read for a value of `by`: a msgid such as "Home country". */
const char *nsc_distribution_report_dimension_title (const char *by);

G_END_DECLS
