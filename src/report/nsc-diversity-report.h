/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How concentrated the signatories of initiatives are in few groups. Options: those of the distribution. The sheet has
 * the columns initiative,by,n,unknown,groups,hhi,shannon,evenness, a row for each initiative in the order asked for.
 *
 * `n` is the base of the measures: the members that are counted in known groups, in each where an actor has several
 * roles, and with cumulative in each year at whose end it was a member, as table and figure say; `unknown` those whose
 * group is not known, who are in no measure. Undefined measures are empty. With fewer than 80 % of the reported members
 * recorded, table and figure say that the measures are not representative. A constant; run and read as nsc-report.h
 * says. */

#include "nsc-report.h"

G_BEGIN_DECLS

extern const NscReport nsc_diversity_report;

G_END_DECLS
