/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-result.h"

#include "nsc-distribution-evidence.h"
#include "nsc-distribution-part.h"
#include "nsc-distribution-report.h"
#include "nsc-words.h"

/* As many sources as a figure names; the rest is counted. */
#define N_NAMED_SOURCES 3

struct _NscDistributionResult
{
  NscResult parent_instance;

  NscDistributionQuestion question;
  char *excluded_name;
  GPtrArray *parts; /* of NscDistributionPart, in the order asked for */
  NscSourceTally *sources;
};

G_DEFINE_FINAL_TYPE (NscDistributionResult, nsc_distribution_result, NSC_TYPE_RESULT)

static NscDistributionBar *
make_bars (const NscDistributionPart *part)
{
  NscDistributionBar *bars = g_new0 (NscDistributionBar, part->groups->len);

  for (guint i = 0; i < part->groups->len; i++)
    {
      const NscDistributionGroupRow *group = g_ptr_array_index (part->groups, i);

      bars[i] = (NscDistributionBar) { group->kind, group->label, group->count, group->reported, group->key };
      /* Those of no country are not one more country. */
      if (group->kind == NSC_BAR_KNOWN && g_str_equal (group->code, "international"))
        bars[i].kind = NSC_BAR_INTERNATIONAL;
    }
  return bars;
}

static NscDistributionPanel
make_panel (const NscDistributionPart *part, const NscDistributionBar *bars)
{
  return (NscDistributionPanel) {
    .initiative = part->name,
    .bars = bars,
    .n_bars = part->groups->len,
    .total = part->total,
    .excluded = part->counts->excluded,
    .unverified = part->counts->unverified,
    .coverage = nsc_distribution_part_get_coverage (part),
  };
}

static NscFigure *
nsc_distribution_result_make_figure (NscResult *result)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (result);
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_free);
  g_autofree NscDistributionPanel *panels = g_new0 (NscDistributionPanel, self->parts->len);
  g_auto (GStrv) sources = nsc_source_tally_dup_most (self->sources, N_NAMED_SOURCES);
  g_autofree char *as_of = nsc_date_to_string (self->question.as_of);
  const NscDistributionChart chart = {
    .language = self->question.language,
    .panels = panels,
    .n_panels = self->parts->len,
    .by = self->question.by,
    .cumulative = self->question.cumulative,
    .excluded_country = self->excluded_name,
    .include_unverified = self->question.include_unverified,
    .as_of = *as_of != '\0' ? as_of : NULL,
    .sources = { (const char *const *) sources,
                 nsc_source_tally_get_n_sources (self->sources) - g_strv_length (sources) },
  };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const NscDistributionPart *part = g_ptr_array_index (self->parts, i);

      g_ptr_array_add (bars, make_bars (part));
      panels[i] = make_panel (part, g_ptr_array_index (bars, i));
    }
  return nsc_distribution_chart_new (&chart);
}

static void
add_rows (NscSheet *sheet, const NscDistributionPart *part)
{
  g_autofree char *total = g_strdup_printf ("%" G_GUINT64_FORMAT, part->total);

  for (guint i = 0; i < part->groups->len; i++)
    {
      const NscDistributionGroupRow *group = g_ptr_array_index (part->groups, i);
      g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, group->count);
      char share[G_ASCII_DTOSTR_BUF_SIZE] = "";
      const char *values[] = { part->id, group->code, group->label, count, share, total };

      /* The undated stand outside the base, so they have no share of it. */
      if (group->kind != NSC_BAR_UNDATED && part->total > 0)
        g_ascii_formatd (share, sizeof share, "%.6f", (double) group->count / (double) part->total);
      nsc_sheet_add_row (sheet, group->key, values);
    }
}

static NscSheet *
nsc_distribution_result_make_sheet (NscResult *result)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (result);
  const char *language = self->question.language;
  const char *by = nsc_distribution_report_dimensions ()[self->question.by];
  const NscSheetColumn columns[] = {
    { "initiative", nsc_words_get (language, "Initiative"), NSC_SHEET_CODE },
    { "group", nsc_words_get (language, "Code"), NSC_SHEET_CODE },
    { "label",
      self->question.cumulative ? nsc_words_get (language, "Year’s end")
                                : nsc_words_get (language, nsc_distribution_report_dimension_title (by)),
      NSC_SHEET_WORDS },
    { "count", nsc_words_get (language, "Signatories"), NSC_SHEET_NUMBER },
    { "share", nsc_words_get (language, "Share"), NSC_SHEET_SHARE },
    { "total", nsc_words_get (language, "Base"), NSC_SHEET_NUMBER },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < self->parts->len; i++)
    add_rows (sheet, g_ptr_array_index (self->parts, i));
  return sheet;
}

static gboolean
nsc_distribution_result_scan_evidence (NscResult *result,
                                       NscReader *reader,
                                       gint64 key,
                                       NscRecordFunc func,
                                       gpointer data,
                                       GCancellable *cancellable,
                                       GError **error)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (result);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const NscDistributionPart *part = g_ptr_array_index (self->parts, i);
      const NscDistributionGroupRow *group = nsc_distribution_part_find (part, key);

      if (group != NULL)
        return nsc_distribution_evidence_scan (&self->question, part, group, reader, func, data, cancellable, error);
    }
  return TRUE;
}

static NscDate
nsc_distribution_result_get_latest_date (NscResult *result)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (result);
  NscDate latest = NSC_DATE_UNKNOWN;

  for (guint i = 0; i < self->parts->len; i++)
    latest = nsc_date_later (latest, ((NscDistributionPart *) g_ptr_array_index (self->parts, i))->latest);
  return latest;
}

static void
nsc_distribution_result_finalize (GObject *object)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (object);

  nsc_distribution_question_clear (&self->question);
  g_free (self->excluded_name);
  g_ptr_array_unref (self->parts);
  nsc_source_tally_free (self->sources);

  G_OBJECT_CLASS (nsc_distribution_result_parent_class)->finalize (object);
}

static void
nsc_distribution_result_class_init (NscDistributionResultClass *klass)
{
  NscResultClass *result_class = NSC_RESULT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsc_distribution_result_finalize;
  result_class->make_figure = nsc_distribution_result_make_figure;
  result_class->make_sheet = nsc_distribution_result_make_sheet;
  result_class->scan_evidence = nsc_distribution_result_scan_evidence;
  result_class->get_latest_date = nsc_distribution_result_get_latest_date;
}

static void
nsc_distribution_result_init (NscDistributionResult *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_distribution_part_free);
  self->sources = nsc_source_tally_new ();
}

NscResult *
nsc_distribution_result_new (NscDistributionQuestion *question,
                             NscReader *reader,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (NscDistributionResult) self = g_object_new (NSC_TYPE_DISTRIBUTION_RESULT, NULL);
  g_autoptr (NscGrouping) grouping = NULL;

  self->question = *question;
  *question = (NscDistributionQuestion) { 0 };
  grouping = nsc_grouping_new (reader, self->question.by, self->question.exclude_country,
                               self->question.include_unverified, self->question.language, cancellable, error);
  if (grouping == NULL)
    return NULL;
  self->excluded_name = g_strdup (nsc_grouping_get_excluded_name (grouping));
  for (guint i = 0; self->question.initiatives[i] != NULL; i++)
    {
      NscDistributionPart *part = nsc_distribution_part_new (&self->question, self->question.initiatives[i], grouping,
                                                             self->sources, reader, cancellable, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (self->parts, part);
    }
  return NSC_RESULT (g_steal_pointer (&self));
}
