/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sources that the records of a project name, with their confidence and the number of records by table; each opens
 * its records. Main thread only. */

#include "nsc-page.h"

G_BEGIN_DECLS

#define NSC_TYPE_SOURCES_PAGE (nsc_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (NscSourcesPage, nsc_sources_page, NSC, SOURCES_PAGE, NscPage)

/* Property: "order" ("count", "source" or "confidence"), also the action sources.order. */

G_END_DECLS
