/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How many members an initiative had over time: what is recorded by name beside what others reported. Options:
 * initiative (one id) and the common ones. The sheet has the columns date,recorded,reported,category.
 *
 * There is a row for every date on which somebody joined or left, with category `all`, and for every reported total, of
 * whatever category. The rows of `all` carry `recorded`, the recorded members on the first day of the date, on its last
 * day where somebody left then: so many as the distribution counts with that day as as-of. The others carry `reported`
 * alone. By the first day of the date, then `all`, then the categories by code point, then the coarser date. A
 * constant; run and read as nsc-report.h says. */

#include "nsc-report.h"

G_BEGIN_DECLS

extern const NscReport nsc_growth_report;

G_END_DECLS
