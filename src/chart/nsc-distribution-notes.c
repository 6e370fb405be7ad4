/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-words.h"

#include "nsc-member-words.h"
#include "nsc-sentences.h"

#include "nsc-text.h"
#include "nsc-words.h"

/* What is said of one panel; NULL where there is nothing to say. */
typedef char *(*NoteFunc) (const NscDistributionChart *chart, const NscDistributionPanel *panel);

/* What there is to say of each panel, with its name where there are several. */
static char *
tell_of_each (const NscDistributionChart *chart, NoteFunc func)
{
  char *text = NULL;

  for (guint i = 0; i < chart->n_panels; i++)
    {
      char *note = func (chart, &chart->panels[i]);

      if (chart->n_panels > 1)
        note = nsc_sentences_about (chart->language, chart->panels[i].initiative, note);
      text = nsc_sentences_join (chart->language, text, note);
    }
  return text;
}

static char *
describe_coverage (const NscDistributionChart *chart, const NscDistributionPanel *panel)
{
  return nsc_coverage_describe (&panel->coverage, chart->language);
}

static char *
describe_unverified (const NscDistributionChart *chart, const NscDistributionPanel *panel)
{
  return nsc_member_words_unverified (chart->language, panel->unverified);
}

static char *
describe_left_out (const NscDistributionChart *chart, const NscDistributionPanel *panel)
{
  const char *language = chart->language;
  char *text = NULL;

  if (chart->excluded_country != NULL && panel->excluded > 0)
    {
      g_autofree char *country = nsc_distribution_words_country (language, chart->excluded_country);
      g_autofree char *excluded = nsc_text_count (chart->language, panel->excluded);

      text = g_strdup_printf (nsc_words_get_plural (language, "%1$s recorded signatory from %2$s.",
                                                    "%1$s recorded signatories from %2$s.", panel->excluded),
                              excluded, country);
    }
  if (chart->include_unverified)
    return text;
  return nsc_sentences_join (language, text, describe_unverified (chart, panel));
}

static const char *
unknown_form (const char *language, NscDimension by, guint64 n)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get_plural (language, "%s signatory whose sector is not known.",
                                   "%s signatories whose sector is not known.", n);
    case NSC_DIMENSION_COUNTRY:
    case NSC_DIMENSION_REGION:
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get_plural (language, "%s signatory whose home country is not known.",
                                   "%s signatories whose home country is not known.", n);
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get_plural (language, "%s signatory whose home country is not known or in no group.",
                                   "%s signatories whose home country is not known or in no group.", n);
    case NSC_DIMENSION_ROLE:
      return nsc_words_get_plural (language, "%s signatory whose role is not known.",
                                   "%s signatories whose role is not known.", n);
    case NSC_DIMENSION_YEAR:
      return nsc_words_get_plural (language, "%s signatory whose joining date is not known.",
                                   "%s signatories whose joining date is not known.", n);
    case NSC_DIMENSION_KIND:
    default:
      return nsc_words_get_plural (language, "%s signatory whose kind is not known.",
                                   "%s signatories whose kind is not known.", n);
    }
}

static char *
describe_unknown (const NscDistributionChart *chart, const NscDistributionPanel *panel)
{
  guint64 n = nsc_distribution_words_count (panel, NSC_BAR_UNKNOWN);
  g_autofree char *unknown = nsc_text_count (chart->language, n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (unknown_form (chart->language, chart->by, n), unknown);
}

static char *
describe_undated (const NscDistributionChart *chart, const NscDistributionPanel *panel)
{
  guint64 n = nsc_distribution_words_count (panel, NSC_BAR_UNDATED);
  g_autofree char *undated = nsc_text_count (chart->language, n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      nsc_words_get_plural (chart->language, "%s signatory without a known joining date, not part of the base.",
                            "%s signatories without a known joining date, not part of the base.", n),
      undated);
}

static char *
describe_outlined (const NscDistributionChart *chart, const NscDistributionPanel *panel)
{
  return nsc_sentences_join (chart->language, describe_unknown (chart, panel), describe_undated (chart, panel));
}

char *
nsc_distribution_words_coverage (const NscDistributionChart *chart)
{
  return tell_of_each (chart, describe_coverage);
}

char *
nsc_distribution_words_left_out (const NscDistributionChart *chart)
{
  return tell_of_each (chart, describe_left_out);
}

char *
nsc_distribution_words_included (const NscDistributionChart *chart)
{
  return chart->include_unverified ? tell_of_each (chart, describe_unverified) : NULL;
}

char *
nsc_distribution_words_undated (const NscDistributionChart *chart)
{
  return tell_of_each (chart, describe_undated);
}

char *
nsc_distribution_words_outlined (const NscDistributionChart *chart)
{
  return tell_of_each (chart, describe_outlined);
}

char *
nsc_distribution_words_sources (const NscDistributionChart *chart, guint most)
{
  return nsc_source_line_describe (&chart->sources, chart->language, most, !nsc_distribution_words_is_empty (chart));
}
