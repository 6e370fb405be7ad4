/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-report.h"

#include "nsc-distribution-result.h"

#include <glib/gi18n-lib.h>

static const char *const dimensions[] = { "sector", "country", "region", "subregion", "un_group",
                                          "kind",   "role",    "year",   NULL };

static const char *const dimension_titles[] = {
  N_ ("Sector"), N_ ("Home country"), N_ ("Region"),       N_ ("Subregion"), N_ ("UN regional group"),
  N_ ("Kind"),   N_ ("Role"),         N_ ("Joining year"),
};

const NscOptionSpec nsc_distribution_report_options[] = {
  { "initiative", N_ ("ID[,ID…]"), N_ ("The initiatives whose signatories are counted, side by side"), TRUE },
  { "by", "sector|country|region|subregion|un_group|kind|role|year", N_ ("What they are grouped by"), TRUE },
  { "exclude-country", N_ ("CODE"), N_ ("Leave out the signatories of this country, such as US"), FALSE },
  { "cumulative", NULL, N_ ("With --by=year: count the members at the end of each year"), FALSE },
  { NULL },
};

static NscResult *
run (NscReader *reader, NscOptions *options, gboolean only_sheet, GCancellable *cancellable, GError **error)
{
  g_auto (NscDistributionQuestion) question = { 0 };

  if (!nsc_distribution_question_read (&question, options, error))
    return NULL;
  return nsc_distribution_result_new (&question, reader, cancellable, error);
}

const NscReport nsc_distribution_report = {
  .name = "distribution",
  .title = N_ ("Signatories by group"),
  .options = nsc_distribution_report_options,
  .run = run,
};

const char *const *
nsc_distribution_report_dimensions (void)
{
  return dimensions;
}

const char *
nsc_distribution_report_dimension_title (const char *by)
{
  for (guint i = 0; dimensions[i] != NULL; i++)
    if (g_str_equal (dimensions[i], by))
      return dimension_titles[i];
  g_return_val_if_reached ("");
}
