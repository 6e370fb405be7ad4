/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-result.h"

#include "nsc-category-name.h"
#include "nsc-distribution.h"
#include "nsc-growth-chart.h"
#include "nsc-growth-entries.h"
#include "nsc-growth-words.h"
#include "nsc-initiative.h"
#include "nsc-words.h"

struct _NscGrowthResult
{
  NscResult parent_instance;

  NscGrowthQuestion question;
  gint64 initiative; /* row */
  char *name;
  NscDistribution *counts; /* of all members as one group */
  NscGrowth *growth;
  GPtrArray *totals; /* of NscReportedTotal */
  GHashTable *names; /* category -> its name in the language */
  GArray *entries;   /* of NscGrowthEntry, in the order of the report */
};

G_DEFINE_FINAL_TYPE (NscGrowthResult, nsc_growth_result, NSC_TYPE_RESULT)

/* ---- counting ---- */

typedef struct
{
  NscGrowthResult *self;
  NscDistributionAccumulator *accumulator;
  NscGrowthAccumulator *growth;
} Count;

static NscDistributionRow
make_row (const NscMembership *membership)
{
  return (NscDistributionRow) {
    .actor = membership->actor,
    .joined = nsc_date_first_day (membership->joined),
    .left = nsc_date_last_day (membership->left),
    .unverified = membership->unverified,
  };
}

static gboolean
count_batch (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Count *count = data;
  NscGrowthResult *self = count->self;
  gint32 as_of = nsc_date_last_day (self->question.as_of);

  for (guint i = 0; i < n; i++)
    {
      NscDistributionRow row = make_row (&batch[i]);
      NscGrowthRow growth_row = { batch[i].actor, batch[i].joined, batch[i].left };

      nsc_distribution_add (count->accumulator, &row, 1);
      if (nsc_distribution_judge (&row, 0, self->question.include_unverified) != NSC_ROW_COUNTS)
        continue;
      nsc_growth_add (count->growth, &growth_row, 1);
      if (row.joined == 0 || (as_of != 0 && row.joined > as_of))
        continue;
      nsc_record_tally_add (nsc_result_get_tally (NSC_RESULT (self)), batch[i].source, batch[i].joined);
      nsc_record_tally_add_date (nsc_result_get_tally (NSC_RESULT (self)), batch[i].left);
    }
  return TRUE;
}

static gboolean
count_memberships (NscGrowthResult *self, NscReader *reader, GCancellable *cancellable, GError **error)
{
  gint32 as_of = nsc_date_last_day (self->question.as_of);
  Count count = { self, nsc_distribution_begin (as_of, self->question.include_unverified), nsc_growth_begin (as_of) };

  if (!nsc_reader_scan_memberships (reader, self->initiative, count_batch, &count, cancellable, error))
    {
      nsc_distribution_abandon (count.accumulator);
      nsc_growth_abandon (count.growth);
      return FALSE;
    }
  self->counts = nsc_distribution_finish (count.accumulator);
  self->growth = nsc_growth_finish (count.growth);
  return TRUE;
}

static gboolean
read_totals (NscGrowthResult *self, NscReader *reader, GCancellable *cancellable, GError **error)
{
  self->totals = nsc_reported_totals_list (reader, self->question.initiative, nsc_date_last_day (self->question.as_of),
                                           self->question.include_unverified, cancellable, error);
  if (self->totals == NULL)
    return FALSE;
  for (guint i = 0; i < self->totals->len; i++)
    {
      const NscReportedTotal *total = g_ptr_array_index (self->totals, i);
      char *name;

      nsc_record_tally_add (nsc_result_get_tally (NSC_RESULT (self)), total->source, total->as_of);
      if (g_hash_table_contains (self->names, total->category))
        continue;
      name = nsc_category_name (reader, total->category, self->question.language, error);
      if (name == NULL)
        return FALSE;
      g_hash_table_insert (self->names, g_strdup (total->category), name);
    }
  return TRUE;
}

/* ---- figure ---- */

/* What a chart is made from, with the memory that its plain structures point to. */
typedef struct
{
  NscGrowthChart chart;
  GArray *points;     /* of NscGrowthPoint */
  GArray *reports;    /* of NscGrowthReport */
  GPtrArray *strings; /* dates */
  char **sources;
} Drawing;

static const char *
keep_date (Drawing *drawing, NscDate date)
{
  g_ptr_array_add (drawing->strings, nsc_date_to_string (date));
  return g_ptr_array_index (drawing->strings, drawing->strings->len - 1);
}

