/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth.h"

/* So many periods are gathered before those that overlap are made one, at least. */
#define LEAST_GATHERED 65536

typedef struct
{
  gint64 actor;
  gint32 from, to; /* days; not a member on the second any more, G_MAXINT32: still one */
  NscDate joined, left;
} Period;

/* One date on which members came or went. */
typedef struct
{
  gint32 day;
  NscDate date;
  gint64 change;
} Event;

struct _NscGrowthAccumulator
{
  gint32 as_of;
  GArray *periods;     /* of Period */
  guint n_merged;      /* as many periods were left when they were last made one */
  GHashTable *undated; /* set of actors with a row that has no date */
};

/* 2018-04-17 before 2018-04 before 2018. */
static int
compare_precision (NscDate a, NscDate b)
{
  if (nsc_date_equal (a, b))
    return 0;
  return nsc_date_refines (a, b) ? -1 : 1;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const Period *left = a, *right = b;

  if (left->actor != right->actor)
    return left->actor < right->actor ? -1 : 1;
  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  return compare_precision (left->joined, right->joined);
}

/* Makes one of the periods of an actor that overlap or meet. The ends keep the most precise date that is recorded of
 * them, so that the order of rows does not show. */
static void
merge_periods (NscGrowthAccumulator *self)
{
  Period *periods = (Period *) (void *) self->periods->data;
  guint n = 0;

  g_array_sort (self->periods, compare_periods);
  for (guint i = 0; i < self->periods->len; i++)
    {
      Period *last = n > 0 ? &periods[n - 1] : NULL;

      if (last == NULL || last->actor != periods[i].actor || periods[i].from > last->to)
        periods[n++] = periods[i];
      else if (periods[i].to > last->to ||
               (periods[i].to == last->to && compare_precision (periods[i].left, last->left) < 0))
        {
          last->to = periods[i].to;
          last->left = periods[i].left;
        }
    }
  g_array_set_size (self->periods, n);
  self->n_merged = n;
}

static void
add_row (NscGrowthAccumulator *self, const NscGrowthRow *row)
{
  Period period = {
    .actor = row->actor,
    .from = nsc_date_first_day (row->joined),
    .to = nsc_date_is_known (row->left) ? nsc_date_last_day (row->left) : G_MAXINT32,
    .joined = row->joined,
    .left = row->left,
  };

  if (!nsc_date_is_known (row->joined) || nsc_date_is_open (row->joined))
    {
      if (!g_hash_table_contains (self->undated, &row->actor))
        {
          gint64 *actor = g_new (gint64, 1);

          *actor = row->actor;
          g_hash_table_add (self->undated, actor);
        }
      return;
    }
  if (period.from > self->as_of)
    return;
  if (period.to > self->as_of || period.to == G_MAXINT32)
    {
      period.to = G_MAXINT32;
      period.left = NSC_DATE_UNKNOWN;
    }
  period.to = MAX (period.to, period.from);
  g_array_append_val (self->periods, period);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return -compare_precision (left->date, right->date);
}

static GArray *
make_events (const GArray *periods)
{
  GArray *events = g_array_sized_new (FALSE, FALSE, sizeof (Event), periods->len);

  for (guint i = 0; i < periods->len; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);
      Event begin = { period->from, period->joined, 1 };
      Event end = { period->to, period->left, -1 };

      g_array_append_val (events, begin);
      if (period->to != G_MAXINT32)
        g_array_append_val (events, end);
    }
  g_array_sort (events, compare_events);
  return events;
}

/* All dates of a day share the number of members at its end. */
static void
make_steps (NscGrowth *result, const GArray *events)
{
  gint64 count = 0;

  for (guint i = 0, next; i < events->len; i = next)
    {
      gint32 day = g_array_index (events, Event, i).day;

      for (next = i; next < events->len && g_array_index (events, Event, next).day == day; next++)
        count += g_array_index (events, Event, next).change;
      for (guint k = i; k < next; k++)
        {
          NscGrowthStep step = { day, g_array_index (events, Event, k).date, (guint64) count };

          if (k == i || !nsc_date_equal (step.date, g_array_index (events, Event, k - 1).date))
            g_array_append_val (result->steps, step);
        }
    }
}

static void
count_actors (NscGrowthAccumulator *self, NscGrowth *result)
{
  for (guint i = 0; i < self->periods->len; i++)
    {
      const Period *period = &g_array_index (self->periods, Period, i);

      if (i > 0 && period[-1].actor == period->actor)
        continue;
      result->total++;
      g_hash_table_remove (self->undated, &period->actor);
    }
  result->undated = g_hash_table_size (self->undated);
}

NscGrowthAccumulator *
nsc_growth_begin (gint32 as_of)
{
  NscGrowthAccumulator *self = g_new0 (NscGrowthAccumulator, 1);

  self->as_of = as_of != 0 ? as_of : G_MAXINT32;
  self->periods = g_array_new (FALSE, FALSE, sizeof (Period));
  self->undated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
nsc_growth_add (NscGrowthAccumulator *self, const NscGrowthRow *rows, guint n)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n; i++)
    {
      add_row (self, &rows[i]);
      if (self->periods->len >= LEAST_GATHERED && self->periods->len / 2 >= self->n_merged)
        merge_periods (self);
    }
}

NscGrowth *
nsc_growth_finish (NscGrowthAccumulator *self)
{
  NscGrowth *result;
  g_autoptr (GArray) events = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  result = g_new0 (NscGrowth, 1);
  result->steps = g_array_new (FALSE, FALSE, sizeof (NscGrowthStep));
  merge_periods (self);
  events = make_events (self->periods);
  make_steps (result, events);
  count_actors (self, result);
  nsc_growth_abandon (self);
  return result;
}

void
nsc_growth_abandon (NscGrowthAccumulator *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->periods);
  g_hash_table_unref (self->undated);
  g_free (self);
}

void
nsc_growth_free (NscGrowth *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_free (self);
}

guint64
nsc_growth_count_at (const NscGrowth *self, gint32 day)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->steps->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->steps, NscGrowthStep, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (self->steps, NscGrowthStep, low - 1).count : 0;
}
