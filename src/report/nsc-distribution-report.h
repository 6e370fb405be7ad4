/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the signatories of initiatives spread over sectors, countries, regions, kinds, roles or years. Options:
 * initiative (ids, parted by commas), by (sector, country, region, subregion, un_group, kind, role, year),
 * exclude-country (code), cumulative (with by year), and the common ones. The sheet has the columns
 * initiative,group,label,count,share,total, the initiatives in the order asked for, each with a base of its own.
 *
 * With cumulative there is a row for every year from the first in which somebody is known to have joined to the last in
 * which anybody joined or left, or to that of as-of, whose row is of that date. It counts who was a member at the end:
 * joined <= 31 December < left. `total` is then the distinct actors that are known to have joined by the last row,
 * whoever left since: one base for all years, so that the shares of years compare. Who has no joining date is undated,
 * outside the base. A constant; run and read as nsc-report.h says. */

#include "nsc-report.h"

G_BEGIN_DECLS

extern const NscReport nsc_distribution_report;

/* Its options, which are those of any other question about the groups of signatories; ends with a NULL name. */
extern const NscOptionSpec nsc_distribution_report_options[];

/* The values of `by`, NULL-terminated, in the order of NscDimension. */
const char *const *nsc_distribution_report_dimensions (void);

/* What people read for a value of `by`: a msgid such as "Home country". */
const char *nsc_distribution_report_dimension_title (const char *by);

G_END_DECLS
