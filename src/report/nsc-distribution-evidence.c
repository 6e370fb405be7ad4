/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-evidence.h"

#include <stdlib.h>

typedef struct
{
  const NscDistributionQuestion *question;
  const NscDistributionPart *part;
  const NscDistributionGroupRow *group; /* NULL: all that are known */
  NscGrouping *grouping;
  NscReader *reader;
  NscRecordFunc func;
  gpointer data;
} Evidence;

static gboolean
counts_at (const NscDistributionRow *row, const Evidence *self, gint32 day)
{
  return nsc_distribution_judge (row, day, self->question->include_unverified) == NSC_ROW_COUNTS;
}

static gboolean
is_in_year_end (const Evidence *self, const NscDistributionRow *row, const NscDistributionGroupRow *year)
{
  /* Who has left by the date asked for was undated before, all the same. */
  if (year->kind == NSC_BAR_UNDATED)
    return (row->joined == 0 || row->joined == G_MAXINT32) && counts_at (row, self, 0);
  return row->joined != G_MAXINT32 &&
         counts_at (row, self, nsc_distribution_part_last_day (self->question, (guint) atoi (year->code)));
}

static gboolean
is_in_some_year_end (const Evidence *self, const NscDistributionRow *row)
{
  for (guint i = 0; i < self->part->groups->len; i++)
    {
      const NscDistributionGroupRow *year = g_ptr_array_index (self->part->groups, i);

      if (year->kind == NSC_BAR_KNOWN && is_in_year_end (self, row, year))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_group (const Evidence *self, const NscDistributionRow *row)
{
  gint32 as_of = nsc_date_last_day (self->question->as_of);

  if (self->question->cumulative)
    return self->group != NULL ? is_in_year_end (self, row, self->group) : is_in_some_year_end (self, row);
  if (self->group == NULL)
    return row->group != NSC_GROUP_UNKNOWN && counts_at (row, self, as_of);
  switch (self->group->kind)
    {
    case NSC_BAR_UNDATED:
      return nsc_distribution_judge (row, as_of, self->question->include_unverified) == NSC_ROW_UNDATED;
    case NSC_BAR_UNKNOWN:
      return row->group == NSC_GROUP_UNKNOWN && counts_at (row, self, as_of);
    case NSC_BAR_KNOWN:
    case NSC_BAR_INTERNATIONAL:
    default:
      return row->group != NSC_GROUP_UNKNOWN && counts_at (row, self, as_of) &&
             g_str_equal (nsc_grouping_get_code (self->grouping, (guint) row->group), self->group->code);
    }
}

static gboolean
tell_evidence (const NscMembership *batch, guint n, gpointer data, GError **error)
{
  Evidence *self = data;

  for (guint i = 0; i < n; i++)
    {
      NscDistributionRow row = nsc_grouping_row (self->grouping, &batch[i]);

      if (is_in_group (self, &row) && !nsc_reader_tell_record (self->reader, nsc_table_find ("signatories"),
                                                               batch[i].row, self->func, self->data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
nsc_distribution_evidence_scan (const NscDistributionQuestion *question,
                                const NscDistributionPart *part,
                                const NscDistributionGroupRow *group,
                                NscReader *reader,
                                NscRecordFunc func,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (NscGrouping) grouping =
      nsc_grouping_new (reader, question->by, question->exclude_country, question->include_unverified,
                        question->language, cancellable, error);
  Evidence evidence = {
    .question = question,
    .part = part,
    .group = group,
    .grouping = grouping,
    .reader = reader,
    .func = func,
    .data = data,
  };

  if (grouping == NULL)
    return FALSE;
  return nsc_reader_scan_memberships (reader, part->row, tell_evidence, &evidence, cancellable, error);
}
