/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format-figures.h"

#include "nsc-bar-mark.h"
#include "nsc-column-mark.h"
#include "nsc-curve-mark.h"
#include "nsc-dot-mark.h"
#include "nsc-legend.h"
#include "nsc-point-mark.h"
#include "nsc-range-mark.h"
#include "nsc-reference-mark.h"
#include "nsc-series-mark.h"
#include "nsc-series-style.h"

#include <math.h>

#define N_SERIES 5
#define N_ROWS 2
#define LANES 2.6

static const NscDash dash = { 3, 2 };

static void
take_reference (NscFigure *figure, NscReferenceDirection direction, double value, double to, const char *text)
{
  const NscReference reference = {
    .direction = direction, .value = value, .to = to, .text = text, .color = NSC_COLOR_ORANGE, .dash = dash
  };

  nsc_figure_take_mark (figure, nsc_reference_mark_new (&reference));
}

static void
take_series (NscFigure *figure, NscSeriesArrangement arrangement)
{
  static const double values[N_ROWS][N_SERIES] = { { 5, 4, 6, 3, 2 }, { 2, 3, 1, 5, 4 } };
  static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6" };
  const char *const totals[N_ROWS] = { "20", "15" };
  NscSeriesPart parts[N_ROWS * N_SERIES];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double value = values[i / N_SERIES][i % N_SERIES];

      parts[i] = (NscSeriesPart) { .key = i + 1,
                                   .value = value,
                                   .text = digits[(int) value],
                                   .name = "a part",
                                   .color = nsc_series_style_get (i % N_SERIES)->color,
                                   .pattern = (NscPattern) (i % N_SERIES) };
    }
  nsc_figure_take_mark (figure, nsc_series_mark_new (arrangement, parts, N_SERIES, N_ROWS, totals));
}

/* One entry per kind of swatch. */
static void
take_legend (NscFigure *figure, gboolean chinese)
{
  for (NscSwatch swatch = NSC_SWATCH_DOT; swatch <= NSC_SWATCH_LINE; swatch++)
    {
      const NscLegendEntry entry = { .swatch = swatch,
                                     .color = (NscColorRole) (NSC_COLOR_BLUE + swatch),
                                     .shape = (NscShape) swatch,
                                     .hollow = swatch == NSC_SWATCH_SMALL_DOT,
                                     .pattern = NSC_PATTERN_CROSS_HATCH,
                                     .dash = dash,
                                     .text = chinese ? "系列" : "a series" };

      nsc_figure_add_legend_entry (figure, &entry);
    }
}

NscFigure *
format_figures_distribution (gboolean chinese)
{
  NscFigure *figure = nsc_figure_new (chinese ? "zh_CN" : "en");
  const char *const labels[] = { chinese ? "美国" : "United States", chinese ? "“日本”" : "Côte d’Ivoire",
                                 chinese ? "未知" : "Unknown" };
  const NscBar bars[] = {
    { 1, 41, "41", "45.6%", "a", NSC_COLOR_BLUE, NSC_PATTERN_SOLID, FALSE, 101, chinese ? "报告 101" : "101 reported" },
    { 2, 11, "11", "12.2%", "b", NSC_COLOR_ORANGE, NSC_PATTERN_SOLID, FALSE, NAN, NULL },
    { 3, 2, "2", "2.2%", "c", NSC_COLOR_CONTEXT, NSC_PATTERN_OUTLINE, TRUE, NAN, NULL },
  };
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 101);
  NscAxis *rows = nsc_axis_new_bands (labels, G_N_ELEMENTS (labels));

  nsc_axis_set_second (rows, G_N_ELEMENTS (labels) - 1);
  nsc_figure_set_title (figure, chinese ? "已收录的 90 个签署方中，41 个来自美国"
                                        : "41 of 90 recorded signatories are from the United States");
  nsc_figure_set_subtitle (figure, chinese ? "网络安全技术协议，按所属国家统计的签署方。"
                                           : "Cybersecurity Tech Accord, signatories by home country.");
  nsc_figure_add_note (figure, chinese ? "覆盖度：" : "Coverage.",
                       chinese ? "报告的 161 个签署方中，按名称收录了 90 个（2023-08）。"
                               : "90 of 161 reported signatories are recorded by name (2023-08).");
  nsc_figure_set_source (figure, chinese
                                     ? "资料来源：“创始名单”，2018-04-17；巴黎倡议支持者名单；Cui and Yang；另有 5 项。"
                                     : "Sources: founders’ list, 2018-04-17; Paris Call supporters’ list; and 5 more.");
  nsc_figure_take_rows (figure, rows);
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
  return figure;
}

