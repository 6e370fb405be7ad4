/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The ways to present what a report page shows: its actions "present.by" and "present.all", and F5. Main thread only.
 */

#include "nsc-report-page.h"

G_BEGIN_DECLS

/* Gives PAGE the actions. Once. */
void nsc_page_presenting_add (NscReportPage *page);

/* After another figure is shown, or none: it may not have rows, series or years. */
void nsc_page_presenting_update (NscReportPage *page);

/* Presents the figure in the way that was chosen last. */
void nsc_page_presenting_start (NscReportPage *page);

G_END_DECLS
