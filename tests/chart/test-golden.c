/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-chart.h"
#include "nsc-growth-chart.h"
#include "nsc-salience-chart.h"

#include "agenda-sample.h"
#include "golden-image.h"
#include "nsc-scene.h"

#include <math.h>

/* Pictures of charts as they are meant to look. */

static const NscGrowthPoint points[] = {
  { 736801, "2018-04-17", 34, 1 }, { 736938, "2018-09", 38, 2 }, { 737010, "2018-11-12", 55, 3 },
  { 737060, "2019-01", 60, 4 },    { 737456, "2020-02", 74, 5 }, { 737916, "2021-05-05", 71, 6 },
  { 738460, "2022-11", 90, 7 },
};

static const NscGrowthReport reports[] = {
  { 736801, "2018-04-17", NULL, 34, 11 },  { 736948, "2018-09-11", NULL, 44, 12 },
  { 737010, "2018-11-12", NULL, 60, 13 },  { 737060, "2019-01", NULL, 79, 14 },
  { 737916, "2021-05-05", NULL, 150, 15 }, { 738460, "2022-11", "US", 101, 16 },
  { 738733, "2023-08", NULL, 161, 17 },
};

static char *folder;

/* Each figure is held in every theme and language: those in which it is printed and shown at its usual sizes, and these
 * at the size of a small window. */
static const char *const others[] = { "grey", "light", "dark", "contrast" };
static const char *const languages[] = { "en", "zh_CN" };

static void
check_growth (const char *language, const char *initiative, const char *theme, double width, double height, double dpi)
{
  const char *const sources[] = { "Founders’ list, 2018-04-17", "Paris Call supporters’ list", "Cui and Yang", NULL };
  const NscGrowthChart chart = {
    .language = language,
    .initiative = initiative,
    .points = points,
    .n_points = G_N_ELEMENTS (points),
    .reports = reports,
    .n_reports = G_N_ELEMENTS (reports),
    .undated = 4,
    .unverified = 11,
    .coverage = { 94, 161, "2023-08" },
    .sources = { sources, 5 },
  };
  g_autoptr (NscFigure) figure = nsc_growth_chart_new (&chart);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_find (theme), width, height);
  g_autofree char *name = g_strdup_printf ("growth-%s-%s.png", theme, language);

  golden_image_check (scene, folder, name, dpi);
}

static void
test_growth (void)
{
  check_growth ("en", "Cybersecurity Tech Accord", "print", 238, 0, 150);
  check_growth ("zh_CN", "网络安全技术协议", "print", 238, 0, 150);
  check_growth ("en", "Cybersecurity Tech Accord", "slide", 960, 540, 48);
  check_growth ("zh_CN", "网络安全技术协议", "slide", 960, 540, 48);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      check_growth ("en", "Cybersecurity Tech Accord", others[i], 340, 0, 72);
      check_growth ("zh_CN", "网络安全技术协议", others[i], 340, 0, 72);
    }
}

static void
check_figure (NscFigure *figure, const char *what, const char *theme, double width, double height, double dpi)
{
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_find (theme), width, height);
  g_autofree char *name = g_strdup_printf ("%s-%s.png", what, nsc_figure_get_language (figure));

  golden_image_check (scene, folder, name, dpi);
}

/* An issue of each kind on a page; on a slide, whose height is given, as many as fit. */
static void
check_agenda (const char *language, const char *what, const char *theme, double width, double height, double dpi)
{
  g_autoptr (AgendaSample) sample = agenda_sample_new_of_all_kinds (language);
  g_autoptr (NscFigure) figure = nsc_agenda_chart_new (agenda_sample_get_chart (sample));

  check_figure (figure, what, theme, width, height, dpi);
}

static void
test_agenda (void)
{
  check_agenda ("en", "agenda-print", "print", 238, 0, 120);
  check_agenda ("zh_CN", "agenda-print", "print", 238, 0, 120);
  check_agenda ("en", "agenda-wide", "print", 493, 0, 100);
  check_agenda ("en", "agenda-slide", "slide", 960, 540, 60);
  check_agenda ("zh_CN", "agenda-slide", "slide", 960, 540, 60);
  check_agenda ("en", "agenda-grey", "grey", 238, 0, 120);
  check_agenda ("zh_CN", "agenda-dark", "dark", 493, 0, 80);
  check_agenda ("en", "agenda-contrast", "contrast", 493, 0, 80);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *what = g_strdup_printf ("agenda-small-%s", others[i]);

        check_agenda (languages[j], what, others[i], 340, 0, 72);
      }
}

