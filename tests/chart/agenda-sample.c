/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-sample.h"

#define N_YEARS 32

struct _AgendaSample
{
  NscAgendaChart chart;
  NscAgendaSummary summary;
  NscAgendaRow *rows;
  NscAgendaMark *marks; /* room for all years of all rows, twice, and of the documents */
  guint n_marks;
};

static const char *const sources[] = { "Yang and Lang, table 1", "Cui and Yang, table 2", NULL };

/* The years of BITS as marks; KEYS: they have one. */
static const NscAgendaMark *
take_marks (AgendaSample *self, guint32 bits, guint row, NscAgendaSide side, gboolean first, guint *n)
{
  NscAgendaMark *marks = &self->marks[self->n_marks];

  *n = 0;
  for (guint bit = 0; bit < N_YEARS; bit++)
    if ((bits & (1u << bit)) != 0)
      {
        guint year = AGENDA_SAMPLE_YEAR + bit;

        marks[*n] = (NscAgendaMark) {
          .year = year, .count = 1 + bit % 3, .key = agenda_sample_get_key (row, side, year), .first = first && *n == 0
        };
        (*n)++;
      }
  self->n_marks += *n;
  return marks;
}

static void
count_leader (AgendaSample *self, NscAgendaRow *row)
{
  if (row->n_marks[0] == 0 || row->n_marks[1] == 0)
    {
      row->leader = row->n_marks[0] > 0 ? NSC_LEADER_FIRST_ONLY : NSC_LEADER_SECOND_ONLY;
      self->summary.first_only += row->n_marks[0] > 0;
      self->summary.second_only += row->n_marks[0] == 0;
      return;
    }
  row->lead_years = (gint32) row->marks[1][0].year - (gint32) row->marks[0][0].year;
  row->leader = row->lead_years > 0 ? NSC_LEADER_FIRST : row->lead_years < 0 ? NSC_LEADER_SECOND : NSC_LEADER_TIE;
  self->summary.shared++;
  self->summary.first_leads += row->lead_years > 0;
  self->summary.second_leads += row->lead_years < 0;
  self->summary.ties += row->lead_years == 0;
}

static void
take_row (AgendaSample *self, guint index, const AgendaSampleRow *from, const guint32 documents[NSC_AGENDA_SIDES])
{
  NscAgendaRow *row = &self->rows[index];

  row->label = from->label;
  row->key = agenda_sample_get_row_key (index);
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      guint32 mentions = from->mentions[side];

      row->marks[side] = take_marks (self, mentions, index, side, TRUE, &row->n_marks[side]);
      row->silences[side] = take_marks (self, documents[side] & ~mentions, index, side, FALSE, &row->n_silences[side]);
    }
  /* Below the lowest bit of the mentions there is no bit of the documents. */
  row->open = (documents[1] & ((from->mentions[1] & -from->mentions[1]) - 1)) == 0;
  count_leader (self, row);
}

AgendaSample *
agenda_sample_new (const char *language,
                   const AgendaSampleRow *rows,
                   guint n_rows,
                   const guint32 documents[NSC_AGENDA_SIDES])
{
  AgendaSample *self = g_new0 (AgendaSample, 1);
  gboolean chinese = g_str_has_prefix (language, "zh");

  self->rows = g_new0 (NscAgendaRow, n_rows + 1);
  self->marks = g_new0 (NscAgendaMark, (n_rows + 1) * NSC_AGENDA_SIDES * 2 * N_YEARS);
  self->chart = (NscAgendaChart) {
    .language = language,
    .publishers = { { .name = chinese ? "微软" : "Microsoft", .kind = "company" },
                    { .name = chinese ? "联合国信息安全政府专家组" : "UN Group of Governmental Experts",
                      .kind = "igo" } },
    .rows = self->rows,
    .n_rows = n_rows,
    .summary = &self->summary,
    .sources = { sources, 0 },
  };
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    self->chart.publishers[side].documents =
        take_marks (self, documents[side], n_rows, side, FALSE, &self->chart.publishers[side].n_documents);
  for (guint i = 0; i < n_rows; i++)
    take_row (self, i, &rows[i], documents);
  return self;
}

#define Y AGENDA_SAMPLE_BIT

AgendaSample *
agenda_sample_new_of_all_kinds (const char *language)
{
  static const char *const labels[][2] = {
    { "Refrain from state use of ICT that may threaten international peace",
      "鼓励各国避免使用 ICT 和 ICT 网络开展可能威胁国际和平的行动" },
    { "No harmful hidden functions or exploitable backdoors in ICT products",
      "禁止在 ICT 产品中引入有害的隐藏功能和利用漏洞的措施" },
    { "Do not damage critical infrastructure", "不得破坏关键基础设施" },
    { "Respect human rights and privacy", "尊重人权和隐私" },
    { "Kinds of technical information disclosed or shared", "披露或公开共享的技术信息类型" },
    { "State responsibility", "国家责任" },
    { "Non-proliferation of cyber weapons", "各国应致力于保障网络武器不扩散" },
  };
  static const guint32 documents[] = {
    Y (2013) | Y (2014) | Y (2016) | Y (2017) | Y (2018),
    Y (2015) | Y (2017) | Y (2021),
  };
  AgendaSampleRow rows[G_N_ELEMENTS (labels)] = {
    { NULL, { Y (2013) | Y (2014) | Y (2016), Y (2015) | Y (2021) } },
    { NULL, { Y (2014) | Y (2016) | Y (2018), Y (2017) } },
    { NULL, { Y (2018), Y (2015) | Y (2017) } },
    { NULL, { Y (2017) | Y (2018), Y (2017) | Y (2021) } },
    { NULL, { Y (2013) | Y (2017), 0 } },
    { NULL, { 0, Y (2015) | Y (2021) } },
    { NULL, { Y (2013) | Y (2014) | Y (2016) | Y (2017) | Y (2018), Y (2021) } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i].label = labels[i][g_str_has_prefix (language, "zh")];
  return agenda_sample_new (language, rows, G_N_ELEMENTS (rows), documents);
}

void
agenda_sample_free (AgendaSample *self)
{
  g_free (self->rows);
  g_free (self->marks);
  g_free (self);
}

NscAgendaChart *
agenda_sample_get_chart (AgendaSample *self)
{
  return &self->chart;
}

gint64
agenda_sample_get_key (guint row, NscAgendaSide side, guint year)
{
  return (gint64) (row * NSC_AGENDA_SIDES + side + 1) * 10000 + year;
}

gint64
agenda_sample_get_row_key (guint row)
{
  return row + 1;
}
