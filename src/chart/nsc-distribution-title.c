/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-words.h"

#include "nsc-text.h"
#include "nsc-words.h"

/* From this share of the total on, one country is the story. */
#define IS_DOMINANT(count, total) ((count) * 3 >= (total))

static char *
title_of_countries (const NscDistributionChart *chart, const NscDistributionGroups *groups)
{
  const char *language = chart->language;
  g_autofree char *members = nsc_text_count (chart->language, groups->members);
  g_autofree char *countries = nsc_text_count (chart->language, groups->n);
  g_autofree char *total = nsc_text_count (chart->language, chart->panels->total);
  g_autofree char *leading = nsc_text_count (chart->language, groups->leader->count);
  g_autofree char *rest =
      nsc_text_count (chart->language, groups->members - MIN (groups->members, groups->leader->count));
  g_autofree char *other = nsc_text_count (chart->language, groups->n - 1);
  g_autofree char *leader = nsc_distribution_words_country (language, groups->leader->label);
  g_autofree char *excluded =
      chart->excluded_country != NULL ? nsc_distribution_words_country (language, chart->excluded_country) : NULL;

  if (groups->n == 1)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s recorded signatory from %2$s",
                                                  "%1$s recorded signatories from %2$s", groups->members),
                            members, leader);
  if (excluded != NULL)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s recorded signatories from %2$s country outside %3$s",
                                                  "%1$s recorded signatories from %2$s countries outside %3$s",
                                                  groups->n),
                            members, countries, excluded);
  if (groups->n_leaders == 1 && groups->leader->count > 1 && IS_DOMINANT (groups->leader->count, chart->panels->total))
    return g_strdup_printf (
        nsc_words_get_plural (language, "%1$s of %2$s recorded signatories are from %3$s, %4$s from %5$s other country",
                              "%1$s of %2$s recorded signatories are from %3$s, %4$s from %5$s other countries",
                              groups->n - 1),
        leading, total, leader, rest, other);
  return g_strdup_printf (nsc_words_get_plural (language, "%1$s recorded signatories from %2$s country",
                                                "%1$s recorded signatories from %2$s countries", groups->n),
                          members, countries);
}

static char *
title_of_years (const NscDistributionChart *chart, const NscDistributionGroups *groups)
{
  g_autofree char *leading = nsc_text_count (chart->language, groups->leader->count);
  g_autofree char *total = nsc_text_count (chart->language, chart->panels->total);
  g_autofree char *years = nsc_text_count (chart->language, groups->n_leaders);

  if (groups->n_leaders > 1)
    return g_strdup_printf (
        nsc_words_get_plural (chart->language,
                              "%1$s of %2$s recorded signatories are known to have joined in each of %3$s year, "
                              "more than in any other",
                              "%1$s of %2$s recorded signatories are known to have joined in each of %3$s years, "
                              "more than in any other",
                              groups->n_leaders),
        leading, total, years);
  if (groups->n == 1)
    return g_strdup_printf (nsc_words_get_plural (chart->language,
                                                  "%1$s of %2$s recorded signatories is known to have joined in %3$s",
                                                  "%1$s of %2$s recorded signatories are known to have joined in %3$s",
                                                  groups->leader->count),
                            leading, total, groups->leader->label);
  return g_strdup_printf (
      nsc_words_get_plural (
          chart->language,
          "%1$s of %2$s recorded signatories is known to have joined in %3$s, more than in any other year",
          "%1$s of %2$s recorded signatories are known to have joined in %3$s, more than in any other year",
          groups->leader->count),
      leading, total, groups->leader->label);
}

