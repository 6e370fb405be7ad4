/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the options of reports on initiatives have in common: which initiatives are offered, and what follows from the
 * choice. Main thread only. */

#include "nsc-holdings.h"
#include "nsc-option-form.h"

G_BEGIN_DECLS

/* The first initiative with so many members or so many reported totals at least, 0: not asked for; or NULL. */
const NscHeldInitiative *
nsc_initiative_options_find_first (const NscHoldings *holdings, guint least_members, guint least_totals);

/* Offers all of those under "initiative". */
void nsc_initiative_options_offer (NscOptionForm *form,
                                   const NscHoldings *holdings,
                                   guint least_members,
                                   guint least_totals);

/* Offers the countries of the chosen initiatives under "exclude-country", where the form has that, and counts their
 * unverified members. */
void nsc_initiative_options_adapt (NscOptionForm *form, const NscHoldings *holdings);

G_END_DECLS
