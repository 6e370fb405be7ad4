/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-view.h"

#include "nsc-distribution-chart.h"

#include "ui-fixture.h"

/* Of N rows, which is more than a view holds where they are many. */
static NscFigure *
make_long_figure (guint n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree NscDistributionBar *bars = g_new0 (NscDistributionBar, n + 1);
  NscDistributionPanel panel = {
    .initiative = "Tech Accord",
    .bars = bars,
    .n_bars = n,
    .total = (gint64) n * (n + 1) / 2,
    .coverage = { .recorded = (gint64) n * (n + 1) / 2, .reported = -1 },
  };
  const NscDistributionChart chart = { .language = "en", .panels = &panel, .n_panels = 1, .by = NSC_DIMENSION_COUNTRY };

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Country %u", i));
      bars[i] = (NscDistributionBar) {
        .kind = NSC_BAR_KNOWN, .label = g_ptr_array_index (names, i), .count = n - i, .reported = -1, .key = i + 1
      };
    }
  return nsc_distribution_chart_new (&chart);
}

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
  NscMarkSelection *selection;
  NscFigure *figure;
  gint64 activated;
  guint n_changed;
} Fixture;

static void
changed_cb (NscMarkSelection *selection, gpointer user_data)
{
  ((Fixture *) user_data)->n_changed++;
}

static void
activated_cb (NscFigureView *view, gint64 key, gpointer user_data)
{
  ((Fixture *) user_data)->activated = key;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = NSC_FIGURE_VIEW (nsc_figure_view_new ());
  self->selection = nsc_figure_view_get_selection (self->view);
  self->figure = make_figure ();
  self->activated = -1;
  self->n_changed = 0;
  g_signal_connect (self->selection, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->view, "mark-activated", G_CALLBACK (activated_cb), self);
  nsc_figure_view_set_figure (self->view, self->figure);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->window = ui_fixture_show (scrolled, 640, 480);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ui_fixture_close (self->window);
  nsc_figure_unref (self->figure);
}

static gboolean
is_laid_out (gpointer data)
{
  return nsc_figure_view_get_mark_name (data, 1) != NULL;
}

static gboolean
is_drawn_whole (gpointer data)
{
  return nsc_figure_view_is_drawn (data);
}

static void
show_long (Fixture *self, guint n)
{
  nsc_figure_unref (self->figure);
  self->figure = make_long_figure (n);
  nsc_figure_view_set_figure (self->view, self->figure);
  ui_fixture_wait (is_laid_out, self->view);
}

static graphene_rect_t
area_of (Fixture *self, gint64 key)
{
  graphene_rect_t area;

  g_assert_true (nsc_figure_view_get_mark_area (self->view, key, &area));
  return area;
}

static gint64
lead (Fixture *self)
{
  return nsc_mark_selection_get_lead (self->selection);
}

/* The drag of a button from here to there. */
static void
drag (Fixture *self, double x, double y, double dx, double dy)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", x, y);
      g_signal_emit_by_name (controller, "drag-update", dx / 2, dy / 2);
      g_signal_emit_by_name (controller, "drag-update", dx, dy);
      g_signal_emit_by_name (controller, "drag-end", dx, dy);
    }
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
  g_assert_cmpint (self->n_changed, ==, 0);
  g_assert_cmpint (self->activated, ==, -1);

  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down));
  g_assert_cmpint (lead (self), ==, 11);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down);
  g_assert_cmpint (lead (self), ==, 12);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_End);
  g_assert_cmpint (lead (self), ==, 13);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down);
  g_assert_cmpint (lead (self), ==, 13);
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Up);
  g_assert_cmpint (lead (self), ==, 12);
  g_assert_cmpint (self->activated, ==, -1);

  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Return));
  g_assert_cmpint (self->activated, ==, 12);
  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Escape));
  g_assert_cmpint (lead (self), ==, 0);
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
  g_assert_cmpint (lead (self), ==, 12);
  g_assert_cmpint (self->activated, ==, 12);

  /* Beside all marks a click lets go. */
  ui_fixture_click (GTK_WIDGET (self->view), 1, 1);
  g_assert_cmpint (lead (self), ==, 0);
  g_assert_cmpint (self->n_changed, ==, 2);
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

  nsc_mark_selection_set (self->selection, (const gint64[]) { 12, 99 }, 2, 99);
  nsc_figure_view_set_figure (self->view, same);
  g_assert_cmpint (lead (self), ==, 12);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 1);
  g_assert_true (g_str_has_prefix (nsc_figure_view_get_mark_name (self->view, 12), "Japan"));

  nsc_figure_view_set_figure (self->view, bare);
  g_assert_cmpint (lead (self), ==, 0);
  g_assert_null (nsc_figure_view_get_mark_name (self->view, 12));
}

