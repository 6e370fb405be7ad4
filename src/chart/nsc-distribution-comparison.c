/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-words.h"

#include "nsc-text.h"
#include "nsc-words.h"

/* What the initiatives have in common. */
typedef enum
{
  LEAD_UNCLEAR, /* one has no group, or groups of the same size lead it */
  LEAD_SAME,
  LEAD_DIFFERENT,
} Lead;

static Lead
compare_leaders (const NscDistributionChart *chart, const char **leader)
{
  Lead lead = LEAD_SAME;

  *leader = NULL;
  for (guint i = 0; i < chart->n_panels; i++)
    {
      NscDistributionGroups groups = nsc_distribution_words_find_groups (&chart->panels[i]);

      if (groups.n_leaders != 1)
        return LEAD_UNCLEAR;
      if (*leader == NULL)
        *leader = nsc_distribution_words_label (chart, groups.leader);
      else if (!g_str_equal (*leader, nsc_distribution_words_label (chart, groups.leader)))
        lead = LEAD_DIFFERENT;
    }
  return lead;
}

static const char *
same_form (const char *language, NscDimension by, guint n)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get_plural (
          language, "In %1$s initiative, the most frequent sector of recorded signatories is %2$s",
          "In all %1$s initiatives, the most frequent sector of recorded signatories is %2$s", n);
    case NSC_DIMENSION_COUNTRY:
      return nsc_words_get_plural (
          language, "In %1$s initiative, the most frequent home country of recorded signatories is %2$s",
          "In all %1$s initiatives, the most frequent home country of recorded signatories is %2$s", n);
    case NSC_DIMENSION_REGION:
      return nsc_words_get_plural (
          language, "In %1$s initiative, the most frequent home region of recorded signatories is %2$s",
          "In all %1$s initiatives, the most frequent home region of recorded signatories is %2$s", n);
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get_plural (
          language, "In %1$s initiative, the most frequent home subregion of recorded signatories is %2$s",
          "In all %1$s initiatives, the most frequent home subregion of recorded signatories is %2$s", n);
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get_plural (
          language, "In %1$s initiative, the most frequent UN regional group of recorded signatories is %2$s",
          "In all %1$s initiatives, the most frequent UN regional group of recorded signatories is %2$s", n);
    case NSC_DIMENSION_ROLE:
      return nsc_words_get_plural (
          language, "In %1$s initiative, the most frequent role of recorded signatories is %2$s",
          "In all %1$s initiatives, the most frequent role of recorded signatories is %2$s", n);
    case NSC_DIMENSION_KIND:
    case NSC_DIMENSION_YEAR:
    default:
      return nsc_words_get_plural (
          language, "In %1$s initiative, the most frequent kind of recorded signatories is %2$s",
          "In all %1$s initiatives, the most frequent kind of recorded signatories is %2$s", n);
    }
}

static const char *
different_form (const char *language, NscDimension by, guint n)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get_plural (language,
                                   "The most frequent sector of recorded signatories differs in %s initiative",
                                   "The most frequent sector of recorded signatories differs among %s initiatives", n);
    case NSC_DIMENSION_COUNTRY:
      return nsc_words_get_plural (
          language, "The most frequent home country of recorded signatories differs in %s initiative",
          "The most frequent home country of recorded signatories differs among %s initiatives", n);
    case NSC_DIMENSION_REGION:
      return nsc_words_get_plural (
          language, "The most frequent home region of recorded signatories differs in %s initiative",
          "The most frequent home region of recorded signatories differs among %s initiatives", n);
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get_plural (
          language, "The most frequent home subregion of recorded signatories differs in %s initiative",
          "The most frequent home subregion of recorded signatories differs among %s initiatives", n);
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get_plural (
          language, "The most frequent UN regional group of recorded signatories differs in %s initiative",
          "The most frequent UN regional group of recorded signatories differs among %s initiatives", n);
    case NSC_DIMENSION_ROLE:
      return nsc_words_get_plural (language, "The most frequent role of recorded signatories differs in %s initiative",
                                   "The most frequent role of recorded signatories differs among %s initiatives", n);
    case NSC_DIMENSION_KIND:
    case NSC_DIMENSION_YEAR:
    default:
      return nsc_words_get_plural (language, "The most frequent kind of recorded signatories differs in %s initiative",
                                   "The most frequent kind of recorded signatories differs among %s initiatives", n);
    }
}

/* Where nothing can be said of all of them. */
static const char *
plain_form (const char *language, NscDimension by, guint n)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by sector",
                                   "Recorded signatories of %s initiatives by sector", n);
    case NSC_DIMENSION_COUNTRY:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by home country",
                                   "Recorded signatories of %s initiatives by home country", n);
    case NSC_DIMENSION_REGION:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by home region",
                                   "Recorded signatories of %s initiatives by home region", n);
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by home subregion",
                                   "Recorded signatories of %s initiatives by home subregion", n);
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by UN regional group",
                                   "Recorded signatories of %s initiatives by UN regional group", n);
    case NSC_DIMENSION_ROLE:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by role",
                                   "Recorded signatories of %s initiatives by role", n);
    case NSC_DIMENSION_YEAR:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by year of joining",
                                   "Recorded signatories of %s initiatives by year of joining", n);
    case NSC_DIMENSION_KIND:
    default:
      return nsc_words_get_plural (language, "Recorded signatories of %s initiative by kind",
                                   "Recorded signatories of %s initiatives by kind", n);
    }
}

char *
nsc_distribution_words_comparison (const NscDistributionChart *chart)
{
  const char *language = chart->language;
  guint n_initiatives = chart->n_panels;
  g_autofree char *n = nsc_text_count (chart->language, n_initiatives);
  const char *leader;
  Lead lead = compare_leaders (chart, &leader);

  if (nsc_distribution_words_is_empty (chart))
    return g_strdup_printf (nsc_words_get_plural (language, "No signatories to show of %s initiative",
                                                  "No signatories to show of %s initiatives", n_initiatives),
                            n);
  if (chart->cumulative)
    return g_strdup_printf (nsc_words_get_plural (language, "Recorded members of %s initiative at the end of each year",
                                                  "Recorded members of %s initiatives at the end of each year",
                                                  n_initiatives),
                            n);
  /* That most joined in the same year says little of initiatives that began in different ones. */
  if (chart->by == NSC_DIMENSION_YEAR || lead == LEAD_UNCLEAR)
    return g_strdup_printf (plain_form (language, chart->by, n_initiatives), n);
  if (lead == LEAD_DIFFERENT)
    return g_strdup_printf (different_form (language, chart->by, n_initiatives), n);
  if (chart->by == NSC_DIMENSION_COUNTRY)
    {
      g_autofree char *country = nsc_distribution_words_country (language, leader);

      return g_strdup_printf (same_form (language, chart->by, n_initiatives), n, country);
    }
  return g_strdup_printf (same_form (language, chart->by, n_initiatives), n, leader);
}
