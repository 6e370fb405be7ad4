/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-dot-mark.h"
#include "nsc-range-mark.h"
#include "nsc-scene-item.h"
#include "scene-ink.h"

#include <math.h>

/* Rows with lanes of dots and a range between them, as an agenda has. */

#define LANES 2.6

static const char *const labels[] = {
  "Peace",
  "不得故意在 ICT 产品中植入有害的隐蔽功能，也不得利用漏洞",
  "Refrain from state use of information and communication technologies that may threaten international peace",
  "Côte d’Ivoire",
  "",
  /* 300 characters */
  "States should not conduct or knowingly support activity that, contrary to their obligations under international "
  "law, "
  "intentionally damages critical infrastructure or otherwise impairs its use and operation to provide services to the "
  "public, and should take appropriate measures to protect theirs from all threats",
};

static const double widths[] = { 160, 238, 300, 493, 960 };
static const double heights[] = { 0, 0, 0, 300, 540 };

typedef struct
{
  GArray *ranges; /* of NscRange */
  GArray *dots;   /* of NscDot */
  GPtrArray *labels;
} Agenda;

static double
random_year (void)
{
  return g_test_rand_int_range (0, 8) == 0 ? NAN : g_test_rand_int_range (2001, 2024);
}

static Agenda
random_agenda (guint n)
{
  Agenda agenda = { g_array_new (FALSE, TRUE, sizeof (NscRange)), g_array_new (FALSE, TRUE, sizeof (NscDot)),
                    g_ptr_array_new () };

  for (guint row = 0; row < n; row++)
    {
      NscRange range = {
        .key = row + 1,
        .name = "an issue",
        .from = random_year (),
        .to = random_year (),
        .from_lane = -1,
        .to_lane = 1,
        .text = "12 years",
        .brief = "12",
        .color = NSC_COLOR_BLUE,
        .from_color = NSC_COLOR_BLUE,
        .to_color = NSC_COLOR_ORANGE,
        .style = (NscRangeStyle) g_test_rand_int_range (NSC_RANGE_WHOLE, NSC_RANGE_THIN + 1),
      };

      g_array_append_val (agenda.ranges, range);
      g_ptr_array_add (agenda.labels, (gpointer) labels[g_test_rand_int_range (0, G_N_ELEMENTS (labels))]);
      for (int year = 2001; year < 2024; year++)
        for (int side = 0; side < 2; side++)
          {
            NscDot dot = {
              .row = row,
              .value = year,
              .lane = side == 0 ? -1 : 1,
              .key = (row + 1) * 100000 + year * 10 + side,
              .name = "a year",
              .color = side == 0 ? NSC_COLOR_BLUE : NSC_COLOR_ORANGE,
              .shape = (NscShape) g_test_rand_int_range (0, NSC_N_SHAPES),
              .hollow = g_test_rand_bit (),
              .size = (NscDotSize) g_test_rand_int_range (NSC_DOT_LARGE, NSC_DOT_TINY + 1),
            };

            if (g_test_rand_int_range (0, 4) == 0)
              g_array_append_val (agenda.dots, dot);
          }
    }
  return agenda;
}

static void
clear_agenda (Agenda *agenda)
{
  g_array_unref (agenda->ranges);
  g_array_unref (agenda->dots);
  g_ptr_array_unref (agenda->labels);
}

/* Ways in which the same numbers can lie beside each other. */
static NscScale *
make_scale (guint kind)
{
  switch (kind)
    {
    case 1:
      return nsc_scale_new_linear (2001, 2023);
    case 2:
      return nsc_scale_new_log (1, 2023);
    case 3:
      return nsc_scale_new_time (1900, 2023);
    default:
      return nsc_scale_new_years (2001, 2023);
    }
}

static NscFigure *
make_figure (const Agenda *agenda, guint kind, const char *language)
{
  NscFigure *figure = nsc_figure_new (language);
  g_autoptr (NscScale) years = make_scale (kind);

  nsc_figure_set_title (figure, "Who raised an issue first");
  nsc_figure_set_empty (figure, "Nothing.");
  if (agenda->ranges->len == 0)
    return figure;
  nsc_figure_take_rows (figure, nsc_axis_new_bands ((const char *const *) agenda->labels->pdata, agenda->labels->len));
  nsc_figure_take_values (figure, nsc_axis_new_values (years));
  nsc_figure_take_mark (
      figure, nsc_range_mark_new ((const NscRange *) (void *) agenda->ranges->data, agenda->ranges->len, LANES));
  nsc_figure_take_mark (figure,
                        nsc_dot_mark_new ((const NscDot *) (void *) agenda->dots->data, agenda->dots->len, LANES));
  return figure;
}

/* Each mark answers at its middle, unless a smaller one stands there. */
static void
check_pointing (const NscScene *scene)
{
  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);
      int hit = nsc_scene_hit (scene, mark->x + mark->width / 2, mark->y + mark->height / 2);
      const NscSceneMark *found;

      g_assert_cmpint (hit, >=, 0);
      found = nsc_scene_get_mark (scene, (guint) hit);
      g_assert_cmpfloat (found->row_width * found->row_height, <=, mark->row_width * mark->row_height + 1e-9);
    }
}

