/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-words.h"

#include "nsc-member-words.h"
#include "nsc-sentences.h"

#include "nsc-text.h"
#include "nsc-words.h"

/* ---- second line ---- */

static const char *
subject_form (const char *language, NscDimension by)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get (language, "%s, signatories by sector.");
    case NSC_DIMENSION_COUNTRY:
      return nsc_words_get (language, "%s, signatories by home country.");
    case NSC_DIMENSION_REGION:
      return nsc_words_get (language, "%s, signatories by home region.");
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get (language, "%s, signatories by home subregion.");
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get (language, "%s, signatories by UN regional group of their home country.");
    case NSC_DIMENSION_ROLE:
      return nsc_words_get (language, "%s, signatories by role.");
    case NSC_DIMENSION_YEAR:
      return nsc_words_get (language, "%s, signatories by year of joining.");
    case NSC_DIMENSION_KIND:
    default:
      return nsc_words_get (language, "%s, signatories by kind.");
    }
}

/* The same of several, whose names follow as a list. */
static const char *
comparison_form (const char *language, NscDimension by)
{
  switch (by)
    {
    case NSC_DIMENSION_SECTOR:
      return nsc_words_get (language, "Signatories by sector: %s.");
    case NSC_DIMENSION_COUNTRY:
      return nsc_words_get (language, "Signatories by home country: %s.");
    case NSC_DIMENSION_REGION:
      return nsc_words_get (language, "Signatories by home region: %s.");
    case NSC_DIMENSION_SUBREGION:
      return nsc_words_get (language, "Signatories by home subregion: %s.");
    case NSC_DIMENSION_UN_GROUP:
      return nsc_words_get (language, "Signatories by UN regional group of their home country: %s.");
    case NSC_DIMENSION_ROLE:
      return nsc_words_get (language, "Signatories by role: %s.");
    case NSC_DIMENSION_YEAR:
      return nsc_words_get (language, "Signatories by year of joining: %s.");
    case NSC_DIMENSION_KIND:
    default:
      return nsc_words_get (language, "Signatories by kind: %s.");
    }
}

/* The initiatives as a list: "Tech Accord, Paris Call". */
static char *
join_names (const NscDistributionChart *chart)
{
  g_autofree const char **names = g_new0 (const char *, chart->n_panels + 1);

  for (guint i = 0; i < chart->n_panels; i++)
    names[i] = chart->panels[i].initiative;
  return nsc_text_join (chart->language, names);
}

static char *
subject_sentence (const NscDistributionChart *chart)
{
  const char *language = chart->language;
  g_autofree char *names = join_names (chart);

  if (chart->cumulative && chart->n_panels > 1)
    return g_strdup_printf (nsc_words_get (language, "Members at the end of each year: %s."), names);
  if (chart->cumulative)
    return g_strdup_printf (nsc_words_get (language, "%s, members at the end of each year."), names);
  if (chart->n_panels > 1)
    return g_strdup_printf (comparison_form (language, chart->by), names);
  return g_strdup_printf (subject_form (language, chart->by), names);
}

static char *
date_sentence (const NscDistributionChart *chart)
{
  if (chart->as_of == NULL)
    return NULL;
  if (chart->cumulative)
    return g_strdup_printf (nsc_words_get (chart->language, "Up to %s."), chart->as_of);
  return g_strdup_printf (nsc_words_get (chart->language, "Members as of %s."), chart->as_of);
}

static char *
base_of_years (const NscDistributionChart *chart, const char *excluded)
{
  const char *language = chart->language;
  guint64 count = chart->panels->total;
  g_autofree char *total = nsc_text_count (chart->language, count);
  guint64 n = count;

  if (excluded != NULL)
    return g_strdup_printf (
        nsc_words_get_plural (
            language, "Number, and share of the %1$s signatory outside %2$s whose joining date is recorded.",
            "Number, and share of the %1$s signatories outside %2$s whose joining date is recorded.", n),
        total, excluded);
  return g_strdup_printf (
      nsc_words_get_plural (language, "Number, and share of the %s signatory whose joining date is recorded.",
                            "Number, and share of the %s signatories whose joining date is recorded.", n),
      total);
}

static char *
base_of_one (const NscDistributionChart *chart, const char *excluded)
{
  const char *language = chart->language;
  guint64 count = chart->panels->total;
  g_autofree char *total = nsc_text_count (chart->language, count);
  guint64 n = count;
  gboolean is_low = nsc_coverage_is_low (&chart->panels->coverage);

  if (is_low && excluded != NULL)
    return g_strdup_printf (
        nsc_words_get_plural (language, "Number, and share of those recorded outside %2$s (%1$s signatory).",
                              "Number, and share of those recorded outside %2$s (%1$s signatories).", n),
        total, excluded);
  if (is_low)
    return g_strdup_printf (nsc_words_get_plural (language, "Number, and share of those recorded (%s signatory).",
                                                  "Number, and share of those recorded (%s signatories).", n),
                            total);
  if (excluded != NULL)
    return g_strdup_printf (
        nsc_words_get_plural (language, "Number, and share of the %1$s recorded signatory outside %2$s.",
                              "Number, and share of the %1$s recorded signatories outside %2$s.", n),
        total, excluded);
  return g_strdup_printf (nsc_words_get_plural (language, "Number, and share of the %s recorded signatory.",
                                                "Number, and share of the %s recorded signatories.", n),
                          total);
}

