/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-result.h"

#include "nsc-code-words.h"
#include "nsc-distribution-chart.h"
#include "nsc-distribution-report.h"
#include "nsc-error.h"
#include "nsc-reported-totals.h"
#include "nsc-source-tally.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Keys of marks: a number above 0 made from what the group is, and these. */
#define KEY_UNKNOWN (-1)
#define KEY_UNDATED (-2)

/* As many sources as a figure names; the rest is counted. */
#define N_NAMED_SOURCES 3

typedef struct
{
  NscBarKind kind;
  char *code;
  char *label;
  guint64 count;
  gint64 reported;
  gint64 key;
} Group;

struct _NscDistributionResult
{
  NscResult parent_instance;

  NscDistributionQuestion question;
  gint64 initiative; /* row */
  char *initiative_name;
  char *excluded_name;
  GPtrArray *groups; /* of Group, in the order of the report */
  NscDistribution *counts;
  NscReportedTotal *whole; /* of the whole membership, or NULL; in totals */
  GHashTable *totals;
  NscSourceTally *sources;
  NscDate latest;
};

G_DEFINE_FINAL_TYPE (NscDistributionResult, nsc_distribution_result, NSC_TYPE_RESULT)

static void
group_free (Group *group)
{
  g_free (group->code);
  g_free (group->label);
  g_free (group);
}

/* ---- counting ---- */

typedef struct
{
  NscDistributionResult *self;
  NscGrouping *grouping;
  NscDistributionAccumulator *accumulator;
  GArray *rows; /* of NscDistributionRow, the batch under way */
  gint32 as_of;
} Count;

static void
note_date (NscDistributionResult *self, NscDate date)
{
  if (nsc_date_is_known (date) && !nsc_date_is_open (date) &&
      nsc_date_first_day (date) > nsc_date_first_day (self->latest))
    self->latest = date;
}

static gboolean
count_batch (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Count *count = data;
  NscDistributionResult *self = count->self;

  g_array_set_size (count->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      NscDistributionRow row = nsc_grouping_row (count->grouping, &batch[i]);
      NscRowVerdict verdict = nsc_distribution_judge (&row, count->as_of, self->question.include_unverified);

      g_array_append_val (count->rows, row);
      if (verdict != NSC_ROW_COUNTS && verdict != NSC_ROW_UNDATED)
        continue;
      nsc_source_tally_add (self->sources, batch[i].source);
      note_date (self, batch[i].joined);
      note_date (self, batch[i].left);
    }
  nsc_distribution_add (count->accumulator, (const NscDistributionRow *) count->rows->data, count->rows->len);
  return TRUE;
}

static gboolean
count_memberships (
    NscDistributionResult *self, NscGrouping *grouping, NscReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (NscDistributionRow));
  Count count = { self, grouping, NULL, rows, nsc_date_last_day (self->question.as_of) };

  count.accumulator = nsc_distribution_begin (count.as_of, self->question.include_unverified);
  if (!nsc_reader_scan_memberships (reader, self->initiative, count_batch, &count, cancellable, error))
    {
      nsc_distribution_abandon (count.accumulator);
      return FALSE;
    }
  self->counts = nsc_distribution_finish (count.accumulator);
  return TRUE;
}

/* ---- the groups in order ---- */

/* What others reported of the group; told only where too few members are recorded for the bars to speak alone. */
static gint64
reported_for (NscDistributionResult *self, const char *code)
{
  g_autofree char *category = g_strdup_printf ("%s=%s", nsc_distribution_report_dimensions ()[self->question.by], code);
  const NscReportedTotal *total = g_hash_table_lookup (self->totals, category);

  if (total == NULL || self->whole == NULL ||
      !nsc_distribution_chart_is_low_coverage (self->counts->recorded, self->whole->count))
    return -1;
  note_date (self, total->as_of);
  nsc_source_tally_add (self->sources, total->source);
  return total->count;
}

/* The same group has the same key in every result, so that what was chosen stays chosen when an option changes, and
 * another group never takes its place. FNV-1a, 64 bits. */
static gint64
key_of (NscDimension by, const char *code)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guint64) by;

  for (const char *p = code; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) (hash >> 1) | 1;
}

static void
add_group (NscDistributionResult *self, NscBarKind kind, const char *code, const char *label, guint64 count)
{
  Group *group = g_new0 (Group, 1);

  group->kind = kind;
  group->code = g_strdup (code);
  group->label = g_strdup (label);
  group->count = count;
  group->key = kind == NSC_BAR_UNKNOWN   ? KEY_UNKNOWN
               : kind == NSC_BAR_UNDATED ? KEY_UNDATED
                                         : key_of (self->question.by, code);
  group->reported = kind == NSC_BAR_KNOWN ? reported_for (self, code) : -1;
  g_ptr_array_add (self->groups, group);
}

static int
compare_by_count (gconstpointer a, gconstpointer b)
{
  const Group *left = *(const Group *const *) a, *right = *(const Group *const *) b;
  int order;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  /* Bytes of UTF-8 sort like code points. */
  order = strcmp (left->label, right->label);
  return order != 0 ? order : strcmp (left->code, right->code);
}

