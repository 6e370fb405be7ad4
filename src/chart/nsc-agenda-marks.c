/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-marks.h"

#include "nsc-agenda-words.h"
#include "nsc-kind-style.h"

#include "nsc-axis.h"
#include "nsc-dot-mark.h"
#include "nsc-legend.h"
#include "nsc-range-mark.h"
#include "nsc-text.h"

#include <math.h>

/* How many times the height of a plain row an issue takes. */
#define LANES 2.6

typedef struct
{
  NscFigure *figure;
  const NscAgendaChart *chart;
  NscKindStyle styles[NSC_AGENDA_SIDES];
  guint first_year, last_year;
} Marks;

static double
lane_of (NscAgendaSide side)
{
  return side == NSC_AGENDA_FIRST ? -1 : 1;
}

static void
see_years (Marks *self, const NscAgendaMark *marks, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      self->first_year = MIN (self->first_year, marks[i].year);
      self->last_year = MAX (self->last_year, marks[i].year);
    }
}

/* The years of all that is shown. */
static void
find_years (Marks *self)
{
  const NscAgendaChart *chart = self->chart;

  self->first_year = G_MAXUINT;
  for (guint i = 0; i < chart->n_rows; i++)
    for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
      {
        see_years (self, chart->rows[i].marks[side], chart->rows[i].n_marks[side]);
        see_years (self, chart->rows[i].silences[side], chart->rows[i].n_silences[side]);
      }
}

static double
first_year_of (const NscAgendaRow *row, NscAgendaSide side)
{
  return row->n_marks[side] > 0 ? row->marks[side][0].year : NAN;
}

/* ---- leads ---- */

static NscRange
make_range (const Marks *self, const NscAgendaRow *row)
{
  const NscAgendaChart *chart = self->chart;
  NscAgendaSide leader = row->leader == NSC_LEADER_SECOND ? NSC_AGENDA_SECOND : NSC_AGENDA_FIRST;

  return (NscRange) {
    .key = row->key,
    .name = nsc_agenda_words_lead (chart, row),
    .from = first_year_of (row, NSC_AGENDA_FIRST),
    .to = first_year_of (row, NSC_AGENDA_SECOND),
    .from_lane = lane_of (NSC_AGENDA_FIRST),
    .to_lane = lane_of (NSC_AGENDA_SECOND),
    .text = nsc_agenda_words_years (chart, row->lead_years),
    .brief = nsc_text_integer (chart->language, ABS (row->lead_years)),
    .color = self->styles[leader].color,
    .from_color = self->styles[NSC_AGENDA_FIRST].color,
    .to_color = self->styles[NSC_AGENDA_SECOND].color,
    .style = row->open && row->leader == NSC_LEADER_FIRST ? NSC_RANGE_OPEN : NSC_RANGE_WHOLE,
  };
}

static void
clear_range (gpointer data)
{
  NscRange *range = data;

  g_free ((char *) range->name);
  g_free ((char *) range->text);
  g_free ((char *) range->brief);
}

static void
add_leads (const Marks *self)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (NscRange));

  g_array_set_clear_func (ranges, clear_range);
  for (guint i = 0; i < self->chart->n_rows; i++)
    {
      NscRange range = make_range (self, &self->chart->rows[i]);

      g_array_append_val (ranges, range);
    }
  nsc_figure_take_mark (self->figure,
                        nsc_range_mark_new ((const NscRange *) (void *) ranges->data, ranges->len, LANES));
}

/* ---- dots ---- */

static void
clear_dot (gpointer data)
{
  NscDot *dot = data;

  g_free ((char *) dot->name);
}

static void
add_silences (const Marks *self, GArray *dots, guint index, NscAgendaSide side)
{
  const NscAgendaRow *row = &self->chart->rows[index];

  for (guint i = 0; i < row->n_silences[side]; i++)
    {
      const NscAgendaMark *silence = &row->silences[side][i];
      NscDot dot = {
        .row = index,
        .value = silence->year,
        .lane = lane_of (side),
        .key = silence->key,
        .name = nsc_agenda_words_tick (self->chart, side, silence),
        .color = self->styles[side].color,
        .shape = NSC_SHAPE_BAR,
        .size = NSC_DOT_TINY,
      };

      g_array_append_val (dots, dot);
    }
}

static void
add_mentions (const Marks *self, GArray *dots, guint index, NscAgendaSide side)
{
  const NscAgendaRow *row = &self->chart->rows[index];

  for (guint i = 0; i < row->n_marks[side]; i++)
    {
      const NscAgendaMark *mark = &row->marks[side][i];
      NscDot dot = {
        .row = index,
        .value = mark->year,
        .lane = lane_of (side),
        .key = mark->key,
        .name = nsc_agenda_words_mark (self->chart, side, row, mark),
        .color = self->styles[side].color,
        .shape = self->styles[side].shape,
        .hollow = !mark->first,
        .size = mark->first ? NSC_DOT_LARGE : NSC_DOT_SMALL,
      };

      g_array_append_val (dots, dot);
    }
}

