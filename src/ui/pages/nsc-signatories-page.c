/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-signatories-page.h"

#include "nsc-distribution-report.h"

#include "nsc-distribution-options.h"

#include <glib/gi18n-lib.h>

struct _NscSignatoriesPage
{
  NscReportPage parent_instance;

  NscDistributionOptions *options;
};

G_DEFINE_FINAL_TYPE (NscSignatoriesPage, nsc_signatories_page, NSC_TYPE_REPORT_PAGE)

static void
options_changed_cb (NscSignatoriesPage *self)
{
  g_autoptr (GHashTable) options = NULL;
  g_autofree char *subtitle = NULL;

  switch (nsc_distribution_options_get_holdings (self->options))
    {
    case NSC_HOLDINGS_SIGNATORIES:
      options = nsc_distribution_options_dup (self->options);
      subtitle = nsc_distribution_options_dup_subtitle (self->options);
      nsc_report_page_run (NSC_REPORT_PAGE (self), options, subtitle);
      break;
    case NSC_HOLDINGS_NOTHING:
      nsc_report_page_show_state (NSC_REPORT_PAGE (self), NSC_REPORT_PAGE_NO_RECORDS);
      break;
    case NSC_HOLDINGS_NO_SIGNATORIES:
      nsc_report_page_show_state (NSC_REPORT_PAGE (self), NSC_REPORT_PAGE_NO_MATTER);
      break;
    case NSC_HOLDINGS_UNKNOWN:
    default:
      break;
    }
}

static void
nsc_signatories_page_project_set (NscPage *page)
{
  NscSignatoriesPage *self = NSC_SIGNATORIES_PAGE (page);

  nsc_report_page_show_state (NSC_REPORT_PAGE (self), NSC_REPORT_PAGE_WAITING);
  nsc_distribution_options_look_up (self->options, nsc_page_get_project (page));
}

static void
nsc_signatories_page_project_changed (NscPage *page)
{
  nsc_distribution_options_look_up (NSC_SIGNATORIES_PAGE (page)->options, nsc_page_get_project (page));
}

static void
nsc_signatories_page_class_init (NscSignatoriesPageClass *klass)
{
  static const char *const naming[] = { "initiative", "by", NULL };
  NscPageClass *page_class = NSC_PAGE_CLASS (klass);
  NscReportPageClass *report_class = NSC_REPORT_PAGE_CLASS (klass);

  page_class->project_changed = nsc_signatories_page_project_changed;
  page_class->project_set = nsc_signatories_page_project_set;
  report_class->title = N_ ("Signatories");
  report_class->report = &nsc_distribution_report;
  report_class->who = "actor";
  report_class->omit = "initiative";
  report_class->naming = naming;
}

static void
nsc_signatories_page_init (NscSignatoriesPage *self)
{
  self->options = g_object_new (NSC_TYPE_DISTRIBUTION_OPTIONS, NULL);
  g_signal_connect_object (self->options, "changed", G_CALLBACK (options_changed_cb), self, G_CONNECT_SWAPPED);
  nsc_report_page_set_options_widget (NSC_REPORT_PAGE (self), GTK_WIDGET (self->options));
}
