/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-sample.h"
#include "nsc-agenda-words.h"
#include "nsc-axis.h"
#include "nsc-kind-style.h"
#include "nsc-legend.h"
#include "nsc-scene-item.h"
#include "scene-ink.h"

#include <math.h>
#include <string.h>

/* What is drawn of an agenda, year by year, and that nothing of it is lost or in the way of something else. */

#define Y AGENDA_SAMPLE_BIT
#define TOLERANCE 0.01

/* A slide has room for some of the kinds of rows only. */
static const struct
{
  NscThemeName theme;
  double width, height;
  guint first_row, n_rows;
} pages[] = {
  { NSC_THEME_PRINT, 238, 0, 0, 7 },
  { NSC_THEME_PRINT, 493, 0, 0, 7 },
  { NSC_THEME_SLIDE, 960, 540, 0, 4 },
  { NSC_THEME_SLIDE, 960, 540, 3, 4 },
};

typedef struct
{
  const NscAgendaChart *chart;
  const NscScene *scene;
  const NscTheme *theme;
  NscKindStyle styles[NSC_AGENDA_SIDES];
  double x, year; /* where the first year shown stands, and how far it is to the next */
  guint first_year;
} Drawn;

static guint
find (const Drawn *self, gint64 key)
{
  int index = nsc_scene_find (self->scene, key);

  if (index < 0)
    g_error ("no mark has the key %" G_GINT64_FORMAT, key);
  return (guint) index;
}

static double
middle_of (const Drawn *self, gint64 key)
{
  const NscSceneMark *mark = nsc_scene_get_mark (self->scene, find (self, key));

  return mark->x + mark->width / 2;
}

static double
x_of (const Drawn *self, guint year)
{
  return self->x + (year - self->first_year) * self->year;
}

