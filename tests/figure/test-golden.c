/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-bar-mark.h"
#include "nsc-scene.h"

#include "golden-image.h"

#include <math.h>

/* Pictures of the distribution figures as they are meant to look. */

typedef struct
{
  const char *label;
  guint count, reported; /* reported 0: none */
} Row;

typedef struct
{
  const char *language;
  const char *title, *subtitle, *source;
  const char *leads[3], *notes[3];
  const char *reported; /* with %u */
  Row rows[8];          /* the last is unknown */
} Words;

static const Words english = {
  "en",
  "41 of 90 recorded signatories are from the United States, 47 from 20 other countries",
  "Cybersecurity Tech Accord, signatories by home country. Number, and share of those recorded (90 signatories).",
  "Sources: founders’ list, 2018-04-17; Paris Call supporters’ list; press; and 5 more.",
  { "Coverage.", "Left out.", "Outlined." },
  { "90 of 161 reported signatories are recorded by name (2023-08).",
    "11 signatories known only from unverified records.", "2 signatories whose home country is not known." },
  "%u reported",
  { { "United States", 41, 101 },
    { "Germany", 4, 0 },
    { "Japan", 4, 0 },
    { "Côte d’Ivoire", 3, 0 },
    { "United Kingdom of Great Britain and Northern Ireland", 2, 0 },
    { "Estonia", 1, 0 },
    { "Romania", 1, 0 },
    { "Unknown", 2, 0 } },
};

static const Words chinese = {
  "zh_CN",
  "已收录的 90 个签署方中，41 个来自美国，47 个来自其他 20 个国家",
  "网络安全技术协议，按所属国家统计的签署方。数量及其占已收录者（90 个签署方）的比例。",
  "资料来源：“创始名单”，2018-04-17；巴黎倡议支持者名单；Cui and Yang；另有 5 项。",
  { "覆盖度：", "未计入：", "空心条：" },
  { "报告的 161 个签署方中，按名称收录了 90 个（2023-08）。", "仅见于未核实记录的 11 个签署方。",
    "2 个签署方的所属国家不详。" },
  "报告 %u",
  { { "美国", 41, 101 },
    { "德国", 4, 0 },
    { "日本", 4, 0 },
    { "科特迪瓦", 3, 0 },
    { "大不列颠及北爱尔兰联合王国", 2, 0 },
    { "爱沙尼亚", 1, 0 },
    { "罗马尼亚", 1, 0 },
    { "未知", 2, 0 } },
};

/* Several initiatives over the rows that they share. */
typedef struct
{
  const char *language;
  const char *title, *subtitle, *source;
  const char *lead, *note;
  const char *reported;
  const char *panels[3];
  const char *rows[6]; /* the last is unknown */
} ComparisonWords;

static const guint compared_counts[3][6] = { { 41, 4, 4, 3, 0, 2 }, { 5, 11, 2, 0, 1, 0 }, { 60, 36, 17, 2, 12, 7 } };
static const guint compared_totals[3] = { 90, 26, 134 };

static const ComparisonWords english_comparison = {
  "en",
  "The most frequent home country of recorded signatories differs among 3 initiatives",
  "Signatories by home country. Number, and share of the recorded signatories of each.",
  "Sources: founders’ list, 2018-04-17; Paris Call supporters’ list; press; and 5 more.",
  "Coverage.",
  "Cybersecurity Tech Accord: 90 of 161 reported signatories are recorded by name (2023-08).",
  "101 reported",
  { "Cybersecurity Tech Accord", "Charter of Trust", "Paris Call for Trust and Security in Cyberspace" },
  { "United States", "Germany", "Japan", "Côte d’Ivoire", "United Kingdom of Great Britain and Northern Ireland",
    "Unknown" },
};

static const ComparisonWords chinese_comparison = {
  "zh_CN",
  "3 个倡议的已收录签署方，最常见的所属国家各不相同",
  "按所属国家统计的签署方。数量及其占各倡议已收录签署方的比例。",
  "资料来源：“创始名单”，2018-04-17；巴黎倡议支持者名单；另有 5 项。",
  "覆盖度：",
  "网络安全技术协议：报告的 161 个签署方中，按名称收录了 90 个（2023-08）。",
  "报告 101",
  { "网络安全技术协议", "信任宪章", "网络空间信任与安全巴黎倡议" },
  { "美国", "德国", "日本", "科特迪瓦", "大不列颠及北爱尔兰联合王国", "未知" },
};

static char *folder;

static NscFigure *
make_figure (const Words *words)
{
  NscFigure *figure = nsc_figure_new (words->language);
  const guint n = G_N_ELEMENTS (words->rows);
  const char *labels[G_N_ELEMENTS (words->rows)];
  NscBar bars[G_N_ELEMENTS (words->rows)] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 101);
  NscAxis *rows, *values;

  for (guint i = 0; i < n; i++)
    {
      const Row *row = &words->rows[i];
      gboolean is_unknown = i + 1 == n;

      labels[i] = row->label;
      bars[i] = (NscBar) { .key = i,
                           .value = row->count,
                           .text = g_strdup_printf ("%u", row->count),
                           .second = g_strdup_printf ("%.1f%%", row->count / 0.9),
                           .name = row->label,
                           .color = is_unknown ? NSC_COLOR_CONTEXT : NSC_COLOR_BLUE,
                           .pattern = is_unknown ? NSC_PATTERN_OUTLINE : NSC_PATTERN_SOLID,
                           .kept = is_unknown,
                           .reference = row->reported > 0 ? row->reported : NAN,
                           .reference_text = g_strdup_printf (words->reported, row->reported) };
      g_ptr_array_add (texts, (char *) bars[i].text);
      g_ptr_array_add (texts, (char *) bars[i].second);
      g_ptr_array_add (texts, (char *) bars[i].reference_text);
    }
  nsc_figure_set_title (figure, words->title);
  nsc_figure_set_subtitle (figure, words->subtitle);
  nsc_figure_set_source (figure, words->source);
  for (gsize i = 0; i < G_N_ELEMENTS (words->notes); i++)
    nsc_figure_add_note (figure, words->leads[i], words->notes[i]);
  rows = nsc_axis_new_bands (labels, n);
  nsc_axis_set_second (rows, n - 1);
  nsc_figure_take_rows (figure, rows);
  values = nsc_axis_new_values (scale);
  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_values (figure, values);
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, n));
  return figure;
}

