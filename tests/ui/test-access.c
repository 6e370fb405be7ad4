/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of a person who reads from right to left, needs letters twice as large, or has little room: each page and
 * dialog is shown without a warning, which would end the test, and what can be used is within the window or can be
 * scrolled to. */

#include "nsc-figure-view.h"
#include "nsc-option-form.h"
#include "nsc-page-list.h"
#include "nsc-record-form.h"

#include "dialog-round.h"

typedef struct
{
  GtkTextDirection direction;
  int dpi;          /* of letters */
  const char *font; /* their size can be set there too */
  int width, height;
} Manner;

#define USUAL_FONT "Inter 11"

typedef struct
{
  NscWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  const Manner *manner = data;

  gtk_widget_set_default_direction (manner->direction);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", manner->dpi * 1024, "gtk-font-name", manner->font, NULL);
  self->window = nsc_window_new (window_fixture_get_application ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), manner->width + 2 * WINDOW_FIXTURE_BORDER,
                               manner->height + 2 * WINDOW_FIXTURE_BORDER);
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_wait_for_width (self->window, manner->width);
  window_fixture_open_example (self->window);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  window_fixture_close (g_steal_pointer (&self->window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, "gtk-font-name", USUAL_FONT, NULL);
}

/* ---- reach ---- */

static void
check_reach (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t area;

  /* What is scrolled is in reach wherever it stands, and a sheet from below stands on more than is seen. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLABLE (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") &&
      gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget) &&
      gtk_widget_compute_bounds (widget, window, &area) &&
      (area.origin.x < -1 || area.origin.y < -1 ||
       area.origin.x + area.size.width > (float) gtk_widget_get_width (window) + 1 ||
       area.origin.y + area.size.height > (float) gtk_widget_get_height (window) + 1))
    g_error ("%s: %s “%s” of %s is out of reach: %.0f,%.0f %.0f×%.0f in %d×%d",
             nsc_window_get_page_name (NSC_WINDOW (window)), G_OBJECT_TYPE_NAME (widget),
             gtk_widget_get_tooltip_text (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), area.origin.x,
             area.origin.y, area.size.width, area.size.height, gtk_widget_get_width (window),
             gtk_widget_get_height (window));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      check_reach (child, window);
}

static void
check (Fixture *self)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  check_reach (GTK_WIDGET (self->window), GTK_WIDGET (self->window));
}

static void
test_pages (Fixture *self, gconstpointer unused)
{
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      window_fixture_wait_for_figure (self->window);
      check (self);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-pane", NULL);
      check (self);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-pane", NULL);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "table");
      check (self);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "figure");
    }
}

static void
check_dialog (AdwDialog *dialog, const char *name, gpointer data)
{
  g_test_message ("%s", name);
  check (data);
}

static void
test_dialogs (Fixture *self, gconstpointer data)
{
  const Manner *manner = data;
  gboolean usual_letters = manner->dpi == 96 && g_str_equal (manner->font, USUAL_FONT);

  dialog_round_go (self->window, usual_letters, check_dialog, self);
}

/* Each table has fields of its own. */
static void
test_forms (Fixture *self, gconstpointer unused)
{
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.add-to", "s", (*table)->name));
      window_fixture_wait_for_dialog (self->window);
      g_assert_true (NSC_IS_RECORD_FORM (window_fixture_get_dialog (self->window)));
      check (self);
      window_fixture_close_dialog (self->window);
    }
}

/* ---- from right to left ---- */

static float
get_left (Fixture *self, GType type)
{
  GtkWidget *widget = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), type);
  graphene_rect_t area;

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &area));
  return area.origin.x;
}

/* The pane stands at the end of the line, wherever that is. */
static void
test_pane_stands_at_the_end (Fixture *self, gconstpointer data)
{
  const Manner *manner = data;

  nsc_window_show_page (self->window, "signatories");
  window_fixture_wait_for_figure (self->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  if (manner->direction == GTK_TEXT_DIR_RTL)
    g_assert_cmpfloat (get_left (self, NSC_TYPE_OPTION_FORM), <, get_left (self, NSC_TYPE_FIGURE_VIEW));
  else
    g_assert_cmpfloat (get_left (self, NSC_TYPE_OPTION_FORM), >, get_left (self, NSC_TYPE_FIGURE_VIEW));
}

static float
press_and_get_middle (NscFigureView *view, guint key)
{
  graphene_rect_t area;

  g_assert_true (ui_fixture_press (GTK_WIDGET (view), key));
  g_assert_true (
      nsc_figure_view_get_mark_area (view, nsc_mark_selection_get_lead (nsc_figure_view_get_selection (view)), &area));
  return area.origin.x + area.size.width / 2;
}

/* A figure is the same in each direction, and so is the way through its marks. */
static void
test_arrows_go_where_they_point (Fixture *self, gconstpointer unused)
{
  NscFigureView *view;
  float middle;

  nsc_window_show_page (self->window, "growth");
  window_fixture_wait_for_figure (self->window);
  view = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), NSC_TYPE_FIGURE_VIEW);
  middle = press_and_get_middle (view, GDK_KEY_Home);
  for (guint i = 0; i < 3; i++)
    {
      float right = press_and_get_middle (view, GDK_KEY_Right);

      g_assert_cmpfloat (right, >, middle);
      g_assert_cmpfloat (press_and_get_middle (view, GDK_KEY_Left), <, right);
      middle = press_and_get_middle (view, GDK_KEY_Right);
    }
}

