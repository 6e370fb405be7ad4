/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How many members an initiative had over time: those recorded beside what others reported. Main thread only. */

#include "nsc-report-page.h"

G_BEGIN_DECLS

#define NSC_TYPE_GROWTH_PAGE (nsc_growth_page_get_type ())
G_DECLARE_FINAL_TYPE (NscGrowthPage, nsc_growth_page, NSC, GROWTH_PAGE, NscReportPage)

G_END_DECLS
