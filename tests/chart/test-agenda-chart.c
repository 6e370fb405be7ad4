/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-chart.h"
#include "nsc-agenda-words.h"

static const char *const sources[] = { "A study, table 1", NULL };

static const NscAgendaMark early[] = { { 2013, 2, 1, TRUE }, { 2016, 1, 2, FALSE } };
static const NscAgendaMark late[] = { { 2015, 1, 3, TRUE } };
static const NscAgendaMark documents[] = { { 2010, 1, 4, FALSE }, { 2015, 3, 5, FALSE } };

/* Room for the rows of one comparison. */
static NscAgendaRow rows[8];
static NscAgendaSummary summary;

static NscAgendaRow
make_row (NscLeader leader)
{
  NscAgendaRow row = { .label = "Non-proliferation", .key = 9, .leader = leader };
  gboolean second = leader == NSC_LEADER_SECOND;

  if (leader != NSC_LEADER_SECOND_ONLY)
    {
      row.marks[NSC_AGENDA_FIRST] = second ? late : early;
      row.n_marks[NSC_AGENDA_FIRST] = second ? G_N_ELEMENTS (late) : G_N_ELEMENTS (early);
    }
  if (leader != NSC_LEADER_FIRST_ONLY)
    {
      row.marks[NSC_AGENDA_SECOND] = leader == NSC_LEADER_FIRST ? late : early;
      row.n_marks[NSC_AGENDA_SECOND] = leader == NSC_LEADER_FIRST ? G_N_ELEMENTS (late) : G_N_ELEMENTS (early);
    }
  row.lead_years = leader == NSC_LEADER_FIRST ? 2 : second ? -2 : 0;
  return row;
}

static void
add_rows (NscAgendaChart *chart, NscLeader leader, guint n, guint64 *count)
{
  for (guint i = 0; i < n; i++)
    rows[chart->n_rows++] = make_row (leader);
  *count = n;
}

/* As many issues of each kind: first, second, tie, first only, second only. */
static NscAgendaChart
make_chart (const char *language, const guint n[5])
{
  NscAgendaChart chart = {
    .language = language,
    .publishers = { { .name = "Microsoft", .kind = "company", .documents = documents, .n_documents = 1 },
                    { .name = "UN group", .kind = "igo", .documents = documents, .n_documents = 2 } },
    .rows = rows,
    .summary = &summary,
    .sources = { sources, 0 },
  };

  summary = (NscAgendaSummary) { .shared = n[0] + n[1] + n[2] };
  add_rows (&chart, NSC_LEADER_FIRST, n[0], &summary.first_leads);
  add_rows (&chart, NSC_LEADER_SECOND, n[1], &summary.second_leads);
  add_rows (&chart, NSC_LEADER_TIE, n[2], &summary.ties);
  add_rows (&chart, NSC_LEADER_FIRST_ONLY, n[3], &summary.first_only);
  add_rows (&chart, NSC_LEADER_SECOND_ONLY, n[4], &summary.second_only);
  return chart;
}

#define CHART(...) make_chart ("en", (const guint[5]) { __VA_ARGS__ })
#define CHINESE(...) make_chart ("zh_CN", (const guint[5]) { __VA_ARGS__ })

static void
check_title (NscAgendaChart chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (&chart);

  g_assert_cmpstr (nsc_figure_get_title (figure), ==, expected);
}

static void
test_titles (void)
{
  check_title (CHART (6, 0, 0, 0, 0), "Microsoft raised all six recorded issues before the UN group did");
  check_title (CHART (6, 0, 0, 1, 0), "Microsoft raised all six shared issues before the UN group did");
  check_title (CHART (2, 0, 0, 0, 0), "Microsoft raised both recorded issues before the UN group did");
  check_title (CHART (2, 0, 0, 0, 3), "Microsoft raised both shared issues before the UN group did");
  check_title (CHART (1, 0, 0, 0, 0), "Microsoft raised the one recorded issue before the UN group did");
  check_title (CHART (1, 0, 0, 0, 1), "Microsoft raised the one shared issue before the UN group did");
  check_title (CHART (0, 3, 0, 0, 0), "The UN group raised all three recorded issues before Microsoft did");
  check_title (CHART (5, 1, 1, 0, 0), "Microsoft raised 5 of 7 shared issues first");
  check_title (CHART (1, 2, 0, 0, 0), "The UN group raised 2 of 3 shared issues first");
  check_title (CHART (1, 1, 1, 1, 0), "Microsoft and the UN group were each first with 1 of 3 shared issues");
  check_title (CHART (0, 0, 1, 0, 0), "Microsoft and the UN group raised the one shared issue in the same year");
  check_title (CHART (0, 0, 2, 0, 0),
               "Microsoft and the UN group raised each of the two shared issues in the same year");
  check_title (CHART (0, 0, 0, 2, 1), "Microsoft and the UN group share none of the 3 recorded issues");
  check_title (CHART (0, 0, 0, 1, 0), "Microsoft and the UN group do not share the 1 recorded issue");
  check_title (CHART (0, 0, 0, 0, 0), "Microsoft and the UN group: no issues to show");
}

