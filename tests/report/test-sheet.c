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
  nsc_sheet_add_row (sheet, 0, (const char *[]) { "two\nrows", "1", "a\tb" });
  text = nsc_sheet_to_string (sheet, NSC_SHEET_TEXT);
  g_assert_cmpstr (text, ==,
                   "label      n  word\n"
                   "美国      41  x\n"
                   "Germany    4  y\n"
                   "two rows   1  a b\n");
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
    { "label", "", NSC_SHEET_WORDS }, { "count", "", NSC_SHEET_NUMBER }, { "share", "", NSC_SHEET_SHARE },
    { "other", "", NSC_SHEET_SHARE }, { "year", "", NSC_SHEET_PLAIN },   { "mean", "", NSC_SHEET_DECIMAL },
    { "lead", "", NSC_SHEET_NUMBER }, { "open", "", NSC_SHEET_CHOICE },  { "measure", "", NSC_SHEET_DECIMAL },
    { "actor", "", NSC_SHEET_NAMED }, { "other", "", NSC_SHEET_NAMED },
  };
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  nsc_sheet_add_row (sheet, 0,
                     (const char *[]) { "1234", "1221", "0.455556", "", "2015", "-0.166667", "-2", "yes", "0.923220",
                                        "acme", "bolt" });
  nsc_sheet_set_name (sheet, "acme", "Acme Corporation");
  check_shown (sheet, 0, "1234");
  check_shown (sheet, 1, "1,221");
  check_shown (sheet, 2, "45.6%");
  check_shown (sheet, 3, "");
  check_shown (sheet, 4, "2015");
  check_shown (sheet, 5, "−0.167");
  check_shown (sheet, 6, "−2");
  check_shown (sheet, 7, "Yes");
  check_shown (sheet, 8, "0.923");
  check_shown (sheet, 9, "Acme Corporation");
  check_shown (sheet, 10, "bolt");
  g_assert_cmpstr (nsc_sheet_get_value (sheet, 0, 9), ==, "acme");
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

/* Notes stand below the table that people read, and in no file for programs. */
static void
test_notes (void)
{
  const NscSheetColumn columns[] = { { "label", "", NSC_SHEET_WORDS }, { "hhi", "", NSC_SHEET_DECIMAL } };
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *text = NULL, *csv = NULL, *json = NULL;

  nsc_sheet_add_row (sheet, 0, (const char *[]) { "a", "0.300000" });
  nsc_sheet_add_note (sheet, "Not all are recorded.");
  nsc_sheet_add_note (sheet, "Nor dated.");
  text = nsc_sheet_to_string (sheet, NSC_SHEET_TEXT);
  csv = nsc_sheet_to_string (sheet, NSC_SHEET_CSV);
  json = nsc_sheet_to_string (sheet, NSC_SHEET_JSON);
  g_assert_cmpstr (text, ==, "label       hhi\na      0.300000\n\nNot all are recorded.\nNor dated.\n");
  g_assert_cmpstr (csv, ==, "label,hhi\na,0.300000\n");
  g_assert_cmpstr (json, ==, "[\n  {\"label\": \"a\", \"hhi\": 0.300000}\n]\n");
  g_assert_cmpuint (nsc_sheet_get_n_notes (sheet), ==, 2);
  g_assert_cmpstr (nsc_sheet_get_note (sheet, 1), ==, "Nor dated.");
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

/* The same table with other rows, whatever becomes of the first. */
static void
test_rows (void)
{
  const NscSheetColumn columns[] = { { "id", "", NSC_SHEET_NAMED }, { "number", "", NSC_SHEET_NUMBER } };
  const guint rows[] = { 2, 0 };
  NscSheet *whole = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (NscSheet) sheet = NULL;
  g_autofree char *csv = NULL, *shown = NULL;

  nsc_sheet_add_row (whole, 7, (const char *[]) { "a", "1" });
  nsc_sheet_add_row (whole, 8, (const char *[]) { "b", "2" });
  nsc_sheet_add_row (whole, 0, (const char *[]) { "c", "3" });
  nsc_sheet_set_rest (whole);
  nsc_sheet_set_name (whole, "a", "Acme");
  nsc_sheet_add_note (whole, "Not all are recorded.");
  sheet = nsc_sheet_dup_rows (whole, rows, G_N_ELEMENTS (rows));
  g_object_unref (whole);

  csv = nsc_sheet_to_string (sheet, NSC_SHEET_CSV);
  shown = nsc_sheet_dup_shown (sheet, 1, 0, "en");
  g_assert_cmpstr (csv, ==, "id,number\nc,3\na,1\n");
  g_assert_cmpstr (shown, ==, "Acme");
  g_assert_cmpint (nsc_sheet_get_key (sheet, 1), ==, 7);
  g_assert_true (nsc_sheet_is_rest (sheet, 0));
  g_assert_false (nsc_sheet_is_rest (sheet, 1));
  g_assert_cmpstr (nsc_sheet_get_note (sheet, 0), ==, "Not all are recorded.");
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
  g_test_add_func ("/report/sheet/notes", test_notes);
  g_test_add_func ("/report/sheet/keys", test_keys);
  g_test_add_func ("/report/sheet/rows", test_rows);
  return g_test_run ();
}
