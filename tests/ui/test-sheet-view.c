/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-view.h"

#include "nsc-sheet-model.h"
#include "ui-fixture.h"

#include <string.h>

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

/* Where the words of LABEL end in WINDOW. */
static double
find_end (GtkWidget *window, const char *words)
{
  GtkWidget *label = GTK_WIDGET (find_label (window, words));
  graphene_point_t end = GRAPHENE_POINT_INIT (gtk_widget_get_width (label), 0);

  g_assert_true (gtk_widget_compute_point (label, window, &end, &end));
  return end.x;
}

/* As the program has it, whose look it is that is tested. */
static GtkCssProvider *
add_style (void)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/normscape/Normscape/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return style;
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
  g_autoptr (GtkCssProvider) style = add_style ();
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
  g_assert_cmpfloat_with_epsilon (find_end (window, "Signatories"), find_end (window, "1,221"), 2);
  g_assert_cmpfloat_with_epsilon (find_end (window, "Share"), find_end (window, "45.6%"), 2);
  g_assert_cmpfloat (find_end (window, "Country"), <, find_end (window, "United States"));
  /* Nor does the scrollbar lie over the last of them. */
  g_assert_cmpfloat (find_end (GTK_WIDGET (view), "45.6%"), <=, gtk_widget_get_width (GTK_WIDGET (view)) - 16);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style));
  ui_fixture_close (window);
}

static gboolean
has_tooltip (GtkLabel *label)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (label, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown;
}

/* What can be read needs no second word over its neighbours. */
static void
test_tooltip (void)
{
  static const NscSheetColumn columns[] = {
    { "label", "Country", NSC_SHEET_WORDS },
    { "count", "Signatories", NSC_SHEET_NUMBER },
  };
  static const char long_name[] = "The Association of All That Have a Name Too Long for a Column";
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  NscSheetView *view = g_object_new (NSC_TYPE_SHEET_VIEW, NULL);
  GtkWidget *window;

  nsc_sheet_add_row (sheet, 1, (const char *[]){ "Chile", "7" });
  nsc_sheet_add_row (sheet, 2, (const char *[]){ long_name, "8" });
  nsc_sheet_view_set_sheet (view, sheet);
  window = ui_fixture_show (GTK_WIDGET (view), 360, 320);
  g_assert_false (has_tooltip (find_label (window, "Chile")));
  g_assert_false (has_tooltip (find_label (window, "7")));
  g_assert_true (has_tooltip (find_label (window, long_name)));
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

  nsc_sheet_add_row (sheet, 1, (const char *[]){ "0.375000" });
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

static GtkSelectionModel *
find_rows (NscSheetView *view)
{
  return gtk_column_view_get_model (ui_fixture_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW));
}

/* Rows and marks are the same choice, whoever makes it; a row that stands for no mark chooses none. */
static void
test_selection (void)
{
  static const NscSheetColumn columns[] = { { "count", "Signatories", NSC_SHEET_NUMBER } };
  static const gint64 keys[] = { 30, 0, 10, 20, 10 };
  g_autoptr (NscMarkSelection) marks = nsc_mark_selection_new ();
  g_autoptr (NscSheet) sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));
  NscSheetView *view = g_object_new (NSC_TYPE_SHEET_VIEW, NULL);
  GtkSelectionModel *rows;
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    nsc_sheet_add_row (sheet, keys[i], (const char *[]){ "1" });
  nsc_mark_selection_choose (marks, 20);
  nsc_sheet_view_set_selection (view, marks);
  nsc_sheet_view_set_sheet (view, sheet);
  window = ui_fixture_show (GTK_WIDGET (view), 240, 320);
  rows = find_rows (view);
  g_assert_true (gtk_selection_model_is_selected (rows, 3));

  nsc_mark_selection_set (marks, (const gint64[]){ 10, 77 }, 2, 10);
  g_assert_false (gtk_selection_model_is_selected (rows, 3));
  g_assert_true (gtk_selection_model_is_selected (rows, 2));
  g_assert_true (gtk_selection_model_is_selected (rows, 4));

  gtk_selection_model_select_item (rows, 3, FALSE);
  g_assert_true (nsc_mark_selection_contains (marks, 10));
  g_assert_cmpint (nsc_mark_selection_get_lead (marks), ==, 20);
  gtk_selection_model_select_item (rows, 0, TRUE);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (marks), ==, 1);
  g_assert_cmpint (nsc_mark_selection_get_lead (marks), ==, 30);
  gtk_selection_model_select_item (rows, 1, TRUE);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (marks), ==, 0);

  nsc_sheet_view_set_sheet (view, NULL);
  nsc_mark_selection_choose (marks, 10);
  ui_fixture_close (window);
}

/* ---- order ---- */

static NscSheet *
make_unordered (void)
{
  static const NscSheetColumn columns[] = {
    { "initiative", "Initiative", NSC_SHEET_CODE },
    { "label", "Country", NSC_SHEET_WORDS },
    { "count", "Signatories", NSC_SHEET_NUMBER },
  };
  static const char *const rows[][3] = {
    { "a", "Malta", "9" }, { "a", "Chile", "100" },  { "a", "Unknown", "50" },
    { "b", "Japan", "" },  { "b", "Austria", "10" }, { "b", "Unknown", "1" },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      nsc_sheet_add_row (sheet, i + 1, rows[i]);
      if (g_str_equal (rows[i][1], "Unknown"))
        nsc_sheet_set_rest (sheet);
    }
  return sheet;
}