static void
check_name (const char *kind, const char *name, const char *expected)
{
  NscAgendaChart chart = CHART (0, 3, 0, 0, 0);

  chart.publishers[NSC_AGENDA_SECOND].kind = kind;
  chart.publishers[NSC_AGENDA_SECOND].name = name;
  check_title (chart, expected);
}

/* Names have the article that English gives them. */
static void
test_articles (void)
{
  check_name ("igo", "NATO", "NATO raised all three recorded issues before Microsoft did");
  check_name ("igo", "European Union", "The European Union raised all three recorded issues before Microsoft did");
  check_name ("state", "United States", "The United States raised all three recorded issues before Microsoft did");
  check_name ("state", "South Africa", "South Africa raised all three recorded issues before Microsoft did");
  check_name ("ngo", "Committee of the Red Cross",
              "The Committee of the Red Cross raised all three recorded issues before Microsoft did");
  check_name ("ngo", "Access Now", "Access Now raised all three recorded issues before Microsoft did");
  check_name ("company", "Bank of America", "Bank of America raised all three recorded issues before Microsoft did");
}

static void
test_chinese (void)
{
  check_title (CHINESE (6, 0, 0, 0, 0), "Microsoft先于UN group提出全部六项已收录议题");
  check_title (CHINESE (0, 2, 0, 0, 0), "UN group先于Microsoft提出全部两项已收录议题");
  check_title (CHINESE (5, 1, 1, 0, 0), "7 项共同议题中，5 项由Microsoft率先提出");
}

static void
check_note (NscAgendaChart chart, const char *lead, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (&chart);
  const char *found = NULL, *text, *this_lead;

  for (guint i = 0; i < nsc_figure_get_n_notes (figure); i++)
    {
      text = nsc_figure_get_note (figure, i, &this_lead);
      if (g_str_equal (this_lead, lead))
        found = text;
    }
  g_assert_cmpstr (found, ==, expected);
}

static void
test_notes (void)
{
  NscAgendaChart chart = CHART (2, 1, 1, 1, 2);

  check_note (chart, "Issues.",
              "Microsoft was first with 2 of 4 shared issues. The UN group was first with 1 of 4 shared issues. 1 of 4 "
              "shared issues was raised by both in the same year. 1 issue is recorded for Microsoft only. 2 issues are "
              "recorded for the UN group only. Microsoft: 1 dated document, 2010. The UN group: 4 dated documents, "
              "2010–2015.");
  check_note (chart, "Caution.",
              "Being first is not the same as causing: the order of mentions does not by itself show that one agenda "
              "shaped the other.");
  check_note (chart, "Open.", NULL);
  check_note (chart, "Left out.", NULL);
  check_note (CHART (0, 0, 0, 1, 0), "Caution.", NULL);
  chart = CHART (2, 1, 0, 0, 0);
  rows[0].open = rows[2].open = TRUE;
  chart.publishers[0].n_documents = 0;
  chart.publishers[0].unverified = 1;
  chart.publishers[1].undated = 2;
  check_note (
      chart, "Open.",
      "For 1 issue no document of the UN group from before its first mention is recorded, so this lead is open.");
  check_note (chart, "Left out.", "1 unverified mention. 2 mentions without a date.");
  check_note (chart, "Issues.",
              "Microsoft was first with 2 of 3 shared issues. The UN group was first with 1 of 3 shared issues. "
              "Microsoft: no dated documents are recorded. The UN group: 4 dated documents, 2010–2015.");
  chart.include_unverified = TRUE;
  check_note (chart, "Left out.", "2 mentions without a date.");
  check_note (chart, "Included.", "1 unverified mention.");
}

static void
check_subtitle (NscAgendaChart chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (&chart);

  g_assert_cmpstr (nsc_figure_get_subtitle (figure), ==, expected);
}