static void
add_dots (const Marks *self)
{
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (NscDot));

  g_array_set_clear_func (dots, clear_dot);
  for (guint i = 0; i < self->chart->n_rows; i++)
    for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
      {
        add_silences (self, dots, i, side);
        add_mentions (self, dots, i, side);
      }
  nsc_figure_take_mark (self->figure, nsc_dot_mark_new ((const NscDot *) (void *) dots->data, dots->len, LANES));
}

/* ---- legend ---- */

static gboolean
has_lead (const NscAgendaChart *chart, NscLeader leader, gboolean open)
{
  for (guint i = 0; i < chart->n_rows; i++)
    if (chart->rows[i].leader == leader && (leader == NSC_LEADER_FIRST && chart->rows[i].open) == open)
      return TRUE;
  return FALSE;
}

/* Whether any issue has at least N years of a publisher. */
static gboolean
has_mark (const NscAgendaChart *chart, NscAgendaSide side, guint n)
{
  for (guint i = 0; i < chart->n_rows; i++)
    if (chart->rows[i].n_marks[side] >= n)
      return TRUE;
  return FALSE;
}

static gboolean
has_silence (const NscAgendaChart *chart, NscAgendaSide side)
{
  for (guint i = 0; i < chart->n_rows; i++)
    if (chart->rows[i].n_silences[side] > 0)
      return TRUE;
  return FALSE;
}

static void
take_entry (NscFigure *figure, NscLegendEntry entry, char *text)
{
  entry.text = text;
  nsc_figure_add_legend_entry (figure, &entry);
  g_free (text);
}

/* The bars that start from a publisher's first mention. */
static void
add_legend_of_leads (const Marks *self, NscAgendaSide side)
{
  NscColorRole color = self->styles[side].color;
  const NscLegendEntry lead = { .swatch = NSC_SWATCH_FILL, .color = NSC_COLOR_TINT_OF (color), .joined = TRUE };
  const NscLegendEntry open = { .swatch = NSC_SWATCH_LINE, .color = color, .dash = { 2.6, 1.8 }, .joined = TRUE };
  NscLeader leader = side == NSC_AGENDA_FIRST ? NSC_LEADER_FIRST : NSC_LEADER_SECOND;

  if (has_lead (self->chart, leader, FALSE))
    take_entry (self->figure, lead, nsc_agenda_words_lead_time (self->chart));
  if (has_lead (self->chart, leader, TRUE))
    take_entry (self->figure, open, nsc_agenda_words_open_lead (self->chart));
}

static void
add_legend_of_silence (const Marks *self, NscColorRole color, char *text)
{
  const NscLegendEntry silence = { .swatch = NSC_SWATCH_SMALL_DOT, .color = color, .shape = NSC_SHAPE_BAR };

  take_entry (self->figure, silence, text);
}

static void
add_legend_of_publisher (const Marks *self, NscAgendaSide side)
{
  NscLegendEntry entry = { .swatch = NSC_SWATCH_DOT,
                           .color = self->styles[side].color,
                           .shape = self->styles[side].shape };

  take_entry (self->figure, entry, nsc_agenda_words_first (self->chart, side));
  entry.swatch = NSC_SWATCH_SMALL_DOT;
  entry.hollow = entry.joined = TRUE;
  if (has_mark (self->chart, side, 2))
    take_entry (self->figure, entry, nsc_agenda_words_later (self->chart));
  add_legend_of_leads (self, side);
}

/* Ticks are known by the colour of their publisher's dots; where it has none, they are what shows the colour. */
static void
add_legend (const Marks *self)
{
  gboolean has_ticks = FALSE;

  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      has_ticks = has_ticks || has_silence (self->chart, side);
      if (has_mark (self->chart, side, 1))
        add_legend_of_publisher (self, side);
      else if (has_silence (self->chart, side))
        add_legend_of_silence (self, self->styles[side].color, g_strdup (self->chart->publishers[side].name));
    }
  if (has_ticks)
    add_legend_of_silence (self, NSC_COLOR_TEXT_SECOND, nsc_agenda_words_silence (self->chart));
}

/* ---- all ---- */

static void
take_axes (const Marks *self)
{
  g_autofree const char **labels = g_new0 (const char *, self->chart->n_rows);
  g_autoptr (NscScale) years = nsc_scale_new_years ((int) self->first_year, (int) self->last_year);

  for (guint i = 0; i < self->chart->n_rows; i++)
    labels[i] = self->chart->rows[i].label;
  nsc_figure_take_rows (self->figure, nsc_axis_new_bands (labels, self->chart->n_rows));
  nsc_figure_take_values (self->figure, nsc_axis_new_values (years));
}

void
nsc_agenda_marks_add (NscFigure *figure, const NscAgendaChart *chart)
{
  Marks self = { .figure = figure, .chart = chart };

  self.styles[NSC_AGENDA_FIRST] = nsc_kind_style_get (chart->publishers[NSC_AGENDA_FIRST].kind);
  self.styles[NSC_AGENDA_SECOND] =
      nsc_kind_style_get_beside (chart->publishers[NSC_AGENDA_SECOND].kind, self.styles[NSC_AGENDA_FIRST]);
  find_years (&self);
  take_axes (&self);
  add_legend (&self);
  add_leads (&self);
  add_dots (&self);
}
