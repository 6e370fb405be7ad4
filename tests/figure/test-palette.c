/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-theme.h"

#include <math.h>

/* The colours of every theme are seen on its paper and told apart, with usual eyes, with three kinds of colour
 * blindness, and in grey. Which of them are, and how well, is what the palette was chosen for; a change has to do as
 * well. */

static const char *const names[] = { "print", "light", "dark", "contrast", "grey", "slide" };

#define N_PALETTE (NSC_COLOR_VIOLET - NSC_COLOR_BLUE + 1)

typedef struct
{
  double l, a, b;
} Lab;

typedef enum
{
  VISION_USUAL,
  VISION_PROTAN,
  VISION_DEUTAN,
  VISION_TRITAN,
  N_VISIONS,
} Vision;

/* Red, green and blue as seen at full severity: Machado, Oliveira and Fernandes, A physiologically-based model for
 * simulation of color vision deficiency, IEEE TVCG 15 (2009), table of section 5; on linear channels. */
static const double visions[N_VISIONS][3][3] = {
  [VISION_USUAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 },
                      { 0.114503, 0.786281, 0.099216 },
                      { -0.003882, -0.048116, 1.051998 } },
  [VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
                      { 0.280085, 0.672501, 0.047413 },
                      { -0.011820, 0.042940, 0.968881 } },
  [VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 },
                      { -0.078411, 0.930809, 0.147602 },
                      { 0.004733, 0.691367, 0.303900 } },
};

/* ---- how far two colours are apart ---- */

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b* for D65 of a colour as VISION sees it. */
static Lab
see (NscColor color, Vision vision)
{
  static const double to_xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                       { 0.2126729, 0.7151522, 0.0721750 },
                                       { 0.0193339, 0.1191920, 0.9503041 } };
  static const double white[3] = { 0.95047, 1, 1.08883 };
  const double channels[3] = { linear (color.red), linear (color.green), linear (color.blue) };
  double seen[3] = { 0 }, xyz[3] = { 0 };

  for (int i = 0; i < 3; i++)
    {
      for (int j = 0; j < 3; j++)
        seen[i] += visions[vision][i][j] * channels[j];
      seen[i] = CLAMP (seen[i], 0, 1);
    }
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      xyz[i] += to_xyz[i][j] * seen[j] / white[i];
  return (Lab) { 116 * lab_curve (xyz[1]) - 16, 500 * (lab_curve (xyz[0]) - lab_curve (xyz[1])),
                 200 * (lab_curve (xyz[1]) - lab_curve (xyz[2])) };
}

static double
degrees (double x)
{
  return x * 180 / G_PI;
}

static double
radians (double x)
{
  return x * G_PI / 180;
}

/* In degrees from 0 to 360; 0 for a grey. */
static double
hue (double a, double b)
{
  double angle = a == 0 && b == 0 ? 0 : degrees (atan2 (b, a));

  return angle < 0 ? angle + 360 : angle;
}

/* The middle of two hues on the shorter way round; their sum where one of them is a grey's. */
static double
mean_hue (double first, double second, gboolean grey)
{
  if (grey)
    return first + second;
  if (fabs (first - second) <= 180)
    return (first + second) / 2;
  return (first + second + (first + second < 360 ? 360 : -360)) / 2;
}

static double
seventh (double chroma)
{
  return sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
}

/* CIEDE2000, step by step as in Sharma, Wu and Dalal, The CIEDE2000 color-difference formula, Color Research and
 * Application 30 (2005). */
static double
difference (Lab first, Lab second)
{
  double g = 0.5 * (1 - seventh ((hypot (first.a, first.b) + hypot (second.a, second.b)) / 2));
  double a1 = first.a * (1 + g), a2 = second.a * (1 + g);
  double c1 = hypot (a1, first.b), c2 = hypot (a2, second.b);
  double h1 = hue (a1, first.b), h2 = hue (a2, second.b);
  gboolean grey = c1 * c2 == 0;
  double turn = grey ? 0 : fabs (h2 - h1) <= 180 ? h2 - h1 : h2 - h1 + (h2 > h1 ? -360 : 360);
  double light = second.l - first.l, chroma = c2 - c1, around = 2 * sqrt (c1 * c2) * sin (radians (turn / 2));
  double l = (first.l + second.l) / 2, c = (c1 + c2) / 2, h = mean_hue (h1, h2, grey);
  double t = 1 - 0.17 * cos (radians (h - 30)) + 0.24 * cos (radians (2 * h)) + 0.32 * cos (radians (3 * h + 6)) -
             0.2 * cos (radians (4 * h - 63));
  double s_l = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  double s_c = 1 + 0.045 * c, s_h = 1 + 0.015 * c * t;
  double r = -sin (radians (60 * exp (-pow ((h - 275) / 25, 2)))) * 2 * seventh (c);

  return sqrt (pow (light / s_l, 2) + pow (chroma / s_c, 2) + pow (around / s_h, 2) + r * chroma / s_c * around / s_h);
}

