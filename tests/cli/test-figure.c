/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <poppler.h>
#include <string.h>

static char *
draw (const char *language, const char *width, const char *name)
{
  g_autofree char *language_option = g_strdup_printf ("--language=%s", language);
  g_autofree char *width_option = g_strdup_printf ("--width=%s", width);
  g_autofree char *output_option = g_strdup_printf ("--output=%s", name);
  g_autofree char *said = cli_output ("figure", cli_example (), "distribution", "--initiative=tech_accord",
                                      "--by=country", language_option, width_option, output_option, NULL);

  g_assert_cmpstr (said, ==, "");
  return cli_fixture_path (name);
}

static PopplerDocument *
open_pdf (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
check_pdf (const char *language, const char *width, double points, const char *const *words)
{
  g_autofree char *path = draw (language, width, "figure.pdf");
  PopplerDocument *document = open_pdf (path);
  PopplerPage *page = poppler_document_get_page (document, 0);
  PopplerFontInfo *info = poppler_font_info_new (document);
  g_autofree char *text = poppler_page_get_text (page);
  PopplerFontsIter *fonts = NULL;
  double page_width, page_height;

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  poppler_page_get_size (page, &page_width, &page_height);
  g_assert_cmpfloat_with_epsilon (page_width, points, 0.01);
  for (; *words != NULL; words++)
    g_assert_nonnull (strstr (text, *words));
  g_assert_true (poppler_font_info_scan (info, 1, &fonts));
  do
    g_assert_true (poppler_fonts_iter_is_embedded (fonts));
  while (poppler_fonts_iter_next (fonts));
  poppler_fonts_iter_free (fonts);
  g_object_unref (info);
  g_object_unref (page);
  g_object_unref (document);
}

static void
test_pdf (void)
{
  check_pdf ("en", "84mm", 84 * 72 / 25.4, (const char *[]) { "United States", "Germany", "90", "161", NULL });
  check_pdf ("en", "174mm", 174 * 72 / 25.4, (const char *[]) { "United States", "Unknown", NULL });
  check_pdf ("zh_CN", "8.4cm", 84 * 72 / 25.4, (const char *[]) { "美国", "德国", "未知", NULL });
  check_pdf ("zh_CN", "3in", 216, (const char *[]) { "美国", NULL });
}

/* The families that draw are those of the face that is asked for, in every language. */
static void
check_font (const char *font, const char *language, const char *latin, const char *chinese)
{
  g_autofree char *font_option = g_strdup_printf ("--font=%s", font);
  g_autofree char *language_option = g_strdup_printf ("--language=%s", language);
  g_autofree char *said = cli_output ("figure", cli_example (), "distribution", "--initiative=tech_accord",
                                      "--by=country", font_option, language_option, "--output=font.pdf",
                                      "--output=font.eps", "--output=font.png", "--output=font.svg", NULL);
  g_autofree char *path = cli_fixture_path ("font.pdf");
  PopplerDocument *document = open_pdf (path);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *fonts = NULL;
  gboolean has_chinese = FALSE, has_latin = FALSE;

  g_assert_cmpstr (said, ==, "");
  g_assert_true (poppler_font_info_scan (info, 1, &fonts));
  do
    {
      const char *name = poppler_fonts_iter_get_name (fonts);

      has_latin = has_latin || strstr (name, latin) != NULL;
      has_chinese = has_chinese || strstr (name, chinese) != NULL;
      g_assert_true (strstr (name, latin) != NULL || strstr (name, chinese) != NULL);
    }
  while (poppler_fonts_iter_next (fonts));
  g_assert_true (has_latin);
  g_assert_true (has_chinese || g_str_equal (language, "en"));
  poppler_fonts_iter_free (fonts);
  g_object_unref (info);
  g_object_unref (document);
}

static void
test_font (void)
{
  check_font ("sans", "en", "Inter", "NotoSansCJK");
  check_font ("sans", "zh_CN", "Inter", "NotoSansCJK");
  check_font ("serif", "en", "NimbusRoman", "NotoSerifCJK");
  check_font ("serif", "zh_CN", "NimbusRoman", "NotoSerifCJK");
}

static void
read_file (const char *path, char **bytes, gsize *length)
{
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
check_same_bytes (const char *first_name, const char *second_name)
{
  g_autofree char *first = draw ("zh_CN", "84mm", first_name);
  g_autofree char *second = draw ("zh_CN", "84mm", second_name);
  g_autofree char *first_bytes = NULL, *second_bytes = NULL;
  gsize first_length = 0, second_length = 0;

  read_file (first, &first_bytes, &first_length);
  read_file (second, &second_bytes, &second_length);
  g_assert_cmpmem (first_bytes, first_length, second_bytes, second_length);
}

static void
test_same_bytes (void)
{
  check_same_bytes ("a.pdf", "b.pdf");
  check_same_bytes ("a.svg", "b.svg");
  check_same_bytes ("a.eps", "b.eps");
  check_same_bytes ("a.png", "b.png");
}

static guint32
big_endian_at (const char *bytes, gsize offset)
{
  guint32 word;

  memcpy (&word, bytes + offset, sizeof word);
  return GUINT32_FROM_BE (word);
}

static void
test_png (void)
{
  g_autofree char *said =
      cli_output ("figure", cli_example (), "distribution", "--initiative=paris_call", "--by=role", "--width=84mm",
                  "--height=80mm", "--dpi=600", "--theme=dark", "--output=p.png", "--output=p.PDF", NULL);
  g_autofree char *path = cli_fixture_path ("p.png");
  g_autofree char *pdf = cli_fixture_path ("p.PDF");
  g_autofree char *bytes = NULL;
  const char *density;
  gsize length = 0;

  read_file (path, &bytes, &length);
  g_assert_cmpuint (length, >, 100);
  g_assert_cmpmem (bytes + 12, 4, "IHDR", 4);
  g_assert_cmpuint (big_endian_at (bytes, 16), ==, 1984); /* 84 mm at 600 pixels to the inch */
  g_assert_cmpuint (big_endian_at (bytes, 20), ==, 1890);
  density = memmem (bytes, length, "pHYs", 4);
  g_assert_nonnull (density);
  g_assert_cmpuint (big_endian_at (density, 4), ==, 23622);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

/* Type that is too small in print is told of, with its size and its words; what can be read is not. */
static void
test_small_type (void)
{
  g_auto (CliAnswer) answer =
      cli_run ("figure", cli_example (), "distribution", "--initiative=tech_accord", "--by=country", "--width=84mm",
               "--height=20mm", "--output=small.svg", "--output=small.eps", NULL);
  g_auto (GStrv) lines = g_strsplit (answer.err, "\n", 0);
  guint n = g_strv_length (lines) - 1;
  double before = 0;

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <=, 3);
  for (guint i = 0; i < n; i++)
    {
      double size;
      char *end;

      g_assert_true (g_str_has_prefix (lines[i], "warning: "));
      size = g_ascii_strtod (lines[i] + strlen ("warning: "), &end);
      g_assert_cmpfloat (size, >, before);
      g_assert_cmpfloat (size, <, 6);
      g_assert_true (g_str_has_prefix (end, " pt is less than 6 pt: “"));
      g_assert_true (g_str_has_suffix (end, "; give more --width or --height"));
      before = size;
    }
  g_assert_nonnull (strstr (answer.err, "”, and "));
}

static void
check_refused (int status, const char *said, const char *option, const char *output)
{
  g_autofree char *output_option = g_strdup_printf ("--output=%s", output);
  g_auto (CliAnswer) answer = cli_run ("figure", cli_example (), "distribution", "--initiative=tech_accord",
                                       "--by=sector", option, output_option, NULL);
  g_autofree char *path = cli_fixture_path (output);

  g_assert_cmpint (answer.status, ==, status);
  g_assert_nonnull (strstr (answer.err, said));
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_refused (void)
{
  check_refused (2, "--width", "--width=84", "r.pdf");
  check_refused (2, "--width", "--width=-84mm", "r.pdf");
  check_refused (2, "--width", "--width=nanmm", "r.pdf");
  check_refused (2, "--width", "--width=9000mm", "r.pdf");
  check_refused (2, "--width", "--width=0.9mm", "r.pdf");
  check_refused (2, "--width", "--width=0x54mm", "r.pdf");
  check_refused (2, "--width", "--width= 84mm", "r.pdf");
  check_refused (2, "--width", "--width=8.4.0cm", "r.pdf");
  check_refused (2, "--dpi", "--dpi=0", "r.png");
  check_refused (2, "--dpi", "--dpi=0x60", "r.png");
  check_refused (2, "--dpi", "--dpi=nan", "r.png");
  check_refused (2, "--dpi", "--dpi=", "r.png");
  check_refused (2, "--theme", "--theme=pink", "r.pdf");
  check_refused (2, "--font", "--font=gothic", "r.pdf");
  check_refused (2, "r.docx", "--width=84mm", "r.docx");
  check_refused (1, "no-folder", "--width=84mm", "no-folder/r.pdf");
}

/* Of several files all are written or none. */
static void
test_all_or_none (void)
{
  g_auto (CliAnswer) answer = cli_run ("figure", cli_example (), "distribution", "--initiative=tech_accord",
                                       "--by=sector", "--output=first.pdf", "--output=no-folder/second.png", NULL);
  g_autofree char *first = cli_fixture_path ("first.pdf");

  g_assert_cmpint (answer.status, ==, 1);
  g_assert_nonnull (strstr (answer.err, "no-folder"));
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
}

/* The longest page can be asked for in every unit. */
static void
test_longest (void)
{
  const char *const widths[] = { "5080mm", "508cm", "200in", "14400pt" };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    check_pdf ("en", widths[i], 14400, (const char *[]) { "United States", NULL });
}

static void
test_needs_output (void)
{
  g_auto (CliAnswer) answer =
      cli_run ("figure", cli_example (), "distribution", "--initiative=tech_accord", "--by=sector", NULL);

  g_assert_cmpint (answer.status, ==, 2);
  g_assert_nonnull (strstr (answer.err, "--output"));
  check_refused (2, "--output is empty", "--width=84mm", "");
}

int
main (int argc, char *argv[])
{
  cli_fixture_init (&argc, &argv);
  g_test_add_func ("/cli/figure/pdf", test_pdf);
  g_test_add_func ("/cli/figure/font", test_font);
  g_test_add_func ("/cli/figure/same-bytes", test_same_bytes);
  g_test_add_func ("/cli/figure/png", test_png);
  g_test_add_func ("/cli/figure/small-type", test_small_type);
  g_test_add_func ("/cli/figure/refused", test_refused);
  g_test_add_func ("/cli/figure/all-or-none", test_all_or_none);
  g_test_add_func ("/cli/figure/longest", test_longest);
  g_test_add_func ("/cli/figure/needs-output", test_needs_output);
  return cli_fixture_finish (g_test_run ());
}
