/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-result.h"

#include "nsc-agenda-chart.h"
#include "nsc-agenda-evidence.h"
#include "nsc-agenda-sheet.h"
#include "nsc-issue-key.h"
#include "nsc-words.h"

struct _NscAgendaResult
{
  NscResult parent_instance;

  char *language;
  char *parent; /* id or NULL */
  NscDate as_of;
  gboolean summary;
  NscPublishers *publishers; /* by side */
  NscCodebook *codebook;
  NscAgendaScope scope; /* of the two */
  NscAgenda *counts;    /* by the codebook's numbers */
};

G_DEFINE_FINAL_TYPE (NscAgendaResult, nsc_agenda_result, NSC_TYPE_RESULT)

/* ---- the figure ---- */

/* As many marks as the figure can have. */
static guint
count_marks (const NscAgenda *counts)
{
  guint n = 0;

  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      n += counts->documents[side]->len * (counts->n_issues + 1);
      for (guint i = 0; i < counts->n_issues; i++)
        n += counts->issues[i].years[side]->len;
    }
  return n;
}

/* The years of mentions as marks, appended to MARKS, which is large enough. */
static guint
add_mentions (const GArray *years, const char *issue, const char *publisher, NscAgendaMark *marks)
{
  for (guint i = 0; i < years->len; i++)
    {
      const NscAgendaYear *year = &g_array_index (years, NscAgendaYear, i);

      marks[i] = (NscAgendaMark) {
        .year = year->year,
        .count = year->count,
        .key = nsc_issue_key_of_year (issue, publisher, year->year),
        .first = i == 0,
      };
    }
  return years->len;
}

/* The years with documents and without a mention; both arrays are in order. */
static guint
add_silences (
    const GArray *documents, const GArray *mentions, const char *issue, const char *publisher, NscAgendaMark *marks)
{
  guint n = 0, mention = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      const NscAgendaYear *year = &g_array_index (documents, NscAgendaYear, i);

      while (mention < mentions->len && g_array_index (mentions, NscAgendaYear, mention).year < year->year)
        mention++;
      if (mention < mentions->len && g_array_index (mentions, NscAgendaYear, mention).year == year->year)
        continue;
      marks[n++] = (NscAgendaMark) {
        .year = year->year,
        .count = year->count,
        .key = nsc_issue_key_of_silence (issue, publisher, year->year),
      };
    }
  return n;
}

static void
fill_row (const NscAgendaResult *self, guint index, NscAgendaRow *row, NscAgendaMark **marks)
{
  const NscAgendaIssue *issue = &self->counts->issues[index];
  const char *id = nsc_codebook_get_id (self->codebook, index);

  *row = (NscAgendaRow) {
    .label = nsc_codebook_get_label (self->codebook, index),
    .key = nsc_issue_key_of_issue (id),
    .leader = issue->leader,
    .lead_years = issue->lead_years,
    .open = issue->open,
  };
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      const char *publisher = nsc_publishers_get_key (self->publishers, side);

      row->marks[side] = *marks;
      row->n_marks[side] = add_mentions (issue->years[side], id, publisher, *marks);
      *marks += row->n_marks[side];
      row->silences[side] = *marks;
      row->n_silences[side] = add_silences (self->counts->documents[side], issue->years[side], id, publisher, *marks);
      *marks += row->n_silences[side];
    }
}

static guint
fill_rows (const NscAgendaResult *self, NscAgendaRow *rows, NscAgendaMark **marks)
{
  guint n = 0;

  for (guint i = 0; i < self->counts->n_issues; i++)
    if (self->counts->issues[i].leader != NSC_LEADER_NOBODY)
      fill_row (self, i, &rows[n++], marks);
  return n;
}

static void
fill_publishers (const NscAgendaResult *self, NscAgendaChart *chart, NscAgendaMark *marks)
{
  const NscAgenda *counts = self->counts;

  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      const GArray *documents = counts->documents[side];

      chart->publishers[side] = (NscAgendaPublisher) {
        .name = nsc_publishers_get_name (self->publishers, side),
        .kind = nsc_publishers_get_kind (self->publishers, side),
        .documents = marks,
        .n_documents = documents->len,
        .unverified = counts->unverified[side],
        .undated = counts->undated[side],
        .undated_documents = counts->undated_documents[side],
      };
      for (guint i = 0; i < documents->len; i++)
        {
          const NscAgendaYear *year = &g_array_index (documents, NscAgendaYear, i);

          *marks++ = (NscAgendaMark) { .year = year->year, .count = year->count };
        }
    }
}

/* ---- overrides ---- */

static gboolean
nsc_agenda_result_scan_evidence (NscResult *result,
                                 NscReader *reader,
                                 gint64 key,
                                 NscRecordFunc func,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  NscAgendaResult *self = NSC_AGENDA_RESULT (result);

  return nsc_agenda_evidence_scan (&self->scope, self->counts, reader, key, func, data, cancellable, error);
}

static gboolean
nsc_agenda_result_scan_context (NscResult *result,
                                NscReader *reader,
                                gint64 key,
                                NscRecordFunc func,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error)
{
  NscAgendaResult *self = NSC_AGENDA_RESULT (result);

  return nsc_agenda_evidence_scan_context (&self->scope, self->counts, reader, key, func, data, cancellable, error);
}