static gboolean
is_reached (const NscScene *scene, guint n, GArray *reached)
{
  const int steps[][2] = { { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 } };
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  guint next = 0, start = 0;

  g_array_append_val (reached, start);
  seen[0] = TRUE;
  while (next < reached->len)
    {
      guint from = g_array_index (reached, guint, next++);

      for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          guint to = (guint) nsc_scene_step (scene, (int) from, steps[i][0], steps[i][1]);

          if (seen[to])
            continue;
          seen[to] = TRUE;
          g_array_append_val (reached, to);
        }
    }
  return reached->len == n;
}

static void
test_random (void)
{
  const guint sizes[] = { 0, 1, 3, 6, 9, 20, 60 };

  for (guint i = 0; i < 200; i++)
    {
      Agenda agenda = random_agenda (i == 0 ? 500 : sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))]);
      g_autoptr (NscFigure) figure = make_figure (&agenda, i % 4, g_test_rand_bit () ? "en" : "zh_CN");
      NscThemeName theme = (NscThemeName) g_test_rand_int_range (NSC_THEME_PRINT, NSC_THEME_SLIDE + 1);
      double width = widths[g_test_rand_int_range (0, G_N_ELEMENTS (widths))];
      double height = heights[g_test_rand_int_range (0, G_N_ELEMENTS (heights))];
      g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (theme), width, height);

      g_test_message ("theme %d, %.0f x %.0f, %u rows", theme, width, height, agenda.ranges->len);
      scene_ink_check (scene);
      check_pointing (scene);
      clear_agenda (&agenda);
    }
}

/* Every dot and every row can be reached with the arrow keys. */
static void
test_keys (void)
{
  for (guint i = 0; i < 10; i++)
    {
      Agenda agenda = random_agenda (6);
      g_autoptr (NscFigure) figure = make_figure (&agenda, 0, "en");
      g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 493, 0);
      g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint));

      g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, agenda.dots->len + agenda.ranges->len);
      g_assert_true (is_reached (scene, nsc_scene_get_n_marks (scene), reached));
      clear_agenda (&agenda);
    }
}

static guint
count_words (double from, double to, double width, const char *words)
{
  const NscRange range = { .key = 1,
                           .name = "an issue",
                           .from = from,
                           .to = to,
                           .from_lane = -1,
                           .to_lane = 1,
                           .text = "12 years",
                           .brief = "12" };
  const char *const label = "Peace";
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) years = nsc_scale_new_years (2001, 2023);
  g_autoptr (NscScene) scene = NULL;
  guint n = 0;

  nsc_figure_take_rows (figure, nsc_axis_new_bands (&label, 1));
  nsc_figure_take_values (figure, nsc_axis_new_values (years));
  nsc_figure_take_mark (figure, nsc_range_mark_new (&range, 1, LANES));
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), width, 0);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      n += item->kind == NSC_ITEM_TEXT && g_str_equal (item->line.text, words);
    }
  return n;
}

/* A range says how long it is, in full where there is room in it or behind it. */
static void
test_words (void)
{
  g_assert_cmpuint (count_words (2001, 2020, 300, "12 years"), ==, 1);
  g_assert_cmpuint (count_words (2022, 2023, 300, "12 years"), ==, 0);
  g_assert_cmpuint (count_words (2022, 2023, 300, "12"), ==, 1);
  g_assert_cmpuint (count_words (2005, 2005, 300, "12 years"), ==, 1);
  g_assert_cmpuint (count_words (NAN, 2005, 300, "12 years"), ==, 0);
}

/* A band around dots means the dots; their row only where it touches what the row shows itself. */
static void
test_band (void)
{
  const NscRange range = { .key = 1,
                           .name = "an issue",
                           .from = 2005,
                           .to = 2010,
                           .from_lane = -1,
                           .to_lane = 1,
                           .text = "5 years",
                           .brief = "5",
                           .color = NSC_COLOR_BLUE,
                           .from_color = NSC_COLOR_BLUE,
                           .to_color = NSC_COLOR_ORANGE };
  const NscDot dots[] = { { .value = 2020, .lane = -1, .key = 20, .name = "a", .color = NSC_COLOR_BLUE },
                          { .value = 2022, .lane = -1, .key = 22, .name = "b", .color = NSC_COLOR_BLUE } };
  Agenda agenda = random_agenda (1);
  g_autoptr (NscFigure) figure = NULL;
  g_autoptr (NscScene) scene = NULL;
  g_autoptr (GArray) both = NULL;
  g_autoptr (GArray) all = NULL;
  const NscSceneMark *first, *last;

  g_array_set_size (agenda.ranges, 0);
  g_array_set_size (agenda.dots, 0);
  g_array_append_val (agenda.ranges, range);
  g_array_append_vals (agenda.dots, dots, G_N_ELEMENTS (dots));
  figure = make_figure (&agenda, 0, "en");
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), 600, 0);
  first = nsc_scene_get_mark (scene, (guint) nsc_scene_find (scene, 20));
  last = nsc_scene_get_mark (scene, (guint) nsc_scene_find (scene, 22));

  both = nsc_scene_list_banded (scene, first->x, first->y, last->x + last->width - first->x, last->height);
  g_assert_cmpuint (both->len, ==, 2);
  all = nsc_scene_list_banded (scene, 0, 0, 600, nsc_scene_get_height (scene));
  g_assert_cmpuint (all->len, ==, 3);
  clear_agenda (&agenda);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/lanes/random", test_random);
  g_test_add_func ("/figure/lanes/keys", test_keys);
  g_test_add_func ("/figure/lanes/words", test_words);
  g_test_add_func ("/figure/lanes/band", test_band);
  return g_test_run ();
}
