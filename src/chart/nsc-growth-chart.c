/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-chart.h"

#include "nsc-growth-words.h"

#include "nsc-axis.h"
#include "nsc-curve-mark.h"
#include "nsc-legend.h"
#include "nsc-point-mark.h"

#include "nsc-text.h"
#include "nsc-words.h"

/* The dots of what others report: of the whole membership, and of up to as many groups where there is no such total. */
static const NscShape whole_shape = NSC_SHAPE_DIAMOND;
static const NscShape group_shapes[] = { NSC_SHAPE_SQUARE, NSC_SHAPE_CIRCLE, NSC_SHAPE_TRIANGLE,
                                         NSC_SHAPE_TRIANGLE_DOWN };

#define MOST_GROUPS G_N_ELEMENTS (group_shapes)

/* Of the heights, which so reach to a number of members at which all of them are whole. */
#define TICKS 5

/* Around the only day that there is. */
#define DAYS_AROUND 183

/* One kind of reported totals. */
typedef struct
{
  const char *category; /* NULL: the whole membership */
  NscShape shape;
  guint n;
} Series;

/* Whether a report is one of SERIES. */
static gboolean
is_of (const NscGrowthReport *report, const Series *series)
{
  return g_strcmp0 (report->category, series->category) == 0;
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const Series *first = a, *second = b;

  return (first->n < second->n) - (first->n > second->n);
}

/* The whole membership, or without a total of it the groups of which most is known, the others in the table alone. */
static GArray *
choose_series (const NscGrowthChart *chart)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Series));
  Series whole = { NULL, whole_shape, 0 };

  for (guint i = 0; i < chart->n_reports; i++)
    {
      Series series = { chart->reports[i].category, NSC_SHAPE_CIRCLE, 1 };
      guint j = 0;

      whole.n += series.category == NULL;
      while (j < all->len && !is_of (&chart->reports[i], &g_array_index (all, Series, j)))
        j++;
      if (j < all->len)
        g_array_index (all, Series, j).n++;
      else
        g_array_append_val (all, series);
    }
  if (whole.n > 0)
    {
      g_array_set_size (all, 0);
      g_array_append_val (all, whole);
      return all;
    }
  g_array_sort (all, compare_series);
  g_array_set_size (all, MIN (all->len, MOST_GROUPS));
  for (guint i = 0; i < all->len; i++)
    g_array_index (all, Series, i).shape = group_shapes[i];
  return all;
}

static gint32
first_day (const NscGrowthChart *chart)
{
  gint32 day = chart->n_points > 0 ? chart->points[0].day : chart->reports[0].day;

  return chart->n_reports > 0 ? MIN (day, chart->reports[0].day) : day;
}

static gint32
last_day (const NscGrowthChart *chart)
{
  gint32 day = chart->last_day;

  if (chart->n_points > 0)
    day = MAX (day, chart->points[chart->n_points - 1].day);
  if (chart->n_reports > 0)
    day = MAX (day, chart->reports[chart->n_reports - 1].day);
  return day;
}

static double
greatest_count (const NscGrowthChart *chart, const GArray *series)
{
  double most = TICKS;

  for (guint i = 0; i < chart->n_points; i++)
    most = MAX (most, (double) chart->points[i].count);
  for (guint i = 0; i < chart->n_reports; i++)
    for (guint j = 0; j < series->len; j++)
      if (is_of (&chart->reports[i], &g_array_index (series, Series, j)))
        most = MAX (most, (double) chart->reports[i].count);
  return most;
}

static void
take_axes (const NscGrowthChart *chart, const GArray *series, NscFigure *figure)
{
  gint32 first = first_day (chart), last = last_day (chart);
  gint32 around = first < last ? 0 : DAYS_AROUND;
  g_autoptr (NscScale) days = nsc_scale_new_time (MAX (first - around, 1), last + around);
  g_autoptr (NscScale) counts = nsc_scale_new_round (0, greatest_count (chart, series), TICKS);
  NscAxis *heights = nsc_axis_new_values (counts);

  nsc_axis_set_title (heights, nsc_growth_words_axis (chart));
  nsc_figure_take_values (figure, nsc_axis_new_values (days));
  nsc_figure_take_heights (figure, heights);
}