NscFigure *
format_figures_panels (gboolean chinese)
{
  NscFigure *figure = nsc_figure_new (chinese ? "zh_CN" : "en");
  const char *const labels[N_ROWS] = { chinese ? "美国" : "United States", chinese ? "德国" : "Germany" };
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 20);
  NscAxis *values = nsc_axis_new_values (scale);

  nsc_axis_set_title (values, chinese ? "签署方（个）" : "Signatories, number");
  nsc_figure_set_title (figure, chinese ? "三种排列" : "Three arrangements");
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, N_ROWS));
  nsc_figure_take_values (figure, values);
  take_legend (figure, chinese);
  nsc_figure_begin_panel (figure, chinese ? "并列" : "Grouped");
  take_reference (figure, NSC_REFERENCE_ACROSS_VALUES, 9, NAN, chinese ? "平均" : "average");
  take_series (figure, NSC_SERIES_GROUPED);
  nsc_figure_begin_panel (figure, chinese ? "堆叠" : "Stacked");
  take_reference (figure, NSC_REFERENCE_ACROSS_VALUES, 5, 12, chinese ? "通常" : "usual");
  take_series (figure, NSC_SERIES_STACKED);
  nsc_figure_begin_panel (figure, chinese ? "占比" : "Shares");
  take_series (figure, NSC_SERIES_SHARES);
  return figure;
}

static void
take_columns (NscFigure *figure)
{
  const NscColumnSeries series[] = { { NSC_COLOR_TEAL, NSC_PATTERN_HATCH }, { NSC_COLOR_ROSE, NSC_PATTERN_DOTS } };
  NscColumn columns[6];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = (NscColumn) {
      .key = 100 + i, .series = i % 2, .x = 2002 + 4 * (i / 2), .height = 10 + 4 * i, .text = "9", .name = "a column"
    };
  nsc_figure_take_mark (figure, nsc_column_mark_new (NSC_COLUMNS_STACKED, series, G_N_ELEMENTS (series), columns,
                                                     G_N_ELEMENTS (columns)));
}

static void
take_curves (NscFigure *figure, gboolean chinese)
{
  const NscCurvePoint points[] = {
    { 1, 2000, 50, "a" }, { 2, 2004, 62, "b" }, { 3, 2005, 62, "c" }, { 4, 2009, 80, "d" }, { 5, 2012, 74, "e" },
  };
  NscCurvePoint steps[G_N_ELEMENTS (points)];
  NscMark *area = nsc_curve_mark_new (NSC_CURVE_LINE, NSC_COLOR_BLUE, points, G_N_ELEMENTS (points));
  NscMark *step;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      steps[i] = points[i];
      steps[i].key += 10;
      steps[i].y += 15;
    }
  step = nsc_curve_mark_new (NSC_CURVE_STEP, NSC_COLOR_ORANGE, steps, G_N_ELEMENTS (steps));
  nsc_curve_mark_set_area (area, TRUE);
  nsc_curve_mark_set_label (area, chinese ? NULL : "74", chinese ? "已收录" : "recorded");
  nsc_curve_mark_set_dash (step, dash);
  nsc_curve_mark_set_shape (step, NSC_SHAPE_TRIANGLE, TRUE);
  nsc_curve_mark_set_label (step, chinese ? NULL : "89", chinese ? "报告" : "reported");
  nsc_figure_take_mark (figure, area);
  nsc_figure_take_mark (figure, step);
}