/* Who mentioned the issue of the mark first, and by how much. */
static GPtrArray *
nsc_agenda_result_list_facts (NscResult *result, gint64 key)
{
  NscAgendaResult *self = NSC_AGENDA_RESULT (result);
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_fact_free);
  guint number = nsc_agenda_evidence_find_issue (&self->scope, self->counts, key);
  const NscAgendaIssue *issue = number != NSC_ROW_INDEX_NONE ? &self->counts->issues[number] : NULL;

  if (issue == NULL)
    return facts;
  if (issue->leader == NSC_LEADER_FIRST || issue->leader == NSC_LEADER_SECOND)
    {
      guint side = issue->leader == NSC_LEADER_FIRST ? NSC_AGENDA_FIRST : NSC_AGENDA_SECOND;
      guint n = (guint) ABS (issue->lead_years);
      g_autofree char *label = g_strdup_printf (nsc_words_get (self->language, "Lead of %s"),
                                                nsc_publishers_get_name (self->publishers, side));
      g_autofree char *years = g_strdup_printf (nsc_words_get_plural (self->language, "%u year", "%u years", n), n);

      g_ptr_array_add (facts, nsc_fact_new (label, years));
    }
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      const GArray *years = issue->years[side];
      g_autofree char *label = g_strdup_printf (nsc_words_get (self->language, "First mention, %s"),
                                                nsc_publishers_get_name (self->publishers, side));
      g_autofree char *year = years->len > 0 ? g_strdup_printf ("%u", g_array_index (years, NscAgendaYear, 0).year)
                                             : g_strdup (nsc_words_get (self->language, "none recorded"));

      g_ptr_array_add (facts, nsc_fact_new (label, year));
    }
  return facts;
}

static NscFigure *
nsc_agenda_result_make_figure (NscResult *result)
{
  NscAgendaResult *self = NSC_AGENDA_RESULT (result);
  g_autofree NscAgendaRow *rows = g_new0 (NscAgendaRow, self->counts->n_issues);
  /* One more, so that there is an array even where there are no marks. */
  g_autofree NscAgendaMark *marks = g_new0 (NscAgendaMark, count_marks (self->counts) + 1);
  g_autofree char *as_of = nsc_date_to_string (self->as_of);
  NscSourceTally *tally = nsc_record_tally_get_sources (nsc_result_get_tally (NSC_RESULT (self)));
  g_auto (GStrv) sources = nsc_source_tally_dup_named (tally);
  NscAgendaMark *free_marks = marks;
  NscAgendaChart chart = {
    .language = self->language,
    .rows = rows,
    .summary = &self->counts->summary,
    .parent = self->parent != NULL ? nsc_codebook_get_label (self->codebook, 0) : NULL,
    .as_of = *as_of != '\0' ? as_of : NULL,
    .include_unverified = self->scope.include_unverified,
    .sources = nsc_source_tally_get_line (tally, sources),
  };

  chart.n_rows = fill_rows (self, rows, &free_marks);
  fill_publishers (self, &chart, free_marks);
  return nsc_agenda_chart_new (&chart);
}

static NscSheet *
nsc_agenda_result_make_sheet (NscResult *result)
{
  NscAgendaResult *self = NSC_AGENDA_RESULT (result);

  return self->summary ? nsc_agenda_sheet_new_summary (self->counts, self->language)
                       : nsc_agenda_sheet_new (self->counts, self->codebook, self->language);
}

static void
nsc_agenda_result_finalize (GObject *object)
{
  NscAgendaResult *self = NSC_AGENDA_RESULT (object);

  g_free (self->language);
  g_free (self->parent);
  g_clear_pointer (&self->publishers, nsc_publishers_free);
  g_clear_pointer (&self->codebook, nsc_codebook_free);
  g_clear_pointer (&self->counts, nsc_agenda_free);

  G_OBJECT_CLASS (nsc_agenda_result_parent_class)->finalize (object);
}

static void
nsc_agenda_result_class_init (NscAgendaResultClass *klass)
{
  NscResultClass *result_class = NSC_RESULT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsc_agenda_result_finalize;
  result_class->make_figure = nsc_agenda_result_make_figure;
  result_class->make_sheet = nsc_agenda_result_make_sheet;
  result_class->list_facts = nsc_agenda_result_list_facts;
  result_class->scan_context = nsc_agenda_result_scan_context;
  result_class->scan_evidence = nsc_agenda_result_scan_evidence;
}

static void
nsc_agenda_result_init (NscAgendaResult *self)
{
}

NscResult *
nsc_agenda_result_new (const NscAgendaQuestion *question, NscReader *reader, GCancellable *cancellable, GError **error)
{
  static const char *const options[] = { "first", "second" };
  g_autoptr (NscAgendaResult) self = g_object_new (NSC_TYPE_AGENDA_RESULT, NULL);

  self->language = g_strdup (question->language);
  self->parent = g_strdup (question->parent);
  self->as_of = question->as_of;
  self->summary = question->summary;
  self->publishers = nsc_publishers_new (question->language);
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    if (!nsc_publishers_add (self->publishers, reader, options[side], question->publishers[side], error))
      return NULL;
  self->codebook = nsc_codebook_new (reader, question->parent, question->language, cancellable, error);
  if (self->codebook == NULL)
    return NULL;
  self->scope = (NscAgendaScope) {
    .publishers = self->publishers,
    .codebook = self->codebook,
    .as_of = nsc_date_last_day (question->as_of),
    .include_unverified = question->include_unverified,
  };
  self->counts = nsc_agenda_scope_count (
      &self->scope, reader, question->only_sheet ? NULL : nsc_result_get_tally (NSC_RESULT (self)), cancellable, error);
  if (self->counts == NULL)
    return NULL;
  return NSC_RESULT (g_steal_pointer (&self));
}
