/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render.h"

#include <math.h>
#include <string.h>

static NscScene *
make_scene (const char *language, const char *title, double width, double height)
{
  g_autoptr (NscFigure) figure = nsc_figure_new (language);

  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, "规范图景 of norms");
  nsc_figure_set_empty (figure, "Nothing is shown.");
  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), width, height);
}

static char *
render (const NscScene *scene, const NscRenderOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsc_render_to_bytes (scene, NSC_FORMAT_EPS, options, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What follows NAME in the comments; only one of the name may be there. */
static char *
get_comment (const char *text, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);
  char *found = NULL;

  for (guint i = 0; !g_str_equal (lines[i], "%%EndComments"); i++)
    {
      g_assert_nonnull (lines[i + 1]);
      if (!g_str_has_prefix (lines[i], name))
        continue;
      g_assert_null (found);
      found = g_strdup (lines[i] + strlen (name));
    }
  g_assert_nonnull (found);
  return found;
}

static void
test_comments (void)
{
  const NscRenderOptions options = { 0, { 2015, 9, 0 } };
  g_autoptr (NscScene) scene = make_scene ("en", "A figure of norms", 238, 0);
  g_autofree char *text = render (scene, &options);
  g_autofree char *undated = render (scene, NULL);
  g_autofree char *title = get_comment (text, "%%Title: ");
  g_autofree char *creator = get_comment (text, "%%Creator: ");
  g_autofree char *date = get_comment (text, "%%CreationDate: ");
  g_autofree char *no_date = get_comment (undated, "%%CreationDate: ");
  g_autofree char *data = get_comment (text, "%%DocumentData: ");

  g_assert_true (g_str_has_prefix (text, "%!PS-Adobe-3.0 EPSF-3.0\n"));
  g_assert_true (g_str_has_suffix (text, "%%EOF\n"));
  g_assert_cmpstr (title, ==, "A figure of norms");
  g_assert_true (g_str_has_prefix (creator, "Normscape "));
  g_assert_cmpstr (date, ==, "2015-09-01T00:00:00Z");
  g_assert_cmpstr (no_date, ==, "2000-01-01T00:00:00Z");
  g_assert_cmpstr (data, ==, "Clean7Bit");
  g_assert_true (g_str_is_ascii (text));
}

/* A comment holds 255 bytes, and no half character. */
static void
test_long_title (void)
{
  for (guint blanks = 0; blanks < 4; blanks++)
    {
      g_autoptr (GString) long_title = g_string_new ("xxxx");
      g_autoptr (NscScene) scene = NULL;
      g_autofree char *text = NULL, *title = NULL, *data = NULL;

      g_string_truncate (long_title, blanks);
      for (guint i = 0; i < 100; i++)
        g_string_append (long_title, "签");
      scene = make_scene ("zh_CN", long_title->str, 238, 0);
      text = render (scene, NULL);
      title = get_comment (text, "%%Title: ");
      data = get_comment (text, "%%DocumentData: ");
      g_assert_cmpstr (data, ==, "Clean8Bit");
      g_assert_true (g_utf8_validate (title, -1, NULL));
      g_assert_true (g_str_has_prefix (title, "\ufeff"));
      g_assert_true (g_str_has_suffix (title, "签…"));
      g_assert_cmpuint (strlen ("%%Title: ") + strlen (title), <=, 255);
      g_assert_cmpuint (strlen ("%%Title: ") + strlen (title), >, 255 - 3);
    }
}

/* The page ends where it was asked to, not at the next whole point. */
static void
test_bounds (void)
{
  const double sizes[][2] = { { 238.110236, 200.3 }, { 493, 300 }, { 100.000001, 99.999999 }, { 960, 540.5 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NscScene) scene = make_scene ("en", "A figure", sizes[i][0], sizes[i][1]);
      g_autofree char *text = render (scene, NULL);
      g_autofree char *whole = get_comment (text, "%%BoundingBox: ");
      g_autofree char *exact = get_comment (text, "%%HiResBoundingBox: ");
      g_auto (GStrv) wholes = g_strsplit (whole, " ", 0);
      g_auto (GStrv) exacts = g_strsplit (exact, " ", 0);
      double place[4];

      g_assert_cmpuint (g_strv_length (wholes), ==, 4);
      g_assert_cmpuint (g_strv_length (exacts), ==, 4);
      for (guint j = 0; j < 4; j++)
        place[j] = g_ascii_strtod (exacts[j], NULL);
      g_assert_cmpfloat_with_epsilon (place[2] - place[0], sizes[i][0], 1.1e-6);
      g_assert_cmpfloat_with_epsilon (place[3] - place[1], sizes[i][1], 1.1e-6);
      /* The whole points hold it. */
      g_assert_cmpfloat (g_ascii_strtod (wholes[0], NULL), ==, 0);
      g_assert_cmpfloat (g_ascii_strtod (wholes[1], NULL), ==, 0);
      g_assert_cmpfloat (g_ascii_strtod (wholes[2], NULL), ==, ceil (sizes[i][0]));
      g_assert_cmpfloat (g_ascii_strtod (wholes[3], NULL), ==, ceil (sizes[i][1]));
    }
}

/* Text is set in fonts within the file, and nothing has become a bitmap. */
static void
test_vectors (void)
{
  static const char *const themes[] = { "print", "light", "dark", "contrast", "grey", "slide" };

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (NscFigure) figure = nsc_figure_new ("zh_CN");
      g_autoptr (NscScene) scene = NULL;
      g_autofree char *text = NULL;
      const char *page;

      nsc_figure_set_title (figure, "规范图景 of norms");
      scene = nsc_scene_new (figure, nsc_theme_find (themes[i]), 400, 300);
      text = render (scene, NULL);
      page = strstr (text, "%%EndProlog");
      g_assert_nonnull (page);
      g_assert_null (strstr (page, "image"));
      g_assert_null (strstr (page, "/FontType 3"));
      g_assert_nonnull (strstr (page, "/FontType 1 def"));
      g_assert_nonnull (strstr (page, "eexec"));
      g_assert_nonnull (strstr (page, "]TJ"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/render-eps/comments", test_comments);
  g_test_add_func ("/figure/render-eps/long-title", test_long_title);
  g_test_add_func ("/figure/render-eps/bounds", test_bounds);
  g_test_add_func ("/figure/render-eps/vectors", test_vectors);
  return g_test_run ();
}
