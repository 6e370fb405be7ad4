/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda.h"

#include <math.h>

#define MENTION(i, s, y) { .issue = (i), .side = (s), .year = (y) }
#define DOCUMENT(s, y) { .side = (s), .year = (y) }
#define A NSC_AGENDA_FIRST
#define B NSC_AGENDA_SECOND

static guint64
count_in (const GArray *years, guint year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, NscAgendaYear, i).year == year)
      return g_array_index (years, NscAgendaYear, i).count;
  return 0;
}

static NscAgenda *
compare (guint n_issues,
         const NscAgendaMention *mentions,
         guint n_mentions,
         const NscAgendaDocument *documents,
         guint n_documents,
         gint32 as_of,
         gboolean include_unverified)
{
  NscAgendaAccumulator *accumulator = nsc_agenda_begin (n_issues, as_of, include_unverified);

  /* In many batches, with the documents between them. */
  for (guint i = 0; i < n_mentions; i++)
    {
      if (i == n_mentions / 2)
        nsc_agenda_add_documents (accumulator, documents, n_documents);
      nsc_agenda_add_mentions (accumulator, &mentions[i], 1);
    }
  if (n_mentions == 0)
    nsc_agenda_add_documents (accumulator, documents, n_documents);
  return nsc_agenda_finish (accumulator);
}

/* The six issues of the published comparison: who was first, by how much. */
static void
test_published (void)
{
  const NscAgendaMention mentions[] = {
    MENTION (0, A, 2013), MENTION (0, B, 2015), MENTION (1, A, 2013), MENTION (1, B, 2015), MENTION (2, A, 2014),
    MENTION (2, B, 2015), MENTION (3, B, 2021), MENTION (3, A, 2016), MENTION (4, A, 2013), MENTION (4, B, 2015),
    MENTION (5, A, 2014), MENTION (5, B, 2021), MENTION (0, A, 2017), MENTION (0, B, 2021),
  };
  const NscAgendaDocument documents[] = { DOCUMENT (B, 2013), DOCUMENT (B, 2015) };
  const gint32 leads[] = { 2, 2, 1, 5, 2, 7 };
  g_autoptr (NscAgenda) result =
      compare (6, mentions, G_N_ELEMENTS (mentions), documents, G_N_ELEMENTS (documents), 0, FALSE);

  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (result->issues[i].lead_years, ==, leads[i]);
      g_assert_cmpint (result->issues[i].leader, ==, NSC_LEADER_FIRST);
      g_assert_false (result->issues[i].open);
    }
  g_assert_cmpuint (result->issues[0].years[A]->len, ==, 2);
  g_assert_cmpuint (result->summary.shared, ==, 6);
  g_assert_cmpuint (result->summary.first_leads, ==, 6);
  g_assert_cmpuint (result->summary.second_leads + result->summary.ties, ==, 0);
  g_assert_cmpfloat_with_epsilon (result->summary.mean_lead, 19.0 / 6, 1e-15);
  g_assert_cmpfloat (result->summary.median_lead, ==, 2);
}

static void
test_leaders (void)
{
  const NscAgendaMention mentions[] = {
    MENTION (0, A, 2015), MENTION (0, B, 2013), MENTION (1, A, 2015), MENTION (1, B, 2015), MENTION (1, B, 2016),
    MENTION (2, A, 2014), MENTION (3, B, 2014), MENTION (4, B, 0),    MENTION (2, B, 0),
  };
  g_autoptr (NscAgenda) result = compare (5, mentions, G_N_ELEMENTS (mentions), NULL, 0, 0, FALSE);

  g_assert_cmpint (result->issues[0].leader, ==, NSC_LEADER_SECOND);
  g_assert_cmpint (result->issues[0].lead_years, ==, -2);
  g_assert_cmpint (result->issues[1].leader, ==, NSC_LEADER_TIE);
  g_assert_cmpint (result->issues[2].leader, ==, NSC_LEADER_FIRST_ONLY);
  g_assert_cmpint (result->issues[3].leader, ==, NSC_LEADER_SECOND_ONLY);
  g_assert_cmpint (result->issues[4].leader, ==, NSC_LEADER_NOBODY);
  g_assert_cmpuint (result->undated[A], ==, 0);
  g_assert_cmpuint (result->undated[B], ==, 2);
  g_assert_cmpfloat (result->summary.mean_lead, ==, -1);
  g_assert_cmpfloat (result->summary.median_lead, ==, -1);
}

/* Only a document before the year shows that silence was a choice. */
static void
test_open (void)
{
  const NscAgendaMention mentions[] = { MENTION (0, A, 2010), MENTION (0, B, 2015), MENTION (1, B, 2016),
                                        MENTION (2, A, 2010) };
  const NscAgendaDocument documents[] = { DOCUMENT (A, 2001), DOCUMENT (B, 0), DOCUMENT (B, 2015) };
  g_autoptr (NscAgenda) result = compare (3, mentions, G_N_ELEMENTS (mentions), documents, 3, 0, FALSE);
  g_autoptr (NscAgenda) none = compare (3, mentions, G_N_ELEMENTS (mentions), NULL, 0, 0, FALSE);

  g_assert_true (result->issues[0].open);
  g_assert_false (result->issues[1].open);
  g_assert_false (result->issues[2].open);
  g_assert_cmpuint (result->undated_documents[B], ==, 1);
  g_assert_cmpuint (result->documents[B]->len, ==, 1);
  g_assert_cmpuint (count_in (result->documents[B], 2015), ==, 1);
  g_assert_cmpuint (count_in (result->documents[B], 2016), ==, 0);
  g_assert_true (none->issues[1].open);
}

