/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-result.h"

#include "nsc-distribution-evidence.h"
#include "nsc-distribution-parts.h"
#include "nsc-distribution-report.h"
#include "nsc-words.h"

struct _NscDistributionResult
{
  NscResult parent_instance;

  NscDistributionParts *parts;
};

G_DEFINE_FINAL_TYPE (NscDistributionResult, nsc_distribution_result, NSC_TYPE_RESULT)

static NscFigure *
nsc_distribution_result_make_figure (NscResult *result)
{
  g_autoptr (NscDistributionDrawing) drawing = nsc_distribution_drawing_new (NSC_DISTRIBUTION_RESULT (result)->parts);

  return nsc_distribution_chart_new (&drawing->chart);
}

static void
add_rows (NscSheet *sheet, const NscDistributionPart *part)
{
  g_autofree char *total = g_strdup_printf ("%" G_GUINT64_FORMAT, part->total);

  nsc_sheet_set_name (sheet, part->id, part->name);
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
      if (group->kind == NSC_BAR_UNKNOWN || group->kind == NSC_BAR_UNDATED)
        nsc_sheet_set_rest (sheet);
    }
}

static NscSheet *
nsc_distribution_result_make_sheet (NscResult *result)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (result);
  const NscDistributionQuestion *question = &self->parts->question;
  const char *language = question->language;
  const char *by = nsc_distribution_report_dimensions ()[question->by];
  const NscSheetColumn columns[] = {
    /* Of one initiative the window need not repeat its name in every row. */
    { "initiative", nsc_words_get (language, "Initiative"),
      self->parts->parts->len > 1 ? NSC_SHEET_NAMED : NSC_SHEET_CODE },
    { "group", nsc_words_get (language, "Code"), NSC_SHEET_CODE },
    { "label",
      question->cumulative ? nsc_words_get (language, "Year’s end")
                           : nsc_words_get (language, nsc_distribution_report_dimension_title (by)),
      NSC_SHEET_WORDS },
    { "count", nsc_words_get (language, "Signatories"), NSC_SHEET_NUMBER },
    { "share", nsc_words_get (language, "Share"), NSC_SHEET_SHARE },
    { "total", nsc_words_get (language, "Base"), NSC_SHEET_NUMBER },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < self->parts->parts->len; i++)
    add_rows (sheet, nsc_distribution_parts_get (self->parts, i));
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

  for (guint i = 0; i < self->parts->parts->len; i++)
    {
      const NscDistributionPart *part = nsc_distribution_parts_get (self->parts, i);
      const NscDistributionGroupRow *group = nsc_distribution_part_find (part, key);

      if (group != NULL)
        return nsc_distribution_evidence_scan (&self->parts->question, part, group, reader, func, data, cancellable,
                                               error);
    }
  return TRUE;
}

static void
nsc_distribution_result_finalize (GObject *object)
{
  nsc_distribution_parts_free (NSC_DISTRIBUTION_RESULT (object)->parts);

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
}

static void
nsc_distribution_result_init (NscDistributionResult *self)
{
}

NscResult *
nsc_distribution_result_new (NscDistributionQuestion *question,
                             NscReader *reader,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (NscDistributionResult) self = g_object_new (NSC_TYPE_DISTRIBUTION_RESULT, NULL);

  self->parts =
      nsc_distribution_parts_new (question, nsc_result_get_tally (NSC_RESULT (self)), reader, cancellable, error);
  if (self->parts == NULL)
    return NULL;
  return NSC_RESULT (g_steal_pointer (&self));
}
