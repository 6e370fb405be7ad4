/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-chart.h"

#include "nsc-compared-groups.h"
#include "nsc-distribution-words.h"

#include "nsc-bar-mark.h"
#include "nsc-text.h"
#include "nsc-words.h"

#include <math.h>

/* Up to this number a bar shows each signatory as a block. */
#define MOST_BLOCKS 12

static gboolean
is_outlined (NscBarKind kind)
{
  return kind == NSC_BAR_UNKNOWN || kind == NSC_BAR_UNDATED;
}

static NscBar
make_bar (const NscDistributionChart *chart, const NscDistributionPanel *panel, const NscDistributionBar *bar)
{
  gboolean is_low = nsc_coverage_is_low (&panel->coverage);
  NscBar made = {
    .key = bar->key,
    .value = (double) bar->count,
    .text = nsc_text_count (chart->language, bar->count),
    .name = nsc_distribution_words_bar (chart, panel, bar),
    .color = is_outlined (bar->kind) ? NSC_COLOR_CONTEXT : NSC_COLOR_BLUE,
    .pattern = is_outlined (bar->kind) ? NSC_PATTERN_OUTLINE : NSC_PATTERN_SOLID,
    .kept = is_outlined (bar->kind),
    .reference = NAN,
  };

  if (bar->kind != NSC_BAR_UNDATED)
    made.second = nsc_text_percent (chart->language, (gint64) bar->count, (gint64) panel->total);
  if (is_low && bar->reported >= 0)
    {
      made.reference = (double) bar->reported;
      made.reference_text = nsc_distribution_words_reported (chart, bar);
    }
  return made;
}

/* The members of an initiative at the end of a year that it does not reach: those that it had last, since nobody is
 * known to have joined or left after that. */
static guint64
count_of_absent (const NscDistributionChart *chart, const GPtrArray *groups, guint panel, guint row)
{
  const NscComparedGroup *group = g_ptr_array_index (groups, row);

  if (!chart->cumulative || is_outlined (group->kind))
    return 0;
  for (guint i = row + 1; i > 0; i--)
    {
      const NscComparedGroup *before = g_ptr_array_index (groups, i - 1);

      if (before->bars[panel] != NULL)
        return before->bars[panel]->count;
    }
  return 0;
}

/* None of those recorded is in the group, and so nothing stands behind it. */
static NscBar
make_absent (const NscDistributionChart *chart, const NscComparedGroup *group, guint64 count)
{
  return (NscBar) {
    .value = (double) count,
    .text = nsc_text_count (chart->language, count),
    .color = NSC_COLOR_BLUE,
    .kept = is_outlined (group->kind),
    .reference = NAN,
    .quiet = TRUE,
  };
}

static void
clear_bar (gpointer data)
{
  NscBar *bar = data;

  g_free ((char *) bar->text);
  g_free ((char *) bar->second);
  g_free ((char *) bar->name);
  g_free ((char *) bar->reference_text);
}

static GArray *
make_bars (const NscDistributionChart *chart, const GPtrArray *groups, guint panel)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (NscBar));

  g_array_set_clear_func (bars, clear_bar);
  for (guint i = 0; i < groups->len; i++)
    {
      const NscComparedGroup *group = g_ptr_array_index (groups, i);
      const NscDistributionBar *own = group->bars[panel];
      NscBar bar;

      /* Beside other initiatives, a year in which nobody joined reads like one beyond the first and the last. */
      if (own != NULL && (chart->n_panels == 1 || own->count > 0 || own->reported > 0))
        bar = make_bar (chart, &chart->panels[panel], own);
      else
        bar = make_absent (chart, group, count_of_absent (chart, groups, panel, i));
      g_array_append_val (bars, bar);
    }
  return bars;
}

static NscAxis *
make_rows (const GPtrArray *groups)
{
  g_autofree const char **labels = g_new0 (const char *, groups->len);
  NscAxis *rows;

  for (guint i = 0; i < groups->len; i++)
    labels[i] = ((const NscComparedGroup *) g_ptr_array_index (groups, i))->label;
  rows = nsc_axis_new_bands (labels, groups->len);
  for (guint i = 0; i < groups->len; i++)
    if (is_outlined (((const NscComparedGroup *) g_ptr_array_index (groups, i))->kind))
      nsc_axis_set_second (rows, i);
  return rows;
}

/* The greatest number of all panels, which share a scale so that their bars can be compared. */
static double
most_of (const GPtrArray *all_bars)
{
  double most = 1;

  for (guint i = 0; i < all_bars->len; i++)
    {
      const GArray *bars = g_ptr_array_index (all_bars, i);

      for (guint j = 0; j < bars->len; j++)
        most = fmax (most, fmax (g_array_index (bars, NscBar, j).value, g_array_index (bars, NscBar, j).reference));
    }
  return most;
}

static void
add_panels (NscFigure *figure, const NscDistributionChart *chart)
{
  g_autoptr (GPtrArray) groups = nsc_compared_groups_new (chart);
  g_autoptr (GPtrArray) all_bars = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (NscScale) scale = NULL;
  NscAxis *values;
  double most;

  for (guint panel = 0; panel < chart->n_panels; panel++)
    g_ptr_array_add (all_bars, make_bars (chart, groups, panel));
  most = most_of (all_bars);
  scale = nsc_scale_new_linear (0, most);
  values = nsc_axis_new_values (scale);
  /* The number stands at the end of each bar. */
  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_rows (figure, make_rows (groups));
  nsc_figure_take_values (figure, values);
  for (guint panel = 0; panel < chart->n_panels; panel++)
    {
      const GArray *bars = g_ptr_array_index (all_bars, panel);
      NscMark *mark = nsc_bar_mark_new ((const NscBar *) (void *) bars->data, bars->len);

      if (most <= MOST_BLOCKS)
        nsc_bar_mark_set_block (mark, 1);
      if (chart->n_panels > 1)
        nsc_figure_begin_panel (figure, chart->panels[panel].initiative);
      nsc_figure_take_mark (figure, mark);
    }
}

static void
add_notes (NscFigure *figure, const NscDistributionChart *chart)
{
  const char *language = chart->language;

  nsc_figure_take_note (figure, nsc_words_get (language, "Coverage."), nsc_distribution_words_coverage (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Left out."), nsc_distribution_words_left_out (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Included."), nsc_distribution_words_included (chart));
  nsc_figure_take_note (figure, nsc_words_get (language, "Outlined."), nsc_distribution_words_outlined (chart));
}

NscFigure *
nsc_distribution_chart_new (const NscDistributionChart *chart)
{
  NscFigure *figure = nsc_figure_new (chart->language);
  g_autofree char *title = nsc_distribution_words_title (chart);
  g_autofree char *subtitle = nsc_distribution_words_subtitle (chart);
  g_autofree char *sources = nsc_distribution_words_sources (chart, G_MAXUINT);
  g_autofree char *brief = nsc_distribution_words_sources (chart, 1);
  gboolean is_empty = nsc_distribution_words_is_empty (chart);

  for (guint i = 0; i < chart->n_panels; i++)
    nsc_figure_keep_together (figure, chart->panels[i].initiative);
  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, subtitle);
  if (is_empty)
    {
      g_autofree char *empty = nsc_distribution_words_empty (chart);

      nsc_figure_set_empty (figure, empty);
    }
  else
    add_panels (figure, chart);
  add_notes (figure, chart);
  nsc_figure_set_source (figure, sources);
  nsc_figure_set_brief_source (figure, brief);
  return figure;
}
