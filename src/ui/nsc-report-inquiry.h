/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A question to a project that a report answers. The report is run on a worker, and figure and table are made there
 * too, so that nobody waits for them on the main thread, on which this is started and finished. */

#include "nsc-project.h"
#include "nsc-report.h"

G_BEGIN_DECLS

/* OPTIONS must not be changed afterwards. */
void nsc_report_inquiry_start (NscProject *project,
                               const NscReport *report,
                               NscOptions *options,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
NscResult *nsc_report_inquiry_finish (GAsyncResult *result, GError **error);

G_END_DECLS