/* The item number N of KIND of a mark, or NULL. */
static const NscSceneItem *
item_of (const Drawn *self, gint64 key, NscItemKind kind, guint n)
{
  guint mark = find (self, key);

  for (guint i = 0; i < nsc_scene_get_n_items (self->scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (self->scene, i);

      if (item->mark == (int) mark && item->kind == kind && n-- == 0)
        return item;
    }
  return NULL;
}

/* The shape of a dot: of its own colour, on paper where it is hollow. */
static const NscSceneItem *
shape_of (const Drawn *self, gint64 key, NscAgendaSide side)
{
  guint32 color = nsc_color_to_rgb (nsc_theme_get_color (self->theme, self->styles[side].color));
  guint mark = find (self, key);
  const NscSceneItem *found = NULL;

  for (guint i = 0; i < nsc_scene_get_n_items (self->scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (self->scene, i);

      if (item->mark == (int) mark && nsc_color_to_rgb (item->color) == color)
        found = item;
    }
  g_assert_nonnull (found);
  return found;
}

/* Two years tell where all others are. */
static void
measure_years (Drawn *self)
{
  const NscAgendaMark *first = NULL, *last = NULL;

  for (guint i = 0; i < self->chart->n_rows; i++)
    for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
      for (guint j = 0; j < self->chart->rows[i].n_marks[side]; j++)
        {
          const NscAgendaMark *mark = &self->chart->rows[i].marks[side][j];

          first = first == NULL || mark->year < first->year ? mark : first;
          last = last == NULL || mark->year > last->year ? mark : last;
        }
  self->first_year = first->year;
  self->x = middle_of (self, first->key);
  self->year = (middle_of (self, last->key) - self->x) / MAX (1, last->year - first->year);
}

static void
check_mentions (const Drawn *self, const NscAgendaRow *row, NscAgendaSide side)
{
  NscItemKind kind = side == NSC_AGENDA_FIRST ? NSC_ITEM_CIRCLE : NSC_ITEM_PATH;
  double first_width = 0;

  for (guint i = 0; i < row->n_marks[side]; i++)
    {
      const NscAgendaMark *mark = &row->marks[side][i];
      const NscSceneItem *shape = shape_of (self, mark->key, side);

      g_assert_cmpint (shape->kind, ==, kind);
      g_assert_cmpfloat_with_epsilon (middle_of (self, mark->key), x_of (self, mark->year), TOLERANCE);
      if (i == 0)
        {
          g_assert_cmpfloat (shape->line_width, ==, 0);
          first_width = shape->width;
          continue;
        }
      g_assert_cmpfloat (shape->line_width, >, 0);
      g_assert_cmpfloat (shape->width, <, 0.8 * first_width);
    }
}

static void
check_silences (const Drawn *self, const NscAgendaRow *row, NscAgendaSide side)
{
  for (guint i = 0; i < row->n_silences[side]; i++)
    {
      const NscAgendaMark *silence = &row->silences[side][i];
      const NscSceneItem *tick = shape_of (self, silence->key, side);

      g_assert_cmpint (tick->kind, ==, NSC_ITEM_LINE);
      g_assert_cmpfloat (tick->width, ==, 0);
      g_assert_cmpfloat_with_epsilon (tick->x, x_of (self, silence->year), TOLERANCE);
    }
}

static guint
count_dashed (const Drawn *self, gint64 key)
{
  guint n = 0;

  for (guint i = 0; item_of (self, key, NSC_ITEM_LINE, i) != NULL; i++)
    n += item_of (self, key, NSC_ITEM_LINE, i)->dash.on > 0;
  return n;
}

/* The bar in the tint of COLOR, or NULL. */
static const NscSceneItem *
bar_of (const Drawn *self, gint64 key, NscColorRole color)
{
  guint32 tint = nsc_color_to_rgb (nsc_theme_get_color (self->theme, NSC_COLOR_TINT_OF (color)));

  for (guint i = 0; item_of (self, key, NSC_ITEM_RECTANGLE, i) != NULL; i++)
    if (nsc_color_to_rgb (item_of (self, key, NSC_ITEM_RECTANGLE, i)->color) == tint)
      return item_of (self, key, NSC_ITEM_RECTANGLE, i);
  return NULL;
}

static gboolean
has_words (const Drawn *self, gint64 key, const char *words)
{
  for (guint i = 0; item_of (self, key, NSC_ITEM_TEXT, i) != NULL; i++)
    if (g_str_equal (item_of (self, key, NSC_ITEM_TEXT, i)->line.text, words))
      return TRUE;
  return FALSE;
}

static void
check_words (const Drawn *self, const NscAgendaRow *row)
{
  g_autofree char *full = nsc_agenda_words_years (self->chart, row->lead_years);
  g_autofree char *brief = g_strdup_printf ("%d", ABS (row->lead_years));

  g_assert_true (has_words (self, row->key, full) || has_words (self, row->key, brief));
}

static void
check_lead (const Drawn *self, const NscAgendaRow *row)
{
  gboolean has_lead = row->leader == NSC_LEADER_FIRST || row->leader == NSC_LEADER_SECOND;
  gboolean open = row->leader == NSC_LEADER_FIRST && row->open;
  NscAgendaSide leader = row->leader == NSC_LEADER_SECOND ? NSC_AGENDA_SECOND : NSC_AGENDA_FIRST;
  const NscSceneItem *bar = bar_of (self, row->key, self->styles[leader].color);
  const NscSceneItem *other = bar_of (self, row->key, self->styles[1 - leader].color);
  const NscSceneMark *mark = nsc_scene_get_mark (self->scene, find (self, row->key));
  double from, to;

  g_assert_null (other);
  g_assert_cmpint (bar != NULL, ==, has_lead && !open);
  g_assert_cmpuint (count_dashed (self, row->key), ==, open ? 2 : 0);
  if (!nsc_leader_is_shared (row->leader))
    return;
  check_words (self, row);
  from = x_of (self, row->marks[0][0].year);
  to = x_of (self, row->marks[1][0].year);
  g_assert_cmpfloat_with_epsilon (mark->x, MIN (from, to), TOLERANCE);
  g_assert_cmpfloat_with_epsilon (mark->width, fabs (to - from), TOLERANCE);
  if (bar != NULL)
    {
      g_assert_cmpfloat_with_epsilon (bar->x, MIN (from, to), TOLERANCE);
      g_assert_cmpfloat_with_epsilon (bar->width, fabs (to - from), TOLERANCE);
    }
}

static guint
count_marks (const NscAgendaChart *chart)
{
  guint n = chart->n_rows;

  for (guint i = 0; i < chart->n_rows; i++)
    for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
      n += chart->rows[i].n_marks[side] + chart->rows[i].n_silences[side];
  return n;
}

static Drawn
make_drawn (const NscAgendaChart *chart, const NscScene *scene)
{
  Drawn drawn = { .chart = chart, .scene = scene, .theme = nsc_scene_get_theme (scene) };

  drawn.styles[0] = nsc_kind_style_get (chart->publishers[0].kind);
  drawn.styles[1] = nsc_kind_style_get_beside (chart->publishers[1].kind, drawn.styles[0]);
  return drawn;
}

static void
check_rows (const NscAgendaChart *chart, const NscScene *scene)
{
  Drawn drawn = make_drawn (chart, scene);

  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, count_marks (chart));
  measure_years (&drawn);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      check_lead (&drawn, &chart->rows[i]);
      for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
        {
          check_mentions (&drawn, &chart->rows[i], side);
          check_silences (&drawn, &chart->rows[i], side);
        }
    }
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (AgendaSample) sample = agenda_sample_new_of_all_kinds ("en");
      NscAgendaChart *chart = agenda_sample_get_chart (sample);
      g_autoptr (NscFigure) figure = NULL;
      g_autoptr (NscScene) scene = NULL;

      g_assert_cmpuint (chart->n_rows, ==, 7);
      chart->rows += pages[i].first_row;
      chart->n_rows = pages[i].n_rows;
      figure = nsc_agenda_chart_new (chart);
      scene = nsc_scene_new (figure, nsc_theme_get (pages[i].theme), pages[i].width, pages[i].height);
      check_rows (chart, scene);
      scene_ink_check (scene);
    }
}