static const char *
leader_form (const char *language, NscDimension by, guint64 n)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get_plural (language, "%1$s is the most frequent sector, with %2$s of %3$s recorded signatory",
                                   "%1$s is the most frequent sector, with %2$s of %3$s recorded signatories", n);
    case NSC_DIMENSION_REGION:
      return nsc_words_get_plural (language,
                                   "%1$s is the most frequent home region, with %2$s of %3$s recorded signatory",
                                   "%1$s is the most frequent home region, with %2$s of %3$s recorded signatories", n);
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get_plural (
          language, "%1$s is the most frequent home subregion, with %2$s of %3$s recorded signatory",
          "%1$s is the most frequent home subregion, with %2$s of %3$s recorded signatories", n);
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get_plural (
          language, "%1$s: the most frequent UN regional group, with %2$s of %3$s recorded signatory",
          "%1$s: the most frequent UN regional group, with %2$s of %3$s recorded signatories", n);
    case NSC_DIMENSION_ROLE:
      return nsc_words_get_plural (language, "%1$s is the most frequent role, with %2$s of %3$s recorded signatory",
                                   "%1$s is the most frequent role, with %2$s of %3$s recorded signatories", n);
    case NSC_DIMENSION_KIND:
    case NSC_DIMENSION_COUNTRY:
    case NSC_DIMENSION_YEAR:
    default:
      return nsc_words_get_plural (language, "%1$s is the most frequent kind, with %2$s of %3$s recorded signatory",
                                   "%1$s is the most frequent kind, with %2$s of %3$s recorded signatories", n);
    }
}

static const char *
leaders_form (const char *language, NscDimension by, guint64 n)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get_plural (language, "%1$s sector leads with %2$s of %3$s recorded signatories",
                                   "%1$s sectors lead with %2$s of %3$s recorded signatories each", n);
    case NSC_DIMENSION_REGION:
      return nsc_words_get_plural (language, "%1$s home region leads with %2$s of %3$s recorded signatories",
                                   "%1$s home regions lead with %2$s of %3$s recorded signatories each", n);
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get_plural (language, "%1$s home subregion leads with %2$s of %3$s recorded signatories",
                                   "%1$s home subregions lead with %2$s of %3$s recorded signatories each", n);
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get_plural (language, "%1$s UN regional group leads with %2$s of %3$s recorded signatories",
                                   "%1$s UN regional groups lead with %2$s of %3$s recorded signatories each", n);
    case NSC_DIMENSION_ROLE:
      return nsc_words_get_plural (language, "%1$s role leads with %2$s of %3$s recorded signatories",
                                   "%1$s roles lead with %2$s of %3$s recorded signatories each", n);
    case NSC_DIMENSION_KIND:
    case NSC_DIMENSION_COUNTRY:
    case NSC_DIMENSION_YEAR:
    default:
      return nsc_words_get_plural (language, "%1$s kind leads with %2$s of %3$s recorded signatories",
                                   "%1$s kinds lead with %2$s of %3$s recorded signatories each", n);
    }
}

static char *
title_of_leader (const NscDistributionChart *chart, const NscDistributionGroups *groups)
{
  g_autofree char *leading = nsc_text_count (chart->language, groups->leader->count);
  g_autofree char *total = nsc_text_count (chart->language, chart->panels->total);
  g_autofree char *leaders = nsc_text_count (chart->language, groups->n_leaders);

  if (groups->n == 1 && groups->leader->count == chart->panels->total)
    return g_strdup_printf (
        nsc_words_get_plural (chart->language, "The only recorded signatory belongs to this group: %1$s",
                              "All %2$s recorded signatories belong to one group: %1$s", chart->panels->total),
        groups->leader->label, total);
  if (groups->n_leaders > 1)
    return g_strdup_printf (leaders_form (chart->language, chart->by, groups->n_leaders), leaders, leading, total);
  return g_strdup_printf (leader_form (chart->language, chart->by, chart->panels->total), groups->leader->label,
                          leading, total);
}

/* There are members, but nothing is known of them that the figure could order. */
static char *
title_without_groups (const NscDistributionChart *chart)
{
  g_autofree char *total = nsc_text_count (chart->language, chart->panels->total);

  return g_strdup_printf (nsc_words_get_plural (chart->language, "%s recorded signatory, whose group is not known",
                                                "%s recorded signatories, whose group is not known",
                                                chart->panels->total),
                          total);
}