/* The pairs of the paper's table 1, which find each way to get it wrong. */
static void
test_difference (void)
{
  static const double pairs[][7] = {
    { 50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425 },
    { 50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615 },
    { 50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412 },
    { 50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000 },
    { 50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000 },
    { 50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000 },
    { 50, 0, 0, 50, -1, 2, 2.3669 },
    { 50, -1, 2, 50, 0, 0, 2.3669 },
    { 50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792 },
    { 50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792 },
    { 50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195 },
    { 50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195 },
    { 50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045 },
    { 50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045 },
    { 50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461 },
    { 50, 2.5, 0, 50, 0, -2.5, 4.3065 },
    { 50, 2.5, 0, 73, 25, -18, 27.1492 },
    { 50, 2.5, 0, 61, -5, 29, 22.8977 },
    { 50, 2.5, 0, 56, -27, -3, 31.9030 },
    { 50, 2.5, 0, 58, 24, 15, 19.4535 },
    { 50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000 },
    { 50, 2.5, 0, 50, 3.2972, 0, 1.0000 },
    { 50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000 },
    { 50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000 },
    { 60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644 },
    { 63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630 },
    { 61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731 },
    { 35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645 },
    { 22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373 },
    { 36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146 },
    { 90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441 },
    { 90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381 },
    { 6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377 },
    { 2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const double *p = pairs[i];
      Lab first = { p[0], p[1], p[2] }, second = { p[3], p[4], p[5] };

      g_assert_cmpfloat_with_epsilon (difference (first, second), p[6], 0.00005001);
      g_assert_cmpfloat_with_epsilon (difference (second, first), p[6], 0.00005001);
    }
}

/* White, and red, whose values are published with the sRGB standard; a grey is one to all eyes. */
static void
test_seeing (void)
{
  Lab white = see (nsc_color_from_rgb (0xffffff), VISION_USUAL),
      red = see (nsc_color_from_rgb (0xff0000), VISION_USUAL);

  g_assert_cmpfloat_with_epsilon (white.l, 100, 0.001);
  g_assert_cmpfloat_with_epsilon (hypot (white.a, white.b), 0, 0.01);
  g_assert_cmpfloat_with_epsilon (red.l, 53.24, 0.01);
  g_assert_cmpfloat_with_epsilon (red.a, 80.09, 0.01);
  g_assert_cmpfloat_with_epsilon (red.b, 67.20, 0.01);
  for (Vision vision = 0; vision < N_VISIONS; vision++)
    g_assert_cmpfloat (
        difference (see (nsc_color_from_rgb (0x808080), vision), see (nsc_color_from_rgb (0x808080), VISION_USUAL)), <,
        0.01);
}

/* ---- the themes ---- */

static double
contrast (const NscTheme *theme, NscColorRole role)
{
  return nsc_color_contrast (nsc_theme_get_color (theme, role), nsc_theme_get_color (theme, NSC_COLOR_PAPER));
}

/* WCAG: 4.5 for text, 3 for what carries meaning without words; more where high contrast is asked for. */
static void
test_contrast (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const NscTheme *theme = nsc_theme_find (names[i]);
      double text = g_str_equal (names[i], "contrast") ? 7 : 4.5;
      double mark = g_str_equal (names[i], "contrast") ? 4.5 : 3;

      g_assert_cmpfloat (contrast (theme, NSC_COLOR_TEXT), >=, MAX (text, 15));
      g_assert_cmpfloat (contrast (theme, NSC_COLOR_TEXT_SECOND), >=, text);
      g_assert_cmpfloat (contrast (theme, NSC_COLOR_TEXT_THIRD), >=, text);
      for (NscColorRole role = NSC_COLOR_CONTEXT; role <= NSC_COLOR_VIOLET; role++)
        g_assert_cmpfloat (contrast (theme, role), >=, mark);
    }
}

/* What matters and what is context are told apart without hue as well. */
static void
test_apart (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const NscTheme *theme = nsc_theme_find (names[i]);
      NscColor blue = nsc_theme_get_color (theme, NSC_COLOR_BLUE);
      NscColor context = nsc_theme_get_color (theme, NSC_COLOR_CONTEXT);

      g_assert_cmpfloat (nsc_color_contrast (blue, context), >=, 1.3);
    }
}

