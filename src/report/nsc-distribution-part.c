/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-part.h"

#include "nsc-code-words.h"
#include "nsc-distribution-report.h"
#include "nsc-initiative.h"
#include "nsc-mark-key.h"

#include <stdlib.h>
#include <string.h>

/* Keys of marks: a number above 0 made from what the group is, and these where there is one initiative. */
#define KEY_UNKNOWN (-1)
#define KEY_UNDATED (-2)

static void
group_row_free (NscDistributionGroupRow *row)
{
  g_free (row->code);
  g_free (row->label);
  g_free (row);
}

/* ---- counting ---- */

typedef struct
{
  NscDistributionPart *self;
  const NscDistributionQuestion *question;
  NscGrouping *grouping;
  NscRecordTally *tally;
  NscDistributionAccumulator *accumulator;
  NscGrowthAccumulator *growth; /* with cumulative, else NULL */
  GArray *rows;                 /* of NscDistributionRow, the batch under way */
  GArray *growth_rows;          /* of NscGrowthRow */
  gint32 as_of;
} Count;

/* A cumulative count shows every year up to the date, so that who has left by then is in it too. */
static gboolean
is_shown (const Count *count, const NscDistributionRow *row)
{
  NscRowVerdict verdict;

  if (count->growth != NULL)
    return nsc_distribution_judge (row, 0, count->question->include_unverified) == NSC_ROW_COUNTS &&
           (count->as_of == 0 || row->joined <= count->as_of);
  verdict = nsc_distribution_judge (row, count->as_of, count->question->include_unverified);
  return verdict == NSC_ROW_COUNTS || verdict == NSC_ROW_UNDATED;
}

static gboolean
count_batch (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Count *count = data;

  g_array_set_size (count->rows, 0);
  g_array_set_size (count->growth_rows, 0);
  for (guint i = 0; i < n; i++)
    {
      NscDistributionRow row = nsc_grouping_row (count->grouping, &batch[i]);
      NscGrowthRow growth_row = { batch[i].actor, batch[i].joined, batch[i].left };

      g_array_append_val (count->rows, row);
      if (!is_shown (count, &row))
        continue;
      g_array_append_val (count->growth_rows, growth_row);
      nsc_record_tally_add (count->tally, batch[i].source, batch[i].joined);
      nsc_record_tally_add_date (count->tally, batch[i].left);
    }
  nsc_distribution_add (count->accumulator, (const NscDistributionRow *) (void *) count->rows->data, count->rows->len);
  if (count->growth != NULL)
    nsc_growth_add (count->growth, (const NscGrowthRow *) (void *) count->growth_rows->data, count->growth_rows->len);
  return TRUE;
}

static gboolean
count_memberships (
    NscDistributionPart *self, Count *count, NscReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (NscDistributionRow));
  g_autoptr (GArray) growth_rows = g_array_new (FALSE, FALSE, sizeof (NscGrowthRow));

  count->rows = rows;
  count->growth_rows = growth_rows;
  count->accumulator = nsc_distribution_begin (count->as_of, count->question->include_unverified);
  if (count->question->cumulative)
    count->growth = nsc_growth_begin (count->as_of);
  if (!nsc_reader_scan_memberships (reader, self->row, count_batch, count, cancellable, error))
    {
      nsc_distribution_abandon (count->accumulator);
      nsc_growth_abandon (count->growth);
      return FALSE;
    }
  self->counts = nsc_distribution_finish (count->accumulator);
  self->total = self->counts->total;
  if (count->growth != NULL)
    {
      self->growth = nsc_growth_finish (count->growth);
      self->total = self->growth->total;
    }
  return TRUE;
}

/* ---- the groups ---- */

/* What others reported of the group; told only where too few members are recorded for the bars to speak alone. A total
 * of those who joined in a year says nothing of the members at its end. */
static gint64
reported_for (const NscDistributionPart *self, const Count *count, const char *code)
{
  g_autofree char *category =
      g_strdup_printf ("%s=%s", nsc_distribution_report_dimensions ()[count->question->by], code);
  const NscReportedTotal *total = g_hash_table_lookup (self->totals, category);
  NscCoverage coverage = nsc_distribution_part_get_coverage (self);

  if (total == NULL || count->question->cumulative || !nsc_coverage_is_low (&coverage))
    return -1;
  nsc_record_tally_add (count->tally, total->source, total->as_of);
  return total->count;
}

/* Beside another initiative's groups, its own initiative is part of what a group is. */
static gint64
key_of (const NscDistributionPart *self, const NscDistributionQuestion *question, NscBarKind kind, const char *code)
{
  const char *by = nsc_distribution_report_dimensions ()[question->by];

  /* An actor's sector may be called "unknown" too. */
  if (question->initiatives[1] != NULL)
    return nsc_mark_key_new (by, code, self->id, kind == NSC_BAR_KNOWN ? "known" : "not known", NULL);
  if (kind == NSC_BAR_UNKNOWN)
    return KEY_UNKNOWN;
  if (kind == NSC_BAR_UNDATED)
    return KEY_UNDATED;
  return nsc_mark_key_new (by, code, NULL);
}

static void
add_group (
    NscDistributionPart *self, const Count *count, NscBarKind kind, const char *code, const char *label, guint64 n)
{
  NscDistributionGroupRow *group = g_new0 (NscDistributionGroupRow, 1);

  group->kind = kind;
  group->code = g_strdup (code);
  group->label = g_strdup (label);
  group->count = n;
  group->key = key_of (self, count->question, kind, code);
  group->reported = kind == NSC_BAR_KNOWN ? reported_for (self, count, code) : -1;
  g_ptr_array_add (self->groups, group);
}