/* KEYS as a number each. */
static void
check_order (NscSheetView *view, const char *keys)
{
  GtkSelectionModel *rows = find_rows (view);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, strlen (keys));
  for (guint i = 0; keys[i] != '\0'; i++)
    {
      g_autoptr (NscSheetRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_cmpint (nsc_sheet_row_get_key (row), ==, keys[i] - '0');
    }
}

/* What is copied is what is seen. */
static void
check_ordered (NscSheetView *view, const char *expected)
{
  g_autoptr (NscSheet) sheet = nsc_sheet_view_dup_ordered (view);
  g_autofree char *csv = nsc_sheet_to_string (sheet, NSC_SHEET_CSV);

  g_assert_cmpstr (csv, ==, expected);
}

static void
sort_by (NscSheetView *view, int column, GtkSortType direction)
{
  GtkColumnView *columns = ui_fixture_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) chosen =
      column >= 0 ? g_list_model_get_item (gtk_column_view_get_columns (columns), (guint) column) : NULL;

  gtk_column_view_sort_by_column (columns, chosen, direction);
}

/* Numbers by their value, words as words; what has no value is last and the rest after it, in either direction; and the
 * same marks are chosen as before. */
static void
test_sort (void)
{
  g_autoptr (NscMarkSelection) marks = nsc_mark_selection_new ();
  g_autoptr (NscSheet) sheet = make_unordered ();
  NscSheetView *view = g_object_new (NSC_TYPE_SHEET_VIEW, NULL);
  GtkSelectionModel *rows;
  GtkWidget *window;

  nsc_sheet_view_set_selection (view, marks);
  nsc_sheet_view_set_sheet (view, sheet);
  window = ui_fixture_show (GTK_WIDGET (view), 400, 320);
  rows = find_rows (view);
  nsc_mark_selection_set (marks, (const gint64[]){ 2, 5 }, 2, 5);
  check_order (view, "123456");
  sort_by (view, 1, GTK_SORT_ASCENDING);
  check_order (view, "152436");
  check_ordered (view,
                 "initiative,label,count\na,Malta,9\nb,Austria,10\na,Chile,100\nb,Japan,\na,Unknown,50\nb,Unknown,1\n");
  g_assert_true (gtk_selection_model_is_selected (rows, 1));
  g_assert_true (gtk_selection_model_is_selected (rows, 2));
  g_assert_false (gtk_selection_model_is_selected (rows, 4));
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (marks), ==, 2);
  g_assert_cmpint (nsc_mark_selection_get_lead (marks), ==, 5);
  sort_by (view, 1, GTK_SORT_DESCENDING);
  check_order (view, "251436");
  sort_by (view, 0, GTK_SORT_ASCENDING);
  check_order (view, "524136");

  /* A row that is chosen now is that of its mark. */
  gtk_selection_model_select_item (rows, 3, TRUE);
  g_assert_cmpint (nsc_mark_selection_get_lead (marks), ==, 1);

  /* Another answer comes in the same order. */
  nsc_sheet_view_set_sheet (view, NULL);
  g_assert_null (nsc_sheet_view_dup_ordered (view));
  nsc_sheet_view_set_sheet (view, sheet);
  check_order (view, "524136");
  g_assert_true (gtk_selection_model_is_selected (find_rows (view), 3));
  sort_by (view, -1, GTK_SORT_ASCENDING);
  check_order (view, "123456");
  nsc_sheet_view_set_sheet (view, NULL);
  nsc_sheet_view_set_sheet (view, sheet);
  check_order (view, "123456");
  ui_fixture_close (window);
}

static void
press_menu_key (GtkWidget *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view, NULL));
      return;
    }
  g_assert_not_reached ();
}

/* Keys do what a click on a header does, and lead back to the order of the report. */
static void
test_sort_menu (void)
{
  g_autoptr (NscSheet) sheet = make_unordered ();
  NscSheetView *view = g_object_new (NSC_TYPE_SHEET_VIEW, NULL);
  GtkWidget *window, *menu;

  nsc_sheet_view_set_sheet (view, sheet);
  window = ui_fixture_show (GTK_WIDGET (view), 400, 320);
  press_menu_key (GTK_WIDGET (view));
  menu = ui_fixture_find (GTK_WIDGET (view), GTK_TYPE_POPOVER_MENU);
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_true (ui_fixture_shows (menu, "Signatories"));
  g_assert_true (ui_fixture_shows (menu, "Order of the Report"));
  g_assert_false (ui_fixture_shows (menu, "Initiative"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "sort.column", "s", "count"));
  check_order (view, "152436");
  gtk_popover_popdown (GTK_POPOVER (menu));
  g_assert_true (gtk_widget_grab_focus (ui_fixture_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "sort.direction", "s", "descending"));
  check_order (view, "251436");
  /* Keys go on in the table. */
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (view)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "sort.column", "s", ""));
  check_order (view, "123456");
  ui_fixture_close (window);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  g_test_add_func ("/sheet-view/for-people", test_for_people);
  g_test_add_func ("/sheet-view/tooltip", test_tooltip);
  g_test_add_func ("/sheet-view/notes", test_notes);
  g_test_add_func ("/sheet-view/selection", test_selection);
  g_test_add_func ("/sheet-view/sort", test_sort);
  g_test_add_func ("/sheet-view/sort-menu", test_sort_menu);
  return g_test_run ();
}