/* The last year is not over where a date within it is asked for. */
static char *
title_of_year_ends (const NscDistributionChart *chart)
{
  const char *language = chart->language;
  const NscDistributionPanel *panel = chart->panels;
  const NscDistributionBar *first = NULL, *last = NULL;
  g_autofree char *first_count = NULL, *last_count = NULL;

  for (guint i = 0; i < panel->n_bars; i++)
    if (panel->bars[i].kind == NSC_BAR_KNOWN)
      {
        first = first != NULL ? first : &panel->bars[i];
        last = &panel->bars[i];
      }
  if (first == NULL)
    return title_without_groups (chart);
  first_count = nsc_text_count (chart->language, first->count);
  last_count = nsc_text_count (chart->language, last->count);
  if (first == last && chart->as_of != NULL)
    return g_strdup_printf (nsc_words_get (language, "Members whose joining date is recorded: %1$s as of %2$s"),
                            last_count, chart->as_of);
  if (first == last)
    return g_strdup_printf (nsc_words_get (language, "Members whose joining date is recorded: %1$s at the end of %2$s"),
                            last_count, last->label);
  if (chart->as_of != NULL)
    return g_strdup_printf (
        nsc_words_get (language, "Members whose joining date is recorded: %1$s at the end of %2$s, %3$s as of %4$s"),
        first_count, first->label, last_count, chart->as_of);
  return g_strdup_printf (
      nsc_words_get (language,
                     "Members whose joining date is recorded: %1$s at the end of %2$s, %3$s at the end of %4$s"),
      first_count, first->label, last_count, last->label);
}

/* Nobody is in the base. */
static char *
title_without_base (const NscDistributionChart *chart)
{
  const NscDistributionPanel *panel = chart->panels;

  if (panel->n_bars > 0 && chart->as_of != NULL)
    return g_strdup_printf (nsc_words_get (chart->language, "%1$s: nobody is known to have been a member as of %2$s"),
                            panel->initiative, chart->as_of);
  if (panel->n_bars > 0)
    return g_strdup_printf (nsc_words_get (chart->language, "%s: no joining date is recorded"), panel->initiative);
  return g_strdup_printf (nsc_words_get (chart->language, "%s: no signatories to show"), panel->initiative);
}

NscDistributionGroups
nsc_distribution_words_find_groups (const NscDistributionPanel *panel)
{
  NscDistributionGroups groups = { 0 };
  guint64 elsewhere = nsc_distribution_words_count (panel, NSC_BAR_UNKNOWN) +
                      nsc_distribution_words_count (panel, NSC_BAR_INTERNATIONAL);

  groups.members = panel->total - MIN (panel->total, elsewhere);
  for (guint i = 0; i < panel->n_bars; i++)
    {
      const NscDistributionBar *bar = &panel->bars[i];

      if (bar->kind != NSC_BAR_KNOWN || bar->count == 0)
        continue;
      groups.n++;
      if (groups.leader == NULL || bar->count > groups.leader->count)
        {
          groups.leader = bar;
          groups.n_leaders = 1;
        }
      else if (bar->count == groups.leader->count)
        groups.n_leaders++;
    }
  return groups;
}

char *
nsc_distribution_words_title (const NscDistributionChart *chart)
{
  NscDistributionGroups groups;

  if (chart->n_panels > 1)
    return nsc_distribution_words_comparison (chart);
  groups = nsc_distribution_words_find_groups (chart->panels);
  if (chart->panels->total == 0)
    return title_without_base (chart);
  if (chart->cumulative)
    return title_of_year_ends (chart);
  if (groups.n == 0)
    return title_without_groups (chart);
  if (chart->by == NSC_DIMENSION_COUNTRY)
    return title_of_countries (chart, &groups);
  if (chart->by == NSC_DIMENSION_YEAR)
    return title_of_years (chart, &groups);
  return title_of_leader (chart, &groups);
}
