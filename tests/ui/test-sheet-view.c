/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-view.h"

#include "ui-fixture.h"

static GtkLabel *
find_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return GTK_LABEL (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child, text);

      if (label != NULL)
        return label;
    }
  return NULL;
}

static void
test_for_people (void)
{
  static const NscSheetColumn columns[] = {
    { "initiative", "Initiative", NSC_SHEET_CODE },
    { "label", "Country", NSC_SHEET_WORDS },
    { "count", "Signatories", NSC_SHEET_NUMBER },
    { "share", "Share", NSC_SHEET_SHARE },
  };
  const char *const values[] = { "tech_accord", "United States", "1221", "0.455556" };
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  NscSheetView *view = g_object_new (NSC_TYPE_SHEET_VIEW, NULL);
  GtkWidget *window;

  nsc_sheet_add_row (sheet, 1, values);
  nsc_sheet_view_set_sheet (view, sheet);
  window = ui_fixture_show (GTK_WIDGET (view), 640, 480);

  g_assert_true (ui_fixture_shows (window, "United States"));
  g_assert_true (ui_fixture_shows (window, "1,221"));
  g_assert_true (ui_fixture_shows (window, "45.6%"));
  g_assert_false (ui_fixture_shows (window, "0.455556"));
  g_assert_false (ui_fixture_shows (window, "tech_accord"));
  g_assert_false (ui_fixture_shows (window, "Initiative"));

  /* Numbers and what stands over them are flush right, words flush left. */
  g_assert_cmpfloat (gtk_label_get_xalign (find_label (window, "1,221")), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (find_label (window, "Signatories")), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (find_label (window, "Share")), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (find_label (window, "Country")), <, 1);
  ui_fixture_close (window);
}

/* What the numbers must not be read without stands below them, whole and to be copied, as long as the table is shown.
 */
static void
test_notes (void)
{
  static const NscSheetColumn columns[] = { { "hhi", "HHI", NSC_SHEET_DECIMAL } };
  static const char caution[] = "The Pact: the measures are not representative, since 4 of 20 are recorded.";
  static const char both[] =
      "The Pact: the measures are not representative, since 4 of 20 are recorded.\n1 without a date.";
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (NscSheet) plain = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  NscSheetView *view = g_object_new (NSC_TYPE_SHEET_VIEW, NULL);
  GtkWidget *window;
  GtkLabel *label;

  nsc_sheet_add_row (sheet, 1, (const char *[]) { "0.375000" });
  nsc_sheet_add_note (sheet, caution);
  nsc_sheet_add_note (sheet, "1 without a date.");
  nsc_sheet_view_set_sheet (view, sheet);
  window = ui_fixture_show (GTK_WIDGET (view), 240, 320);

  g_assert_true (ui_fixture_shows (window, both));
  label = find_label (window, both);
  g_assert_true (gtk_label_get_selectable (label));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), >, 2);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));

  nsc_sheet_view_set_sheet (view, plain);
  g_assert_false (ui_fixture_shows (window, both));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (label)));
  ui_fixture_close (window);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  g_test_add_func ("/sheet-view/for-people", test_for_people);
  g_test_add_func ("/sheet-view/notes", test_notes);
  return g_test_run ();
}