/* The curve goes on to the last day, which is no point of its own. */
static void
take_curve (const NscGrowthChart *chart, NscFigure *figure)
{
  guint n = chart->n_points;
  g_autofree NscCurvePoint *points = g_new0 (NscCurvePoint, n + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *end = NULL;
  NscMark *mark;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const NscGrowthPoint *point = &chart->points[i];

      g_ptr_array_add (names, nsc_growth_words_point (chart, point));
      points[i] = (NscCurvePoint) { point->key, point->day, (double) point->count, g_ptr_array_index (names, i) };
    }
  points[n] = (NscCurvePoint) { .x = last_day (chart), .y = points[n - 1].y };
  mark = nsc_curve_mark_new (NSC_CURVE_STEP, NSC_COLOR_BLUE, points, n + 1);
  end = nsc_growth_words_end (chart, &chart->points[n - 1]);
  nsc_curve_mark_set_label (mark, NULL, end);
  nsc_figure_take_mark (figure, mark);
}

static char *
keep (GPtrArray *words, char *word)
{
  g_ptr_array_add (words, word);
  return word;
}

/* The newest total, which the title is about, has its date beside it; that of a group its name, and the only number.
 * The dots of groups are hollow, since many come close to each other. */
static void
take_reports (const NscGrowthChart *chart, const Series *series, NscFigure *figure)
{
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (NscPlanePoint));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *legend = nsc_growth_words_legend (chart, series->category);
  gboolean is_group = series->category != NULL;
  const NscLegendEntry entry = {
    .swatch = NSC_SWATCH_DOT, .color = NSC_COLOR_CONTEXT, .shape = series->shape, .hollow = is_group, .text = legend
  };
  NscMark *mark;

  for (guint i = 0; i < chart->n_reports; i++)
    {
      const NscGrowthReport *report = &chart->reports[i];
      gboolean is_newest = points->len + 1 == series->n;
      NscPlanePoint point = {
        .key = report->key,
        .x = report->day,
        .y = (double) report->count,
        .color = NSC_COLOR_CONTEXT,
        .shape = series->shape,
        .hollow = is_group,
      };

      if (!is_of (report, series))
        continue;
      point.name = keep (words, nsc_growth_words_report (chart, report));
      if (is_newest || !is_group)
        point.lead = keep (words, nsc_text_integer (chart->language, report->count));
      if (is_newest)
        point.text = keep (words, nsc_growth_words_behind (chart, report));
      g_array_append_val (points, point);
    }
  mark = nsc_point_mark_new ((const NscPlanePoint *) (void *) points->data, points->len);
  nsc_point_mark_set_insistent (mark, TRUE);
  nsc_figure_take_mark (figure, mark);
  nsc_figure_add_legend_entry (figure, &entry);
}

static void
take_plane (const NscGrowthChart *chart, NscFigure *figure)
{
  g_autoptr (GArray) series = choose_series (chart);

  take_axes (chart, series, figure);
  take_curve (chart, figure);
  for (guint i = 0; i < series->len; i++)
    take_reports (chart, &g_array_index (series, Series, i), figure);
}

NscFigure *
nsc_growth_chart_new (const NscGrowthChart *chart)
{
  const char *language = chart->language;
  NscFigure *figure = nsc_figure_new (language);
  g_autofree char *title = nsc_growth_words_title (chart);
  g_autofree char *subtitle = nsc_growth_words_subtitle (chart);
  g_autofree char *sources = nsc_growth_words_sources (chart, G_MAXUINT);
  g_autofree char *brief = nsc_growth_words_sources (chart, 1);

  nsc_figure_keep_together (figure, chart->initiative);
  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (chart->n_points == 0 && chart->n_reports == 0)
    {
      g_autofree char *empty = nsc_growth_words_empty (chart);

      nsc_figure_set_empty (figure, empty);
    }
  else
    take_plane (chart, figure);
  nsc_figure_take_note (figure, nsc_words_get (language, "Coverage."),
                        nsc_coverage_describe (&chart->coverage, language));
  nsc_figure_take_note (figure, nsc_words_get (language, "Not placed."),
                        nsc_growth_words_undated (language, chart->undated));
  nsc_figure_take_note (figure, nsc_words_get (language, "Left out."), nsc_growth_words_left_out (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Included."), nsc_growth_words_included (chart));
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
