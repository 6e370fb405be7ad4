/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-view.h"

#include "nsc-distribution-chart.h"

#include "ui-fixture.h"

static NscFigure *
make_figure (void)
{
  static const NscDistributionBar bars[] = {
    { .kind = NSC_BAR_KNOWN, .label = "Germany", .count = 4, .reported = -1, .key = 11 },
    { .kind = NSC_BAR_KNOWN, .label = "Japan", .count = 3, .reported = -1, .key = 12 },
    { .kind = NSC_BAR_UNKNOWN, .label = "Unknown", .count = 1, .reported = -1, .key = 13 },
  };
  const NscDistributionPanel panel = {
    .initiative = "Tech Accord",
    .bars = bars,
    .n_bars = G_N_ELEMENTS (bars),
    .total = 8,
    .coverage = { .recorded = 8, .reported = -1 },
  };
  const NscDistributionChart chart = {
    .language = "en",
    .panels = &panel,
    .n_panels = 1,
    .by = NSC_DIMENSION_COUNTRY,
  };

  return nsc_distribution_chart_new (&chart);
}

typedef struct
{
  GtkWidget *window;
  NscFigureView *view;
  NscFigure *figure;
  gint64 selected;
  gint64 activated;
  guint n_selected;
} Fixture;

static void
selected_cb (NscFigureView *view, gint64 key, gpointer user_data)
{
  Fixture *self = user_data;

  self->selected = key;
  self->n_selected++;
}

static void
activated_cb (NscFigureView *view, gint64 key, gpointer user_data)
{
  ((Fixture *) user_data)->activated = key;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->view = NSC_FIGURE_VIEW (nsc_figure_view_new ());
  self->figure = make_figure ();
  self->selected = self->activated = -1;
  self->n_selected = 0;
  g_signal_connect (self->view, "mark-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (self->view, "mark-activated", G_CALLBACK (activated_cb), self);
  nsc_figure_view_set_figure (self->view, self->figure);
  self->window = ui_fixture_show (GTK_WIDGET (self->view), 640, 480);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ui_fixture_close (self->window);
  nsc_figure_unref (self->figure);
}

static void
test_accessible (Fixture *self, gconstpointer unused)
{
  g_autofree char *description = nsc_figure_describe (self->figure);

  gtk_test_accessible_assert_role (self->view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_LABEL, nsc_figure_get_title (self->figure));
  gtk_test_accessible_assert_property (self->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  g_assert_nonnull (strstr (description, "Japan"));
}

static void
test_keys (Fixture *self, gconstpointer unused)
{
  /* Nothing to open, nothing to let go of; but Escape must not reach what would leave the page. */
  g_assert_false (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Return));
  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Escape));
  g_assert_cmpint (self->n_selected, ==, 0);
  g_assert_cmpint (self->activated, ==, -1);

  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down));
  g_assert_cmpint (self->selected, ==, 11);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down);
  g_assert_cmpint (self->selected, ==, 12);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_End);
  g_assert_cmpint (self->selected, ==, 13);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down);
  g_assert_cmpint (self->selected, ==, 13);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Up);
  g_assert_cmpint (self->selected, ==, 12);
  g_assert_cmpint (self->activated, ==, -1);

  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Return));
  g_assert_cmpint (self->activated, ==, 12);
  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Escape));
  g_assert_cmpint (self->selected, ==, 0);
  g_assert_cmpint (nsc_figure_view_get_selected_key (self->view), ==, 0);
}

static void
test_pointer (Fixture *self, gconstpointer unused)
{
  graphene_rect_t area;
  double x, y;

  g_assert_true (nsc_figure_view_get_mark_area (self->view, 12, &area));
  x = area.origin.x + area.size.width / 2;
  y = area.origin.y + area.size.height / 2;

  g_assert_null (nsc_figure_view_get_hovered_name (self->view));
  ui_fixture_point (GTK_WIDGET (self->view), x, y);
  g_assert_true (g_str_has_prefix (nsc_figure_view_get_hovered_name (self->view), "Japan"));
  ui_fixture_point (GTK_WIDGET (self->view), 1, 1);
  g_assert_null (nsc_figure_view_get_hovered_name (self->view));

  ui_fixture_click (GTK_WIDGET (self->view), x, y);
  g_assert_cmpint (self->selected, ==, 12);
  g_assert_cmpint (self->activated, ==, 12);

  /* Beside all marks a click lets go. */
  ui_fixture_click (GTK_WIDGET (self->view), 1, 1);
  g_assert_cmpint (self->selected, ==, 0);
  g_assert_cmpint (self->n_selected, ==, 2);
}

static gboolean
is_drawn (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* The card leaves the rows beside its own to be read, and goes when it is not wanted. */
static void
test_card (Fixture *self, gconstpointer unused)
{
  GtkWidget *card = ui_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL);
  graphene_rect_t area, above, below, bounds;
  double x, y;

  g_assert_true (nsc_figure_view_get_mark_area (self->view, 11, &above));
  g_assert_true (nsc_figure_view_get_mark_area (self->view, 12, &area));
  g_assert_true (nsc_figure_view_get_mark_area (self->view, 13, &below));
  x = area.origin.x + 2;
  y = area.origin.y + area.size.height / 2;

  ui_fixture_point (GTK_WIDGET (self->view), x, y);
  ui_fixture_wait (is_drawn, card);
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (self->view), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, above.origin.y + above.size.height);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, below.origin.y);

  /* A key hides it; what moves under a pointer that rests does not bring it back. */
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down);
  g_assert_null (nsc_figure_view_get_hovered_name (self->view));
  ui_fixture_point (GTK_WIDGET (self->view), x, y);
  g_assert_null (nsc_figure_view_get_hovered_name (self->view));
  ui_fixture_point (GTK_WIDGET (self->view), x + 5, y);
  g_assert_nonnull (nsc_figure_view_get_hovered_name (self->view));

  gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
  g_assert_null (nsc_figure_view_get_hovered_name (self->view));
}

static void
test_selection_is_kept (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscFigure) same = make_figure ();
  g_autoptr (NscFigure) bare = nsc_figure_new ("en");

  nsc_figure_view_set_selected_key (self->view, 12);
  g_assert_cmpint (self->n_selected, ==, 0);
  nsc_figure_view_set_figure (self->view, same);
  g_assert_cmpint (nsc_figure_view_get_selected_key (self->view), ==, 12);
  g_assert_true (g_str_has_prefix (nsc_figure_view_get_mark_name (self->view, 12), "Japan"));

  nsc_figure_view_set_figure (self->view, bare);
  g_assert_cmpint (nsc_figure_view_get_selected_key (self->view), ==, 0);
  g_assert_null (nsc_figure_view_get_mark_name (self->view, 12));
}

static void
test_layout (Fixture *self, gconstpointer unused)
{
  int wide, narrow;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, 800, NULL, &wide, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, 300, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (wide, >, 100);
  /* Words wrap, they do not shrink. */
  g_assert_cmpint (narrow, >, wide - 60);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

#define TEST(name_) g_test_add ("/figure-view/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (accessible);
  TEST (keys);
  TEST (pointer);
  TEST (card);
  TEST (selection_is_kept);
  TEST (layout);
#undef TEST

  return g_test_run ();
}
