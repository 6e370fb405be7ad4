/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-report.h"

#include "nsc-rank-correlation.h"
#include "nsc-salience-result.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

static const NscOptionSpec options_of_salience[] = {
  { "publisher", N_ ("ID[,ID…];ID[,ID…][;…]"),
    N_ ("The publishers that are compared; actors joined by a comma count as one"), TRUE },
  { "issues", N_ ("ID"), N_ ("Only this issue and those below it"), FALSE },
  { "summary", NULL, N_ ("How the ranks of each two publishers agree"), FALSE },
  { "seed", N_ ("NUMBER"), N_ ("What random orders begin with (default: 1)"), FALSE },
  { NULL },
};

static gboolean
read_seed (const char *text, guint64 *seed, GError **error)
{
  *seed = NSC_RANK_SEED;
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, seed, NULL))
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--seed=%s: give a whole number from 0"), text);
  return FALSE;
}

static NscResult *
run (NscReader *reader, NscOptions *options, gboolean only_sheet, GCancellable *cancellable, GError **error)
{
  NscSalienceQuestion question = {
    .language = nsc_options_get_language (options),
    .publishers = nsc_options_get (options, "publisher"),
    .parent = nsc_options_get (options, "issues"),
    .include_unverified = nsc_options_is_on (options, "include-unverified"),
    .summary = nsc_options_is_on (options, "summary"),
    .only_sheet = only_sheet,
  };

  if (!nsc_options_read_as_of (options, &question.as_of, error) ||
      !read_seed (nsc_options_get (options, "seed"), &question.seed, error))
    return NULL;
  return nsc_salience_result_new (&question, reader, cancellable, error);
}

const NscReport nsc_salience_report = {
  .name = "salience",
  .title = N_ ("How often issues are mentioned"),
  .options = options_of_salience,
  .run = run,
};
