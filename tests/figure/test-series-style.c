/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-series-style.h"

#include "nsc-theme.h"

#include <math.h>

static const char *const themes[] = { "print", "light", "dark", "contrast", "grey", "slide" };

/* CIE L* of the colour of a series. */
static double
lightness (const char *theme, const NscSeriesStyle *style)
{
  NscColor color = nsc_theme_get_color (nsc_theme_find (theme), style->color);
  double luminance = (nsc_color_contrast (color, nsc_color_from_rgb (0x000000)) - 1) * 0.05;

  return 116 * cbrt (luminance) - 16;
}

static double
covered (NscDash dash)
{
  return dash.on > 0 ? dash.on / (dash.on + dash.off) : 1;
}

/* Whatever a series is drawn as, no other has its colour, nor what stands beside the colour. */
static void
test_channels (void)
{
  for (guint i = 0; i < NSC_N_SERIES; i++)
    for (guint j = 0; j < i; j++)
      {
        const NscSeriesStyle *first = nsc_series_style_get (i), *second = nsc_series_style_get (j);
        double longer = MAX (first->dash.on + first->dash.off, second->dash.on + second->dash.off);
        double shorter = MIN (first->dash.on + first->dash.off, second->dash.on + second->dash.off);

        g_assert_cmpint (first->color, !=, second->color);
        g_assert_cmpint (first->shape, !=, second->shape);
        /* Dashes differ in how much of the line is drawn, or clearly in their length. */
        g_assert_true (fabs (covered (first->dash) - covered (second->dash)) >= 0.1 || longer >= 1.5 * shorter);
      }
}

/* There are fewer patterns than series: those with the same one are told apart by their lightness in each theme, and
 * in greys by a whole step. The first four need no such help. */
static void
test_patterns (void)
{
  for (guint i = 0; i < NSC_N_SERIES; i++)
    {
      g_assert_cmpint (nsc_series_style_get (i)->pattern, !=, NSC_PATTERN_OUTLINE);
      for (guint j = 0; j < i; j++)
        {
          const NscSeriesStyle *first = nsc_series_style_get (i), *second = nsc_series_style_get (j);

          if (first->pattern != second->pattern)
            continue;
          g_assert_cmpuint (i, >=, 4);
          for (gsize t = 0; t < G_N_ELEMENTS (themes); t++)
            g_assert_cmpfloat (fabs (lightness (themes[t], first) - lightness (themes[t], second)), >=,
                               g_str_equal (themes[t], "grey") ? 15 : 5);
        }
    }
}

/* In greys the lightness repeats; the rest makes each series one of its own. */
static void
test_greys (void)
{
  for (guint i = 0; i < NSC_N_SERIES; i++)
    for (guint j = 0; j < i; j++)
      {
        const NscSeriesStyle *first = nsc_series_style_get (i), *second = nsc_series_style_get (j);
        gboolean same_grey = fabs (lightness ("grey", first) - lightness ("grey", second)) < 15;

        g_assert_false (same_grey && first->pattern == second->pattern);
        g_assert_false (same_grey && first->shape == second->shape);
        g_assert_false (same_grey && first->dash.on == second->dash.on && first->dash.off == second->dash.off);
      }
}

static void
test_close_colors (void)
{
  gboolean has_orange = FALSE;

  for (guint i = 0; i < NSC_N_SERIES; i++)
    {
      NscColorRole color = nsc_series_style_get (i)->color;

      g_assert_cmpint (color, >=, NSC_COLOR_BLUE);
      g_assert_cmpint (color, <=, NSC_COLOR_VIOLET);
      has_orange |= color == NSC_COLOR_ORANGE;
      if (color == NSC_COLOR_OCHRE && has_orange)
        g_assert_cmpuint (i, ==, NSC_N_SERIES - 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/series-style/channels", test_channels);
  g_test_add_func ("/figure/series-style/patterns", test_patterns);
  g_test_add_func ("/figure/series-style/greys", test_greys);
  g_test_add_func ("/figure/series-style/close-colors", test_close_colors);
  return g_test_run ();
}