static float
get_middle (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &area));
  return area.origin.x + area.size.width / 2;
}

/* The last widget of TYPE below ROOT that is to be seen, or NULL. */
static GtkWidget *
find_last (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_last_child (root); child != NULL; child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *found = find_last (child, type);

      if (found != NULL)
        return found;
    }
  return G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;
}

/* A row begins with its words and ends with its sign, and a bar begins with what leaves and ends with what goes on. */
static void
check_order (GtkWidget *widget, Fixture *self, GtkTextDirection direction, guint *n)
{
  GtkWidget *one = NULL, *other = NULL;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (ADW_IS_PREFERENCES_ROW (widget))
    {
      one = ui_fixture_find (widget, GTK_TYPE_LABEL);
      other = find_last (widget, GTK_TYPE_IMAGE);
    }
  else if (ADW_IS_HEADER_BAR (widget))
    {
      one = ui_fixture_find (widget, GTK_TYPE_BUTTON);
      other = find_last (widget, GTK_TYPE_BUTTON);
    }
  if (one != NULL && other != NULL && one != other)
    {
      float left = get_middle (one, GTK_WIDGET (self->window)), right = get_middle (other, GTK_WIDGET (self->window));

      if (direction == GTK_TEXT_DIR_RTL)
        g_assert_cmpfloat (left, >, right);
      else
        g_assert_cmpfloat (left, <, right);
      ++*n;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_order (child, self, direction, n);
}

typedef struct
{
  Fixture *fixture;
  GtkTextDirection direction;
  guint n; /* of what was looked at */
} Order;

static void
check_order_of_dialog (AdwDialog *dialog, const char *name, gpointer data)
{
  Order *order = data;

  g_test_message ("%s", name);
  check_order (GTK_WIDGET (dialog), order->fixture, order->direction, &order->n);
}

static void
test_order_of_dialogs (Fixture *self, gconstpointer data)
{
  Order order = { self, ((const Manner *) data)->direction, 0 };

  dialog_round_go (self->window, TRUE, check_order_of_dialog, &order);
  g_assert_cmpuint (order.n, >, 30);
}

/* Arrows and panes point the other way. */
static void
test_icons_are_mirrored (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "go-next-symbolic", "go-previous-symbolic", "sidebar-show-right-symbolic" };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self->window)));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkIconPaintable) to_right =
          gtk_icon_theme_lookup_icon (theme, names[i], NULL, 16, 1, GTK_TEXT_DIR_LTR, 0);
      g_autoptr (GtkIconPaintable) to_left =
          gtk_icon_theme_lookup_icon (theme, names[i], NULL, 16, 1, GTK_TEXT_DIR_RTL, 0);
      g_autoptr (GFile) one = gtk_icon_paintable_get_file (to_right);
      g_autoptr (GFile) other = gtk_icon_paintable_get_file (to_left);

      g_assert_nonnull (one);
      g_assert_nonnull (other);
      g_assert_false (g_file_equal (one, other));
    }
}

int
main (int argc, char *argv[])
{
  static const Manner to_left = { GTK_TEXT_DIR_RTL, 96, USUAL_FONT, 1280, 780 };
  static const Manner to_left_narrow = { GTK_TEXT_DIR_RTL, 96, USUAL_FONT, 360, 640 };
  static const Manner large = { GTK_TEXT_DIR_LTR, 192, USUAL_FONT, 1280, 780 };
  static const Manner large_narrow = { GTK_TEXT_DIR_LTR, 192, USUAL_FONT, 360, 480 };
  static const Manner large_least = { GTK_TEXT_DIR_LTR, 192, USUAL_FONT, 360, 294 };
  static const Manner large_font = { GTK_TEXT_DIR_LTR, 96, "Inter 22", 360, 294 };
  static const Manner usual = { GTK_TEXT_DIR_LTR, 96, USUAL_FONT, 1280, 780 };
  window_fixture_init (&argc, &argv);

#define TEST(name_, manner_)                                                                                           \
  g_test_add ("/access/" #name_ "/" #manner_, Fixture, &manner_, set_up, test_##name_, tear_down)
  TEST (pages, to_left);
  TEST (pages, to_left_narrow);
  TEST (pages, large);
  TEST (pages, large_narrow);
  TEST (pages, large_least);
  TEST (pages, large_font);
  TEST (dialogs, to_left);
  TEST (dialogs, to_left_narrow);
  TEST (dialogs, large);
  TEST (dialogs, large_narrow);
  TEST (dialogs, large_least);
  TEST (dialogs, large_font);
  TEST (forms, large_narrow);
  TEST (forms, large_font);
  TEST (forms, large_least);
  TEST (order_of_dialogs, usual);
  TEST (order_of_dialogs, to_left);
  TEST (pane_stands_at_the_end, usual);
  TEST (pane_stands_at_the_end, to_left);
  TEST (arrows_go_where_they_point, usual);
  TEST (arrows_go_where_they_point, to_left);
  TEST (icons_are_mirrored, to_left);
#undef TEST

  return window_fixture_run ();
}
