/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For who asked for high contrast, by day and by night: quiet words stand out from what is behind them as seven to one,
 * and the line around what has the focus as three to one. */
#include "nsc-figure-view.h"
#include "nsc-page-list.h"

#include "window-fixture.h"

#include <math.h>

/* For words to be drawn that are there. */
#define PATIENCE_SECONDS 20

typedef struct
{
  NscWindow *window;
  guchar *pixels; /* of the window, as it is seen */
  int width, height;
} Fixture;

static void
set_up (Fixture *self, gconstpointer scheme)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  self->window = window_fixture_show ();
  window_fixture_open_example (self->window);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_clear_pointer (&self->pixels, g_free);
  window_fixture_close (g_steal_pointer (&self->window));
}

/* ---- what is seen ---- */

static void
look (Fixture *self)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* Until it has been drawn anew there is nothing of it to be had. */
  while (node == NULL)
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_widget_queue_draw (window);
      gtk_test_widget_wait_for_draw (window);
      self->width = gtk_widget_get_width (window);
      self->height = gtk_widget_get_height (window);
      gdk_paintable_snapshot (paintable, snapshot, self->width, self->height);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  g_free (self->pixels);
  self->pixels = g_malloc ((gsize) self->width * self->height * 4);
  gdk_texture_download (texture, self->pixels, (gsize) self->width * 4);
}

static double
get_share (guchar value)
{
  double share = value / 255.0;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

/* The luminance that WCAG 2 goes by. */
static double
get_luminance (Fixture *self, int x, int y)
{
  const guchar *pixel = self->pixels + ((gsize) y * self->width + x) * 4;

  return 0.0722 * get_share (pixel[0]) + 0.7152 * get_share (pixel[1]) + 0.2126 * get_share (pixel[2]);
}

static double
get_contrast (double one, double other)
{
  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static double
get_contrast_within (Fixture *self, const graphene_rect_t *area)
{
  int right = MIN ((int) (area->origin.x + area->size.width), self->width);
  int bottom = MIN ((int) (area->origin.y + area->size.height), self->height);
  double least = 1, most = 0;

  for (int y = MAX ((int) area->origin.y, 0); y < bottom; y++)
    for (int x = MAX ((int) area->origin.x, 0); x < right; x++)
      {
        double luminance = get_luminance (self, x, y);

        least = MIN (least, luminance);
        most = MAX (most, luminance);
      }
  return get_contrast (least, most);
}

/* ---- tests ---- */

/* Of what is scrolled away there is nothing to see. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t area, sight;

  if (scrolled == NULL)
    return TRUE;
  graphene_rect_init (&sight, 0, 0, (float) gtk_widget_get_width (scrolled), (float) gtk_widget_get_height (scrolled));
  return gtk_widget_compute_bounds (widget, scrolled, &area) && graphene_rect_contains_rect (&sight, &area);
}

/* NULL where it has none. */
static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

/* Words that are seen and are not to be told from what is behind them, or NULL; counts those that are seen or not. */
static const char *
find_faint_words (Fixture *self, GtkWidget *widget, guint *n)
{
  graphene_rect_t area;
  const char *faint = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return NULL;
  if (get_words (widget) != NULL && *get_words (widget) != '\0' &&
      (gtk_widget_has_css_class (widget, "dim-label") || gtk_widget_has_css_class (widget, "subtitle")) &&
      gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &area))
    {
      ++*n;
      if (is_in_sight (widget) && get_contrast_within (self, &area) < 7)
        return get_words (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && faint == NULL;
       child = gtk_widget_get_next_sibling (child))
    faint = find_faint_words (self, child, n);
  return faint;
}

/* What has changed since the last frame is not seen yet, so it may take another look. */
static gboolean
has_contrast (gpointer data)
{
  Fixture *self = data;
  const char *faint;
  guint n = 0;

  look (self);
  faint = find_faint_words (self, GTK_WIDGET (self->window), &n);
  if (faint != NULL)
    g_test_message ("“%s” cannot be read", faint);
  return n > 0 && faint == NULL;
}

static void
test_quiet_words (Fixture *self, gconstpointer unused)
{
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      window_fixture_wait_for_figure (self->window);
      ui_fixture_wait (has_contrast, self);
    }
}

/* The line lies within the edge of the figure, three pixels in at most, where the window has its border. */
static gboolean
has_line (gpointer data)
{
  Fixture *self = data;
  GtkWidget *view = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), NSC_TYPE_FIGURE_VIEW);
  graphene_rect_t area;
  int x, y;

  look (self);
  g_assert_true (gtk_widget_compute_bounds (view, GTK_WIDGET (self->window), &area));
  x = (int) area.origin.x;
  y = (int) (area.origin.y + area.size.height / 2);
  return get_contrast (get_luminance (self, x + 4, y), get_luminance (self, x + 8, y)) >= 3;
}

static void
test_line_of_the_focus (Fixture *self, gconstpointer unused)
{
  GtkWidget *view;

  nsc_window_show_page (self->window, "signatories");
  window_fixture_wait_for_figure (self->window);
  view = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), NSC_TYPE_FIGURE_VIEW);
  gtk_widget_grab_focus (view);
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), TRUE);
  ui_fixture_wait (has_line, self);
}

int
main (int argc, char *argv[])
{
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  window_fixture_init (&argc, &argv);
  ui_fixture_set_patience (PATIENCE_SECONDS);
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));

#define TEST(name_, scheme_)                                                                                           \
  g_test_add ("/contrast/" #name_ "/" #scheme_, Fixture, GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_##scheme_), set_up,   \
              test_##name_, tear_down)
  TEST (quiet_words, LIGHT);
  TEST (quiet_words, DARK);
  TEST (line_of_the_focus, LIGHT);
  TEST (line_of_the_focus, DARK);
#undef TEST

  return window_fixture_run ();
}
