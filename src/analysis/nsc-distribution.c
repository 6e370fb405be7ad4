/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution.h"

#include "nsc-number-index.h"
#include "nsc-number-set.h"

/* What is known of one actor from all its rows so far. */
typedef enum
{
  SEEN_COUNTED = 1 << 0,
  SEEN_VERIFIED = 1 << 1, /* counted by a row that is not unverified */
  SEEN_LEFT_OUT = 1 << 2, /* by a row left out for its confidence */
  SEEN_EXCLUDED = 1 << 3,
  SEEN_UNDATED = 1 << 4,
  SEEN_RECORDED = 1 << 5,
} Seen;

struct _NscDistributionAccumulator
{
  gint32 as_of;
  gboolean include_unverified;
  NscNumberIndex *actors; /* the actors' places in seen */
  GArray *seen;           /* of guint8 flags */
  NscNumberSet *pairs;    /* group and actor's place in one word */
  GArray *counts;         /* of guint64 by group */
  guint64 unknown;
};

static guint
index_of (NscDistributionAccumulator *self, gint64 actor)
{
  guint index = nsc_number_index_get (self->actors, actor);

  if (index >= self->seen->len)
    g_array_set_size (self->seen, index + 1);
  return index;
}

static void
count_pair (NscDistributionAccumulator *self, guint actor, gint32 group)
{
  if (!nsc_number_set_add (self->pairs, (guint64) (guint32) group << 32 | actor))
    return;
  if (group < 0)
    {
      self->unknown++;
      return;
    }
  if ((guint) group >= self->counts->len)
    g_array_set_size (self->counts, (guint) group + 1);
  g_array_index (self->counts, guint64, group)++;
}

static void
add_row (NscDistributionAccumulator *self, const NscDistributionRow *row)
{
  NscRowVerdict verdict = nsc_distribution_judge (row, self->as_of, self->include_unverified);
  guint actor;
  guint8 seen = 0;

  if (verdict == NSC_ROW_NOT_MEMBER)
    return;
  actor = index_of (self, row->actor);
  switch (verdict)
    {
    case NSC_ROW_COUNTS:
      seen = SEEN_COUNTED | SEEN_RECORDED | (row->unverified ? 0 : SEEN_VERIFIED);
      count_pair (self, actor, row->group);
      break;
    case NSC_ROW_UNVERIFIED:
      seen = SEEN_LEFT_OUT;
      break;
    case NSC_ROW_UNDATED:
      seen = SEEN_UNDATED;
      break;
    case NSC_ROW_EXCLUDED:
      /* Coverage is measured before exclusions, but at the date: nobody knows that of an undated row. */
      seen = SEEN_EXCLUDED | (self->as_of != 0 && row->joined == 0 ? 0 : SEEN_RECORDED);
      break;
    case NSC_ROW_NOT_MEMBER:
    default:
      break;
    }
  g_array_index (self->seen, guint8, actor) |= seen;
}

static void
count_actors (NscDistributionAccumulator *self, NscDistribution *result)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      guint seen = g_array_index (self->seen, guint8, i);

      if (seen & SEEN_RECORDED)
        result->recorded++;
      if (seen & SEEN_EXCLUDED)
        result->excluded++;
      if (seen & SEEN_COUNTED)
        {
          result->total++;
          if (!(seen & SEEN_VERIFIED))
            result->unverified++;
        }
      else if (seen & SEEN_UNDATED)
        result->undated++;
      else if (!(seen & SEEN_EXCLUDED))
        result->unverified++;
    }
}

NscRowVerdict
nsc_distribution_judge (const NscDistributionRow *row, gint32 as_of, gboolean include_unverified)
{
  if (as_of != 0)
    {
      if (row->joined != 0 && row->joined > as_of)
        return NSC_ROW_NOT_MEMBER;
      if (row->left != 0 && row->left <= as_of)
        return NSC_ROW_NOT_MEMBER;
    }
  if (row->unverified && !include_unverified)
    return NSC_ROW_UNVERIFIED;
  if (row->excluded)
    return NSC_ROW_EXCLUDED;
  if (as_of != 0 && row->joined == 0)
    return NSC_ROW_UNDATED;
  return NSC_ROW_COUNTS;
}

NscDistributionAccumulator *
nsc_distribution_begin (gint32 as_of, gboolean include_unverified)
{
  NscDistributionAccumulator *self = g_new0 (NscDistributionAccumulator, 1);

  self->as_of = as_of;
  self->include_unverified = include_unverified;
  self->actors = nsc_number_index_new ();
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->pairs = nsc_number_set_new ();
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint64));
  return self;
}

void
nsc_distribution_add (NscDistributionAccumulator *self, const NscDistributionRow *rows, guint n)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n; i++)
    add_row (self, &rows[i]);
}

NscDistribution *
nsc_distribution_finish (NscDistributionAccumulator *self)
{
  NscDistribution *result;

  g_return_val_if_fail (self != NULL, NULL);

  result = g_new0 (NscDistribution, 1);
  result->groups = g_array_new (FALSE, FALSE, sizeof (NscDistributionGroup));
  for (guint i = 0; i < self->counts->len; i++)
    {
      NscDistributionGroup group = { (gint32) i, g_array_index (self->counts, guint64, i) };

      if (group.count > 0)
        g_array_append_val (result->groups, group);
    }
  if (self->unknown > 0)
    {
      NscDistributionGroup unknown = { NSC_GROUP_UNKNOWN, self->unknown };

      g_array_append_val (result->groups, unknown);
    }
  count_actors (self, result);
  nsc_distribution_abandon (self);
  return result;
}

void
nsc_distribution_abandon (NscDistributionAccumulator *self)
{
  if (self == NULL)
    return;
  nsc_number_index_free (self->actors);
  g_array_unref (self->seen);
  nsc_number_set_free (self->pairs);
  g_array_unref (self->counts);
  g_free (self);
}

void
nsc_distribution_free (NscDistribution *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->groups);
  g_free (self);
}