static int
compare_by_year (gconstpointer a, gconstpointer b)
{
  const Group *left = *(const Group *const *) a, *right = *(const Group *const *) b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return (int) g_ascii_strtoll (left->code, NULL, 10) - (int) g_ascii_strtoll (right->code, NULL, 10);
}

/* A year in which nobody joined is a finding too. */
static void
add_empty_years (NscDistributionResult *self)
{
  const Group *first, *last;
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);
  int from, to;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      if (group->kind == NSC_BAR_KNOWN)
        g_hash_table_add (present, GINT_TO_POINTER (atoi (group->code)));
    }
  if (g_hash_table_size (present) == 0)
    return;
  g_ptr_array_sort (self->groups, compare_by_year);
  first = g_ptr_array_index (self->groups, 0);
  last = g_ptr_array_index (self->groups, g_hash_table_size (present) - 1);
  from = atoi (first->code);
  to = atoi (last->code);
  for (int year = from; year <= to; year++)
    if (!g_hash_table_contains (present, GINT_TO_POINTER (year)))
      {
        g_autofree char *code = g_strdup_printf ("%d", year);

        add_group (self, NSC_BAR_KNOWN, code, code, 0);
      }
}

static void
order_groups (NscDistributionResult *self, NscGrouping *grouping)
{
  const char *language = self->question.language;
  g_autofree char *unknown = nsc_code_words (language, "unknown");
  g_autofree char *undated = nsc_code_words (language, "undated");

  for (guint i = 0; i < self->counts->groups->len; i++)
    {
      const NscDistributionGroup *group = &g_array_index (self->counts->groups, NscDistributionGroup, i);

      if (group->group == NSC_GROUP_UNKNOWN)
        add_group (self, NSC_BAR_UNKNOWN, "unknown", unknown, group->count);
      else
        add_group (self, NSC_BAR_KNOWN, nsc_grouping_get_code (grouping, (guint) group->group),
                   nsc_grouping_get_label (grouping, (guint) group->group), group->count);
    }
  if (self->counts->undated > 0)
    add_group (self, NSC_BAR_UNDATED, "undated", undated, self->counts->undated);
  if (self->question.by == NSC_DIMENSION_YEAR)
    add_empty_years (self);
  g_ptr_array_sort (self->groups, self->question.by == NSC_DIMENSION_YEAR ? compare_by_year : compare_by_count);
}

/* ---- evidence ---- */

typedef struct
{
  NscDistributionResult *self;
  NscGrouping *grouping;
  NscReader *reader;
  gint64 key;
  NscRecordFunc func;
  gpointer data;
} Evidence;

/* The key of the bar in which the row stands, 0 where it stands in none. */
static gint64
key_of_row (Evidence *self, const NscDistributionRow *row)
{
  const NscDistributionQuestion *question = &self->self->question;

  switch (nsc_distribution_judge (row, nsc_date_last_day (question->as_of), question->include_unverified))
    {
    case NSC_ROW_COUNTS:
      return row->group == NSC_GROUP_UNKNOWN
                 ? KEY_UNKNOWN
                 : key_of (question->by, nsc_grouping_get_code (self->grouping, (guint) row->group));
    case NSC_ROW_UNDATED:
      return KEY_UNDATED;
    case NSC_ROW_UNVERIFIED:
    case NSC_ROW_NOT_MEMBER:
    case NSC_ROW_EXCLUDED:
    default:
      return 0;
    }
}

static gboolean
tell_evidence (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Evidence *evidence = data;

  for (guint i = 0; i < n; i++)
    {
      NscDistributionRow row = nsc_grouping_row (evidence->grouping, &batch[i]);
      g_autoptr (NscRecord) record = NULL;

      if (key_of_row (evidence, &row) != evidence->key)
        continue;
      record = nsc_reader_get_record (evidence->reader, nsc_table_find ("signatories"), batch[i].row, error);
      if (record == NULL || !evidence->func (record, evidence->data, error))
        return FALSE;
    }
  return TRUE;
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
  const NscDistributionQuestion *question = &self->question;
  g_autoptr (NscGrouping) grouping =
      nsc_grouping_new (reader, question->by, question->exclude_country, question->include_unverified,
                        question->language, cancellable, error);
  Evidence evidence = {
    .self = self,
    .grouping = grouping,
    .reader = reader,
    .key = key,
    .func = func,
    .data = data,
  };

  if (grouping == NULL)
    return FALSE;
  if (key == 0)
    return TRUE;
  return nsc_reader_scan_memberships (reader, self->initiative, tell_evidence, &evidence, cancellable, error);
}

/* ---- the two forms ---- */

