/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet.h"

static NscSheet *
make_sheet (void)
{
  const NscSheetColumn columns[] = { { "label", "Name", NSC_SHEET_WORDS }, { "count", "Number", NSC_SHEET_NUMBER } };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  nsc_sheet_add_row (sheet, 7, (const char *[]) { "a \"b\", c\n", "12" });
  nsc_sheet_add_row (sheet, -1, (const char *[]) { "签署方", "" });
  return sheet;
}

static void
check_written (NscSheetFormat format, const char *expected)
{
  g_autoptr (NscSheet) sheet = make_sheet ();
  g_autofree char *text = nsc_sheet_to_string (sheet, format);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_csv (void)
{
  check_written (NSC_SHEET_CSV, "label,count\n\"a \"\"b\"\", c\n\",12\n签署方,\n");
}

static void
test_json (void)
{
  check_written (NSC_SHEET_JSON, "[\n  {\"label\": \"a \\\"b\\\", c\\u000a\", \"count\": 12},\n"
                                 "  {\"label\": \"签署方\", \"count\": null}\n]\n");
}

/* A Chinese character takes two columns of a terminal; numbers stand flush right. */
static void
test_text (void)
{
  const NscSheetColumn columns[] = { { "label", "", NSC_SHEET_WORDS },
                                     { "n", "", NSC_SHEET_NUMBER },
                                     { "word", "", NSC_SHEET_WORDS } };
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *text = NULL;

  nsc_sheet_add_row (sheet, 0, (const char *[]) { "美国", "41", "x" });
  nsc_sheet_add_row (sheet, 0, (const char *[]) { "Germany", "4", "y" });
  text = nsc_sheet_to_string (sheet, NSC_SHEET_TEXT);
  g_assert_cmpstr (text, ==,
                   "label     n  word\n"
                   "美国     41  x\n"
                   "Germany   4  y\n");
}

static void
check_shown (NscSheet *sheet, guint column, const char *expected)
{
  g_autofree char *shown = nsc_sheet_dup_shown (sheet, 0, column, "en");

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_shown (void)
{
  const NscSheetColumn columns[] = {
    { "label", "", NSC_SHEET_WORDS },
    { "count", "", NSC_SHEET_NUMBER },
    { "share", "", NSC_SHEET_SHARE },
    { "other", "", NSC_SHEET_SHARE },
  };
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  nsc_sheet_add_row (sheet, 0, (const char *[]) { "1234", "1221", "0.455556", "" });
  check_shown (sheet, 0, "1234");
  check_shown (sheet, 1, "1,221");
  check_shown (sheet, 2, "45.6%");
  check_shown (sheet, 3, "");
}

static void
test_empty (void)
{
  const NscSheetColumn columns[] = { { "label", "", NSC_SHEET_WORDS } };
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, 1);
  g_autofree char *json = nsc_sheet_to_string (sheet, NSC_SHEET_JSON);
  g_autofree char *csv = nsc_sheet_to_string (sheet, NSC_SHEET_CSV);

  g_assert_cmpstr (json, ==, "[]\n");
  g_assert_cmpstr (csv, ==, "label\n");
}

static void
test_keys (void)
{
  g_autoptr (NscSheet) sheet = make_sheet ();

  g_assert_cmpuint (nsc_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpuint (nsc_sheet_get_n_columns (sheet), ==, 2);
  g_assert_cmpint (nsc_sheet_get_key (sheet, 0), ==, 7);
  g_assert_cmpint (nsc_sheet_get_key (sheet, 1), ==, -1);
  g_assert_cmpstr (nsc_sheet_get_column (sheet, 1)->title, ==, "Number");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/sheet/csv", test_csv);
  g_test_add_func ("/report/sheet/json", test_json);
  g_test_add_func ("/report/sheet/text", test_text);
  g_test_add_func ("/report/sheet/shown", test_shown);
  g_test_add_func ("/report/sheet/empty", test_empty);
  g_test_add_func ("/report/sheet/keys", test_keys);
  return g_test_run ();
}