NscFigure *
format_figures_plane (gboolean chinese)
{
  NscFigure *figure = nsc_figure_new (chinese ? "zh_CN" : "en");
  g_autoptr (NscScale) years = nsc_scale_new_years (2000, 2012);
  g_autoptr (NscScale) counts = nsc_scale_new_linear (0, 100);
  NscAxis *heights = nsc_axis_new_values (counts);
  const NscPlanePoint points[] = {
    { .key = 21, .x = 2003, .y = 40, .color = NSC_COLOR_PLUM, .shape = NSC_SHAPE_DIAMOND, .lead = "40", .name = "p" },
    { .key = 22, .x = 2010, .y = 92, .color = NSC_COLOR_TEAL, .hollow = TRUE, .text = "92", .name = "q" },
  };

  nsc_axis_set_title (heights, chinese ? "成员（个）" : "Members, number");
  nsc_figure_set_title (figure, chinese ? "历年成员" : "Members over the years");
  nsc_figure_take_values (figure, nsc_axis_new_values (years));
  nsc_figure_take_heights (figure, heights);
  take_reference (figure, NSC_REFERENCE_ACROSS_HEIGHTS, 82, 98, chinese ? "通常" : "usual");
  take_reference (figure, NSC_REFERENCE_ACROSS_VALUES, 2007, NAN, chinese ? "此后" : "since then");
  take_curves (figure, chinese);
  take_columns (figure);
  nsc_figure_take_mark (figure, nsc_point_mark_new (points, G_N_ELEMENTS (points)));
  return figure;
}

NscFigure *
format_figures_agenda (gboolean chinese)
{
  NscFigure *figure = nsc_figure_new (chinese ? "zh_CN" : "en");
  const char *const labels[] = { chinese ? "不攻击关键基础设施" : "No attacks on infrastructure",
                                 chinese ? "报告漏洞" : "Reporting of vulnerabilities",
                                 chinese ? "供应链安全" : "Integrity of the supply chain" };
  g_autoptr (NscScale) years = nsc_scale_new_years (2010, 2022);
  NscRange ranges[G_N_ELEMENTS (labels)];
  NscDot dots[3 * NSC_N_SHAPES];

  for (guint row = 0; row < G_N_ELEMENTS (labels); row++)
    ranges[row] = (NscRange) { .key = row + 1,
                               .name = "an issue",
                               .from = 2012,
                               .to = 2018,
                               .from_lane = -1,
                               .to_lane = 1,
                               .text = chinese ? "6 年" : "6 years",
                               .brief = "6",
                               .color = NSC_COLOR_BLUE,
                               .from_color = NSC_COLOR_BLUE,
                               .to_color = NSC_COLOR_ORANGE,
                               .style = (NscRangeStyle) row };
  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    dots[i] = (NscDot) { .row = i / NSC_N_SHAPES,
                         .value = 2012 + i % NSC_N_SHAPES * 6 / (NSC_N_SHAPES - 1.0),
                         .lane = i % 2 == 0 ? -1 : 1,
                         .key = 100 + i,
                         .name = "a year",
                         .color = i % 2 == 0 ? NSC_COLOR_BLUE : NSC_COLOR_ORANGE,
                         .shape = (NscShape) (i % NSC_N_SHAPES),
                         .hollow = i % 3 == 1,
                         .size = (NscDotSize) (i / NSC_N_SHAPES) };
  nsc_figure_set_title (figure, chinese ? "谁先提出议题" : "Who raised an issue first");
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_values (figure, nsc_axis_new_values (years));
  take_legend (figure, chinese);
  nsc_figure_take_mark (figure, nsc_range_mark_new (ranges, G_N_ELEMENTS (ranges), LANES));
  nsc_figure_take_mark (figure, nsc_dot_mark_new (dots, G_N_ELEMENTS (dots), LANES));
  return figure;
}
