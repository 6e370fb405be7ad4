/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-page.h"

#include "nsc-growth-report.h"

#include "nsc-initiative-options.h"

#include <glib/gi18n-lib.h>

struct _NscGrowthPage
{
  NscReportPage parent_instance;
};

G_DEFINE_FINAL_TYPE (NscGrowthPage, nsc_growth_page, NSC_TYPE_REPORT_PAGE)

static gboolean
has_matter (const NscHoldings *holdings)
{
  return nsc_initiative_options_find_first (holdings, 1, 1) != NULL;
}

static void
offer (NscOptionForm *form, const NscHoldings *holdings)
{
  nsc_initiative_options_offer (form, holdings, 1, 1);
}

static void
adapt (NscOptionForm *form, const NscHoldings *holdings, const char *option)
{
  if (option == NULL || g_str_equal (option, "initiative"))
    nsc_initiative_options_adapt (form, holdings);
}

static char *
dup_subtitle (NscOptionForm *form)
{
  return g_strdup (nsc_option_form_get_label (form, "initiative"));
}

static void
nsc_growth_page_class_init (NscGrowthPageClass *klass)
{
  static const char *const naming[] = { "initiative", NULL };
  static const NscOptionField fields[] = {
    { "initiative", NSC_OPTION_FIELD_CHOICE, N_ ("Initiative"), TRUE },
    { 0 },
  };
  static const NscPageOptionsKind options = {
    "growth", fields, NSC_HOLDINGS_MEMBERS, has_matter, offer, adapt, dup_subtitle,
  };
  NscReportPageClass *report_class = NSC_REPORT_PAGE_CLASS (klass);

  report_class->title = N_ ("Growth");
  report_class->report = &nsc_growth_report;
  report_class->options = &options;
  report_class->naming = naming;
  report_class->icon = "nsc-growth-symbolic";
  report_class->empty_title = N_ ("No Members Yet");
  report_class->empty_description = N_ ("Import a table of signatories with the dates on which they joined, or one of "
                                        "totals that others reported, or add a record by hand.");
  report_class->empty_add = N_ ("Add a _Signatory");
  report_class->empty_table = "signatories";
}

static void
nsc_growth_page_init (NscGrowthPage *self)
{
}