static void
test_many_by_keys (Fixture *self, gconstpointer unused)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  ui_fixture_press (view, GDK_KEY_Down);
  g_assert_true (ui_fixture_press_with (view, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (nsc_mark_selection_contains (self->selection, 11));
  g_assert_cmpint (lead (self), ==, 12);
  ui_fixture_press_with (view, GDK_KEY_End, GDK_SHIFT_MASK);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 3);

  /* A range that turns back gives up what it had reached. */
  ui_fixture_press_with (view, GDK_KEY_Home, GDK_SHIFT_MASK);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 1);
  g_assert_true (ui_fixture_press_with (view, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 3);
  ui_fixture_press (view, GDK_KEY_Up);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 1);
}

static void
test_rubber_band (Fixture *self, gconstpointer unused)
{
  graphene_rect_t first = area_of (self, 11), second = area_of (self, 12);

  drag (self, first.origin.x - 3, first.origin.y - 3, 30, second.origin.y + 4 - first.origin.y);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 2);
  g_assert_cmpint (lead (self), ==, 12);
  g_assert_cmpint (self->activated, ==, -1);

  /* Any part of a row is meant. */
  drag (self, first.origin.x + 300, first.origin.y + 3, 30, second.origin.y + 4 - first.origin.y);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 2);

  /* Back to where it began it holds one, and around nothing none. */
  drag (self, first.origin.x - 3, first.origin.y - 3, 30, 12);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 1);
  drag (self, 1, 1, 20, 9);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 0);
}

static void
test_zoom (Fixture *self, gconstpointer unused)
{
  graphene_rect_t before = area_of (self, 12), after;
  double x = before.origin.x + 10, y = before.origin.y + before.size.height / 2;

  g_assert_cmpfloat (nsc_figure_view_get_zoom (self->view), ==, 1);
  nsc_figure_view_zoom_at (self->view, 3, x, y);
  after = area_of (self, 12);
  g_assert_cmpfloat_with_epsilon (after.size.width, before.size.width * 3, 0.1);
  g_assert_cmpfloat_with_epsilon (x - after.origin.x, 3 * (x - before.origin.x), 0.1);
  g_assert_cmpfloat_with_epsilon (y - after.origin.y, 3 * (y - before.origin.y), 0.1);

  /* What is under the pointer is what is seen there, also now. */
  ui_fixture_point (GTK_WIDGET (self->view), x, y);
  g_assert_true (g_str_has_prefix (nsc_figure_view_get_hovered_name (self->view), "Japan"));
  ui_fixture_click (GTK_WIDGET (self->view), x, y);
  g_assert_cmpint (lead (self), ==, 12);

  nsc_figure_view_zoom_at (self->view, 1000, x, y);
  g_assert_cmpfloat (nsc_figure_view_get_zoom (self->view), ==, 8);
  nsc_figure_view_zoom_at (self->view, 1e-9, x, y);
  g_assert_cmpfloat (nsc_figure_view_get_zoom (self->view), >, 0.01);
  nsc_figure_view_zoom_reset (self->view);
  after = area_of (self, 12);
  g_assert_true (graphene_rect_equal (&before, &after));
  ui_fixture_wait (is_drawn_whole, self->view);
}

static void
test_zoom_steps (Fixture *self, gconstpointer unused)
{
  double zoom = 1;

  for (guint i = 0; i < 12; i++)
    {
      nsc_figure_view_zoom_step (self->view, TRUE);
      g_assert_cmpfloat (nsc_figure_view_get_zoom (self->view), >=, zoom);
      zoom = nsc_figure_view_get_zoom (self->view);
    }
  g_assert_cmpfloat (zoom, ==, 8);
  nsc_figure_view_zoom_step (self->view, FALSE);
  g_assert_cmpfloat (nsc_figure_view_get_zoom (self->view), ==, 6);
}