static NscMark *
make_compared_bars (const ComparisonWords *words, guint panel)
{
  const guint n = G_N_ELEMENTS (words->rows);
  NscBar bars[G_N_ELEMENTS (words->rows)] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      guint count = compared_counts[panel][i];

      bars[i] = (NscBar) { .key = panel * 100 + i,
                           .value = count,
                           .text = g_strdup_printf ("%u", count),
                           .second = g_strdup_printf ("%.1f%%", 100.0 * count / compared_totals[panel]),
                           .name = words->rows[i],
                           .color = i + 1 == n ? NSC_COLOR_CONTEXT : NSC_COLOR_BLUE,
                           .pattern = i + 1 == n ? NSC_PATTERN_OUTLINE : NSC_PATTERN_SOLID,
                           .kept = i + 1 == n,
                           .reference = panel == 0 && i == 0 ? 101 : NAN,
                           .reference_text = words->reported,
                           .quiet = count == 0 };
      g_ptr_array_add (texts, (char *) bars[i].text);
      g_ptr_array_add (texts, (char *) bars[i].second);
      if (count == 0)
        bars[i].second = NULL;
    }
  return nsc_bar_mark_new (bars, n);
}

static NscFigure *
make_comparison (const ComparisonWords *words)
{
  NscFigure *figure = nsc_figure_new (words->language);
  const guint n = G_N_ELEMENTS (words->rows);
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 101);
  NscAxis *rows = nsc_axis_new_bands (words->rows, n);
  NscAxis *values = nsc_axis_new_values (scale);

  nsc_figure_set_title (figure, words->title);
  nsc_figure_set_subtitle (figure, words->subtitle);
  nsc_figure_set_source (figure, words->source);
  nsc_figure_add_note (figure, words->lead, words->note);
  nsc_axis_set_second (rows, n - 1);
  nsc_figure_take_rows (figure, rows);
  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_values (figure, values);
  for (guint panel = 0; panel < G_N_ELEMENTS (words->panels); panel++)
    {
      nsc_figure_begin_panel (figure, words->panels[panel]);
      nsc_figure_take_mark (figure, make_compared_bars (words, panel));
    }
  return figure;
}

/* Takes FIGURE. */
static void
check_figure (NscFigure *figure, const char *kind, const char *theme, double width, double height, double dpi)
{
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_find (theme), width, height);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.png", kind, theme, nsc_figure_get_language (figure));

  golden_image_check (scene, folder, name, dpi);
  nsc_figure_unref (figure);
}

static void
check (const Words *words, const char *theme, double width, double height, double dpi)
{
  check_figure (make_figure (words), "distribution", theme, width, height, dpi);
}

static void
check_comparison (const ComparisonWords *words, const char *theme, double width, double height, double dpi)
{
  check_figure (make_comparison (words), "comparison", theme, width, height, dpi);
}

static void
test_print (void)
{
  check (&english, "print", 238, 0, 150);
  check (&chinese, "print", 238, 0, 150);
}

static void
test_dark (void)
{
  check (&english, "dark", 560, 0, 72);
  check (&chinese, "dark", 560, 0, 72);
}

static void
test_slide (void)
{
  check (&english, "slide", 960, 540, 48);
  check (&chinese, "slide", 960, 540, 48);
}

static void
test_other_themes (void)
{
  static const char *const others[] = { "grey", "light", "contrast" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      check (&english, others[i], 340, 0, 72);
      check (&chinese, others[i], 340, 0, 72);
    }
}

/* One below the other where a column has no room, beside each other where a page has. */
static void
test_comparison (void)
{
  check_comparison (&english_comparison, "print", 238, 0, 150);
  check_comparison (&chinese_comparison, "print", 238, 0, 150);
  check_comparison (&english_comparison, "grey", 493, 0, 100);
  check_comparison (&english_comparison, "slide", 960, 540, 48);
  check_comparison (&chinese_comparison, "slide", 960, 540, 48);
  check_comparison (&chinese_comparison, "grey", 493, 0, 72);
  check_comparison (&english_comparison, "light", 493, 0, 72);
  check_comparison (&chinese_comparison, "light", 493, 0, 72);
  check_comparison (&english_comparison, "dark", 493, 0, 72);
  check_comparison (&chinese_comparison, "dark", 493, 0, 72);
  check_comparison (&english_comparison, "contrast", 493, 0, 72);
  check_comparison (&chinese_comparison, "contrast", 493, 0, 72);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  g_test_add_func ("/figure/golden/print", test_print);
  g_test_add_func ("/figure/golden/dark", test_dark);
  g_test_add_func ("/figure/golden/slide", test_slide);
  g_test_add_func ("/figure/golden/other-themes", test_other_themes);
  g_test_add_func ("/figure/golden/comparison", test_comparison);
  return g_test_run ();
}
