/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-words.h"

#include "nsc-text.h"
#include "nsc-words.h"

#include <string.h>

/* A source longer than this is a remark; the records have it in full. */
#define SOURCE_CHARACTERS 160

static char *
join_sentences (const NscDistributionChart *chart, char *first, char *second)
{
  char *both;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  /* Translators: two whole sentences, one after the other. */
  both = g_strdup_printf (nsc_words_get (chart->language, "%1$s %2$s"), first, second);
  g_free (first);
  g_free (second);
  return both;
}

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

static char *
base_sentence (const NscDistributionChart *chart)
{
  const char *language = chart->language;
  gulong n = nsc_distribution_words_plural_of (chart->total);
  gboolean is_low = nsc_distribution_chart_is_low_coverage (chart->recorded, chart->reported);
  g_autofree char *total = nsc_distribution_words_number (chart, chart->total);
  g_autofree char *excluded =
      chart->excluded_country != NULL ? nsc_distribution_words_country (language, chart->excluded_country) : NULL;

  if (chart->total == 0)
    return NULL;
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

char *
nsc_distribution_words_subtitle (const NscDistributionChart *chart)
{
  char *text = g_strdup_printf (subject_form (chart->language, chart->by), chart->initiative);

  if (chart->as_of != NULL)
    text = join_sentences (chart, text,
                           g_strdup_printf (nsc_words_get (chart->language, "Members as of %s."), chart->as_of));
  return join_sentences (chart, text, base_sentence (chart));
}

char *
nsc_distribution_words_empty (const NscDistributionChart *chart)
{
  const char *language = chart->language;
  g_autofree char *unverified = nsc_distribution_words_number (chart, chart->unverified);

  if (chart->excluded > 0)
    {
      g_autofree char *excluded = nsc_distribution_words_country (language, chart->excluded_country);

      return g_strdup_printf (nsc_words_get (language, "All recorded signatories are from %s, which is left out."),
                              excluded);
    }
  if (chart->unverified > 0 && !chart->include_unverified)
    return g_strdup_printf (
        nsc_words_get_plural (
            language, "The record of the only signatory is unverified. Include unverified records to see it.",
            "The records of all %s signatories are unverified. Include unverified records to see them.",
            nsc_distribution_words_plural_of (chart->unverified)),
        unverified);
  if (chart->as_of != NULL)
    return g_strdup_printf (nsc_words_get (language, "Nobody is recorded as a member as of %s."), chart->as_of);
  return g_strdup (nsc_words_get (language, "No signatories are recorded yet."));
}

/* ---- bars ---- */

char *
nsc_distribution_words_bar (const NscDistributionChart *chart, const NscDistributionBar *bar, const char *label)
{
  const char *language = chart->language;
  g_autofree char *count = nsc_distribution_words_number (chart, bar->count);
  g_autofree char *share = nsc_text_percent (language, (gint64) bar->count, (gint64) chart->total);

  if (bar->kind == NSC_BAR_UNDATED)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s: %2$s signatory, not part of the base",
                                                  "%1$s: %2$s signatories, not part of the base",
                                                  nsc_distribution_words_plural_of (bar->count)),
                            label, count);
  if (bar->reported >= 0 && nsc_distribution_chart_is_low_coverage (chart->recorded, chart->reported))
    {
      g_autofree char *reported = nsc_text_integer (language, bar->reported);

      return g_strdup_printf (nsc_words_get_plural (language, "%1$s: %2$s signatory, %3$s; %4$s reported",
                                                    "%1$s: %2$s signatories, %3$s; %4$s reported",
                                                    nsc_distribution_words_plural_of (bar->count)),
                              label, count, share, reported);
    }
  return g_strdup_printf (nsc_words_get_plural (language, "%1$s: %2$s signatory, %3$s", "%1$s: %2$s signatories, %3$s",
                                                nsc_distribution_words_plural_of (bar->count)),
                          label, count, share);
}

char *
nsc_distribution_words_reported (const NscDistributionChart *chart, const NscDistributionBar *bar)
{
  g_autofree char *reported = nsc_text_integer (chart->language, bar->reported);

  /* Translators: beside a bar: the number that others report of the same group. */
  return g_strdup_printf (nsc_words_get (chart->language, "%s reported"), reported);
}

/* ---- notes ---- */

static char *
coverage_beyond (const NscDistributionChart *chart, const char *recorded, const char *reported)
{
  if (chart->reported_as_of == NULL)
    return g_strdup_printf (nsc_words_get_plural (chart->language,
                                                  "%1$s signatory is recorded by name; %2$s were reported.",
                                                  "%1$s signatories are recorded by name; %2$s were reported.",
                                                  nsc_distribution_words_plural_of (chart->recorded)),
                            recorded, reported);
  return g_strdup_printf (nsc_words_get_plural (chart->language,
                                                "%1$s signatory is recorded by name; %2$s were reported (%3$s).",
                                                "%1$s signatories are recorded by name; %2$s were reported (%3$s).",
                                                nsc_distribution_words_plural_of (chart->recorded)),
                          recorded, reported, chart->reported_as_of);
}

