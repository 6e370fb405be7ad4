/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-ink.h"

#include "nsc-scene-item.h"

#include <math.h>

typedef struct
{
  double x, y, width, height;
  const NscSceneItem *item;
} Ink;

static gboolean
overlap (const Ink *a, const Ink *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > SCENE_INK_TOLERANCE &&
         MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > SCENE_INK_TOLERANCE;
}

static gboolean
contains (const Ink *outer, const Ink *inner)
{
  return inner->x >= outer->x - SCENE_INK_TOLERANCE && inner->y >= outer->y - SCENE_INK_TOLERANCE &&
         inner->x + inner->width <= outer->x + outer->width + SCENE_INK_TOLERANCE &&
         inner->y + inner->height <= outer->y + outer->height + SCENE_INK_TOLERANCE;
}

/* A tint is there for words to lie on. */
static gboolean
is_tint (const NscSceneItem *item)
{
  for (guint theme = NSC_THEME_PRINT; theme <= NSC_THEME_SLIDE; theme++)
    for (guint role = 0; role < NSC_N_COLORS; role++)
      if (nsc_color_to_rgb (nsc_theme_get_color (nsc_theme_get ((NscThemeName) theme), NSC_COLOR_TINT_OF (role))) ==
          nsc_color_to_rgb (item->color))
        return TRUE;
  return FALSE;
}

/* A number may stand within its bar and words within an area, and bands, the grid and curves run behind words. */
static gboolean
may_meet (const Ink *words, const Ink *other)
{
  switch (other->item->kind)
    {
    case NSC_ITEM_RECTANGLE:
      return contains (other, words) || (other->item->mark < 0 && is_tint (other->item));
    case NSC_ITEM_LINE:
      return TRUE;
    case NSC_ITEM_PATH:
      return !other->item->closed || contains (other, words);
    case NSC_ITEM_CIRCLE:
    case NSC_ITEM_TEXT:
    default:
      return FALSE;
    }
}

/* What lies under a plate of paper cannot be seen. */
static gboolean
is_hidden (const Ink *words, const Ink *other)
{
  for (const Ink *plate = other + 1; plate < words; plate++)
    if (plate->item->kind == NSC_ITEM_RECTANGLE && plate->item->line_width <= 0 && contains (plate, words))
      return TRUE;
  return FALSE;
}

static const char *
kind_of (const Ink *ink)
{
  static const char *const kinds[] = { "rectangle", "line", "circle", "path" };

  return ink->item->kind == NSC_ITEM_TEXT ? ink->item->line.text : kinds[ink->item->kind];
}

static void
check_pair (const Ink *words, const Ink *other)
{
  if (overlap (words, other) && !may_meet (words, other) && !is_hidden (words, other))
    g_error ("“%s” (%.2f %.2f %.2f %.2f), %.2f pt, lies over “%s” (%.2f %.2f %.2f %.2f)", words->item->line.text,
             words->x, words->y, words->width, words->height, words->item->style.size, kind_of (other), other->x,
             other->y, other->width, other->height);
}

static void
check_page (const NscScene *scene, const Ink *ink)
{
  double width = nsc_scene_get_width (scene), height = nsc_scene_get_height (scene);

  if (ink->x < -SCENE_INK_TOLERANCE || ink->y < -SCENE_INK_TOLERANCE ||
      ink->x + ink->width > width + SCENE_INK_TOLERANCE || ink->y + ink->height > height + SCENE_INK_TOLERANCE)
    g_error ("“%s” (%.2f %.2f %.2f %.2f) lies off the page of %.2f x %.2f", kind_of (ink), ink->x, ink->y, ink->width,
             ink->height, width, height);
}

void
scene_ink_check (const NscScene *scene)
{
  guint n = nsc_scene_get_n_items (scene);
  g_autofree Ink *inks = g_new0 (Ink, n + 1);

  for (guint i = 0; i < n; i++)
    {
      Ink *ink = &inks[i];

      ink->item = nsc_scene_get_item (scene, i);
      nsc_scene_item_get_ink (ink->item, &ink->x, &ink->y, &ink->width, &ink->height);
      check_page (scene, ink);
      for (guint j = 0; j < i; j++)
        if (ink->item->kind == NSC_ITEM_TEXT)
          check_pair (ink, &inks[j]);
        else if (inks[j].item->kind == NSC_ITEM_TEXT)
          check_pair (&inks[j], ink);
    }
}

double
scene_ink_get_smallest_type (const NscScene *scene)
{
  double smallest = INFINITY;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT)
        smallest = MIN (smallest, item->style.size);
    }
  return isinf (smallest) ? 0 : smallest;
}
