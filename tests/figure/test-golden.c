/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render.h"

#include "nsc-bar-mark.h"

#include <math.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

/* Pictures of the distribution figure as it is meant to look, from the fonts of the tests' root (fonts-inter,
 * fonts-noto-cjk). With NSC_GOLDEN_WRITE=1 in the environment they are written instead of compared: look at them then.
 */

/* A pixel differs when a channel is off by more than this, of 255; up to this share of the pixels may. */
#define CHANNEL_TOLERANCE 24
#define PIXEL_TOLERANCE 0.002

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
  rows = nsc_axis_new_bands (NSC_SIDE_LEFT, labels, n);
  nsc_axis_set_second (rows, n - 1);
  nsc_figure_take_rows (figure, rows);
  values = nsc_axis_new_values (NSC_SIDE_TOP, scale);
  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_values (figure, values);
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, n));
  return figure;
}

static guint8 *
read_pixels (GBytes *bytes, png_image *image)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  guint8 *pixels;

  image->version = PNG_IMAGE_VERSION;
  g_assert_true (png_image_begin_read_from_memory (image, data, length));
  image->format = PNG_FORMAT_RGB;
  pixels = g_malloc (PNG_IMAGE_SIZE (*image));
  g_assert_true (png_image_finish_read (image, NULL, pixels, 0, NULL));
  return pixels;
}

static void
compare (GBytes *bytes, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *golden_data = NULL;
  gsize golden_length;
  g_autoptr (GBytes) golden_bytes = NULL;
  png_image drawn = { 0 }, golden = { 0 };
  g_autofree guint8 *drawn_pixels = NULL;
  g_autofree guint8 *golden_pixels = NULL;
  gsize n_pixels, n_different = 0;

  g_assert_true (g_file_get_contents (path, &golden_data, &golden_length, &error));
  g_assert_no_error (error);
  golden_bytes = g_bytes_new (golden_data, golden_length);
  drawn_pixels = read_pixels (bytes, &drawn);
  golden_pixels = read_pixels (golden_bytes, &golden);
  g_assert_cmpuint (drawn.width, ==, golden.width);
  g_assert_cmpuint (drawn.height, ==, golden.height);
  n_pixels = (gsize) drawn.width * drawn.height;
  for (gsize i = 0; i < n_pixels; i++)
    for (gsize channel = 0; channel < 3; channel++)
      if (abs (drawn_pixels[i * 3 + channel] - golden_pixels[i * 3 + channel]) > CHANNEL_TOLERANCE)
        {
          n_different++;
          break;
        }
  g_test_message ("%s: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " pixels differ", path, n_different, n_pixels);
  g_assert_cmpfloat ((double) n_different, <=, PIXEL_TOLERANCE * (double) n_pixels);
}

static void
check (const Words *words, const char *theme, double width, double height, double dpi)
{
  g_autoptr (NscFigure) figure = make_figure (words);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_find (theme), width, height);
  const NscRenderOptions options = { .dpi = dpi };
  g_autofree char *name = g_strdup_printf ("distribution-%s-%s.png", theme, words->language);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsc_render_to_bytes (scene, NSC_FORMAT_PNG, &options, NULL, &error);

  g_assert_no_error (error);
  if (g_strcmp0 (g_getenv ("NSC_GOLDEN_WRITE"), "1") == 0)
    g_assert_true (nsc_render_to_file (scene, NSC_FORMAT_PNG, &options, path, NULL, NULL));
  else
    compare (bytes, path);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  g_test_add_func ("/figure/golden/print", test_print);
  g_test_add_func ("/figure/golden/dark", test_dark);
  g_test_add_func ("/figure/golden/slide", test_slide);
  return g_test_run ();
}
