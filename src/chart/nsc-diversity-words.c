/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-words.h"

#include "nsc-distribution-words.h"
#include "nsc-sentences.h"

#include "nsc-text.h"
#include "nsc-words.h"

#include <math.h>

/* More decimals would tell more apart than the records can. */
#define DECIMALS 3

char *
nsc_diversity_words_measure (const NscDiversityChart *chart, guint index)
{
  const char *language = chart->distribution->language;
  const char *initiative = chart->distribution->panels[index].initiative;
  const NscDiversity *diversity = &chart->measures[index].diversity;
  g_autofree char *hhi = nsc_text_decimal (diversity->hhi, DECIMALS);
  g_autofree char *shannon = nsc_text_decimal (diversity->shannon, DECIMALS);
  g_autofree char *evenness = nsc_text_decimal (diversity->evenness, DECIMALS);

  if (diversity->groups == 0)
    return g_strdup_printf (nsc_words_get (language, "%s: no group is known"), initiative);
  if (diversity->groups == 1)
    return g_strdup_printf (nsc_words_get (language, "%1$s: HHI %2$s, H %3$s, a single group"), initiative, hhi,
                            shannon);
  return g_strdup_printf (nsc_words_get (language, "%1$s: HHI %2$s, H %3$s, J %4$s"), initiative, hhi, shannon,
                          evenness);
}

char *
nsc_diversity_words_hhi (const NscDiversityChart *chart, guint index)
{
  const NscDiversity *diversity = &chart->measures[index].diversity;
  g_autofree char *hhi = nsc_text_decimal (diversity->hhi, DECIMALS);

  return g_strdup_printf (nsc_words_get (chart->distribution->language, "HHI %s"), hhi);
}

char *
nsc_diversity_words_others (const NscDiversityChart *chart, guint index)
{
  const NscDiversity *diversity = &chart->measures[index].diversity;
  g_autofree char *shannon = nsc_text_decimal (diversity->shannon, DECIMALS);
  g_autofree char *evenness = nsc_text_decimal (diversity->evenness, DECIMALS);

  return g_strdup_printf (nsc_words_get (chart->distribution->language, "H %1$s, J %2$s"), shannon, evenness);
}

const char *
nsc_diversity_words_hatched (const NscDiversityChart *chart)
{
  /* Translators: in a legend: measures of records that do not cover enough of the whole. */
  return nsc_words_get (chart->distribution->language, "not representative");
}

char *
nsc_diversity_words_title (const NscDiversityChart *chart)
{
  const NscDistributionChart *distribution = chart->distribution;
  g_autofree char *n = nsc_text_integer (distribution->language, distribution->n_panels);

  if (distribution->n_panels == 1)
    return nsc_diversity_words_measure (chart, 0);
  return g_strdup_printf (
      nsc_words_get_plural (distribution->language,
                            "Concentration and diversity of the recorded signatories of %s "
                            "initiative",
                            "Concentration and diversity of the recorded signatories of %s initiatives",
                            distribution->n_panels),
      n);
}

char *
nsc_diversity_words_subtitle (const NscDiversityChart *chart)
{
  const NscDistributionChart *distribution = chart->distribution;
  const char *language = distribution->language;
  char *text = nsc_distribution_words_subject (distribution);

  /* Translators: three formulas; in them p is the share of a group and S the number of groups. */
  return nsc_sentences_join (
      language, text,
      g_strdup_printf (nsc_words_get (language, "%1$s, %2$s, %3$s, with the shares p of the S known groups."),
                       "HHI\u00a0=\u00a0Σp²", "H\u00a0=\u00a0−Σp\u00a0ln\u00a0p", "J\u00a0=\u00a0H/ln\u00a0S"));
}

char *
nsc_diversity_words_caution (const NscDiversityChart *chart)
{
  const NscDistributionChart *distribution = chart->distribution;
  const char *language = distribution->language;
  char *text = NULL;

  for (guint i = 0; i < distribution->n_panels; i++)
    {
      const NscDistributionPanel *panel = &distribution->panels[i];
      g_autofree char *recorded = nsc_text_count (distribution->language, panel->coverage.recorded);
      g_autofree char *reported = nsc_text_integer (language, panel->coverage.reported);

      if (nsc_coverage_is_low (&panel->coverage))
        text = nsc_sentences_join (
            language, text,
            g_strdup_printf (
                nsc_words_get_plural (
                    language,
                    "%1$s: the measures are not representative, since %2$s of %3$s reported signatories is recorded.",
                    "%1$s: the measures are not representative, since %2$s of %3$s reported signatories are recorded.",
                    panel->coverage.recorded),
                panel->initiative, recorded, reported));
    }
  return text;
}

char *
nsc_diversity_words_base (const NscDiversityChart *chart)
{
  if (!chart->distribution->cumulative || nsc_distribution_words_is_empty (chart->distribution))
    return NULL;
  return g_strdup (
      nsc_words_get (chart->distribution->language, "A signatory counts in every year at whose end it was a member."));
}

char *
nsc_diversity_words_undated (const NscDiversityChart *chart)
{
  return nsc_distribution_words_undated (chart->distribution);
}

char *
nsc_diversity_words_not_counted (const NscDiversityChart *chart)
{
  return nsc_distribution_words_outlined (chart->distribution);
}
