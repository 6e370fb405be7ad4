/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-signatories-page.h"

#include "nsc-distribution-report.h"

#include "nsc-initiative-options.h"

#include <glib/gi18n-lib.h>

/* What most people look at first. */
#define FIRST_DIMENSION "country"

struct _NscSignatoriesPage
{
  NscReportPage parent_instance;
};

G_DEFINE_FINAL_TYPE (NscSignatoriesPage, nsc_signatories_page, NSC_TYPE_REPORT_PAGE)

static gboolean
has_matter (const NscHoldings *holdings)
{
  return nsc_initiative_options_find_first (holdings, 1, 0) != NULL;
}

static void
offer (NscOptionForm *form, const NscHoldings *holdings)
{
  nsc_initiative_options_offer (form, holdings, 1, 0);
  nsc_option_form_begin (form, "by");
  for (const char *const *by = nsc_distribution_report_dimensions (); *by != NULL; by++)
    nsc_option_form_add (form, "by", *by, _ (nsc_distribution_report_dimension_title (*by)));
  nsc_option_form_end (form, "by", FIRST_DIMENSION);
}

/* Only a country that members of the initiatives are from can be left out, and members add up over years alone. */
static void
adapt (NscOptionForm *form, const NscHoldings *holdings, const char *option)
{
  if (option == NULL || g_str_equal (option, "initiative"))
    nsc_initiative_options_adapt (form, holdings);
  nsc_option_form_set_offered (form, "cumulative", g_str_equal (nsc_option_form_get (form, "by"), "year"));
}

static char *
dup_subtitle (NscOptionForm *form)
{
  /* Translators: an initiative and what its signatories are grouped by, "Tech Accord · Home country". */
  return g_strdup_printf (_ ("%1$s · %2$s"), nsc_option_form_get_label (form, "initiative"),
                          nsc_option_form_get_label (form, "by"));
}

static void
nsc_signatories_page_class_init (NscSignatoriesPageClass *klass)
{
  static const char *const naming[] = { "initiative", "by", NULL };
  static const NscOptionField fields[] = {
    { "initiative", NSC_OPTION_FIELD_SEVERAL, N_ ("Initiatives"), TRUE },
    { "by", NSC_OPTION_FIELD_CHOICE, N_ ("Group By"), FALSE },
    { "cumulative", NSC_OPTION_FIELD_SWITCH, N_ ("Add Up Over the Years"), FALSE },
    { "exclude-country", NSC_OPTION_FIELD_CHOICE, N_ ("Exclude Country"), FALSE },
    { 0 },
  };
  static const NscPageOptionsKind options = {
    "signatories", fields, NSC_HOLDINGS_MEMBERS, has_matter, offer, adapt, dup_subtitle,
  };
  NscReportPageClass *report_class = NSC_REPORT_PAGE_CLASS (klass);

  report_class->title = N_ ("Signatories");
  report_class->report = &nsc_distribution_report;
  report_class->options = &options;
  report_class->naming = naming;
  report_class->icon = "nsc-signatories-symbolic";
  report_class->empty_title = N_ ("No Signatories Yet");
  report_class->empty_description =
      N_ ("Import a table of signatories, or add one by hand. Each names an initiative and an actor.");
  report_class->empty_add = N_ ("Add a _Signatory");
  report_class->empty_table = "signatories";
}

static void
nsc_signatories_page_init (NscSignatoriesPage *self)
{
}
