/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How often each of several publishers mentions each issue, and how their ranks agree. Options: publisher (publishers
 * parted by semicolons, each of one actor's id or of several joined by commas), issues (an issue: it and those below
 * it), summary, seed, and the common ones. The sheet has the columns issue,label,publisher,mentions,documents,rank;
 * with summary first,second,n,rho,p,method, a row for each pair in the order asked. A constant; run and read as
 * nsc-report.h says. */

#include "nsc-report.h"

G_BEGIN_DECLS

extern const NscReport nsc_salience_report;

G_END_DECLS
