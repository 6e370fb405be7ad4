/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene-item.h"

#include <math.h>

double
nsc_scene_item_get_pen (const NscSceneItem *item)
{
  switch (item->anchor)
    {
    case NSC_ANCHOR_MIDDLE:
      return item->x - item->line.advance / 2;
    case NSC_ANCHOR_END:
      return item->x - item->line.advance;
    case NSC_ANCHOR_START:
    default:
      return item->x;
    }
}

void
nsc_scene_item_get_ink (const NscSceneItem *item, double *x, double *y, double *width, double *height)
{
  double around = item->kind == NSC_ITEM_LINE || item->kind == NSC_ITEM_PATH ? item->line_width / 2 : 0;
  double across = 0, along = 0;

  if (item->kind == NSC_ITEM_TEXT)
    {
      *x = nsc_scene_item_get_pen (item) + item->line.ink_left;
      *y = item->y - item->line.ink_ascent;
      *width = item->line.ink_right - item->line.ink_left;
      *height = item->line.ink_ascent + item->line.ink_descent;
      return;
    }
  if (item->kind == NSC_ITEM_PATH)
    {
      /* The corners are round, so that none reaches farther than half the line. */
      *x = item->x - around;
      *y = item->y - around;
      *width = item->width + 2 * around;
      *height = item->height + 2 * around;
      return;
    }
  /* A stroke is as wide as its line across its direction; its ends are cut. */
  if (item->kind == NSC_ITEM_LINE && (item->width != 0 || item->height != 0))
    {
      double length = hypot (item->width, item->height);

      across = around * fabs (item->height) / length;
      along = around * fabs (item->width) / length;
    }
  *x = MIN (item->x, item->x + item->width) - across;
  *y = MIN (item->y, item->y + item->height) - along;
  *width = fabs (item->width) + 2 * across;
  *height = fabs (item->height) + 2 * along;
}
