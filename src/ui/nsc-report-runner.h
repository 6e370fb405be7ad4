/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Runs a report on a worker, again whenever it is asked to. A newer request cancels the older one, and an answer that
 * comes late is dropped, so that the result always belongs to the options asked for last. Main thread only. */

#include "nsc-project.h"
#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_REPORT_RUNNER (nsc_report_runner_get_type ())
G_DECLARE_FINAL_TYPE (NscReportRunner, nsc_report_runner, NSC, REPORT_RUNNER, GObject)

/* Properties, readable and notified: "result" (NscResult of the last run that succeeded, or NULL), "busy" (boolean).
 * Signal: "failed" (GError), for any error but being overtaken. */

NscReportRunner *nsc_report_runner_new (const NscReport *report);

/* OPTIONS must not be changed afterwards. */
void nsc_report_runner_run (NscReportRunner *self, NscProject *project, NscOptions *options);

/* Drops the result and whatever is under way. */
void nsc_report_runner_reset (NscReportRunner *self);

NscResult *nsc_report_runner_get_result (NscReportRunner *self);

G_END_DECLS
