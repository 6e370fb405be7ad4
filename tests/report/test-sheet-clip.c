/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-clip.h"

static NscSheet *
make_sheet (void)
{
  const NscSheetColumn columns[] = { { "id", "Id", NSC_SHEET_CODE },
                                     { "label", "Name", NSC_SHEET_WORDS },
                                     { "initiative", "Initiative", NSC_SHEET_NAMED },
                                     { "count", "Number", NSC_SHEET_NUMBER },
                                     { "share", "Share", NSC_SHEET_SHARE } };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  nsc_sheet_set_name (sheet, "paris", "Paris Call");
  nsc_sheet_add_row (sheet, 0, (const char *[]) { "x", "a\tb <c>\n", "paris", "1221", "0.456000" });
  nsc_sheet_add_row (sheet, 0, (const char *[]) { "y", "签署方", "", "", "" });
  nsc_sheet_add_note (sheet, "Not all & not sure.");
  return sheet;
}

static void
test_tabbed (void)
{
  g_autoptr (NscSheet) sheet = make_sheet ();
  g_autofree char *text = nsc_sheet_clip_tabbed (sheet, "en");

  g_assert_cmpstr (text, ==,
                   "Name\tInitiative\tNumber\tShare\n"
                   "a b <c> \tParis Call\t1221\t0.456000\n"
                   "签署方\t\t\t\n");
}

static void
test_html (void)
{
  g_autoptr (NscSheet) sheet = make_sheet ();
  g_autofree char *text = nsc_sheet_clip_html (sheet, "en");

  g_assert_cmpstr (text, ==,
                   "<meta charset=\"utf-8\">\n<table>\n"
                   "<tr><th>Name</th><th>Initiative</th><th style=\"text-align:right\">Number</th>"
                   "<th style=\"text-align:right\">Share</th></tr>\n"
                   "<tr><td>a\tb &lt;c&gt;\n</td><td>Paris Call</td><td style=\"text-align:right\">1,221</td>"
                   "<td style=\"text-align:right\">45.6%</td></tr>\n"
                   "<tr><td>签署方</td><td></td><td style=\"text-align:right\"></td>"
                   "<td style=\"text-align:right\"></td></tr>\n"
                   "</table>\n<p>Not all &amp; not sure.</p>\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/sheet-clip/tabbed", test_tabbed);
  g_test_add_func ("/report/sheet-clip/html", test_html);
  return g_test_run ();
}