/* Both stems of a tie are seen, one from each dot to the middle. */
static void
test_tie (void)
{
  g_autoptr (AgendaSample) sample = agenda_sample_new_of_all_kinds ("en");
  const NscAgendaChart *chart = agenda_sample_get_chart (sample);
  const NscAgendaRow *row = &chart->rows[3];
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (chart);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  const Drawn drawn = make_drawn (chart, scene);
  const NscSceneItem *upper = item_of (&drawn, row->key, NSC_ITEM_LINE, 0);
  const NscSceneItem *lower = item_of (&drawn, row->key, NSC_ITEM_LINE, 1);

  g_assert_cmpint (row->leader, ==, NSC_LEADER_TIE);
  g_assert_cmpfloat_with_epsilon (upper->y + upper->height, lower->y + lower->height, TOLERANCE);
  g_assert_cmpfloat (upper->height, >, 0);
  g_assert_cmpfloat (lower->height, <, 0);
}

/* ---- legend ---- */

static char *
join_legend (const NscFigure *figure)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < nsc_figure_get_n_legend_entries (figure); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " | " : "", nsc_figure_get_legend_entry (figure, i)->text);
  return g_string_free (words, FALSE);
}

static void
check_legend (guint32 first, guint32 second, guint32 first_documents, guint32 second_documents, const char *expected)
{
  const AgendaSampleRow row = { "Sovereignty", { first, second } };
  const guint32 documents[] = { first_documents, second_documents };
  g_autoptr (AgendaSample) sample = agenda_sample_new ("en", &row, 1, documents);
  NscAgendaChart *chart = agenda_sample_get_chart (sample);
  g_autoptr (NscFigure) figure = NULL;
  g_autofree char *words = NULL;

  chart->publishers[1].name = "UN group";
  figure = nsc_agenda_chart_new (chart);
  words = join_legend (figure);
  g_assert_cmpstr (words, ==, expected);
}

/* What does not occur is not explained. */
static void
test_legend (void)
{
  check_legend (Y (2013), Y (2015), 0, Y (2013) | Y (2015),
                "Microsoft, first | lead, in years | UN group, first | documents without the issue");
  check_legend (Y (2013) | Y (2014), Y (2015), Y (2013), Y (2015),
                "Microsoft, first | later | open lead, in years | UN group, first");
  check_legend (Y (2015), Y (2013) | Y (2016), 0, 0, "Microsoft, first | UN group, first | later | lead, in years");
  check_legend (Y (2013), Y (2013), 0, 0, "Microsoft, first | UN group, first");
  check_legend (Y (2013), 0, 0, 0, "Microsoft, first");
  check_legend (0, Y (2013), Y (2012), 0, "Microsoft | UN group, first | documents without the issue");
  check_legend (0, Y (2013), 0, Y (2012), "UN group, first | documents without the issue");
}

static void
check_entry (const NscFigure *figure, guint index, NscSwatch swatch, NscColorRole color, const char *text)
{
  const NscLegendEntry *entry = nsc_figure_get_legend_entry (figure, index);

  g_assert_cmpstr (entry->text, ==, text);
  g_assert_cmpint (entry->swatch, ==, swatch);
  g_assert_cmpint (entry->color, ==, color);
  g_assert_cmpint (entry->hollow, ==, g_str_equal (text, "later"));
}

