/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A page that shows a report: its figure or its table, with a pane of options and evidence beside it, over it, or as a
 * sheet from below. What the report is and which options it takes is told by the page derived from this one. Main
 * thread only. */

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
  const char *who;           /* the column by which a record of the evidence is titled */
  const char *omit;          /* a column that all records behind a mark share, or NULL */
  const char *const *naming; /* the options by which an exported file is named, NULL-terminated */
};

/* What stands in the pane under Options. Once. */
void nsc_report_page_set_options_widget (NscReportPage *self, GtkWidget *widget);

/* Runs the report and says in the header what is shown. */
void nsc_report_page_run (NscReportPage *self, NscOptions *options, const char *subtitle);

/* What is shown: the report's options as they were run last and its result, both the page's own and NULL where there is
 * none. */
NscOptions *nsc_report_page_get_options (NscReportPage *self);
NscResult *nsc_report_page_get_result (NscReportPage *self);

/* The name that is proposed for an exported file, without an ending: "tech_accord-country". */
char *nsc_report_page_dup_file_name (NscReportPage *self);

/* What is shown where there is nothing to report on. */
typedef enum
{
  NSC_REPORT_PAGE_WAITING,
  NSC_REPORT_PAGE_NO_RECORDS, /* the project is empty */
  NSC_REPORT_PAGE_NO_MATTER,  /* it has records, but none for this report */
} NscReportPageState;

void nsc_report_page_show_state (NscReportPage *self, NscReportPageState state);

G_END_DECLS
