/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The options of a distribution as boxed lists: which initiative, grouped by what, without which country, on which
 * date, with unverified records or not, in which language. Offers only what the project has. Main thread only. */

#include "nsc-project.h"
#include "nsc-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_DISTRIBUTION_OPTIONS (nsc_distribution_options_get_type ())
G_DECLARE_FINAL_TYPE (NscDistributionOptions, nsc_distribution_options, NSC, DISTRIBUTION_OPTIONS, AdwBin)

/* What the project holds, as far as a distribution goes. */
typedef enum
{
  NSC_HOLDINGS_UNKNOWN, /* being looked up */
  NSC_HOLDINGS_NOTHING, /* no records but those that a new project has */
  NSC_HOLDINGS_NO_SIGNATORIES,
  NSC_HOLDINGS_SIGNATORIES,
} NscHoldings;

/* Signal: "changed", when other options apply, or the project was looked through again. */

/* Looks what the project offers; what is chosen stays chosen where it is still there. NULL: no project. */
void nsc_distribution_options_look_up (NscDistributionOptions *self, NscProject *project);

NscHoldings nsc_distribution_options_get_holdings (NscDistributionOptions *self);

/* The options for nsc_report_run, a new table; NULL where there is no initiative to report on. */
NscOptions *nsc_distribution_options_dup (NscDistributionOptions *self);

/* What is shown, such as "Tech Accord · Home country"; to be freed. */
char *nsc_distribution_options_dup_subtitle (NscDistributionOptions *self);

/* For tests and stories: chooses by the name and value of an option. FALSE where it cannot be had. */
gboolean nsc_distribution_options_choose (NscDistributionOptions *self, const char *option, const char *value);

G_END_DECLS
