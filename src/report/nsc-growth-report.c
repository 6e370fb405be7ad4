/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-report.h"

#include "nsc-growth-result.h"

#include <glib/gi18n-lib.h>

static const NscOptionSpec options_of_growth[] = {
  { "initiative", N_ ("ID"), N_ ("The initiative whose members are counted over time"), TRUE },
  { NULL },
};

static NscResult *
run (NscReader *reader, NscOptions *options, gboolean only_sheet, GCancellable *cancellable, GError **error)
{
  g_auto (NscGrowthQuestion) question = { 0 };

  if (!nsc_options_read_as_of (options, &question.as_of, error))
    return NULL;
  question.language = g_strdup (nsc_options_get_language (options));
  question.initiative = g_strdup (nsc_options_get (options, "initiative"));
  question.include_unverified = nsc_options_is_on (options, "include-unverified");
  return nsc_growth_result_new (&question, reader, cancellable, error);
}

const NscReport nsc_growth_report = {
  .name = "growth",
  .title = N_ ("Members over time"),
  .options = options_of_growth,
  .run = run,
};
