/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-typesetter.h"

#include <string.h>

static const NscTypeStyle label = { 7.5, NSC_WEIGHT_NORMAL };

static const NscTypeLine *
line_at (GArray *lines, guint index)
{
  g_assert_cmpuint (index, <, lines->len);
  return &g_array_index (lines, NscTypeLine, index);
}

/* A line is as long at every size, so that a figure is laid out alike on a screen and on paper. */
static void
test_scales (void)
{
  const char *const texts[] = { "Signatories 1,221", "已收录的 90 个签署方", "AVAVA To fi ffl" };
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", NSC_FACE_SANS);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double one = nsc_typesetter_measure (type, texts[i], (NscTypeStyle) { 1, NSC_WEIGHT_NORMAL });

      for (double size = 6; size < 100; size *= 1.7)
        {
          double width = nsc_typesetter_measure (type, texts[i], (NscTypeStyle) { size, NSC_WEIGHT_NORMAL });

          g_assert_cmpfloat_with_epsilon (width / size, one, one * 0.02);
        }
    }
}

static void
test_tabular (void)
{
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", NSC_FACE_SANS);
  double ones = nsc_typesetter_measure (type, "1111", label);
  double eights = nsc_typesetter_measure (type, "8888", label);

  g_assert_cmpfloat_with_epsilon (ones, eights, 0.01);
}

static void
test_wraps (void)
{
  const char *text = "United Kingdom of Great Britain and Northern Ireland";
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", NSC_FACE_SANS);
  g_autoptr (GArray) filled = nsc_typesetter_set (type, NULL, text, label, 120, 0, NSC_WRAP_FILLED);
  g_autoptr (GArray) balanced = nsc_typesetter_set (type, NULL, text, label, 120, 0, NSC_WRAP_BALANCED);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_cmpuint (balanced->len, ==, filled->len);
  for (guint i = 0; i < balanced->len; i++)
    {
      g_assert_cmpfloat (line_at (balanced, i)->advance, <=, 120);
      g_assert_cmpfloat (line_at (filled, i)->advance, <=, 120);
      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", line_at (balanced, i)->text);
    }
  g_assert_cmpstr (all->str, ==, text);
  /* The second line is not the rest of the first. */
  g_assert_cmpfloat (line_at (balanced, 1)->advance, >=, line_at (filled, 1)->advance);
}

static void
test_clauses (void)
{
  g_autoptr (NscTypesetter) english = nsc_typesetter_new ("en", NSC_FACE_SANS);
  g_autoptr (NscTypesetter) chinese = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);
  g_autoptr (GArray) first = nsc_typesetter_set (
      english, NULL, "Cybersecurity is the most frequent sector, with 28 of 90 recorded signatories", label, 170, 0,
      NSC_WRAP_BALANCED);
  g_autoptr (GArray) second = nsc_typesetter_set (
      chinese, NULL, "最常见的行业是网络安全，占已收录的 90 个签署方中的 28 个", label, 150, 0, NSC_WRAP_BALANCED);

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpstr (line_at (first, 0)->text, ==, "Cybersecurity is the most frequent sector,");
  g_assert_cmpstr (line_at (first, 1)->text, ==, "with 28 of 90 recorded signatories");
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpstr (line_at (second, 0)->text, ==, "最常见的行业是网络安全，");
}

/* A number and the word that counts it stay on one line, whatever the width. */
static void
test_counted_words (void)
{
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);

  for (double width = 60; width < 200; width += 1.5)
    {
      g_autoptr (GArray) lines = nsc_typesetter_set (
          type, NULL, "已收录的签署方共有 1221 个，来自 90 个国家，另有 12 个不详", label, width, 0, NSC_WRAP_FILLED);

      for (guint i = 1; i < lines->len; i++)
        g_assert_false (g_str_has_prefix (line_at (lines, i)->text, "个"));
    }
}

static void
test_widow (void)
{
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", NSC_FACE_SANS);

  for (double width = 110; width < 240; width += 3)
    {
      g_autoptr (GArray) lines = nsc_typesetter_set (
          type, NULL, "90 of 161 reported signatories are recorded by name, or at least one source names them so",
          label, width, 0, NSC_WRAP_FILLED);

      if (lines->len > 1)
        g_assert_cmpfloat (line_at (lines, lines->len - 1)->advance, >=, 0.2 * width - 0.01);
    }
}

