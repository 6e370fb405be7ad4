/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render.h"

#include "nsc-bar-mark.h"
#include "nsc-scene-private.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

/* The file as another program reads it. */
typedef struct
{
  xmlDocPtr document;
  xmlXPathContextPtr context;
} Svg;

static Svg
svg_parse (GBytes *bytes)
{
  Svg svg;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  svg.document = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_PEDANTIC);
  g_assert_nonnull (svg.document);
  svg.context = xmlXPathNewContext (svg.document);
  xmlXPathRegisterNs (svg.context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  xmlXPathRegisterNs (svg.context, BAD_CAST "dc", BAD_CAST "http://purl.org/dc/elements/1.1/");
  xmlXPathRegisterNs (svg.context, BAD_CAST "xmp", BAD_CAST "http://ns.adobe.com/xap/1.0/");
  return svg;
}

static void
svg_clear (Svg *svg)
{
  xmlXPathFreeContext (svg->context);
  xmlFreeDoc (svg->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Svg, svg_clear)

/* The value of an expression of XPath as a string. */
static char *
ask (const Svg *svg, const char *format, ...)
{
  xmlXPathObjectPtr object;
  xmlChar *value;
  char *copy;
  va_list arguments;
  g_autofree char *expression = NULL;

  va_start (arguments, format);
  expression = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  object = xmlXPathEvalExpression (BAD_CAST expression, svg->context);
  g_assert_nonnull (object);
  value = xmlXPathCastToString (object);
  copy = g_strdup ((const char *) value);
  xmlFree (value);
  xmlXPathFreeObject (object);
  return copy;
}

#define assert_answer(svg, expected, ...)                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *answer = ask ((svg), __VA_ARGS__);                                                                \
    g_assert_cmpstr (answer, ==, (expected));                                                                          \
  }                                                                                                                    \
  G_STMT_END

static void
assert_count (const Svg *svg, guint expected, const char *what)
{
  g_autofree char *answer = ask (svg, "count(%s)", what);

  g_assert_cmpuint ((guint) g_ascii_strtoull (answer, NULL, 10), ==, expected);
}

static double
ask_number (const Svg *svg, guint index, const char *attribute)
{
  g_autofree char *answer = ask (svg, "(//s:text)[%u]/@%s", index, attribute);

  g_assert_cmpstr (answer, !=, "");
  return g_ascii_strtod (answer, NULL);
}

static NscFigure *
make_figure (const char *language, const char *title)
{
  NscFigure *figure = nsc_figure_new (language);
  const char *const labels[] = { "Germany", "“日本”", "Unknown" };
  const NscBar bars[] = {
    { 1, 4, "4", "40 %", "Germany: 4 & more", NSC_COLOR_BLUE, NSC_PATTERN_SOLID, FALSE, 8, "8 reported" },
    { 2, 4, "4", "40 %", "“日本”: 4", NSC_COLOR_BLUE, NSC_PATTERN_SOLID, FALSE, NAN, NULL },
    { 3, 2, "2", "20 %", "Unknown: 2", NSC_COLOR_CONTEXT, NSC_PATTERN_OUTLINE, TRUE, NAN, NULL },
  };
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 8);

  nsc_figure_set_title (figure, title);
  nsc_figure_set_subtitle (figure, "规范图景");
  nsc_figure_add_note (figure, "Coverage.", "90 of 161 (2018-04-17), first-hand.");
  nsc_figure_set_source (figure, "Sources: a list.");
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
  return figure;
}

static NscScene *
make_scene (const char *language, const char *title, double width)
{
  g_autoptr (NscFigure) figure = make_figure (language, title);

  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), width, 0);
}

