/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-report.h"

#include "nsc-diversity-result.h"

#include <glib/gi18n-lib.h>

static const NscOptionSpec options_of_diversity[] = {
  { "initiative", N_ ("ID[,ID…]"), N_ ("The initiatives whose signatories are counted, side by side"), TRUE },
  { "by", "sector|country|region|subregion|un_group|kind|role|year", N_ ("What they are grouped by"), TRUE },
  { "exclude-country", N_ ("CODE"), N_ ("Leave out the signatories of this country, such as US"), FALSE },
  { NULL },
};

static NscResult *
run (NscReader *reader, NscOptions *options, gboolean only_sheet, GCancellable *cancellable, GError **error)
{
  g_auto (NscDistributionQuestion) question = { 0 };

  if (!nsc_distribution_question_read (&question, options, error))
    return NULL;
  return nsc_diversity_result_new (&question, reader, cancellable, error);
}

const NscReport nsc_diversity_report = {
  .name = "diversity",
  .title = N_ ("Concentration and diversity of signatories"),
  .options = options_of_diversity,
  .run = run,
};