static void
test_ellipsis (void)
{
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", NSC_FACE_SANS);
  g_autoptr (GArray) two =
      nsc_typesetter_set (type, NULL, "one two three four five six seven eight nine", label, 60, 2, NSC_WRAP_FILLED);
  g_autoptr (GArray) chinese =
      nsc_typesetter_set (type, NULL, "关于从国际安全的角度看信息和电信领域的发展", label, 60, 1, NSC_WRAP_FILLED);
  g_autoptr (GArray) none = nsc_typesetter_set (type, NULL, "Wide", label, 1, 1, NSC_WRAP_FILLED);
  g_autoptr (GArray) fits = nsc_typesetter_set (type, NULL, "Wide", label, 60, 1, NSC_WRAP_FILLED);

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_true (g_str_has_suffix (line_at (two, 1)->text, "…"));
  g_assert_cmpfloat (line_at (two, 1)->advance, <=, 60);
  /* Words are left out whole. */
  g_assert_nonnull (strstr ("one two three four five six seven eight nine ", line_at (two, 0)->text));
  g_assert_true (g_str_has_suffix (line_at (chinese, 0)->text, "…"));
  g_assert_cmpfloat (line_at (chinese, 0)->advance, >, 50);
  g_assert_cmpstr (line_at (none, 0)->text, ==, "…");
  g_assert_cmpstr (line_at (fits, 0)->text, ==, "Wide");
}

static void
test_lead (void)
{
  g_autoptr (NscTypesetter) english = nsc_typesetter_new ("en", NSC_FACE_SANS);
  g_autoptr (NscTypesetter) chinese = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);
  g_autoptr (GArray) en = nsc_typesetter_set (english, "Left out.", "41 signatories.", label, 300, 0, NSC_WRAP_FILLED);
  g_autoptr (GArray) zh = nsc_typesetter_set (chinese, "未计入：", "41 个。", label, 300, 0, NSC_WRAP_FILLED);
  g_autoptr (GArray) narrow =
      nsc_typesetter_set (english, "Left out.", "41 signatories.", label, 20, 0, NSC_WRAP_FILLED);

  g_assert_cmpstr (line_at (en, 0)->text, ==, "Left out. 41 signatories.");
  g_assert_cmpuint (line_at (en, 0)->lead, ==, strlen ("Left out."));
  g_assert_cmpstr (line_at (zh, 0)->text, ==, "未计入：41 个。");
  g_assert_cmpuint (line_at (zh, 0)->lead, ==, strlen ("未计入："));
  g_assert_cmpstr (line_at (narrow, 0)->text, ==, "Left");
  g_assert_cmpuint (line_at (narrow, 0)->lead, ==, strlen ("Left"));
  g_assert_cmpstr (line_at (narrow, 1)->text, ==, "out.");
  g_assert_cmpuint (line_at (narrow, 1)->lead, ==, strlen ("out."));
  g_assert_cmpuint (line_at (narrow, narrow->len - 1)->lead, ==, 0);
}

/* In Chinese text quotes and dashes are as wide as a character, but not an apostrophe in a foreign name. */
static void
test_chinese_marks (void)
{
  const NscTypeStyle big = { 100, NSC_WEIGHT_NORMAL };
  g_autoptr (NscTypesetter) english = nsc_typesetter_new ("en", NSC_FACE_SANS);
  g_autoptr (NscTypesetter) chinese = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);

  g_assert_cmpfloat_with_epsilon (nsc_typesetter_measure (chinese, "“", big), 100, 1);
  g_assert_cmpfloat_with_epsilon (nsc_typesetter_measure (chinese, "…", big), 100, 1);
  g_assert_cmpfloat (nsc_typesetter_measure (english, "“", big), <, 60);
  g_assert_cmpfloat_with_epsilon (nsc_typesetter_measure (chinese, "Côte d’Ivoire", big),
                                  nsc_typesetter_measure (english, "Côte d’Ivoire", big), 1);
}

