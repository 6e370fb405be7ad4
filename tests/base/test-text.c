/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-text.h"

#include <math.h>

static void
check_integer (gint64 value, const char *expected)
{
  g_autofree char *text = nsc_text_integer ("en", value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_integer (void)
{
  check_integer (0, "0");
  check_integer (999, "999");
  check_integer (1221, "1,221");
  check_integer (1234567, "1,234,567");
  check_integer (-1234, "−1,234");
}

static void
check_percent (gint64 part, gint64 base, const char *expected)
{
  g_autofree char *text = nsc_text_percent ("en", part, base);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_count (void)
{
  g_autofree char *some = nsc_text_count ("en", 1221);
  g_autofree char *most = nsc_text_count ("en", G_MAXUINT64);

  g_assert_cmpstr (some, ==, "1,221");
  g_assert_cmpstr (most, ==, "9,223,372,036,854,775,807");
}

static void
check_decimal (double value, guint decimals, const char *expected)
{
  g_autofree char *text = nsc_text_decimal (value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_decimal (void)
{
  check_decimal (0.2469, 3, "0.247");
  check_decimal (-0.166667, 2, "−0.17");
  check_decimal (-0.004, 2, "0.00");
  check_decimal (-12, 0, "−12");
  check_decimal (NAN, 3, "–");
}

static void
test_percent (void)
{
  check_percent (41, 90, "45.6%");
  check_percent (1, 2, "50.0%");
  check_percent (0, 5, "0.0%");
  check_percent (1, 0, "");
}

static void
test_blank (void)
{
  g_assert_true (nsc_text_is_blank (NULL));
  g_assert_true (nsc_text_is_blank (" \t　"));
  g_assert_false (nsc_text_is_blank (" x"));
}

static void
test_join (void)
{
  const char *const items[] = { "a", "b", NULL };
  g_autofree char *english = nsc_text_join ("en", items);
  g_autofree char *chinese = nsc_text_join ("zh_CN", items);

  g_assert_cmpstr (english, ==, "a, b");
  g_assert_cmpstr (chinese, ==, "a、b");
}

static void
test_code (void)
{
  g_autofree char *text = nsc_text_from_code ("public_body");

  g_assert_cmpstr (text, ==, "public body");
}

static void
test_to_line (void)
{
  g_autofree char *text = nsc_text_to_line ("网络\n空间\ta\r\nb ");

  g_assert_cmpstr (text, ==, "网络 空间 a  b ");
}

static void
check_csv (const char *field, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  nsc_text_append_csv (text, field);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_without_brackets (const char *name, const char *expected)
{
  g_autofree char *shorter = nsc_text_without_brackets (name);

  g_assert_cmpstr (shorter, ==, expected);
}

static void
test_without_brackets (void)
{
  check_without_brackets ("UN GGE (as publisher)", "UN GGE");
  check_without_brackets ("专家组（发布方）", "专家组");
  check_without_brackets ("Microsoft", "Microsoft");
  check_without_brackets ("Group (of) Experts", "Group (of) Experts");
  check_without_brackets ("（全部）", "（全部）");
}

static void
test_csv (void)
{
  check_csv ("", "");
  check_csv ("plain text", "plain text");
  check_csv ("a,b", "\"a,b\"");
  check_csv ("say \"no\"", "\"say \"\"no\"\"\"");
  check_csv ("two\nlines", "\"two\nlines\"");
  check_csv (" edge", "\" edge\"");
  check_csv ("签署方", "签署方");
}

/* What a spreadsheet would run is text for it, and a number stays one. */
static void
test_csv_formulas (void)
{
  check_csv ("=1+1", "'=1+1");
  check_csv ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
  check_csv ("@SUM(A1)", "'@SUM(A1)");
  check_csv ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
  check_csv ("-2+3", "'-2+3");
  check_csv ("-", "'-");
  check_csv ("\t=1", "\"'\t=1\"");
  check_csv ("\r=1", "\"'\r=1\"");
  check_csv ("-2", "-2");
  check_csv ("+3.50", "+3.50");
  check_csv ("-1.5e-05", "-1.5e-05");
  check_csv ("-inf", "'-inf");
  check_csv ("-0x10", "'-0x10");
  check_csv ("'=1+1", "''=1+1");
  check_csv ("''-2", "'''-2");
  check_csv ("'s-Gravenhage", "'s-Gravenhage");
  check_csv ("'", "'");
  check_csv ("a=b", "a=b");
  g_assert_true (nsc_text_csv_is_guarded ("'=1+1"));
  g_assert_true (nsc_text_csv_is_guarded ("''-2"));
  g_assert_false (nsc_text_csv_is_guarded ("'s-Gravenhage"));
  g_assert_false (nsc_text_csv_is_guarded ("=1+1"));
  g_assert_false (nsc_text_csv_is_guarded (""));
}

static void
test_append_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  nsc_text_append_line (text, NULL);
  nsc_text_append_line (text, "a");
  nsc_text_append_line (text, "");
  nsc_text_append_line (text, "b");
  g_assert_cmpstr (text->str, ==, "a\nb");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/integer", test_integer);
  g_test_add_func ("/base/text/count", test_count);
  g_test_add_func ("/base/text/decimal", test_decimal);
  g_test_add_func ("/base/text/percent", test_percent);
  g_test_add_func ("/base/text/blank", test_blank);
  g_test_add_func ("/base/text/join", test_join);
  g_test_add_func ("/base/text/code", test_code);
  g_test_add_func ("/base/text/to-line", test_to_line);
  g_test_add_func ("/base/text/without-brackets", test_without_brackets);
  g_test_add_func ("/base/text/csv", test_csv);
  g_test_add_func ("/base/text/csv-formulas", test_csv_formulas);
  g_test_add_func ("/base/text/append-line", test_append_line);
  return g_test_run ();
}