static int
compare_by_count (gconstpointer a, gconstpointer b)
{
  const NscDistributionGroupRow *left = *(const NscDistributionGroupRow *const *) a;
  const NscDistributionGroupRow *right = *(const NscDistributionGroupRow *const *) b;
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
  const NscDistributionGroupRow *left = *(const NscDistributionGroupRow *const *) a;
  const NscDistributionGroupRow *right = *(const NscDistributionGroupRow *const *) b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return (int) g_ascii_strtoll (left->code, NULL, 10) - (int) g_ascii_strtoll (right->code, NULL, 10);
}

/* A year in which nobody joined is a finding too. */
static void
add_empty_years (NscDistributionPart *self, const Count *count)
{
  const NscDistributionGroupRow *first, *last;
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);
  int from, to;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const NscDistributionGroupRow *group = g_ptr_array_index (self->groups, i);

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

        add_group (self, count, NSC_BAR_KNOWN, code, code, 0);
      }
}

static void
add_joining_groups (NscDistributionPart *self, const Count *count)
{
  g_autofree char *unknown = nsc_code_words (count->question->language, "unknown");

  for (guint i = 0; i < self->counts->groups->len; i++)
    {
      const NscDistributionGroup *group = &g_array_index (self->counts->groups, NscDistributionGroup, i);

      if (group->group == NSC_GROUP_UNKNOWN)
        add_group (self, count, NSC_BAR_UNKNOWN, "unknown", unknown, group->count);
      else
        add_group (self, count, NSC_BAR_KNOWN, nsc_grouping_get_code (count->grouping, (guint) group->group),
                   nsc_grouping_get_label (count->grouping, (guint) group->group), group->count);
    }
  if (count->question->by == NSC_DIMENSION_YEAR)
    add_empty_years (self, count);
}

/* From the year in which somebody is first known to have joined to the last one in which anybody joined or left, or to
 * that of the date that is asked for. */
static void
add_year_ends (NscDistributionPart *self, const Count *count)
{
  const GArray *steps = self->growth->steps;
  NscDate as_of = count->question->as_of;
  guint last;

  if (steps->len == 0)
    return;
  last = g_array_index (steps, NscGrowthStep, steps->len - 1).date.year;
  if (nsc_date_is_known (as_of) && !nsc_date_is_open (as_of))
    last = as_of.year;
  for (guint year = g_array_index (steps, NscGrowthStep, 0).date.year; year <= last; year++)
    {
      g_autofree char *code = g_strdup_printf ("%u", year);

      add_group (self, count, NSC_BAR_KNOWN, code, code,
                 nsc_growth_count_at (self->growth, nsc_distribution_part_last_day (count->question, year)));
    }
}

static void
order_groups (NscDistributionPart *self, const Count *count)
{
  g_autofree char *undated = nsc_code_words (count->question->language, "undated");
  guint64 n_undated = count->question->cumulative ? self->growth->undated : self->counts->undated;

  if (count->question->cumulative)
    add_year_ends (self, count);
  else
    add_joining_groups (self, count);
  if (n_undated > 0)
    add_group (self, count, NSC_BAR_UNDATED, "undated", undated, n_undated);
  g_ptr_array_sort (self->groups, count->question->by == NSC_DIMENSION_YEAR ? compare_by_year : compare_by_count);
}

NscDistributionPart *
nsc_distribution_part_new (const NscDistributionQuestion *question,
                           const char *id,
                           NscGrouping *grouping,
                           NscRecordTally *tally,
                           NscReader *reader,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (NscDistributionPart) self = g_new0 (NscDistributionPart, 1);
  Count count = {
    .self = self,
    .question = question,
    .grouping = grouping,
    .tally = tally,
    .as_of = nsc_date_last_day (question->as_of),
  };

  self->id = g_strdup (id);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_row_free);
  self->row = nsc_initiative_find (reader, id, question->language, &self->name, error);
  if (self->row == 0)
    return NULL;
  self->totals = nsc_reported_totals_read (reader, id, count.as_of, question->include_unverified, cancellable, error);
  if (self->totals == NULL || !count_memberships (self, &count, reader, cancellable, error))
    return NULL;
  self->whole = g_hash_table_lookup (self->totals, "all");
  if (self->whole != NULL)
    {
      self->whole_as_of = nsc_date_to_string (self->whole->as_of);
      nsc_record_tally_add (tally, self->whole->source, self->whole->as_of);
    }
  order_groups (self, &count);
  return g_steal_pointer (&self);
}

void
nsc_distribution_part_free (NscDistributionPart *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->whole_as_of);
  g_clear_pointer (&self->counts, nsc_distribution_free);
  g_clear_pointer (&self->growth, nsc_growth_free);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->totals, g_hash_table_unref);
  g_free (self);
}

const NscDistributionGroupRow *
nsc_distribution_part_find (const NscDistributionPart *self, gint64 key)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const NscDistributionGroupRow *group = g_ptr_array_index (self->groups, i);

      if (group->key == key)
        return group;
    }
  return NULL;
}

NscCoverage
nsc_distribution_part_get_coverage (const NscDistributionPart *self)
{
  return (NscCoverage) {
    .recorded = self->counts->recorded,
    .reported = self->whole != NULL ? self->whole->count : -1,
    .as_of = self->whole_as_of,
  };
}

gint32
nsc_distribution_part_last_day (const NscDistributionQuestion *question, guint year)
{
  gint32 end = nsc_date_last_day ((NscDate) { (guint16) year, 0, 0 });

  return nsc_date_is_known (question->as_of) ? MIN (end, nsc_date_last_day (question->as_of)) : end;
}
