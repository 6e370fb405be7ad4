/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A page that shows a report: its figure or its table, with a pane of options and evidence beside it, over it, or as a
 * sheet from below. What the report is and which options it takes is told by the page derived from this one. Main
 * thread only. */

#include "nsc-page-options.h"
#include "nsc-page.h"

#include "nsc-report.h"

G_BEGIN_DECLS

#define NSC_TYPE_REPORT_PAGE (nsc_report_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (NscReportPage, nsc_report_page, NSC, REPORT_PAGE, NscPage)

struct _NscReportPageClass
{
  NscPageClass parent_class;

  const char *title; /* msgid of the page's name */
  const NscReport *report;
  const NscPageOptionsKind *options;
  const char *const *naming; /* the options by which an exported file is named, NULL-terminated */

  /* What is said where the project has records, but none for this report: msgids, and the table to add one to. */
  const char *icon;
  const char *empty_title;
  const char *empty_description;
  const char *empty_add;
  const char *empty_table;
};

/* What is shown: the report's options as they were run last and its result, both the page's own and NULL where there is
 * none. */
NscOptions *nsc_report_page_get_options (NscReportPage *self);
NscResult *nsc_report_page_get_result (NscReportPage *self);

/* The name that is proposed for an exported file, without an ending: "tech_accord-country". */
char *nsc_report_page_dup_file_name (NscReportPage *self);

/* The ids that an option of the page offers, in order, such as all initiatives; NULL where it offers none. To be freed
 * with g_strfreev. */
char **nsc_report_page_dup_choices (NscReportPage *self, const char *option);

G_END_DECLS
