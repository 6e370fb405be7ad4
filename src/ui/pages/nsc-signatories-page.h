/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the signatories of an initiative spread over countries, sectors, roles… Main thread only. */

#include "nsc-report-page.h"

G_BEGIN_DECLS

#define NSC_TYPE_SIGNATORIES_PAGE (nsc_signatories_page_get_type ())
G_DECLARE_FINAL_TYPE (NscSignatoriesPage, nsc_signatories_page, NSC, SIGNATORIES_PAGE, NscReportPage)

G_END_DECLS