static GBytes *
render (const NscScene *scene, const NscRenderOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nsc_render_to_bytes (scene, NSC_FORMAT_SVG, options, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_head (void)
{
  const NscRenderOptions options = { 0, { 2023, 8, 0 } };
  g_autoptr (NscScene) scene = make_scene ("zh_CN", "47 个签署方 <& more>", 84 / 25.4 * 72);
  g_autofree char *description = nsc_figure_describe (nsc_scene_get_figure (scene));
  g_autoptr (GBytes) bytes = render (scene, &options);
  g_auto (Svg) svg = svg_parse (bytes);
  g_autofree char *width = ask (&svg, "/s:svg/@width");
  g_autofree char *height = ask (&svg, "/s:svg/@height");
  g_autofree char *view = ask (&svg, "/s:svg/@viewBox");
  g_autofree char *expected_view = NULL;
  g_autofree char *labels = ask (&svg, "concat(/s:svg/s:title/@id, ' ', /s:svg/s:desc/@id)");
  g_autofree char *creator = ask (&svg, "//xmp:CreatorTool");
  char *end;

  /* The width asked for in millimetres, to less than a thousandth of one; the view is the same in points. */
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (width, &end) * 25.4 / 72, 84, 1e-6);
  g_assert_cmpstr (end, ==, "pt");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (height, &end), nsc_scene_get_height (scene), 1e-6);
  g_assert_cmpstr (end, ==, "pt");
  expected_view = g_strdup_printf ("0 0 %.*s %.*s", (int) strlen (width) - 2, width, (int) strlen (height) - 2, height);
  g_assert_cmpstr (view, ==, expected_view);

  assert_answer (&svg, "img", "/s:svg/@role");
  assert_answer (&svg, "zh-CN", "/s:svg/@xml:lang");
  assert_answer (&svg, labels, "/s:svg/@aria-labelledby");
  assert_answer (&svg, "47 个签署方 <& more>", "/s:svg/s:title");
  assert_answer (&svg, description, "/s:svg/s:desc");
  assert_answer (&svg, "Inter,Noto Sans CJK SC,sans-serif", "/s:svg/@font-family");
  assert_answer (&svg, "47 个签署方 <& more>", "//dc:title");
  assert_answer (&svg, "zh-CN", "//dc:language");
  assert_answer (&svg, "2023-08-01T00:00:00Z", "//dc:date");
  assert_answer (&svg, "2023-08-01T00:00:00Z", "//xmp:CreateDate");
  g_assert_true (g_str_has_prefix (creator, "Normscape "));
}

/* The face is named for all words, and for the marks that Chinese has in its own. */
static void
test_serif (void)
{
  g_autoptr (NscFigure) figure = make_figure ("zh_CN", "47 “个” 签署方");
  const NscTheme *theme = nsc_theme_get_in_face (nsc_theme_get (NSC_THEME_PRINT), NSC_FACE_SERIF);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, theme, 238, 0);
  g_autoptr (GBytes) bytes = render (scene, NULL);
  g_auto (Svg) svg = svg_parse (bytes);

  assert_answer (&svg, "Nimbus Roman,Times New Roman,Noto Serif CJK SC,serif", "/s:svg/@font-family");
  assert_answer (&svg, "Noto Serif CJK SC,Nimbus Roman,Times New Roman,serif", "//s:tspan/@font-family");
  assert_count (&svg, 0, "//*[contains(@font-family, 'Sans')]");
}

/* Each line of a label is one element of text with all its words, at its place. */
static void
test_text (void)
{
  static const char *const languages[] = { "en", "zh_CN" };
  static const char *const anchors[] = { "", "middle", "end" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (NscScene) scene = make_scene (languages[i], "47 “个” — signatories", 238);
      g_autoptr (GBytes) bytes = render (scene, NULL);
      g_auto (Svg) svg = svg_parse (bytes);
      guint n = 0;

      for (guint j = 0; j < nsc_scene_get_n_items (scene); j++)
        {
          const NscSceneItem *item = nsc_scene_get_item (scene, j);
          g_autofree char *color = g_strdup_printf ("#%06x", nsc_color_to_rgb (item->color));

          if (item->kind != NSC_ITEM_TEXT)
            continue;
          n++;
          assert_answer (&svg, item->line.text, "(//s:text)[%u]", n);
          assert_answer (&svg, anchors[item->anchor], "(//s:text)[%u]/@text-anchor", n);
          assert_answer (&svg, color, "(//s:text)[%u]/@fill", n);
          g_assert_cmpfloat_with_epsilon (ask_number (&svg, n, "x"), item->x, 0.0005001);
          g_assert_cmpfloat_with_epsilon (ask_number (&svg, n, "y"), item->y, 0.0005001);
          g_assert_cmpfloat_with_epsilon (ask_number (&svg, n, "font-size"), item->style.size, 0.0005001);
        }
      g_assert_cmpuint (n, >, 10);
      assert_count (&svg, n, "//s:text");
      assert_count (&svg, 0, "//@textLength");
      assert_count (&svg, 0, "//@*[contains(name(), 'opacity')]");
      assert_count (&svg, 0, "//s:image");
    }
}

