/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-report.h"

#include "nsc-distribution-result.h"

#include "nsc-error.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>

static const char *const dimensions[] = { "sector", "country", "region", "subregion", "un_group",
                                          "kind",   "role",    "year",   NULL };

static const char *const dimension_titles[] = {
  N_ ("Sector"), N_ ("Home country"), N_ ("Region"),       N_ ("Subregion"), N_ ("UN regional group"),
  N_ ("Kind"),   N_ ("Role"),         N_ ("Joining year"),
};

static const NscOptionSpec options_of_distribution[] = {
  { "initiative", N_ ("ID"), N_ ("The initiative whose signatories are counted"), TRUE },
  { "by", "sector|country|region|subregion|un_group|kind|role|year", N_ ("What they are grouped by"), TRUE },
  { "exclude-country", N_ ("CODE"), N_ ("Leave out the signatories of this country, such as US"), FALSE },
  { NULL },
};

static int
find_dimension (const char *by)
{
  for (int i = 0; dimensions[i] != NULL; i++)
    if (g_str_equal (dimensions[i], by))
      return i;
  return -1;
}

static NscResult *
run (NscReader *reader, NscOptions *options, GCancellable *cancellable, GError **error)
{
  const char *language = nsc_options_get (options, "language");
  const char *as_of = nsc_options_get (options, "as-of");
  int by = find_dimension (nsc_options_get (options, "by"));
  g_autoptr (GError) date_error = NULL;
  NscDistributionQuestion question = { 0 };
  NscResult *result;

  if (by < 0)
    {
      g_autofree char *choices = g_strjoinv (", ", (char **) dimensions);

      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--by=%1$s: use one of %2$s"), nsc_options_get (options, "by"),
                   choices);
      return NULL;
    }
  /* An empty date is a variable that somebody forgot to set, not a wish for no date. */
  if (as_of != NULL && nsc_text_is_blank (as_of))
    {
      g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("--as-of is empty; give a date or leave it out"));
      return NULL;
    }
  if (!nsc_date_parse (as_of != NULL ? as_of : "", NSC_DATE_STYLE_ISO, &question.as_of, &date_error))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--as-of=%s: %s", as_of, date_error->message);
      return NULL;
    }

  question.language = g_strdup (language != NULL ? language : "en");
  question.initiative = g_strdup (nsc_options_get (options, "initiative"));
  question.exclude_country = g_strdup (nsc_options_get (options, "exclude-country"));
  question.by = (NscDimension) by;
  question.include_unverified = nsc_options_is_on (options, "include-unverified");
  result = nsc_distribution_result_new (&question, reader, cancellable, error);
  nsc_distribution_question_clear (&question);
  return result;
}

const NscReport nsc_distribution_report = {
  .name = "distribution",
  .title = N_ ("Signatories by group"),
  .options = options_of_distribution,
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
  int dimension = find_dimension (by);

  g_return_val_if_fail (dimension >= 0, "");

  return dimension_titles[dimension];
}
