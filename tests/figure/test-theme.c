/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-theme.h"

static const char *const names[] = { "print", "light", "dark", "contrast", "grey", "slide" };

static void
test_contrast_itself (void)
{
  NscColor black = nsc_color_from_rgb (0x000000), white = nsc_color_from_rgb (0xffffff);

  g_assert_cmpfloat_with_epsilon (nsc_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (nsc_color_contrast (white, white), 1, 1e-9);
  g_assert_cmphex (nsc_color_to_rgb (nsc_color_from_rgb (0x2f62b6)), ==, 0x2f62b6);
  g_assert_cmphex (nsc_color_to_rgb (nsc_color_mix (nsc_color_from_rgb (0x2f62b6), white, 0.17)), ==, 0xdce4f3);
}

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (nsc_theme_find (names[i]));
  g_assert_null (nsc_theme_find ("sepia"));
  g_assert_null (nsc_theme_find (NULL));
  g_assert_true (nsc_theme_find ("print") == nsc_theme_get (NSC_THEME_PRINT));
  g_assert_true (nsc_theme_find ("contrast") == nsc_theme_get (NSC_THEME_HIGH_CONTRAST));
}

/* Only the face is another. */
static void
test_face (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const NscTheme *sans = nsc_theme_find (names[i]);
      const NscTheme *serif = nsc_theme_get_in_face (sans, NSC_FACE_SERIF);

      g_assert_cmpint (nsc_theme_get_face (sans), ==, NSC_FACE_SANS);
      g_assert_cmpint (nsc_theme_get_face (serif), ==, NSC_FACE_SERIF);
      g_assert_true (nsc_theme_get_in_face (sans, NSC_FACE_SANS) == sans);
      g_assert_true (nsc_theme_get_in_face (serif, NSC_FACE_SERIF) == serif);
      g_assert_true (nsc_theme_get_in_face (serif, NSC_FACE_SANS) == sans);
      for (NscColorRole role = 0; role < 2 * NSC_N_COLORS; role++)
        g_assert_cmphex (nsc_color_to_rgb (nsc_theme_get_color (serif, role)), ==,
                         nsc_color_to_rgb (nsc_theme_get_color (sans, role)));
    }
}

static double
least_on_slide (double width, double height)
{
  return nsc_theme_get_measures (nsc_theme_get (NSC_THEME_SLIDE), width, height).least;
}

static void
test_measures (void)
{
  NscMeasures single = nsc_theme_get_measures (nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  NscMeasures wide = nsc_theme_get_measures (nsc_theme_get (NSC_THEME_PRINT), 493, 0);
  NscMeasures slide = nsc_theme_get_measures (nsc_theme_get (NSC_THEME_SLIDE), 960, 540);
  NscMeasures small_slide = nsc_theme_get_measures (nsc_theme_get (NSC_THEME_SLIDE), 480, 270);

  g_assert_cmpfloat (single.title, ==, 9.5);
  g_assert_cmpfloat (wide.title, ==, 10.5);
  g_assert_cmpfloat (single.least, ==, 6);
  /* Nothing on a slide is smaller than a fortieth of its height, or of its width when it stands upright. */
  g_assert_cmpfloat (slide.least, ==, 540 / 40.0);
  g_assert_cmpfloat (small_slide.least, ==, 270 / 40.0);
  g_assert_cmpfloat (least_on_slide (1280, 540), ==, 540 / 40.0);
  g_assert_cmpfloat (least_on_slide (540, 960), ==, 540 / 40.0);
  g_assert_cmpfloat (least_on_slide (720, 540), ==, 540 / 40.0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (double width = 60; width < 1500; width += 45)
      {
        NscMeasures m = nsc_theme_get_measures (nsc_theme_find (names[i]), width, 0);

        g_assert_cmpfloat (m.title, >, m.label);
        g_assert_cmpfloat (m.label, >=, m.note);
        g_assert_cmpfloat (m.note, >=, m.least);
        g_assert_cmpfloat (m.row, >, m.label * 1.3);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/color/contrast", test_contrast_itself);
  g_test_add_func ("/figure/theme/find", test_find);
  g_test_add_func ("/figure/theme/face", test_face);
  g_test_add_func ("/figure/theme/measures", test_measures);
  return g_test_run ();
}