/* Parts of a line are marked only where they are set in another way. */
static void
test_parts (void)
{
  g_autoptr (NscScene) english = make_scene ("en", "47 “个” — signatories", 493);
  g_autoptr (NscScene) chinese = make_scene ("zh_CN", "47 “个” — l’État", 493);
  g_autoptr (GBytes) english_bytes = render (english, NULL);
  g_autoptr (GBytes) chinese_bytes = render (chinese, NULL);
  g_auto (Svg) english_svg = svg_parse (english_bytes);
  g_auto (Svg) chinese_svg = svg_parse (chinese_bytes);

  assert_answer (&english_svg, "Coverage.", "//s:tspan[@font-weight]");
  assert_answer (&english_svg, "700", "//s:tspan/@font-weight");
  assert_count (&english_svg, 1, "//s:tspan[@font-weight]");
  assert_count (&english_svg, 0, "//s:tspan[@font-family]");
  /* A hyphen within a date is as narrow as elsewhere. */
  assert_count (&english_svg, 3, "//s:tspan[@style='font-variant-numeric:normal' and .='-']");
  assert_count (&english_svg, 4, "//s:tspan");

  /* “ and ” of the title and of the label and the dash; not the apostrophe of a foreign name. */
  assert_count (&chinese_svg, 5, "//s:tspan[@font-family]");
  assert_answer (&chinese_svg, "Noto Sans CJK SC,Inter,sans-serif", "//s:tspan/@font-family");
  assert_count (&chinese_svg, 3, "(//s:text)[1]/s:tspan");
  assert_count (&chinese_svg, 0, "//s:tspan[contains(., '’')]");

  assert_answer (&english_svg, "font-variant-numeric:tabular-nums", "//s:text[.='40 %%']/@style");
  assert_count (&english_svg, 0, "//s:text[.='Germany']/@style");
}

static void
test_marks (void)
{
  g_autoptr (NscScene) scene = make_scene ("en", "A title", 238);
  g_autoptr (GBytes) bytes = render (scene, NULL);
  g_auto (Svg) svg = svg_parse (bytes);

  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 3);
  assert_count (&svg, 3, "//s:g");
  for (guint i = 0; i < 3; i++)
    {
      assert_answer (&svg, nsc_scene_get_mark (scene, i)->name, "(//s:g)[%u]/s:title", i + 1);
      assert_answer (&svg, "true", "boolean((//s:g)[%u]/s:rect)", i + 1);
    }
  assert_answer (&svg, "Germany: 4 & more", "(//s:g)[1]/s:title");
  assert_answer (&svg, "true", "boolean((//s:g)[1]/s:text[.='8 reported'])");
  assert_answer (&svg, "none", "(//s:g)[3]/s:rect/@fill");
}