/* Large ones are laid out elsewhere; when they are shown whole, nothing of them is outside. */
static void
test_whole (Fixture *self, gconstpointer unused)
{
  graphene_rect_t first, last;

  show_long (self, 500);
  last = area_of (self, 500);
  g_assert_cmpfloat (last.origin.y, >, 480);
  nsc_figure_view_zoom_whole (self->view);
  first = area_of (self, 1);
  last = area_of (self, 500);
  g_assert_cmpfloat (nsc_figure_view_get_zoom (self->view), <, 0.1);
  g_assert_cmpfloat (first.origin.y, >, 0);
  g_assert_cmpfloat (last.origin.y + last.size.height, <, 480);
}

static void
test_pan (Fixture *self, gconstpointer unused)
{
  GtkAdjustment *across, *down;
  double page;

  show_long (self, 500);
  g_object_get (self->view, "hadjustment", &across, "vadjustment", &down, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  page = gtk_adjustment_get_page_size (down);

  /* A key brings its mark into view, the last one to the end. */
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_End);
  g_assert_cmpint (lead (self), ==, 500);
  g_assert_cmpfloat (area_of (self, 500).origin.y, >=, 0);
  g_assert_cmpfloat (area_of (self, 500).origin.y + area_of (self, 500).size.height, <=, page);
  gtk_adjustment_set_value (down, 1e9);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, gtk_adjustment_get_upper (down) - page);

  /* Drawn by the paper once it is enlarged, and no farther than it reaches. */
  nsc_figure_view_zoom_at (self->view, 2, 10, 10);
  gtk_adjustment_set_value (across, 0);
  gtk_adjustment_set_value (down, 0);
  drag (self, 5, 100, -40, -60);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 40);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 60);
  drag (self, 5, 100, 4000, 4000);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  g_object_unref (across);
  g_object_unref (down);
}

/* The card stays within the view, whatever of the page that shows. */
static void
test_card_in_view (Fixture *self, gconstpointer unused)
{
  GtkWidget *card = ui_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL);
  graphene_rect_t area, bounds, view;

  nsc_figure_view_zoom_at (self->view, 6, 200, 200);
  area = area_of (self, 11);
  nsc_figure_view_zoom_at (self->view, 7, area.origin.x, area.origin.y);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Home);
  area = area_of (self, 11);
  ui_fixture_point (GTK_WIDGET (self->view), 300, area.origin.y + 5);
  ui_fixture_point (GTK_WIDGET (self->view), 320, area.origin.y + 5);
  ui_fixture_wait (is_drawn, card);
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (self->view), &bounds));
  view = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self->view)),
                             (float) gtk_widget_get_height (GTK_WIDGET (self->view)));
  g_assert_true (graphene_rect_contains_rect (&view, &bounds));
}

static void
test_none_and_one (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscFigure) none = make_long_figure (0);

  nsc_figure_view_set_figure (self->view, none);
  g_assert_false (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down));
  g_assert_false (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_End));
  g_assert_false (ui_fixture_press_with (GTK_WIDGET (self->view), GDK_KEY_a, GDK_CONTROL_MASK));
  drag (self, 10, 10, 300, 300);
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 0);
  nsc_figure_view_zoom_whole (self->view);
  ui_fixture_wait (is_drawn_whole, self->view);

  show_long (self, 1);
  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down));
  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_Down));
  g_assert_cmpint (lead (self), ==, 1);
  nsc_figure_view_set_figure (self->view, NULL);
  g_assert_null (nsc_figure_view_get_mark_name (self->view, 1));
  nsc_figure_view_zoom_step (self->view, TRUE);
}

/* How light a pixel of the view is, of 255. */
static guint
lightness_at (GtkWidget *widget, int x, int y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autofree guint8 *pixels = g_malloc ((gsize) (width * height * 4));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return 256; /* nothing is shown yet */
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  return pixels[(y * width + x) * 4 + 1];
}

typedef struct
{
  GtkWidget *view;
  int x, y;
  guint least, most;
} Pixel;

static gboolean
is_between (gpointer data)
{
  const Pixel *pixel = data;
  guint lightness = nsc_figure_view_is_drawn (NSC_FIGURE_VIEW (pixel->view))
                        ? lightness_at (pixel->view, pixel->x, pixel->y)
                        : pixel->most + 1;

  return lightness >= pixel->least && lightness <= pixel->most;
}