static void
test_none (void)
{
  g_autoptr (NscAgenda) nothing = compare (0, NULL, 0, NULL, 0, 0, FALSE);
  g_autoptr (NscAgenda) silent = compare (2, NULL, 0, NULL, 0, 0, FALSE);

  g_assert_cmpuint (nothing->summary.shared, ==, 0);
  g_assert_true (isnan (nothing->summary.mean_lead));
  g_assert_true (isnan (nothing->summary.median_lead));
  g_assert_cmpint (silent->issues[1].leader, ==, NSC_LEADER_NOBODY);
  g_assert_cmpuint (silent->issues[1].years[B]->len, ==, 0);
}

/* ---- random agendas ---- */

#define N_ISSUES 4
#define FIRST_YEAR 2000
#define N_YEARS 12

typedef struct
{
  NscAgendaMention mentions[60];
  guint n_mentions;
  NscAgendaDocument documents[8];
  guint n_documents;
  gint32 as_of;
  gboolean include_unverified;
} Records;

/* A year of 100 days; the day of 0 where the record has no date. */
static void
draw_date (GRand *rand, guint16 *year, gint32 *day)
{
  *year = (guint16) (g_rand_int_range (rand, 0, 8) == 0 ? 0 : FIRST_YEAR + g_rand_int_range (rand, 0, N_YEARS));
  *day = *year == 0 ? 0 : *year * 100 + g_rand_int_range (rand, 1, 100);
}

static void
draw_records (GRand *rand, Records *records)
{
  *records = (Records) { .n_mentions = (guint) g_rand_int_range (rand, 0, 60),
                         .n_documents = (guint) g_rand_int_range (rand, 0, 8),
                         .include_unverified = g_rand_boolean (rand) };
  if (g_rand_boolean (rand))
    records->as_of = (FIRST_YEAR + g_rand_int_range (rand, 0, N_YEARS)) * 100 + g_rand_int_range (rand, 1, 100);
  for (guint i = 0; i < records->n_mentions; i++)
    {
      NscAgendaMention *mention = &records->mentions[i];

      draw_date (rand, &mention->year, &mention->day);
      mention->issue = (guint32) g_rand_int_range (rand, 0, N_ISSUES);
      mention->side = (guint8) g_rand_int_range (rand, 0, 2);
      mention->unverified = g_rand_int_range (rand, 0, 4) == 0;
    }
  for (guint i = 0; i < records->n_documents; i++)
    {
      NscAgendaDocument *document = &records->documents[i];

      draw_date (rand, &document->year, &document->day);
      document->side = (guint8) g_rand_int_range (rand, 0, 2);
      document->unverified = g_rand_int_range (rand, 0, 4) == 0;
    }
}

static gboolean
counts (const Records *records, gint32 day, gboolean unverified)
{
  return day != 0 && (records->as_of == 0 || day <= records->as_of) && (!unverified || records->include_unverified);
}

static guint
count_mentions (const Records *records, guint issue, guint side, guint year)
{
  guint n = 0;

  for (guint i = 0; i < records->n_mentions; i++)
    {
      const NscAgendaMention *mention = &records->mentions[i];

      n += mention->issue == issue && mention->side == side && mention->year == year &&
           counts (records, mention->day, mention->unverified);
    }
  return n;
}

static guint
count_documents (const Records *records, guint side, guint year)
{
  guint n = 0;

  for (guint i = 0; i < records->n_documents; i++)
    n += records->documents[i].side == side && records->documents[i].year == year &&
         counts (records, records->documents[i].day, records->documents[i].unverified);
  return n;
}

static guint
first_mention (const Records *records, guint issue, guint side)
{
  for (guint year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS; year++)
    if (count_mentions (records, issue, side, year) > 0)
      return year;
  return 0;
}

static NscLeader
name_leader (guint first, guint second)
{
  if (first == 0)
    return second == 0 ? NSC_LEADER_NOBODY : NSC_LEADER_SECOND_ONLY;
  if (second == 0)
    return NSC_LEADER_FIRST_ONLY;
  return first == second ? NSC_LEADER_TIE : first < second ? NSC_LEADER_FIRST : NSC_LEADER_SECOND;
}

static void
check_years (const GArray *years, guint n)
{
  g_assert_cmpuint (years->len, ==, n);
  for (guint i = 1; i < years->len; i++)
    g_assert_cmpuint (g_array_index (years, NscAgendaYear, i - 1).year, <,
                      g_array_index (years, NscAgendaYear, i).year);
}