/* Where both have leads, each is explained beside its own. */
static void
test_legend_of_all (void)
{
  g_autoptr (AgendaSample) sample = agenda_sample_new_of_all_kinds ("en");
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (agenda_sample_get_chart (sample));

  g_assert_cmpuint (nsc_figure_get_n_legend_entries (figure), ==, 8);
  check_entry (figure, 0, NSC_SWATCH_DOT, NSC_COLOR_BLUE, "Microsoft, first");
  check_entry (figure, 1, NSC_SWATCH_SMALL_DOT, NSC_COLOR_BLUE, "later");
  check_entry (figure, 2, NSC_SWATCH_FILL, NSC_COLOR_TINT_OF (NSC_COLOR_BLUE), "lead, in years");
  check_entry (figure, 3, NSC_SWATCH_LINE, NSC_COLOR_BLUE, "open lead, in years");
  check_entry (figure, 4, NSC_SWATCH_DOT, NSC_COLOR_ORANGE, "UN Group of Governmental Experts, first");
  check_entry (figure, 5, NSC_SWATCH_SMALL_DOT, NSC_COLOR_ORANGE, "later");
  check_entry (figure, 6, NSC_SWATCH_FILL, NSC_COLOR_TINT_OF (NSC_COLOR_ORANGE), "lead, in years");
  check_entry (figure, 7, NSC_SWATCH_SMALL_DOT, NSC_COLOR_TEXT_SECOND, "documents without the issue");
}

/* Two of a kind are told apart by colour and by shape, in the rows as in the legend. */
static void
test_same_kind (void)
{
  const AgendaSampleRow row = { "Sovereignty", { Y (2013) | Y (2015), Y (2014) | Y (2016) } };
  const guint32 documents[] = { 0, 0 };
  g_autoptr (AgendaSample) sample = agenda_sample_new ("en", &row, 1, documents);
  NscAgendaChart *chart = agenda_sample_get_chart (sample);
  g_autoptr (NscFigure) figure = NULL;
  const NscLegendEntry *first, *second;

  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    chart->publishers[side].kind = "igo";
  figure = nsc_agenda_chart_new (chart);
  first = nsc_figure_get_legend_entry (figure, 0);
  second = nsc_figure_get_legend_entry (figure, 3);
  g_assert_cmpint (first->swatch, ==, NSC_SWATCH_DOT);
  g_assert_cmpint (second->swatch, ==, NSC_SWATCH_DOT);
  g_assert_cmpint (first->color, !=, second->color);
  g_assert_cmpint (first->shape, !=, second->shape);
}

/* ---- axis and words ---- */

static void
test_axis (void)
{
  const AgendaSampleRow row = { "Sovereignty", { Y (2013), Y (2015) | Y (2016) } };
  const guint32 documents[] = { Y (2011), Y (2018) };
  g_autoptr (AgendaSample) sample = agenda_sample_new ("en", &row, 1, documents);
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (agenda_sample_get_chart (sample));
  NscScale *scale = nsc_axis_get_scale (nsc_figure_get_values (figure));

  g_assert_true (nsc_scale_is_years (scale));
  g_assert_cmpfloat (nsc_scale_map (scale, 2011), ==, 0);
  g_assert_cmpfloat (nsc_scale_map (scale, 2018), ==, 1);
}

static void
check_told (const char *text, char *words)
{
  g_autofree char *line = words;

  if (strstr (text, line) == NULL)
    g_error ("“%s” is not in “%s”", line, text);
}

static void
check_described (const char *language)
{
  g_autoptr (AgendaSample) sample = agenda_sample_new_of_all_kinds (language);
  const NscAgendaChart *chart = agenda_sample_get_chart (sample);
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (chart);
  g_autofree char *text = nsc_figure_describe (figure);

  for (guint i = 0; i < chart->n_rows; i++)
    {
      const NscAgendaRow *row = &chart->rows[i];

      check_told (text, nsc_agenda_words_lead (chart, row));
      for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
        for (guint j = 0; j < row->n_marks[side]; j++)
          check_told (text, nsc_agenda_words_mark (chart, side, row, &row->marks[side][j]));
    }
}

static void
test_described (void)
{
  check_described ("en");
  check_described ("zh_CN");
}

/* ---- agendas that nobody has chosen ---- */

static const char *const labels[] = {
  "Sovereignty",
  "归因",
  "Respect human rights and privacy in the use of information and communication technologies",
  "各国不应从事或故意支持蓄意破坏关键基础设施或以其他方式损害其使用和运行从而影响向公众提供服务的活动",
  "States should not knowingly support activity that intentionally damages critical infrastructure or its operation",
  "禁止在 ICT 产品中引入有害的隐藏功能和利用漏洞的措施",
  "Vertrauensbildungsmaßnahmen",
};