static void
gather_points (Drawing *drawing, NscGrowthResult *self)
{
  for (guint i = 0; i < self->growth->steps->len; i++)
    {
      const NscGrowthStep *step = &g_array_index (self->growth->steps, NscGrowthStep, i);
      NscGrowthPoint point = { step->day, keep_date (drawing, step->date), step->count,
                               nsc_growth_entries_step_key (self->question.initiative, step->date) };

      g_array_append_val (drawing->points, point);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const NscGrowthEntry *entry = &g_array_index (self->entries, NscGrowthEntry, i);
      NscGrowthReport report = { .day = nsc_date_first_day (entry->date), .key = entry->total_key };

      if (entry->total == NULL)
        continue;
      report.date = keep_date (drawing, entry->date);
      report.count = entry->total->count;
      if (entry->recorded < 0)
        report.category = g_hash_table_lookup (self->names, entry->category);
      g_array_append_val (drawing->reports, report);
    }
}

static Drawing
draw (NscGrowthResult *self)
{
  const NscReportedTotal *whole = nsc_reported_totals_find_newest (self->totals, "all");
  NscSourceTally *sources = nsc_record_tally_get_sources (nsc_result_get_tally (NSC_RESULT (self)));
  Drawing drawing = {
    .points = g_array_new (FALSE, FALSE, sizeof (NscGrowthPoint)),
    .reports = g_array_new (FALSE, FALSE, sizeof (NscGrowthReport)),
    .strings = g_ptr_array_new_with_free_func (g_free),
    .sources = nsc_source_tally_dup_named (sources),
  };

  gather_points (&drawing, self);
  drawing.chart = (NscGrowthChart) {
    .language = self->question.language,
    .initiative = self->name,
    .points = (const NscGrowthPoint *) (void *) drawing.points->data,
    .n_points = drawing.points->len,
    .reports = (const NscGrowthReport *) (void *) drawing.reports->data,
    .n_reports = drawing.reports->len,
    .undated = self->growth->undated,
    .unverified = self->counts->unverified,
    .include_unverified = self->question.include_unverified,
    .coverage = { self->counts->recorded, whole != NULL ? whole->count : -1,
                  whole != NULL ? keep_date (&drawing, whole->as_of) : NULL },
    .as_of = nsc_date_is_known (self->question.as_of) ? keep_date (&drawing, self->question.as_of) : NULL,
    .last_day = nsc_date_is_open (self->question.as_of) ? 0 : nsc_date_last_day (self->question.as_of),
    .sources = nsc_source_tally_get_line (sources, drawing.sources),
  };
  return drawing;
}

static void
drawing_clear (Drawing *drawing)
{
  g_array_unref (drawing->points);
  g_array_unref (drawing->reports);
  g_ptr_array_unref (drawing->strings);
  g_strfreev (drawing->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)

static NscFigure *
nsc_growth_result_make_figure (NscResult *result)
{
  g_auto (Drawing) drawing = draw (NSC_GROWTH_RESULT (result));

  return nsc_growth_chart_new (&drawing.chart);
}

/* ---- table ---- */

static void
add_row (NscSheet *sheet, const NscGrowthEntry *entry)
{
  g_autofree char *date = nsc_date_to_string (entry->date);
  g_autofree char *recorded =
      entry->recorded >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->recorded) : g_strdup ("");
  g_autofree char *reported =
      entry->total != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->total->count) : g_strdup ("");
  const char *values[] = { date, recorded, reported, entry->category };

  nsc_sheet_add_row (sheet, entry->step_key != 0 ? entry->step_key : entry->total_key, values);
}

static NscSheet *
nsc_growth_result_make_sheet (NscResult *result)
{
  NscGrowthResult *self = NSC_GROWTH_RESULT (result);
  const char *language = self->question.language;
  const NscSheetColumn columns[] = {
    { "date", nsc_words_get (language, "Date"), NSC_SHEET_WORDS },
    { "recorded", nsc_words_get (language, "Recorded members"), NSC_SHEET_NUMBER },
    { "reported", nsc_words_get (language, "Reported"), NSC_SHEET_NUMBER },
    { "category", nsc_words_get (language, "Category"), NSC_SHEET_NAMED },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *undated = nsc_growth_words_undated (language, self->growth->undated);
  GHashTableIter iter;
  gpointer category, name;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &category, &name))
    nsc_sheet_set_name (sheet, category, name);
  nsc_sheet_set_name (sheet, "all", nsc_words_get (language, "Whole membership"));
  for (guint i = 0; i < self->entries->len; i++)
    add_row (sheet, &g_array_index (self->entries, NscGrowthEntry, i));
  if (undated != NULL)
    nsc_sheet_add_note (sheet, undated);
  return sheet;
}

/* ---- evidence ---- */

