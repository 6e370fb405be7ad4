/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-progress-dots.h"

#include "nsc-figure-style.h"

#include "nsc-scene-item.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In points of the slide. */
#define TYPE 14.25
#define DOT 8.0
#define PILL 20.0
#define STEP 13.0
#define GAP 12.0

/* In shares of the margins: where the line is that no words are in the way of, from the bottom. */
#define LOW 0.5

/* More than these are only counted. */
#define MOST_DOTS 16

static GdkRGBA
color_of (NscColorRole role)
{
  return nsc_figure_style_get_rgba (nsc_theme_get (NSC_THEME_SLIDE), role);
}

static double
dots_width (guint n)
{
  return n > 1 && n <= MOST_DOTS ? (n - 1) * STEP + PILL : 0;
}

/* Whether any words of the scene reach into a part of the page. */
static gboolean
meets_words (const NscScene *scene, double left, double top, double bottom)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);
      double x, y, width, height;

      nsc_scene_item_get_ink (item, &x, &y, &width, &height);
      if (x + width > left && y + height > top && y < bottom)
        return TRUE;
    }
  return FALSE;
}

/* The middle of the line: that of the last line of words, if it leaves enough of its end, else in the margin. */
static double
find_line (const NscScene *scene, double left)
{
  double bottom = 0, size = TYPE;
  NscMeasures measures =
      nsc_theme_get_measures (nsc_scene_get_theme (scene), nsc_scene_get_width (scene), nsc_scene_get_height (scene));

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && item->y > bottom)
        {
          bottom = item->y;
          size = item->style.size;
        }
    }
  bottom -= NSC_TYPE_MIDDLE * size;
  if (bottom > nsc_scene_get_height (scene) / 2 &&
      !meets_words (scene, left - GAP, bottom - TYPE / 2, bottom + TYPE / 2))
    return bottom;
  return nsc_scene_get_height (scene) - LOW * measures.margin_top;
}

static void
snapshot_dot (GtkSnapshot *snapshot, double x, double middle, double width, NscColorRole color)
{
  GdkRGBA rgba = color_of (color);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) (middle - DOT / 2), (float) width, (float) DOT);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &area, (float) (DOT / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &rgba, &area);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_dots (GtkSnapshot *snapshot, guint n, guint step, double x, double middle)
{
  for (guint i = 0; i < n; i++)
    {
      double width = i == step ? PILL : DOT;

      snapshot_dot (snapshot, x, middle, width, i <= step ? NSC_COLOR_BLUE : NSC_COLOR_RULE);
      x += width + STEP - DOT;
    }
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *number, NscFace face)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, number);
  PangoFontDescription *font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_family (font, nsc_face_get_family_list (face, FALSE));
  pango_font_description_set_absolute_size (font, TYPE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

char *
nsc_progress_dots_dup_number (const NscReveal *reveal, guint step, guint index, guint n_slides)
{
  guint n = n_slides > 1 ? n_slides : nsc_reveal_get_n_steps (reveal);

  if (n <= 1)
    return g_strdup ("");
  /* Translators: how far a presentation is: the step or slide, and how many there are. */
  return g_strdup_printf (_ ("%1$u / %2$u"), (n_slides > 1 ? index : MIN (step, n - 1)) + 1, n);
}

void
nsc_progress_dots_snapshot (
    GtkSnapshot *snapshot, GtkWidget *widget, const NscReveal *reveal, guint step, guint index, guint n_slides)
{
  const NscScene *scene = nsc_reveal_get_scene (reveal);
  guint n = nsc_reveal_get_n_steps (reveal);
  g_autofree char *number = nsc_progress_dots_dup_number (reveal, step, index, n_slides);
  g_autoptr (PangoLayout) layout = make_layout (widget, number, nsc_theme_get_face (nsc_scene_get_theme (scene)));
  double right =
      nsc_scene_get_width (scene) -
      nsc_theme_get_measures (nsc_scene_get_theme (scene), nsc_scene_get_width (scene), nsc_scene_get_height (scene))
          .margin;
  double dots = dots_width (n);
  GdkRGBA color = color_of (NSC_COLOR_TEXT);
  PangoRectangle extents;
  double left, middle;

  if (*number == '\0' && dots <= 0)
    return;
  pango_layout_get_extents (layout, NULL, &extents);
  left = right - (double) extents.width / PANGO_SCALE;
  middle = find_line (scene, left - GAP - dots);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) (middle - (double) extents.height / PANGO_SCALE / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  if (dots > 0)
    snapshot_dots (snapshot, n, MIN (step, n - 1), left - (*number != '\0' ? GAP : 0) - dots, middle);
}