static void
test_hang (void)
{
  const NscTypeStyle big = { 100, NSC_WEIGHT_NORMAL };
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);
  g_autoptr (GArray) quoted = nsc_typesetter_set (type, NULL, "“企业”", big, 1000, 1, NSC_WRAP_FILLED);
  g_autoptr (GArray) plain = nsc_typesetter_set (type, NULL, "企业", big, 1000, 1, NSC_WRAP_FILLED);

  /* Half of the quote's character is blank. */
  g_assert_cmpfloat (nsc_type_line_get_hang (line_at (quoted, 0), big), >, 30);
  g_assert_cmpfloat (nsc_type_line_get_hang (line_at (plain, 0), big), ==, 0);
}

static void
test_clean (void)
{
  const char *const cases[][2] = {
    { NULL, "" },
    { "  a b ", "a b" },
    { "a\nb\tc", "a b c" },
    { "a\xffz", "a\xef\xbf\xbdz" },
    { "签\u2028署", "签 署" },
  };
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *cut = nsc_typesetter_clean (long_text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = nsc_typesetter_clean (cases[i][0]);

      g_assert_cmpstr (clean, ==, cases[i][1]);
    }
  g_assert_cmpuint (strlen (cut), <, 5000);
  g_assert_true (g_str_has_suffix (cut, "…"));
}

/* What does not fit as a whole is shown as far as there is room. */
static void
test_cut (void)
{
  const char *text = "United Kingdom of Great Britain and Northern Ireland, with all its overseas territories";
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", NSC_FACE_SANS);
  g_autoptr (GArray) filled = nsc_typesetter_set (type, NULL, text, label, 90, 0, NSC_WRAP_FILLED);
  g_autoptr (GArray) cut = nsc_typesetter_set (type, NULL, text, label, 90, 2, NSC_WRAP_BALANCED);

  g_assert_cmpuint (filled->len, >, 2);
  g_assert_cmpuint (cut->len, ==, 2);
  g_assert_cmpstr (line_at (cut, 0)->text, ==, line_at (filled, 0)->text);
  g_assert_true (g_str_has_suffix (line_at (cut, 1)->text, "…"));
}

/* Asked again, in whatever order, a typesetter says what a new one would. */
static void
test_measured_before (void)
{
  const char *const texts[] = { "Signatories", "90 of 161", "签署方：", "", "Côte d’Ivoire" };
  const NscWeight weights[] = { NSC_WEIGHT_NORMAL, NSC_WEIGHT_SEMIBOLD, NSC_WEIGHT_BOLD };
  g_autoptr (NscTypesetter) old = nsc_typesetter_new ("en", NSC_FACE_SANS);

  for (guint i = 0; i < 300; i++)
    {
      const char *text = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
      const char *lead = g_test_rand_bit () ? "90" : NULL;
      NscTypeStyle style = { g_test_rand_bit () ? 6 : 7.5, weights[g_test_rand_int_range (0, 3)] };
      g_autoptr (NscTypesetter) fresh = nsc_typesetter_new ("en", NSC_FACE_SANS);
      g_autoptr (GArray) first = nsc_typesetter_set (old, lead, text, style, 1000, 1, NSC_WRAP_FILLED);
      g_autoptr (GArray) second = nsc_typesetter_set (fresh, lead, text, style, 1000, 1, NSC_WRAP_FILLED);

      g_assert_cmpstr (line_at (first, 0)->text, ==, line_at (second, 0)->text);
      g_assert_cmpuint (line_at (first, 0)->lead, ==, line_at (second, 0)->lead);
      g_assert_cmpfloat (line_at (first, 0)->advance, ==, line_at (second, 0)->advance);
      g_assert_cmpfloat (line_at (first, 0)->ink_right, ==, line_at (second, 0)->ink_right);
      g_assert_cmpfloat (line_at (first, 0)->ink_ascent, ==, line_at (second, 0)->ink_ascent);
      g_assert_cmpfloat (nsc_typesetter_measure (old, text, style), ==, nsc_typesetter_measure (fresh, text, style));
    }
}