static const char *const kinds[] = { "company", "igo", "state", "ngo", "academia", "public_body", "" };

/* Each year one time in four. */
static guint32
random_years (void)
{
  guint32 years = (guint32) (g_test_rand_int () & g_test_rand_int ());

  return years & (G_MAXUINT32 >> g_test_rand_int_range (0, 28));
}

static AgendaSample *
random_sample (const char *language)
{
  guint n = (guint) g_test_rand_int_range (3, 61);
  g_autofree AgendaSampleRow *rows = g_new0 (AgendaSampleRow, n);
  const guint32 documents[] = { random_years (), random_years () };
  AgendaSample *sample;

  for (guint i = 0; i < n; i++)
    {
      rows[i] = (AgendaSampleRow) { labels[g_test_rand_int_range (0, G_N_ELEMENTS (labels))],
                                    { random_years (), random_years () } };
      if (g_test_rand_int_range (0, 4) == 0)
        rows[i].mentions[g_test_rand_bit ()] = 0;
      if ((rows[i].mentions[0] | rows[i].mentions[1]) == 0)
        rows[i].mentions[0] = 1;
    }
  sample = agenda_sample_new (language, rows, n, documents);
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    agenda_sample_get_chart (sample)->publishers[side].kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  return sample;
}

/* The number of rows that have become one. */
static guint
count_folded (const NscScene *scene)
{
  int index = nsc_scene_find (scene, NSC_KEY_FOLDED);

  if (index < 0)
    return 0;
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);
      const char *digits = item->kind == NSC_ITEM_TEXT ? strpbrk (item->line.text, "0123456789") : NULL;

      if (item->mark == index && digits != NULL)
        return (guint) g_ascii_strtoull (digits, NULL, 10);
    }
  g_error ("rows were folded and not counted");
}

static void
check_nothing_lost (const NscAgendaChart *chart, const NscScene *scene)
{
  guint shown = 0;

  for (guint i = 0; i < chart->n_rows; i++)
    {
      const NscAgendaRow *row = &chart->rows[i];
      gboolean is_shown = nsc_scene_find (scene, row->key) >= 0;

      shown += is_shown;
      for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
        {
          for (guint j = 0; j < row->n_marks[side]; j++)
            g_assert_cmpint (nsc_scene_find (scene, row->marks[side][j].key) >= 0, ==, is_shown);
          for (guint j = 0; j < row->n_silences[side]; j++)
            g_assert_cmpint (nsc_scene_find (scene, row->silences[side][j].key) >= 0, ==, is_shown);
        }
    }
  g_assert_cmpuint (shown + count_folded (scene), ==, chart->n_rows);
}

static void
check_page (const NscAgendaChart *chart, NscFigure *figure, NscThemeName theme, double width, double height)
{
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (theme), width, height);
  gboolean is_slide = theme == NSC_THEME_SLIDE;

  g_test_message ("%s, theme %d, %.0f x %.0f, %u rows, %s and %s", chart->language, theme, width, height, chart->n_rows,
                  chart->publishers[0].kind, chart->publishers[1].kind);
  scene_ink_check (scene);
  check_nothing_lost (chart, scene);
  g_assert_cmpfloat (scene_ink_get_smallest_type (scene), >=, is_slide ? height / 40 : 6);
}

static void
test_random (void)
{
  const double widths[] = { 238, 340, 493 };

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (AgendaSample) sample = random_sample (i % 2 == 0 ? "en" : "zh_CN");
      const NscAgendaChart *chart = agenda_sample_get_chart (sample);
      g_autoptr (NscFigure) figure = nsc_agenda_chart_new (chart);
      NscThemeName theme = (NscThemeName) (i % (NSC_THEME_SLIDE + 1));

      if (theme == NSC_THEME_SLIDE)
        check_page (chart, figure, theme, 960, 540);
      else
        check_page (chart, figure, theme, widths[g_test_rand_int_range (0, G_N_ELEMENTS (widths))], 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/agenda-marks/rows", test_rows);
  g_test_add_func ("/chart/agenda-marks/tie", test_tie);
  g_test_add_func ("/chart/agenda-marks/legend", test_legend);
  g_test_add_func ("/chart/agenda-marks/legend-of-all", test_legend_of_all);
  g_test_add_func ("/chart/agenda-marks/same-kind", test_same_kind);
  g_test_add_func ("/chart/agenda-marks/axis", test_axis);
  g_test_add_func ("/chart/agenda-marks/described", test_described);
  g_test_add_func ("/chart/agenda-marks/random", test_random);
  return g_test_run ();
}
