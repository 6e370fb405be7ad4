/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-chart.h"

#include "golden-image.h"
#include "nsc-scene.h"

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
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  g_test_add_func ("/chart/golden/growth", test_growth);
  return g_test_run ();
}