static NscFigure *
nsc_distribution_result_make_figure (NscResult *result)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (result);
  g_autofree NscDistributionBar *bars = g_new0 (NscDistributionBar, self->groups->len);
  g_auto (GStrv) sources = nsc_source_tally_dup_most (self->sources, N_NAMED_SOURCES);
  g_autofree char *as_of = nsc_date_to_string (self->question.as_of);
  g_autofree char *reported_as_of = self->whole != NULL ? nsc_date_to_string (self->whole->as_of) : NULL;
  NscDistributionChart chart = {
    .language = self->question.language,
    .initiative = self->initiative_name,
    .by = self->question.by,
    .bars = bars,
    .n_bars = self->groups->len,
    .total = self->counts->total,
    .excluded_country = self->excluded_name,
    .excluded = self->counts->excluded,
    .unverified = self->counts->unverified,
    .include_unverified = self->question.include_unverified,
    .recorded = self->counts->recorded,
    .reported = self->whole != NULL ? self->whole->count : -1,
    .reported_as_of = reported_as_of,
    .as_of = *as_of != '\0' ? as_of : NULL,
    .sources = (const char *const *) sources,
    .n_more_sources = nsc_source_tally_get_n_sources (self->sources) - g_strv_length (sources),
  };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);

      bars[i] = (NscDistributionBar) { group->kind, group->label, group->count, group->reported, group->key };
      /* Those of no country are not one more country. */
      if (group->kind == NSC_BAR_KNOWN && g_str_equal (group->code, "international"))
        bars[i].kind = NSC_BAR_INTERNATIONAL;
    }
  return nsc_distribution_chart_new (&chart);
}

static NscSheet *
nsc_distribution_result_make_sheet (NscResult *result)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (result);
  const char *language = self->question.language;
  const NscSheetColumn columns[] = {
    { "initiative", nsc_words_get (language, "Initiative"), NSC_SHEET_CODE },
    { "group", nsc_words_get (language, "Code"), NSC_SHEET_CODE },
    { "label",
      nsc_words_get (
          language, nsc_distribution_report_dimension_title (nsc_distribution_report_dimensions ()[self->question.by])),
      NSC_SHEET_WORDS },
    { "count", nsc_words_get (language, "Signatories"), NSC_SHEET_NUMBER },
    { "share", nsc_words_get (language, "Share"), NSC_SHEET_SHARE },
    { "total", nsc_words_get (language, "Base"), NSC_SHEET_NUMBER },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *total = g_strdup_printf ("%" G_GUINT64_FORMAT, self->counts->total);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);
      g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, group->count);
      char share[G_ASCII_DTOSTR_BUF_SIZE] = "";
      const char *values[] = { self->question.initiative, group->code, group->label, count, share, total };

      /* The undated stand outside the base, so they have no share of it. */
      if (group->kind != NSC_BAR_UNDATED && self->counts->total > 0)
        g_ascii_formatd (share, sizeof share, "%.6f", (double) group->count / (double) self->counts->total);
      nsc_sheet_add_row (sheet, group->key, values);
    }
  return sheet;
}

static NscDate
nsc_distribution_result_get_latest_date (NscResult *result)
{
  return NSC_DISTRIBUTION_RESULT (result)->latest;
}

static void
nsc_distribution_result_finalize (GObject *object)
{
  NscDistributionResult *self = NSC_DISTRIBUTION_RESULT (object);

  nsc_distribution_question_clear (&self->question);
  g_free (self->initiative_name);
  g_free (self->excluded_name);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->counts, nsc_distribution_free);
  g_clear_pointer (&self->totals, g_hash_table_unref);
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
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->sources = nsc_source_tally_new ();
}

static gboolean
find_initiative (NscDistributionResult *self, NscReader *reader, GError **error)
{
  const NscTable *table = nsc_table_find ("initiatives");
  g_autoptr (NscRecord) record = NULL;

  self->initiative = nsc_reader_find_id (reader, table, self->question.initiative, error);
  if (self->initiative == 0)
    g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                 _ ("--initiative=%s: the project has no such initiative; “list PROJECT initiatives” shows their ids"),
                 self->question.initiative);
  if (self->initiative <= 0)
    return FALSE;
  record = nsc_reader_get_record (reader, table, self->initiative, error);
  if (record == NULL)
    return FALSE;
  self->initiative_name = g_strdup (nsc_record_get_name (record, self->question.language));
  return TRUE;
}

void
nsc_distribution_question_clear (NscDistributionQuestion *self)
{
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->initiative, g_free);
  g_clear_pointer (&self->exclude_country, g_free);
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
  if (!find_initiative (self, reader, error))
    return NULL;
  grouping = nsc_grouping_new (reader, self->question.by, self->question.exclude_country,
                               self->question.include_unverified, self->question.language, cancellable, error);
  if (grouping == NULL)
    return NULL;
  self->excluded_name = g_strdup (nsc_grouping_get_excluded_name (grouping));
  self->totals = nsc_reported_totals_read (reader, self->question.initiative, nsc_date_last_day (self->question.as_of),
                                           self->question.include_unverified, cancellable, error);
  if (self->totals == NULL || !count_memberships (self, grouping, reader, cancellable, error))
    return NULL;
  self->whole = g_hash_table_lookup (self->totals, "all");
  if (self->whole != NULL)
    {
      note_date (self, self->whole->as_of);
      nsc_source_tally_add (self->sources, self->whole->source);
    }
  order_groups (self, grouping);
  return NSC_RESULT (g_steal_pointer (&self));
}