/* The least difference that two of the palette have: in CIEDE2000 for each kind of eyes, and of lightness in grey. */
typedef struct
{
  const char *theme;
  double visions[N_VISIONS];
  double grey;
} Least;

static const Least all_seven[] = {
  { "print", { 22.1, 12.8, 8.1, 8.0 }, 5.6 },    { "light", { 22.1, 12.8, 8.1, 8.0 }, 5.6 },
  { "slide", { 22.1, 12.8, 8.1, 8.0 }, 5.6 },    { "dark", { 19.7, 9.8, 14.2, 12.2 }, 4.7 },
  { "contrast", { 20.5, 10.2, 9.4, 8.5 }, 4.9 },
};

/* Those who lead an initiative: company, intergovernmental, state, other. */
static const Least first_four[] = {
  { "print", { 30.4, 13.3, 16.0, 12.3 }, 6.5 },    { "light", { 30.4, 13.3, 16.0, 12.3 }, 6.5 },
  { "slide", { 30.4, 13.3, 16.0, 12.3 }, 6.5 },    { "dark", { 34.7, 17.9, 24.3, 12.8 }, 8.1 },
  { "contrast", { 27.8, 21.1, 16.5, 21.1 }, 4.9 },
};

/* Two alone are told apart by colour by everybody. */
static const Least first_two[] = {
  { "print", { 44.8, 47.2, 54.3, 58.1 }, 12.1 },   { "light", { 44.8, 47.2, 54.3, 58.1 }, 12.1 },
  { "slide", { 44.8, 47.2, 54.3, 58.1 }, 12.1 },   { "dark", { 50.1, 53.7, 59.1, 67.8 }, 8.1 },
  { "contrast", { 45.1, 49.5, 53.2, 53.7 }, 4.9 },
};

static NscColor
palette (const NscTheme *theme, guint index)
{
  return nsc_theme_get_color (theme, (NscColorRole) (NSC_COLOR_BLUE + index));
}

static void
check_least (const Least *least, guint n)
{
  const NscTheme *theme = nsc_theme_find (least->theme);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        NscColor first = palette (theme, i), second = palette (theme, j);

        for (Vision vision = 0; vision < N_VISIONS; vision++)
          g_assert_cmpfloat (difference (see (first, vision), see (second, vision)), >=, least->visions[vision]);
        g_assert_cmpfloat (fabs (see (first, VISION_USUAL).l - see (second, VISION_USUAL).l), >=, least->grey);
      }
}

static void
test_palettes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_seven); i++)
    check_least (&all_seven[i], N_PALETTE);
  for (gsize i = 0; i < G_N_ELEMENTS (first_four); i++)
    check_least (&first_four[i], 4);
  for (gsize i = 0; i < G_N_ELEMENTS (first_two); i++)
    check_least (&first_two[i], 2);
}

/* The two that stand for what matters and the grey of context. */
static void
test_context (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < 2; j++)
      for (Vision vision = 0; vision < N_VISIONS; vision++)
        {
          const NscTheme *theme = nsc_theme_find (names[i]);
          NscColor context = nsc_theme_get_color (theme, NSC_COLOR_CONTEXT);

          g_assert_cmpfloat (difference (see (palette (theme, j), vision), see (context, vision)), >=, 15);
        }
}

/* Greys repeat, in steps that a copier keeps apart; those of one step differ by what test-series-style asks for. */
static void
test_greys (void)
{
  const NscTheme *theme = nsc_theme_find ("grey");

  for (NscColorRole role = 0; role < NSC_N_COLORS; role++)
    {
      NscColor color = nsc_theme_get_color (theme, role);

      g_assert_cmpfloat (color.red, ==, color.green);
      g_assert_cmpfloat (color.green, ==, color.blue);
    }
  for (guint i = 0; i < N_PALETTE; i++)
    for (guint j = 0; j < i; j++)
      {
        double apart = fabs (see (palette (theme, i), VISION_USUAL).l - see (palette (theme, j), VISION_USUAL).l);

        g_assert_true (apart == 0 || apart >= 15);
      }
  g_assert_cmpfloat (fabs (see (palette (theme, 0), VISION_USUAL).l - see (palette (theme, 1), VISION_USUAL).l), >=,
                     15);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/palette/difference", test_difference);
  g_test_add_func ("/figure/palette/seeing", test_seeing);
  g_test_add_func ("/figure/palette/contrast", test_contrast);
  g_test_add_func ("/figure/palette/apart", test_apart);
  g_test_add_func ("/figure/palette/palettes", test_palettes);
  g_test_add_func ("/figure/palette/context", test_context);
  g_test_add_func ("/figure/palette/greys", test_greys);
  return g_test_run ();
}
