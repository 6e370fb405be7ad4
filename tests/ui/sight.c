/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sight.h"

#include <math.h>

struct Sight
{
  GtkWidget *window;
  guchar *pixels;
  int width, height;
};

Sight *
sight_new (GtkWidget *window)
{
  Sight *self = g_new0 (Sight, 1);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t bounds;

  self->window = window;
  /* Until it has been drawn anew there is nothing of it to be had. */
  while (node == NULL)
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_widget_queue_draw (window);
      gtk_test_widget_wait_for_draw (window);
      self->width = gtk_widget_get_width (window);
      self->height = gtk_widget_get_height (window);
      /* Its border is part of the picture. */
      g_assert_true (gtk_widget_compute_bounds (window, window, &bounds));
      gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (-bounds.origin.x, -bounds.origin.y, (float) self->width, (float) self->height));
  self->pixels = g_malloc ((gsize) self->width * self->height * 4);
  gdk_texture_download (texture, self->pixels, (gsize) self->width * 4);
  return self;
}

void
sight_free (Sight *self)
{
  g_free (self->pixels);
  g_free (self);
}

/* ---- contrast ---- */

static double
get_share (guchar value)
{
  double share = value / 255.0;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

static double
get_luminance (Sight *self, int x, int y)
{
  const guchar *pixel = self->pixels + ((gsize) y * self->width + x) * 4;

  return 0.0722 * get_share (pixel[0]) + 0.7152 * get_share (pixel[1]) + 0.2126 * get_share (pixel[2]);
}

static double
get_ratio (double one, double other)
{
  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

double
sight_get_contrast (Sight *self, int x, int y, int other_x, int other_y)
{
  return get_ratio (get_luminance (self, x, y), get_luminance (self, other_x, other_y));
}

/* Of the lightest pixel of AREA and the darkest. */
static double
get_contrast_within (Sight *self, const graphene_rect_t *area)
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
  return get_ratio (least, most);
}

/* ---- words ---- */

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
  const char *words = GTK_IS_LABEL (widget)         ? gtk_label_get_text (GTK_LABEL (widget))
                      : GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget))
                                                    : NULL;

  /* A dash is too thin to have its whole colour anywhere. */
  for (const char *p = words; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return words;
  return NULL;
}

const char *
sight_find_faint_words (Sight *self, GtkWidget *root, double least, guint *n)
{
  const char *words = get_words (root);
  const char *faint = NULL;
  graphene_rect_t area;

  if (!gtk_widget_get_mapped (root) || !gtk_widget_is_sensitive (root))
    return NULL;
  if (words != NULL && gtk_widget_compute_bounds (root, self->window, &area))
    {
      ++*n;
      if (is_in_sight (root) && get_contrast_within (self, &area) < least)
        return words;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && faint == NULL;
       child = gtk_widget_get_next_sibling (child))
    faint = sight_find_faint_words (self, child, least, n);
  return faint;
}