static void
test_subtitles (void)
{
  NscAgendaChart chart = CHART (1, 0, 0, 0, 0);

  check_subtitle (chart, "Years in which each publisher is recorded as mentioning an issue, 2013–2016.");
  chart.parent = "Arms control";
  chart.as_of = "2017";
  check_subtitle (chart, "Years in which each publisher is recorded as mentioning an issue, 2013–2016. Issues of this "
                         "group: Arms control. Records up to 2017.");
  rows[0].n_marks[0] = 0;
  chart.parent = chart.as_of = NULL;
  check_subtitle (chart, "Years in which each publisher is recorded as mentioning an issue: 2015.");
}

static void
check_empty (NscAgendaChart chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (&chart);

  g_assert_cmpstr (nsc_figure_get_empty (figure), ==, expected);
}

static void
test_empty (void)
{
  NscAgendaChart chart = CHART (0, 0, 0, 0, 0);

  check_empty (chart, "No mentions by Microsoft or the UN group are recorded.");
  chart.as_of = "2010";
  check_empty (chart, "No mentions by Microsoft or the UN group are recorded up to 2010.");
  chart.publishers[0].undated = 1;
  check_empty (chart, "The recorded mentions have no date.");
  chart.publishers[1].unverified = 1;
  check_empty (chart, "The recorded mentions are unverified. Include unverified records to see them.");
}

static void
check_words (char *taken, const char *expected)
{
  g_autofree char *words = taken;

  g_assert_cmpstr (words, ==, expected);
}

static void
test_marks (void)
{
  NscAgendaChart chart = CHART (1, 1, 1, 1, 0);

  check_words (nsc_agenda_words_mark (&chart, NSC_AGENDA_FIRST, &rows[0], &early[0]),
               "Non-proliferation: first raised by Microsoft in 2013, 2 mentions");
  check_words (nsc_agenda_words_mark (&chart, NSC_AGENDA_SECOND, &rows[0], &early[1]),
               "Non-proliferation: again by the UN group in 2016, 1 mention");
  check_words (nsc_agenda_words_lead (&chart, &rows[0]), "Non-proliferation: Microsoft before the UN group by 2 years");
  check_words (nsc_agenda_words_lead (&chart, &rows[1]), "Non-proliferation: the UN group before Microsoft by 2 years");
  check_words (nsc_agenda_words_lead (&chart, &rows[2]),
               "Non-proliferation: Microsoft and the UN group in the same year");
  check_words (nsc_agenda_words_lead (&chart, &rows[3]), "Non-proliferation: raised by Microsoft alone");
  rows[0].open = TRUE;
  check_words (nsc_agenda_words_lead (&chart, &rows[0]),
               "Non-proliferation: Microsoft before the UN group by 2 years, an open lead");
  check_words (nsc_agenda_words_tick (&chart, NSC_AGENDA_SECOND, &documents[1]),
               "The UN group, 2015: 3 documents that do not mention it");
  check_words (nsc_agenda_words_years (&chart, -1), "1 year");
  check_words (nsc_agenda_words_years (&chart, 0), "same year");
  check_words (nsc_agenda_words_first (&chart, NSC_AGENDA_SECOND), "UN group, first");
  check_words (nsc_agenda_words_later (&chart), "later");
  check_words (nsc_agenda_words_lead_time (&chart), "lead, in years");
  check_words (nsc_agenda_words_open_lead (&chart), "open lead, in years");
  check_words (nsc_agenda_words_silence (&chart), "documents without the issue");
}

static void
test_sources (void)
{
  NscAgendaChart chart = CHART (1, 0, 0, 0, 0);

  check_words (nsc_agenda_words_sources (&chart, 3), "Source: A study, table 1.");
  chart.sources.sources = NULL;
  check_words (nsc_agenda_words_sources (&chart, 3), "Source: not stated.");
  chart = CHART (0, 0, 0, 0, 0);
  chart.sources.sources = NULL;
  check_words (nsc_agenda_words_sources (&chart, 3), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/agenda/titles", test_titles);
  g_test_add_func ("/chart/agenda/articles", test_articles);
  g_test_add_func ("/chart/agenda/chinese", test_chinese);
  g_test_add_func ("/chart/agenda/notes", test_notes);
  g_test_add_func ("/chart/agenda/subtitles", test_subtitles);
  g_test_add_func ("/chart/agenda/empty", test_empty);
  g_test_add_func ("/chart/agenda/marks", test_marks);
  g_test_add_func ("/chart/agenda/sources", test_sources);
  return g_test_run ();
}