static void
check_issue (const Records *records, const NscAgenda *result, guint issue)
{
  const NscAgendaIssue *found = &result->issues[issue];
  guint first = first_mention (records, issue, A), second = first_mention (records, issue, B);
  gboolean spoke_before = FALSE;

  for (guint side = 0; side < 2; side++)
    {
      guint n_years = 0;

      for (guint year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS; year++)
        {
          guint n = count_mentions (records, issue, side, year);

          g_assert_cmpuint (count_in (found->years[side], year), ==, n);
          n_years += n > 0;
        }
      check_years (found->years[side], n_years);
    }
  for (guint year = FIRST_YEAR; year < second; year++)
    spoke_before |= count_documents (records, B, year) > 0;
  g_assert_cmpint (found->leader, ==, name_leader (first, second));
  g_assert_cmpint (found->lead_years, ==, first == 0 || second == 0 ? 0 : (int) second - (int) first);
  g_assert_cmpint (found->open, ==, second != 0 && !spoke_before);
}

/* The lead that as many are above as below, found by counting. */
static double
find_median (const gint32 *leads, guint n)
{
  double sum = 0;
  guint n_middle = 0;

  for (guint i = 0; i < n; i++)
    {
      guint below = 0, equal = 0;

      for (guint j = 0; j < n; j++)
        {
          below += leads[j] < leads[i];
          equal += leads[j] == leads[i];
        }
      for (guint place = below; place < below + equal; place++)
        if (place == (n - 1) / 2 || place == n / 2)
          {
            /* Each of the equal ones comes here, so that each stands for its part. */
            sum += leads[i] / (double) equal;
            n_middle++;
          }
    }
  g_assert_cmpuint (n_middle, >, 0);
  return n % 2 == 1 ? sum : sum / 2;
}

static void
check_summary (const Records *records, const NscAgenda *result)
{
  const NscAgendaSummary *summary = &result->summary;
  guint by_leader[NSC_LEADER_SECOND_ONLY + 1] = { 0 };
  gint32 leads[N_ISSUES];
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < N_ISSUES; i++)
    {
      guint first = first_mention (records, i, A), second = first_mention (records, i, B);

      by_leader[name_leader (first, second)]++;
      if (first == 0 || second == 0)
        continue;
      leads[n] = (gint32) second - (gint32) first;
      sum += leads[n++];
    }
  g_assert_cmpuint (summary->shared, ==, n);
  g_assert_cmpuint (summary->first_leads, ==, by_leader[NSC_LEADER_FIRST]);
  g_assert_cmpuint (summary->second_leads, ==, by_leader[NSC_LEADER_SECOND]);
  g_assert_cmpuint (summary->ties, ==, by_leader[NSC_LEADER_TIE]);
  g_assert_cmpuint (summary->first_only, ==, by_leader[NSC_LEADER_FIRST_ONLY]);
  g_assert_cmpuint (summary->second_only, ==, by_leader[NSC_LEADER_SECOND_ONLY]);
  g_assert_cmpint (isnan (summary->mean_lead), ==, n == 0);
  if (n == 0)
    return;
  g_assert_cmpfloat_with_epsilon (summary->mean_lead, sum / n, 1e-12);
  g_assert_cmpfloat_with_epsilon (summary->median_lead, find_median (leads, n), 1e-12);
}

static void
check_apart (const Records *records, const NscAgenda *result)
{
  guint unverified[2] = { 0 }, undated[2] = { 0 };

  for (guint i = 0; i < records->n_mentions; i++)
    {
      const NscAgendaMention *mention = &records->mentions[i];
      gboolean is_later = records->as_of != 0 && mention->day > records->as_of;

      if (is_later)
        continue;
      if (mention->unverified && !records->include_unverified)
        unverified[mention->side]++;
      else if (mention->day == 0)
        undated[mention->side]++;
      else if (mention->unverified)
        unverified[mention->side]++;
    }
  for (guint side = 0; side < 2; side++)
    {
      g_assert_cmpuint (result->unverified[side], ==, unverified[side]);
      g_assert_cmpuint (result->undated[side], ==, undated[side]);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 3000; round++)
    {
      Records records;
      g_autoptr (NscAgenda) result = NULL;

      draw_records (rand, &records);
      result = compare (N_ISSUES, records.mentions, records.n_mentions, records.documents, records.n_documents,
                        records.as_of, records.include_unverified);
      for (guint i = 0; i < N_ISSUES; i++)
        check_issue (&records, result, i);
      for (guint side = 0; side < 2; side++)
        for (guint year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS; year++)
          g_assert_cmpuint (count_in (result->documents[side], year), ==, count_documents (&records, side, year));
      check_summary (&records, result);
      check_apart (&records, result);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/agenda/published", test_published);
  g_test_add_func ("/analysis/agenda/leaders", test_leaders);
  g_test_add_func ("/analysis/agenda/open", test_open);
  g_test_add_func ("/analysis/agenda/none", test_none);
  g_test_add_func ("/analysis/agenda/random", test_random);
  return g_test_run ();
}
