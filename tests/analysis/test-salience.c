/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience.h"

#define N_ISSUES 6
#define N_PUBLISHERS 3
#define N_DOCUMENTS 5

static void
test_none (void)
{
  g_autoptr (NscSalience) result = nsc_salience_finish (nsc_salience_begin (0, 2, 0, FALSE));
  g_autoptr (NscSalience) silent = nsc_salience_finish (nsc_salience_begin (3, 2, 0, FALSE));
  NscRankCorrelation correlation;

  g_assert_cmpuint (result->n_issues, ==, 0);
  g_assert_cmpuint (silent->n_issues, ==, 0);
  g_assert_true (nsc_salience_correlate (silent, 0, 1, 1, NULL, &correlation, NULL));
  g_assert_cmpuint (correlation.n, ==, 0);
  g_assert_cmpint (correlation.method, ==, NSC_RANK_UNDEFINED);
}

/* An undated mention counts, unless a date is asked for. */
static void
test_undated (void)
{
  const NscSalienceMention rows[] = { { .issue = 0, .document = 4 }, { .issue = 0, .day = 7, .document = 4 } };
  NscSalienceAccumulator *accumulator = nsc_salience_begin (1, 1, 0, FALSE);
  g_autoptr (NscSalience) all = NULL, some = NULL;

  nsc_salience_add (accumulator, rows, 2);
  all = nsc_salience_finish (accumulator);
  g_assert_cmpuint (nsc_salience_get_cell (all, 0, 0)->mentions, ==, 2);
  g_assert_cmpuint (nsc_salience_get_cell (all, 0, 0)->documents, ==, 1);
  g_assert_cmpuint (all->undated, ==, 0);
  accumulator = nsc_salience_begin (1, 1, 7, FALSE);
  nsc_salience_add (accumulator, rows, 2);
  some = nsc_salience_finish (accumulator);
  g_assert_cmpuint (nsc_salience_get_cell (some, 0, 0)->mentions, ==, 1);
  g_assert_cmpuint (some->undated, ==, 1);
}

/* ---- random mentions ---- */

typedef struct
{
  NscSalienceMention rows[50];
  guint n;
  gint32 as_of;
  gboolean include_unverified;
} Records;

static void
draw_records (GRand *rand, Records *records)
{
  *records = (Records) { .n = (guint) g_rand_int_range (rand, 0, 50), .include_unverified = g_rand_boolean (rand) };
  if (g_rand_boolean (rand))
    records->as_of = g_rand_int_range (rand, 1, 10);
  for (guint i = 0; i < records->n; i++)
    records->rows[i] = (NscSalienceMention) {
      /* Rows may lie far apart. */
      .document = g_rand_int_range (rand, 0, N_DOCUMENTS) * G_GINT64_CONSTANT (40000),
      .day = g_rand_int_range (rand, 0, 10),
      .issue = (guint32) g_rand_int_range (rand, 0, N_ISSUES),
      .publisher = (guint16) g_rand_int_range (rand, 0, N_PUBLISHERS),
      .unverified = g_rand_int_range (rand, 0, 4) == 0,
    };
}

static gboolean
counts (const Records *records, const NscSalienceMention *row)
{
  if (row->unverified && !records->include_unverified)
    return FALSE;
  return records->as_of == 0 || (row->day != 0 && row->day <= records->as_of);
}

static guint
count_mentions (const Records *records, guint issue, guint publisher, gint64 document)
{
  guint n = 0;

  for (guint i = 0; i < records->n; i++)
    {
      const NscSalienceMention *row = &records->rows[i];

      n += row->issue == issue && row->publisher == publisher && counts (records, row) &&
           (document < 0 || row->document == document);
    }
  return n;
}

static void
check_cell (const Records *records, const NscSalience *result, guint place, guint publisher)
{
  const NscSalienceCell *cell = nsc_salience_get_cell (result, place, publisher);
  guint n = count_mentions (records, result->issues[place], publisher, -1);
  guint n_documents = 0;
  double rank = 1;

  for (guint d = 1; d < N_DOCUMENTS; d++)
    n_documents += count_mentions (records, result->issues[place], publisher, d * G_GINT64_CONSTANT (40000)) > 0;
  for (guint i = 0; i < result->n_issues; i++)
    {
      guint other = count_mentions (records, result->issues[i], publisher, -1);

      rank += other > n ? 1 : i != place && other == n ? 0.5 : 0;
    }
  g_assert_cmpuint (cell->mentions, ==, n);
  g_assert_cmpuint (cell->documents, ==, n_documents);
  g_assert_cmpfloat (cell->rank, ==, rank);
}

static void
check_correlation (const Records *records, const NscSalience *result)
{
  guint64 first[N_ISSUES], second[N_ISSUES];
  NscRankCorrelation expected, found;

  for (guint i = 0; i < result->n_issues; i++)
    {
      first[i] = count_mentions (records, result->issues[i], 2, -1);
      second[i] = count_mentions (records, result->issues[i], 0, -1);
    }
  g_assert_true (nsc_rank_correlation_compute (first, second, result->n_issues, 1, NULL, &expected, NULL));
  g_assert_true (nsc_salience_correlate (result, 2, 0, 1, NULL, &found, NULL));
  g_assert_cmpint (found.method, ==, expected.method);
  if (found.method != NSC_RANK_UNDEFINED)
    {
      g_assert_cmpfloat (found.rho, ==, expected.rho);
      g_assert_cmpfloat (found.p, ==, expected.p);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 2000; round++)
    {
      NscSalienceAccumulator *accumulator;
      g_autoptr (NscSalience) result = NULL;
      Records records;
      guint n_issues = 0;

      draw_records (rand, &records);
      accumulator = nsc_salience_begin (N_ISSUES, N_PUBLISHERS, records.as_of, records.include_unverified);
      nsc_salience_add (accumulator, records.rows, records.n / 3);
      nsc_salience_add (accumulator, records.rows + records.n / 3, records.n - records.n / 3);
      result = nsc_salience_finish (accumulator);
      for (guint issue = 0; issue < N_ISSUES; issue++)
        if (count_mentions (&records, issue, 0, -1) + count_mentions (&records, issue, 1, -1) +
                count_mentions (&records, issue, 2, -1) >
            0)
          {
            g_assert_cmpuint (n_issues, <, result->n_issues);
            g_assert_cmpuint (result->issues[n_issues++], ==, issue);
          }
      g_assert_cmpuint (result->n_issues, ==, n_issues);
      for (guint i = 0; i < n_issues; i++)
        for (guint p = 0; p < N_PUBLISHERS; p++)
          check_cell (&records, result, i, p);
      check_correlation (&records, result);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/salience/none", test_none);
  g_test_add_func ("/analysis/salience/undated", test_undated);
  g_test_add_func ("/analysis/salience/random", test_random);
  return g_test_run ();
}