/* Whether a line of TEXT starts with START when it is set in WIDTH. */
static gboolean
starts_line (NscTypesetter *type, const char *text, double width, const char *start)
{
  g_autoptr (GArray) lines =
      nsc_typesetter_set (type, NULL, text, (NscTypeStyle) { 10, NSC_WEIGHT_NORMAL }, width, 0, NSC_WRAP_FILLED);

  for (guint i = 1; i < lines->len; i++)
    if (g_str_has_prefix (g_array_index (lines, NscTypeLine, i).text, start))
      return TRUE;
  return FALSE;
}

/* Names and words of the field stay whole while a line can hold them. */
static void
test_kept_together (void)
{
  g_autoptr (NscTypesetter) chinese = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);
  const char *const text = "微软先于赵钱孙李周吴郑提出全部六项";

  g_assert_true (starts_line (chinese, text, 75, "李周"));
  nsc_typesetter_keep_together (chinese, "赵钱孙李周吴郑");
  g_assert_true (starts_line (chinese, text, 75, "赵钱孙李周吴郑"));
  /* A line that cannot hold it parts it all the same. */
  g_assert_false (starts_line (chinese, text, 65, "赵钱孙李周吴郑提"));
  g_assert_true (starts_line (chinese, "东南西北上中下的签名", 75, "下的"));
  g_assert_true (starts_line (chinese, "甲乙丙丁已收录的签署方", 105, "签署方"));
}

/* A long name that is joined of two parts there, rather than to leave a line of three characters before it. */
static void
test_joined_name (void)
{
  static const char joined[] = "甲乙丙丁戊己庚辛壬癸子丑和寅卯辰巳午未申酉戌亥天地玄";
  static const char *const lines_of_title[] = {
    "微软与甲乙丙丁戊己庚辛壬癸子丑",
    "和寅卯辰巳午未申酉戌亥天地玄的",
    "议题排序相近，但也可能出于偶然",
  };
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);
  g_autofree char *title = g_strconcat (lines_of_title[0], lines_of_title[1], lines_of_title[2], NULL);
  g_autoptr (GArray) lines = NULL;

  nsc_typesetter_keep_together (type, joined);
  lines = nsc_typesetter_set (type, NULL, title, label, 29.8 * label.size, 0, NSC_WRAP_BALANCED);
  g_assert_cmpuint (lines->len, ==, 3);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (line_at (lines, i)->text, ==, lines_of_title[i]);
  /* Where no line can hold it, one holds its part. */
  g_assert_true (starts_line (type, title, 200, "和寅卯辰巳"));
  g_clear_pointer (&lines, g_array_unref);
  /* Where the lines are long enough, it stays whole. */
  g_free (title);
  title = g_strconcat ("微软先于工作组提出，也先于", joined, NULL);
  lines = nsc_typesetter_set (type, NULL, title, label, 29.8 * label.size, 0, NSC_WRAP_BALANCED);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (line_at (lines, 1)->text, ==, joined);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/typesetter/scales", test_scales);
  g_test_add_func ("/figure/typesetter/tabular", test_tabular);
  g_test_add_func ("/figure/typesetter/wraps", test_wraps);
  g_test_add_func ("/figure/typesetter/clauses", test_clauses);
  g_test_add_func ("/figure/typesetter/counted-words", test_counted_words);
  g_test_add_func ("/figure/typesetter/widow", test_widow);
  g_test_add_func ("/figure/typesetter/ellipsis", test_ellipsis);
  g_test_add_func ("/figure/typesetter/cut", test_cut);
  g_test_add_func ("/figure/typesetter/measured-before", test_measured_before);
  g_test_add_func ("/figure/typesetter/lead", test_lead);
  g_test_add_func ("/figure/typesetter/chinese-marks", test_chinese_marks);
  g_test_add_func ("/figure/typesetter/hang", test_hang);
  g_test_add_func ("/figure/typesetter/clean", test_clean);
  g_test_add_func ("/figure/typesetter/kept-together", test_kept_together);
  g_test_add_func ("/figure/typesetter/joined-name", test_joined_name);
  return g_test_run ();
}