static char *
base_of_each (const NscDistributionChart *chart, const char *excluded)
{
  const char *language = chart->language;

  if (chart->cumulative && excluded != NULL)
    return g_strdup_printf (nsc_words_get (language, "Number, and share of the signatories of each outside %s whose "
                                                     "joining date is recorded."),
                            excluded);
  if (chart->cumulative)
    return g_strdup (
        nsc_words_get (language, "Number, and share of the signatories of each whose joining date is recorded."));
  if (excluded != NULL)
    return g_strdup_printf (
        nsc_words_get (language, "Number, and share of the recorded signatories of each outside %s."), excluded);
  return g_strdup (nsc_words_get (language, "Number, and share of the recorded signatories of each."));
}

static char *
base_sentence (const NscDistributionChart *chart)
{
  g_autofree char *excluded = chart->excluded_country != NULL
                                  ? nsc_distribution_words_country (chart->language, chart->excluded_country)
                                  : NULL;
  guint n = 0;

  for (guint i = 0; i < chart->n_panels; i++)
    n += chart->panels[i].total > 0;
  if (n == 0)
    return NULL;
  if (chart->n_panels > 1)
    return base_of_each (chart, excluded);
  return chart->cumulative ? base_of_years (chart, excluded) : base_of_one (chart, excluded);
}

char *
nsc_distribution_words_subject (const NscDistributionChart *chart)
{
  return nsc_sentences_join (chart->language, subject_sentence (chart), date_sentence (chart));
}

char *
nsc_distribution_words_subtitle (const NscDistributionChart *chart)
{
  return nsc_sentences_join (chart->language, nsc_distribution_words_subject (chart), base_sentence (chart));
}

/* ---- nothing ---- */

gboolean
nsc_distribution_words_is_empty (const NscDistributionChart *chart)
{
  for (guint i = 0; i < chart->n_panels; i++)
    if (chart->panels[i].n_bars > 0)
      return FALSE;
  return TRUE;
}

char *
nsc_distribution_words_empty (const NscDistributionChart *chart)
{
  const char *language = chart->language;
  const NscDistributionPanel *panel = chart->panels;

  if (chart->n_panels > 1)
    return g_strdup (nsc_words_get (language, "None of these initiatives has a signatory to show."));
  if (panel->excluded > 0)
    {
      g_autofree char *excluded = nsc_distribution_words_country (language, chart->excluded_country);

      return g_strdup_printf (nsc_words_get (language, "All recorded signatories are from %s, which is left out."),
                              excluded);
    }
  return nsc_member_words_nobody (language, chart->include_unverified ? 0 : panel->unverified, chart->as_of);
}

/* ---- bars ---- */

const char *
nsc_distribution_words_label (const NscDistributionChart *chart, const NscDistributionBar *bar)
{
  if (!nsc_text_is_blank (bar->label))
    return bar->label;
  if (bar->kind == NSC_BAR_UNDATED)
    return nsc_words_get (chart->language, "Joining date unknown");
  return nsc_words_get (chart->language, "Unknown");
}

char *
nsc_distribution_words_bar (const NscDistributionChart *chart,
                            const NscDistributionPanel *panel,
                            const NscDistributionBar *bar)
{
  const char *language = chart->language;
  g_autofree char *label = g_strdup (nsc_distribution_words_label (chart, bar));
  g_autofree char *count = nsc_text_count (chart->language, bar->count);
  g_autofree char *share = nsc_text_percent (language, (gint64) bar->count, (gint64) panel->total);

  if (chart->n_panels > 1)
    {
      g_autofree char *alone = g_steal_pointer (&label);

      /* Translators: an initiative and a group of its signatories: "Tech Accord, United States". */
      label = g_strdup_printf (nsc_words_get (language, "%1$s, %2$s"), panel->initiative, alone);
    }
  if (bar->kind == NSC_BAR_UNDATED)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s: %2$s signatory, not part of the base",
                                                  "%1$s: %2$s signatories, not part of the base", bar->count),
                            label, count);
  if (bar->reported >= 0 && nsc_coverage_is_low (&panel->coverage))
    {
      g_autofree char *reported = nsc_text_integer (language, bar->reported);

      return g_strdup_printf (nsc_words_get_plural (language, "%1$s: %2$s signatory, %3$s; %4$s reported",
                                                    "%1$s: %2$s signatories, %3$s; %4$s reported", bar->count),
                              label, count, share, reported);
    }
  return g_strdup_printf (
      nsc_words_get_plural (language, "%1$s: %2$s signatory, %3$s", "%1$s: %2$s signatories, %3$s", bar->count), label,
      count, share);
}

char *
nsc_distribution_words_reported (const NscDistributionChart *chart, const NscDistributionBar *bar)
{
  g_autofree char *reported = nsc_text_integer (chart->language, bar->reported);

  /* Translators: beside a bar: the number that others report of the same group. */
  return g_strdup_printf (nsc_words_get (chart->language, "%s reported"), reported);
}

/* ---- names ---- */

char *
nsc_distribution_words_country (const char *language, const char *name)
{
  static const char *const starts[] = { "Democratic ", "Republic of ", "Isle of ", "Holy See" };
  static const char *const ends[] = { " States",     " Kingdom",   " Emirates",    " Republic",   " Islands",
                                      " Federation", " Territory", " Territories", "Netherlands", "Philippines",
                                      "Bahamas",     "Maldives",   "Gambia",       "Comoros",     " Union" };

  if (!g_str_has_prefix (language, "en"))
    return g_strdup (name);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (name, starts[i]))
      return g_strconcat ("the ", name, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      return g_strconcat ("the ", name, NULL);
  return g_strdup (name);
}

/* ---- numbers ---- */

guint64
nsc_distribution_words_count (const NscDistributionPanel *panel, NscBarKind kind)
{
  guint64 count = 0;

  for (guint i = 0; i < panel->n_bars; i++)
    if (panel->bars[i].kind == kind)
      count += panel->bars[i].count;
  return count;
}