char *
nsc_distribution_words_coverage (const NscDistributionChart *chart)
{
  g_autofree char *recorded = nsc_distribution_words_number (chart, chart->recorded);
  g_autofree char *reported = NULL;

  if (chart->reported < 0)
    return NULL;
  reported = nsc_text_integer (chart->language, chart->reported);
  if (chart->recorded > (guint64) chart->reported)
    return coverage_beyond (chart, recorded, reported);
  if (chart->reported_as_of == NULL)
    return g_strdup_printf (nsc_words_get_plural (chart->language,
                                                  "%1$s of %2$s reported signatories is recorded by name.",
                                                  "%1$s of %2$s reported signatories are recorded by name.",
                                                  nsc_distribution_words_plural_of (chart->recorded)),
                            recorded, reported);
  return g_strdup_printf (nsc_words_get_plural (chart->language,
                                                "%1$s of %2$s reported signatories is recorded by name (%3$s).",
                                                "%1$s of %2$s reported signatories are recorded by name (%3$s).",
                                                nsc_distribution_words_plural_of (chart->recorded)),
                          recorded, reported, chart->reported_as_of);
}

char *
nsc_distribution_words_left_out (const NscDistributionChart *chart)
{
  const char *language = chart->language;
  char *text = NULL;

  if (chart->excluded_country != NULL && chart->excluded > 0)
    {
      g_autofree char *country = nsc_distribution_words_country (language, chart->excluded_country);
      g_autofree char *excluded = nsc_distribution_words_number (chart, chart->excluded);

      text = g_strdup_printf (nsc_words_get_plural (language, "%1$s recorded signatory from %2$s.",
                                                    "%1$s recorded signatories from %2$s.",
                                                    nsc_distribution_words_plural_of (chart->excluded)),
                              excluded, country);
    }
  if (chart->unverified > 0 && !chart->include_unverified)
    {
      g_autofree char *unverified = nsc_distribution_words_number (chart, chart->unverified);

      text = join_sentences (
          chart, text,
          g_strdup_printf (nsc_words_get_plural (language, "%s signatory known only from unverified records.",
                                                 "%s signatories known only from unverified records.",
                                                 nsc_distribution_words_plural_of (chart->unverified)),
                           unverified));
    }
  return text;
}

char *
nsc_distribution_words_included (const NscDistributionChart *chart)
{
  g_autofree char *unverified = nsc_distribution_words_number (chart, chart->unverified);

  if (chart->unverified == 0 || !chart->include_unverified)
    return NULL;
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%s signatory known only from unverified records.",
                                                "%s signatories known only from unverified records.",
                                                nsc_distribution_words_plural_of (chart->unverified)),
                          unverified);
}

static const char *
unknown_form (const char *language, NscDimension by, gulong n)
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

char *
nsc_distribution_words_outlined (const NscDistributionChart *chart)
{
  guint64 n_unknown = nsc_distribution_words_count (chart, NSC_BAR_UNKNOWN);
  guint64 n_undated = nsc_distribution_words_count (chart, NSC_BAR_UNDATED);
  g_autofree char *unknown = nsc_distribution_words_number (chart, n_unknown);
  g_autofree char *undated = nsc_distribution_words_number (chart, n_undated);
  char *text = NULL;

  if (n_unknown > 0)
    text = g_strdup_printf (unknown_form (chart->language, chart->by, nsc_distribution_words_plural_of (n_unknown)),
                            unknown);
  if (n_undated > 0)
    text = join_sentences (
        chart, text,
        g_strdup_printf (nsc_words_get_plural (chart->language,
                                               "%s signatory without a known joining date, not part of the base.",
                                               "%s signatories without a known joining date, not part of the base.",
                                               nsc_distribution_words_plural_of (n_undated)),
                         undated));
  return text;
}

/* ---- sources ---- */

static char *
short_source (const char *source)
{
  g_autofree char *text = g_strstrip (g_strdup (source));
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '.')
    text[length - 1] = '\0';
  if (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) > SOURCE_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, SOURCE_CHARACTERS);
      char *blank = strrchr (start, ' ');

      if (blank != NULL && blank > start + strlen (start) / 2)
        *blank = '\0';
      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&text);
}

char *
nsc_distribution_words_sources (const NscDistributionChart *chart, guint most)
{
  const char *language = chart->language;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sources = NULL;
  g_autofree char *list = NULL;
  guint n_more = chart->n_more_sources;
  guint n = 0;

  for (guint i = 0; chart->sources != NULL && chart->sources[i] != NULL; i++)
    if (n < most)
      {
        g_strv_builder_take (builder, short_source (chart->sources[i]));
        n++;
      }
    else
      n_more++;
  if (n == 0)
    return chart->n_bars > 0 ? g_strdup (nsc_words_get (language, "Source: not stated.")) : NULL;
  sources = g_strv_builder_end (builder);
  /* Translators: stands between sources, which may have commas in them. */
  list = g_strjoinv (nsc_words_get (language, "; "), sources);
  if (n_more > 0)
    {
      g_autofree char *more = nsc_distribution_words_number (chart, n_more);

      return g_strdup_printf (
          nsc_words_get_plural (language, "Sources: %1$s; and %2$s more.", "Sources: %1$s; and %2$s more.", n_more),
          list, more);
    }
  return g_strdup_printf (nsc_words_get_plural (language, "Source: %s.", "Sources: %s.", n), list);
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

char *
nsc_distribution_words_number (const NscDistributionChart *chart, guint64 count)
{
  return nsc_text_integer (chart->language, (gint64) MIN (count, (guint64) G_MAXINT64));
}

guint64
nsc_distribution_words_count (const NscDistributionChart *chart, NscBarKind kind)
{
  guint64 count = 0;

  for (guint i = 0; i < chart->n_bars; i++)
    if (chart->bars[i].kind == kind)
      count += chart->bars[i].count;
  return count;
}