/* The desktop turns dark and back again while the figure is shown, and what is chosen stays so. */
static void
test_style_changes (Fixture *self, gconstpointer unused)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  graphene_rect_t area = area_of (self, 11);
  GtkWidget *view = GTK_WIDGET (self->view);
  Pixel paper = { view, 30, 30, 250, 255 }, bar = { view, 0, 0, 50, 200 };

  bar.x = (int) (area.origin.x + area.size.width / 2);
  bar.y = (int) (area.origin.y + area.size.height / 2);
  nsc_mark_selection_choose (self->selection, 12);
  ui_fixture_wait (is_between, &paper);
  ui_fixture_wait (is_between, &bar);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  paper.least = 20;
  paper.most = 40;
  ui_fixture_wait (is_between, &paper);
  ui_fixture_wait (is_between, &bar);
  g_assert_cmpint (lead (self), ==, 12);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  paper.least = 250;
  paper.most = 255;
  ui_fixture_wait (is_between, &paper);
}

/* Of many figures that are asked for at once, only the last one is shown; until it is there nothing can be chosen,
 * since the picture is that of another. */
static void
test_last_counts (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscFigure) large = make_long_figure (700);

  show_long (self, 500);
  g_assert_nonnull (nsc_figure_view_get_mark_name (self->view, 1));
  nsc_figure_view_set_figure (self->view, large);
  g_assert_null (nsc_figure_view_get_mark_name (self->view, 1));
  nsc_figure_unref (self->figure);
  self->figure = make_figure ();
  nsc_figure_view_set_figure (self->view, self->figure);
  g_assert_null (nsc_figure_view_get_mark_name (self->view, 1));
  nsc_figure_view_set_figure (self->view, large);
  nsc_figure_view_set_figure (self->view, self->figure);
  ui_fixture_wait (is_drawn_whole, self->view);
  g_assert_null (nsc_figure_view_get_mark_name (self->view, 1));
  g_assert_nonnull (nsc_figure_view_get_mark_name (self->view, 11));
}

/* More marks than can be told apart are shown chosen as well. */
static void
test_crowd (Fixture *self, gconstpointer unused)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  Pixel bar = { view, 0, 0, 0, 255 };
  graphene_rect_t area;

  show_long (self, 500);
  nsc_figure_view_zoom_whole (self->view);
  ui_fixture_wait (is_between, &bar);
  area = area_of (self, 5);
  bar.x = (int) (area.origin.x + area.size.width / 2);
  bar.y = (int) area.origin.y;
  bar.least = bar.most = lightness_at (view, bar.x, bar.y);
  g_assert_true (ui_fixture_press_with (view, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_cmpuint (nsc_mark_selection_get_n_keys (self->selection), ==, 500);
  gtk_test_widget_wait_for_draw (view);
  g_assert_false (is_between (&bar));
  ui_fixture_press (view, GDK_KEY_Escape);
  ui_fixture_wait (is_between, &bar);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (data) < 500;
}

/* The window is made narrower while the pointer rests on a mark: the page is laid out anew, and nobody complains. */
static void
test_resize (Fixture *self, gconstpointer unused)
{
  graphene_rect_t area = area_of (self, 12);

  ui_fixture_point (GTK_WIDGET (self->view), area.origin.x + 2, area.origin.y + 2);
  g_assert_nonnull (nsc_figure_view_get_hovered_name (self->view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 300);
  ui_fixture_wait (is_narrow, self->view);
  ui_fixture_wait (is_drawn_whole, self->view);
  g_assert_null (nsc_figure_view_get_hovered_name (self->view));
  g_assert_cmpfloat (nsc_figure_view_get_zoom (self->view), ==, 1);
  area = area_of (self, 12);
  g_assert_cmpfloat (area.origin.x + area.size.width, <, 400);
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
  TEST (many_by_keys);
  TEST (rubber_band);
  TEST (zoom);
  TEST (zoom_steps);
  TEST (whole);
  TEST (pan);
  TEST (card_in_view);
  TEST (none_and_one);
  TEST (style_changes);
  TEST (last_counts);
  TEST (crowd);
  TEST (resize);
#undef TEST

  return g_test_run ();
}
