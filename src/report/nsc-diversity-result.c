/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-result.h"

#include "nsc-distribution-evidence.h"
#include "nsc-distribution-parts.h"
#include "nsc-distribution-report.h"
#include "nsc-diversity-chart.h"
#include "nsc-mark-key.h"
#include "nsc-words.h"

#include <math.h>

struct _NscDiversityResult
{
  NscResult parent_instance;

  NscDistributionParts *parts;
  NscDiversityMeasure *measures; /* one for each part */
};

G_DEFINE_FINAL_TYPE (NscDiversityResult, nsc_diversity_result, NSC_TYPE_RESULT)

static const char *
get_dimension (NscDiversityResult *self)
{
  return nsc_distribution_report_dimensions ()[self->parts->question.by];
}

static NscDiversityMeasure
measure_part (NscDiversityResult *self, const NscDistributionPart *part)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint64));
  NscDiversityMeasure measure = { .key = nsc_mark_key_new ("diversity", get_dimension (self), part->id, NULL) };

  for (guint i = 0; i < part->groups->len; i++)
    {
      const NscDistributionGroupRow *group = g_ptr_array_index (part->groups, i);

      if (group->kind == NSC_BAR_KNOWN)
        g_array_append_val (counts, group->count);
      else if (group->kind == NSC_BAR_UNKNOWN)
        measure.unknown = group->count;
    }
  measure.diversity = nsc_diversity_compute ((const guint64 *) (void *) counts->data, counts->len);
  return measure;
}

static NscFigure *
nsc_diversity_result_make_figure (NscResult *result)
{
  NscDiversityResult *self = NSC_DIVERSITY_RESULT (result);
  g_autoptr (NscDistributionDrawing) drawing = nsc_distribution_drawing_new (self->parts);
  const NscDiversityChart chart = { &drawing->chart, self->measures };

  return nsc_diversity_chart_new (&chart);
}

/* A measure as files have it, "" where it is not defined. */
static void
write_measure (char text[G_ASCII_DTOSTR_BUF_SIZE], double measure)
{
  *text = '\0';
  if (!isnan (measure))
    g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.6f", measure);
}

static void
add_row (NscSheet *sheet, const NscDistributionPart *part, const char *by, const NscDiversityMeasure *measure)
{
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, measure->diversity.n);
  g_autofree char *unknown = g_strdup_printf ("%" G_GUINT64_FORMAT, measure->unknown);
  g_autofree char *groups = g_strdup_printf ("%u", measure->diversity.groups);
  char hhi[G_ASCII_DTOSTR_BUF_SIZE], shannon[G_ASCII_DTOSTR_BUF_SIZE], evenness[G_ASCII_DTOSTR_BUF_SIZE];
  const char *values[] = { part->id, by, n, unknown, groups, hhi, shannon, evenness };

  write_measure (hhi, measure->diversity.hhi);
  write_measure (shannon, measure->diversity.shannon);
  write_measure (evenness, measure->diversity.evenness);
  nsc_sheet_set_name (sheet, part->id, part->name);
  nsc_sheet_add_row (sheet, measure->key, values);
}

static void
take_note (NscSheet *sheet, char *note)
{
  if (note != NULL)
    nsc_sheet_add_note (sheet, note);
  g_free (note);
}

static NscSheet *
nsc_diversity_result_make_sheet (NscResult *result)
{
  NscDiversityResult *self = NSC_DIVERSITY_RESULT (result);
  const char *language = self->parts->question.language;
  const NscSheetColumn columns[] = {
    { "initiative", nsc_words_get (language, "Initiative"), NSC_SHEET_NAMED },
    { "by", nsc_words_get (language, "Grouped by"), NSC_SHEET_CODE },
    { "n", nsc_words_get (language, "Base"), NSC_SHEET_NUMBER },
    { "unknown", nsc_words_get (language, "Unknown"), NSC_SHEET_NUMBER },
    { "groups", nsc_words_get (language, "Groups"), NSC_SHEET_NUMBER },
    { "hhi", nsc_words_get (language, "HHI"), NSC_SHEET_DECIMAL },
    { "shannon", nsc_words_get (language, "Shannon H"), NSC_SHEET_DECIMAL },
    { "evenness", nsc_words_get (language, "Evenness J"), NSC_SHEET_DECIMAL },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (NscDistributionDrawing) drawing = nsc_distribution_drawing_new (self->parts);
  const NscDiversityChart chart = { &drawing->chart, self->measures };

  for (guint i = 0; i < self->parts->parts->len; i++)
    add_row (sheet, nsc_distribution_parts_get (self->parts, i), get_dimension (self), &self->measures[i]);
  take_note (sheet, nsc_diversity_words_caution (&chart));
  take_note (sheet, nsc_diversity_words_base (&chart));
  take_note (sheet, nsc_diversity_words_undated (&chart));
  return sheet;
}

static gboolean
nsc_diversity_result_scan_evidence (NscResult *result,
                                    NscReader *reader,
                                    gint64 key,
                                    NscRecordFunc func,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error)
{
  NscDiversityResult *self = NSC_DIVERSITY_RESULT (result);

  for (guint i = 0; i < self->parts->parts->len; i++)
    if (self->measures[i].key == key)
      return nsc_distribution_evidence_scan (&self->parts->question, nsc_distribution_parts_get (self->parts, i), NULL,
                                             reader, func, data, cancellable, error);
  return TRUE;
}

static void
nsc_diversity_result_finalize (GObject *object)
{
  NscDiversityResult *self = NSC_DIVERSITY_RESULT (object);

  nsc_distribution_parts_free (self->parts);
  g_free (self->measures);

  G_OBJECT_CLASS (nsc_diversity_result_parent_class)->finalize (object);
}

static void
nsc_diversity_result_class_init (NscDiversityResultClass *klass)
{
  NscResultClass *result_class = NSC_RESULT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsc_diversity_result_finalize;
  result_class->make_figure = nsc_diversity_result_make_figure;
  result_class->make_sheet = nsc_diversity_result_make_sheet;
  result_class->scan_evidence = nsc_diversity_result_scan_evidence;
}

static void
nsc_diversity_result_init (NscDiversityResult *self)
{
}

NscResult *
nsc_diversity_result_new (NscDistributionQuestion *question,
                          NscReader *reader,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (NscDiversityResult) self = g_object_new (NSC_TYPE_DIVERSITY_RESULT, NULL);

  self->parts =
      nsc_distribution_parts_new (question, nsc_result_get_tally (NSC_RESULT (self)), reader, cancellable, error);
  if (self->parts == NULL)
    return NULL;
  self->measures = g_new0 (NscDiversityMeasure, self->parts->parts->len);
  for (guint i = 0; i < self->parts->parts->len; i++)
    self->measures[i] = measure_part (self, nsc_distribution_parts_get (self->parts, i));
  return NSC_RESULT (g_steal_pointer (&self));
}
