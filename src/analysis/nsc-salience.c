/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience.h"

#include "nsc-number-set.h"

struct _NscSalienceAccumulator
{
  gint32 as_of;
  gboolean include_unverified;
  guint n_issues;
  guint n_publishers;
  guint64 *mentions;        /* by issue and publisher */
  NscNumberSet **documents; /* likewise; NULL where none is named */
  guint64 unverified;
  guint64 undated;
};

static void
count_mention (NscSalienceAccumulator *self, const NscSalienceMention *row)
{
  gsize cell = (gsize) row->issue * self->n_publishers + row->publisher;

  self->mentions[cell]++;
  if (row->document == 0)
    return;
  if (self->documents[cell] == NULL)
    self->documents[cell] = nsc_number_set_new ();
  nsc_number_set_add (self->documents[cell], (guint64) row->document);
}

static void
add_row (NscSalienceAccumulator *self, const NscSalienceMention *row)
{
  g_return_if_fail (row->issue < self->n_issues && row->publisher < self->n_publishers);

  switch (nsc_salience_judge (row->day, row->unverified, self->as_of, self->include_unverified))
    {
    case NSC_SALIENCE_COUNTS:
      count_mention (self, row);
      if (row->unverified)
        self->unverified++;
      break;
    case NSC_SALIENCE_UNVERIFIED:
      self->unverified++;
      break;
    case NSC_SALIENCE_UNDATED:
      self->undated++;
      break;
    case NSC_SALIENCE_LATER:
    default:
      break;
    }
}

static gboolean
is_mentioned (const NscSalienceAccumulator *self, guint issue)
{
  for (guint p = 0; p < self->n_publishers; p++)
    if (self->mentions[(gsize) issue * self->n_publishers + p] > 0)
      return TRUE;
  return FALSE;
}

static void
fill_cells (const NscSalienceAccumulator *self, NscSalience *result)
{
  for (guint i = 0; i < result->n_issues; i++)
    for (guint p = 0; p < result->n_publishers; p++)
      {
        gsize from = (gsize) result->issues[i] * self->n_publishers + p;
        NscSalienceCell *cell = &result->cells[(gsize) i * result->n_publishers + p];

        cell->mentions = self->mentions[from];
        cell->documents = self->documents[from] != NULL ? nsc_number_set_get_count (self->documents[from]) : 0;
      }
}

/* The mentions of PUBLISHER by issue. */
static guint64 *
dup_mentions (const NscSalience *self, guint publisher)
{
  guint64 *values = g_new (guint64, self->n_issues);

  for (guint i = 0; i < self->n_issues; i++)
    values[i] = nsc_salience_get_cell (self, i, publisher)->mentions;
  return values;
}

static void
rank_issues (NscSalience *result)
{
  g_autofree double *ranks = g_new (double, result->n_issues);

  for (guint p = 0; p < result->n_publishers; p++)
    {
      g_autofree guint64 *values = dup_mentions (result, p);

      nsc_rank_average (values, result->n_issues, ranks);
      for (guint i = 0; i < result->n_issues; i++)
        result->cells[(gsize) i * result->n_publishers + p].rank = ranks[i];
    }
}

NscSalienceVerdict
nsc_salience_judge (gint32 day, gboolean unverified, gint32 as_of, gboolean include_unverified)
{
  if (as_of != 0 && day > as_of)
    return NSC_SALIENCE_LATER;
  if (unverified && !include_unverified)
    return NSC_SALIENCE_UNVERIFIED;
  return as_of != 0 && day == 0 ? NSC_SALIENCE_UNDATED : NSC_SALIENCE_COUNTS;
}

NscSalienceAccumulator *
nsc_salience_begin (guint n_issues, guint n_publishers, gint32 as_of, gboolean include_unverified)
{
  NscSalienceAccumulator *self = g_new0 (NscSalienceAccumulator, 1);

  self->as_of = as_of;
  self->include_unverified = include_unverified;
  self->n_issues = n_issues;
  self->n_publishers = n_publishers;
  self->mentions = g_new0 (guint64, (gsize) n_issues * n_publishers);
  self->documents = g_new0 (NscNumberSet *, (gsize) n_issues * n_publishers);
  return self;
}

void
nsc_salience_add (NscSalienceAccumulator *self, const NscSalienceMention *rows, guint n)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n; i++)
    add_row (self, &rows[i]);
}

NscSalience *
nsc_salience_finish (NscSalienceAccumulator *self)
{
  NscSalience *result;

  g_return_val_if_fail (self != NULL, NULL);

  result = g_new0 (NscSalience, 1);
  result->n_publishers = self->n_publishers;
  result->issues = g_new (guint32, self->n_issues);
  result->unverified = self->unverified;
  result->undated = self->undated;
  for (guint i = 0; i < self->n_issues; i++)
    if (is_mentioned (self, i))
      result->issues[result->n_issues++] = i;
  result->cells = g_new0 (NscSalienceCell, (gsize) result->n_issues * result->n_publishers);
  fill_cells (self, result);
  rank_issues (result);
  nsc_salience_abandon (self);
  return result;
}

void
nsc_salience_abandon (NscSalienceAccumulator *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < (gsize) self->n_issues * self->n_publishers; i++)
    nsc_number_set_free (self->documents[i]);
  g_free (self->documents);
  g_free (self->mentions);
  g_free (self);
}

void
nsc_salience_free (NscSalience *self)
{
  if (self == NULL)
    return;
  g_free (self->issues);
  g_free (self->cells);
  g_free (self);
}

const NscSalienceCell *
nsc_salience_get_cell (const NscSalience *self, guint issue, guint publisher)
{
  g_return_val_if_fail (issue < self->n_issues && publisher < self->n_publishers, NULL);

  return &self->cells[(gsize) issue * self->n_publishers + publisher];
}

gboolean
nsc_salience_correlate (const NscSalience *self,
                        guint first,
                        guint second,
                        guint64 seed,
                        GCancellable *cancellable,
                        NscRankCorrelation *result,
                        GError **error)
{
  g_autofree guint64 *first_values = dup_mentions (self, first);
  g_autofree guint64 *second_values = dup_mentions (self, second);

  return nsc_rank_correlation_compute (first_values, second_values, self->n_issues, seed, cancellable, result, error);
}
