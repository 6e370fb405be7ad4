/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-report.h"

#include "nsc-distribution-report.h"
#include "nsc-diversity-result.h"

#include <glib/gi18n-lib.h>

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
  .options = nsc_distribution_report_options,
  .run = run,
};