static void
check_salience (const char *language, const char *what, const char *theme, double width, double height, double dpi)
{
  static const NscSaliencePublisher publishers[][2] = { { { "Microsoft", "company" }, { "UN GGE", "igo" } },
                                                        { { "微软", "company" }, { "联合国政府专家组", "igo" } } };
  static const NscSalienceMark marks[][2] = {
    { { 5, 3, 1.5, 1 }, { 2, 2, 2, 2 } }, { { 5, 3, 1.5, 3 }, { 3, 2, 1, 4 } },  { { 4, 2, 3, 5 }, { 1, 1, 4, 6 } },
    { { 1, 1, 4.5, 7 }, { 1, 1, 4, 8 } }, { { 1, 1, 4.5, 9 }, { 1, 0, 4, 10 } }, { { 0, 0, 6, 11 }, { 0, 0, 6, 12 } }
  };
  static const char *const labels[][G_N_ELEMENTS (marks)] = {
    { "Refrain from state use of ICT that may threaten international peace", "Do not damage critical infrastructure",
      "Non-proliferation of cyber weapons", "Kinds of technical information disclosed or shared", "Sovereignty",
      "Attribution" },
    { "鼓励各国避免使用 ICT 和 ICT 网络开展可能威胁国际和平的行动", "不得破坏关键基础设施",
      "各国应致力于保障网络武器不扩散", "披露或公开共享的技术信息类型", "主权", "归因" },
  };
  static const NscSaliencePair pair = { 0, 1, { 6, 0.85, 0.0347, NSC_RANK_EXACT } };
  const char *const sources[] = { "Yang and Lang, table 1", NULL };
  guint chinese = g_str_has_prefix (language, "zh");
  NscSalienceRow rows[G_N_ELEMENTS (marks)];
  const NscSalienceChart chart = { .language = language,
                                   .publishers = publishers[chinese],
                                   .n_publishers = 2,
                                   .rows = rows,
                                   .n_rows = G_N_ELEMENTS (rows),
                                   .pairs = &pair,
                                   .n_pairs = 1,
                                   .sources = { sources, 0 } };
  g_autoptr (NscFigure) figure = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (NscSalienceRow) { labels[chinese][i], 100 + i, marks[i] };
  figure = nsc_salience_chart_new (&chart);
  check_figure (figure, what, theme, width, height, dpi);
}

static void
test_salience (void)
{
  check_salience ("en", "salience-print", "print", 238, 0, 120);
  check_salience ("zh_CN", "salience-print", "print", 238, 0, 120);
  check_salience ("en", "salience-grey", "grey", 238, 0, 120);
  check_salience ("zh_CN", "salience-grey", "grey", 238, 0, 120);
  check_salience ("en", "salience-dark", "dark", 238, 0, 120);
  check_salience ("zh_CN", "salience-dark", "dark", 238, 0, 120);
  check_salience ("en", "salience-light", "light", 238, 0, 120);
  check_salience ("zh_CN", "salience-light", "light", 238, 0, 120);
  check_salience ("en", "salience-contrast", "contrast", 238, 0, 120);
  check_salience ("zh_CN", "salience-contrast", "contrast", 238, 0, 120);
  check_salience ("en", "salience-slide", "slide", 960, 540, 48);
  check_salience ("zh_CN", "salience-slide", "slide", 960, 540, 48);
}

static void
check_diversity (const char *language, const char *theme, double width, double height, double dpi)
{
  static const NscDistributionBar bars[] = { { NSC_BAR_KNOWN, "United States", 41, -1, 1 },
                                             { NSC_BAR_UNKNOWN, NULL, 2, -1, 2 } };
  static const NscDiversityMeasure measures[] = { { { 88, 21, 0.2337293, 2.2427349, 0.7366462 }, 2, 1 },
                                                  { { 26, 9, 0.2426036, 1.7536, 0.7981 }, 0, 2 },
                                                  { { 7, 1, 1, 0, NAN }, 0, 3 },
                                                  { { 0, 0, NAN, NAN, NAN }, 4, 4 } };
  gboolean chinese = g_str_has_prefix (language, "zh");
  const NscDistributionPanel panels[] = {
    { chinese ? "网络安全技术协议" : "Cybersecurity Tech Accord", bars, 2, 43, 0, 11, { 90, 161, "2023-08" } },
    { chinese ? "信任宪章" : "Charter of Trust", bars, 1, 41, 0, 0, { 17, 17, "2022" } },
    { chinese ? "巴黎倡议" : "Paris Call for Trust and Security in Cyberspace", bars, 1, 41, 0, 0, { 41, -1, NULL } },
    { chinese ? "中阿数据安全合作倡议" : "China–Arab data security initiative", bars, 1, 41, 0, 0, { 41, -1, NULL } },
  };
  const char *const sources[] = { "Paris Call supporters’ list", NULL };
  const NscDistributionChart distribution = { .language = language,
                                              .panels = panels,
                                              .n_panels = G_N_ELEMENTS (panels),
                                              .by = NSC_DIMENSION_COUNTRY,
                                              .sources = { sources, 0 } };
  const NscDiversityChart chart = { &distribution, measures };
  g_autoptr (NscFigure) figure = nsc_diversity_chart_new (&chart);

  g_autofree char *what = g_strdup_printf ("diversity-%s", theme);

  check_figure (figure, what, theme, width, height, dpi);
}

static void
test_diversity (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      check_diversity (languages[i], "print", 238, 0, 120);
      check_diversity (languages[i], "slide", 960, 540, 48);
      for (gsize j = 0; j < G_N_ELEMENTS (others); j++)
        check_diversity (languages[i], others[j], 493, 0, 60);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  g_test_add_func ("/chart/golden/growth", test_growth);
  g_test_add_func ("/chart/golden/agenda", test_agenda);
  g_test_add_func ("/chart/golden/salience", test_salience);
  g_test_add_func ("/chart/golden/diversity", test_diversity);
  return g_test_run ();
}