/* One of each kind, at places that show how numbers are written. */
static void
test_shapes (void)
{
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  NscScene *scene = nsc_scene_new_empty (figure, nsc_theme_get (NSC_THEME_PRINT), 100);
  const NscPoint points[] = { { 1.0004, -0.0004 }, { -2.5, 1234567.125 }, { 0.05, 7 } };
  g_autoptr (GBytes) bytes = NULL;
  g_auto (Svg) svg = { 0 };

  nsc_scene_add_rectangle (scene, NSC_COLOR_BLUE, 0, 1, 2, 3.25, 4);
  nsc_scene_add_rectangle (scene, NSC_COLOR_TEXT, 0.5, 10, 20, 30, 40);
  nsc_scene_add_line (scene, NSC_COLOR_GRID, 0.45, 1, 2, 1, 90);
  nsc_scene_add_dashed (scene, NSC_COLOR_RULE, 1, (NscDash) { 3, 2.5 }, 5, 50, 95, 50);
  nsc_scene_add_circle (scene, NSC_COLOR_TEAL, 0, 50, 60, 4);
  nsc_scene_add_circle (scene, NSC_COLOR_TEAL, 1, 50, 60, 4);
  nsc_scene_add_path (scene, NSC_COLOR_ROSE, 0, (NscDash) { 0 }, points, 3, FALSE);
  nsc_scene_add_path (scene, NSC_COLOR_ROSE, 1.5, (NscDash) { 4, 1 }, points, 3, FALSE);
  nsc_scene_add_path (scene, NSC_COLOR_ROSE, 1.5, (NscDash) { 0 }, points, 3, TRUE);
  nsc_scene_finish (scene, 1, 100, 100);
  bytes = render (scene, NULL);
  nsc_scene_unref (scene);
  svg = svg_parse (bytes);

  assert_answer (&svg, "100 100 #ffffff",
                 "concat(//s:rect[1]/@width, ' ', //s:rect[1]/@height, ' ', //s:rect[1]/@fill)");
  assert_answer (&svg, "1 2 3.25 4 #2f62b6",
                 "concat(//s:rect[2]/@x, ' ', //s:rect[2]/@y, ' ', //s:rect[2]/@width, ' ', //s:rect[2]/@height, ' ', "
                 "//s:rect[2]/@fill)");
  assert_answer (&svg, "10.25 20.25 29.5 39.5 none #1c1c1f 0.5",
                 "concat(//s:rect[3]/@x, ' ', //s:rect[3]/@y, ' ', //s:rect[3]/@width, ' ', //s:rect[3]/@height, ' ', "
                 "//s:rect[3]/@fill, ' ', //s:rect[3]/@stroke, ' ', //s:rect[3]/@stroke-width)");
  assert_answer (&svg, "1 2 1 90 #e4e4e7 0.45",
                 "concat(//s:line[1]/@x1, ' ', //s:line[1]/@y1, ' ', //s:line[1]/@x2, ' ', //s:line[1]/@y2, ' ', "
                 "//s:line[1]/@stroke, ' ', //s:line[1]/@stroke-width)");
  assert_answer (&svg, "3 2.5", "//s:line[2]/@stroke-dasharray");
  assert_answer (&svg, "50 60 4 #00613d",
                 "concat(//s:circle[1]/@cx, ' ', //s:circle[1]/@cy, ' ', //s:circle[1]/@r, ' ', //s:circle[1]/@fill)");
  assert_answer (&svg, "3.5 none #00613d",
                 "concat(//s:circle[2]/@r, ' ', //s:circle[2]/@fill, ' ', //s:circle[2]/@stroke)");
  assert_answer (&svg, "M1 0L-2.5 1234567.125L0.05 7Z #cf3c66", "concat(//s:path[1]/@d, ' ', //s:path[1]/@fill)");
  assert_answer (&svg, "M1 0L-2.5 1234567.125L0.05 7 none #cf3c66 round 4 1",
                 "concat(//s:path[2]/@d, ' ', //s:path[2]/@fill, ' ', //s:path[2]/@stroke, ' ', "
                 "//s:path[2]/@stroke-linejoin, ' ', //s:path[2]/@stroke-dasharray)");
  assert_answer (&svg, "M1 0L-2.5 1234567.125L0.05 7Z none", "concat(//s:path[3]/@d, ' ', //s:path[3]/@fill)");
  assert_count (&svg, 0, "//s:g");
}

/* Whatever a title holds, the file is XML. */
static void
test_hostile (void)
{
  static const char *const titles[] = {
    "]]> <script>alert (1)</script> &amp; \"quotes\" 'too'",
    "\x01\x02 a \x7f \x1b[31m b",
    "\xef\xbf\xbe \xef\xbf\xbf",
    "\xff\xfe broken",
    "&#0; &nosuch;",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (NscScene) scene = make_scene ("en", titles[i], 493);
      g_autoptr (GBytes) bytes = render (scene, NULL);
      g_auto (Svg) svg = svg_parse (bytes);

      assert_count (&svg, 0, "//s:script");
      if (g_utf8_validate (titles[i], -1, NULL) && strchr (titles[i], '&') != NULL)
        assert_answer (&svg, titles[i], "/s:svg/s:title");
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/render-svg/head", test_head);
  g_test_add_func ("/figure/render-svg/serif", test_serif);
  g_test_add_func ("/figure/render-svg/text", test_text);
  g_test_add_func ("/figure/render-svg/parts", test_parts);
  g_test_add_func ("/figure/render-svg/marks", test_marks);
  g_test_add_func ("/figure/render-svg/shapes", test_shapes);
  g_test_add_func ("/figure/render-svg/hostile", test_hostile);
  status = g_test_run ();
  xmlCleanupParser ();
  return status;
}