typedef struct
{
  NscGrowthResult *self;
  NscReader *reader;
  gint32 day;
  NscRecordFunc func;
  gpointer data;
} Evidence;

static gboolean
tell_members (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Evidence *evidence = data;

  for (guint i = 0; i < n; i++)
    {
      NscDistributionRow row = make_row (&batch[i]);

      if (nsc_distribution_judge (&row, evidence->day, evidence->self->question.include_unverified) != NSC_ROW_COUNTS)
        continue;
      if (!nsc_reader_tell_record (evidence->reader, nsc_table_find ("signatories"), batch[i].row, evidence->func,
                                   evidence->data, error))
        return FALSE;
    }
  return TRUE;
}

/* Behind a recorded number stand the members of that date, behind a reported one the total. */
static gboolean
nsc_growth_result_scan_evidence (NscResult *result,
                                 NscReader *reader,
                                 gint64 key,
                                 NscRecordFunc func,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  NscGrowthResult *self = NSC_GROWTH_RESULT (result);
  Evidence evidence = { self, reader, 0, func, data };

  for (guint i = 0; i < self->entries->len && key != 0; i++)
    {
      const NscGrowthEntry *entry = &g_array_index (self->entries, NscGrowthEntry, i);

      if (entry->step_key == key)
        {
          evidence.day = entry->day;
          return nsc_reader_scan_memberships (reader, self->initiative, tell_members, &evidence, cancellable, error);
        }
      if (entry->total_key == key)
        return nsc_reader_tell_record (reader, nsc_table_find ("totals"), entry->total->row, func, data, error);
    }
  return TRUE;
}

/* The numbers of the date on which the mark stands. */
static GPtrArray *
nsc_growth_result_list_facts (NscResult *result, gint64 key)
{
  NscGrowthResult *self = NSC_GROWTH_RESULT (result);
  const char *language = self->question.language;
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_fact_free);

  for (guint i = 0; i < self->entries->len && key != 0; i++)
    {
      const NscGrowthEntry *entry = &g_array_index (self->entries, NscGrowthEntry, i);
      g_autofree char *recorded = g_strdup_printf ("%" G_GINT64_FORMAT, entry->recorded);
      g_autofree char *reported = g_strdup_printf ("%" G_GINT64_FORMAT, entry->total != NULL ? entry->total->count : 0);
      g_autofree char *date = NULL;

      if (entry->step_key != key && entry->total_key != key)
        continue;
      date = nsc_date_to_string (entry->date);
      g_ptr_array_add (facts, nsc_fact_new (nsc_words_get (language, "Date"), date));
      if (entry->recorded >= 0)
        g_ptr_array_add (facts, nsc_fact_new (nsc_words_get (language, "Recorded members"), recorded));
      if (entry->total != NULL)
        g_ptr_array_add (facts, nsc_fact_new (nsc_words_get (language, "Reported"), reported));
      break;
    }
  return facts;
}

static void
nsc_growth_result_finalize (GObject *object)
{
  NscGrowthResult *self = NSC_GROWTH_RESULT (object);

  nsc_growth_question_clear (&self->question);
  g_free (self->name);
  g_clear_pointer (&self->counts, nsc_distribution_free);
  g_clear_pointer (&self->growth, nsc_growth_free);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  g_hash_table_unref (self->names);

  G_OBJECT_CLASS (nsc_growth_result_parent_class)->finalize (object);
}

static void
nsc_growth_result_class_init (NscGrowthResultClass *klass)
{
  NscResultClass *result_class = NSC_RESULT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsc_growth_result_finalize;
  result_class->make_figure = nsc_growth_result_make_figure;
  result_class->make_sheet = nsc_growth_result_make_sheet;
  result_class->list_facts = nsc_growth_result_list_facts;
  result_class->scan_evidence = nsc_growth_result_scan_evidence;
}

static void
nsc_growth_result_init (NscGrowthResult *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
nsc_growth_question_clear (NscGrowthQuestion *self)
{
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->initiative, g_free);
}

NscResult *
nsc_growth_result_new (NscGrowthQuestion *question, NscReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscGrowthResult) self = g_object_new (NSC_TYPE_GROWTH_RESULT, NULL);

  self->question = *question;
  *question = (NscGrowthQuestion) { 0 };
  self->initiative =
      nsc_initiative_find (reader, self->question.initiative, self->question.language, &self->name, error);
  if (self->initiative == 0 || !count_memberships (self, reader, cancellable, error) ||
      !read_totals (self, reader, cancellable, error))
    return NULL;
  self->entries = nsc_growth_entries_new (self->growth, self->totals, self->question.initiative);
  return NSC_RESULT (g_steal_pointer (&self));
}
