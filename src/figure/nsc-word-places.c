/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-word-places.h"

#include <math.h>

typedef struct
{
  double left, top, right, bottom;
} Box;

typedef struct
{
  NscPoint from, to;
} Stroke;

struct _NscWordPlaces
{
  NscRoom room;
  GArray *taken;   /* of Box */
  GArray *fields;  /* of Box: words stand in them or beside them */
  GArray *strokes; /* of Stroke */
};

/* In type sizes: what words keep clear around them. */
#define CLEAR_ACROSS 0.25
#define CLEAR_DOWN 0.1
#define GAP 0.3

/* Likewise: words that are longer would not be seen to belong to what they stand above. */
#define LONG 3.0

/* Where words stand beside something: the directions across and down, in the order in which they are tried. */
static const int round_long[][2] = { { 1, 0 },  { -1, 0 }, { 0, -1 },  { 0, 1 },
                                     { 1, -1 }, { 1, 1 },  { -1, -1 }, { -1, 1 } };
static const int round_short[][2] = { { 0, -1 }, { 1, 0 },   { -1, 0 }, { 0, 1 },
                                      { 1, -1 }, { -1, -1 }, { 1, 1 },  { -1, 1 } };
static const int above[][2] = { { 0, -1 } }, below[][2] = { { 0, 1 } };

static Box
ink_of (const NscSceneItem *item)
{
  double x, y, width, height;

  nsc_scene_item_get_ink (item, &x, &y, &width, &height);
  return (Box) { x, y, x + width, y + height };
}

static void
add_stroke (NscWordPlaces *self, NscPoint from, NscPoint to)
{
  Stroke stroke = { from, to };

  g_array_append_val (self->strokes, stroke);
}

static void
add_item (NscWordPlaces *self, const NscSceneItem *item, gboolean is_behind)
{
  Box box = ink_of (item);

  switch (item->kind)
    {
    case NSC_ITEM_LINE:
      add_stroke (self, (NscPoint) { item->x, item->y }, (NscPoint) { item->x + item->width, item->y + item->height });
      break;
    case NSC_ITEM_PATH:
      if (item->closed)
        g_array_append_val (self->fields, box);
      else
        for (guint i = 1; i < item->n_points; i++)
          add_stroke (self, item->points[i - 1], item->points[i]);
      break;
    case NSC_ITEM_RECTANGLE:
      g_array_append_val (is_behind ? self->fields : self->taken, box);
      break;
    case NSC_ITEM_CIRCLE:
    case NSC_ITEM_TEXT:
    default:
      g_array_append_val (self->taken, box);
    }
}

static gboolean
overlap (const Box *a, const Box *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static gboolean
is_within (const Box *inner, const Box *outer)
{
  return inner->left >= outer->left && inner->right <= outer->right && inner->top >= outer->top &&
         inner->bottom <= outer->bottom;
}

/* Whether part of the line from FROM by ALONG lies below the end LIMIT of one direction; cuts the rest off. */
static gboolean
cut (double from, double along, double limit, double *start, double *end)
{
  if (along == 0)
    return from < limit;
  if (along > 0)
    *end = MIN (*end, (limit - from) / along);
  else
    *start = MAX (*start, (limit - from) / along);
  return *start < *end;
}

static gboolean
crosses (const Stroke *stroke, const Box *box)
{
  double x = stroke->to.x - stroke->from.x, y = stroke->to.y - stroke->from.y;
  double start = 0, end = 1;

  return cut (stroke->from.x, x, box->right, &start, &end) && cut (-stroke->from.x, -x, -box->left, &start, &end) &&
         cut (stroke->from.y, y, box->bottom, &start, &end) && cut (-stroke->from.y, -y, -box->top, &start, &end);
}

static gboolean
is_free (const NscWordPlaces *self, const Box *box, gboolean over_strokes)
{
  if (box->left < self->room.left || box->right > self->room.right || box->top < self->room.top ||
      box->bottom > self->room.bottom)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (overlap (box, &g_array_index (self->taken, Box, i)))
      return FALSE;
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Box *field = &g_array_index (self->fields, Box, i);

      if (overlap (box, field) && !is_within (box, field))
        return FALSE;
    }
  for (guint i = 0; !over_strokes && i < self->strokes->len; i++)
    if (crosses (&g_array_index (self->strokes, Stroke, i), box))
      return FALSE;
  return TRUE;
}

/* The pen for words whose middle lies in the direction ACROSS, DOWN from AT. */
static NscPoint
pen_at (const NscTypeLine *line, NscTypeStyle style, NscPoint at, double reach, int across, int down)
{
  /* At a corner, words stand as close as beside it. */
  double away = (reach + GAP * style.size) * (across != 0 && down != 0 ? M_SQRT1_2 : 1);
  NscPoint pen = { at.x - (line->ink_left + line->ink_right) / 2, at.y + NSC_TYPE_MIDDLE * style.size };

  if (across != 0)
    pen.x = across > 0 ? at.x + away - line->ink_left : at.x - away - line->ink_right;
  if (down != 0)
    pen.y = down > 0 ? at.y + away + line->ink_ascent : at.y - away - line->ink_descent;
  return pen;
}

static Box
box_around (const NscTypeLine *line, NscTypeStyle style, NscPoint pen)
{
  double across = CLEAR_ACROSS * style.size, down = CLEAR_DOWN * style.size;

  return (Box) { pen.x + line->ink_left - across, pen.y - line->ink_ascent - down, pen.x + line->ink_right + across,
                 pen.y + line->ink_descent + down };
}

NscWordPlaces *
nsc_word_places_new (const NscScene *scene, NscDrawnItems drawn, NscRoom room)
{
  NscWordPlaces *self = g_new0 (NscWordPlaces, 1);

  self->room = room;
  self->taken = g_array_new (FALSE, FALSE, sizeof (Box));
  self->fields = g_array_new (FALSE, FALSE, sizeof (Box));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  for (guint i = drawn.axes; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (i >= drawn.behind || item->kind == NSC_ITEM_TEXT)
        add_item (self, item, i < drawn.marks);
    }
  return self;
}

void
nsc_word_places_free (NscWordPlaces *self)
{
  g_array_unref (self->taken);
  g_array_unref (self->fields);
  g_array_unref (self->strokes);
  g_free (self);
}

gboolean
nsc_word_places_add (NscWordPlaces *self,
                     const NscTypeLine *line,
                     NscTypeStyle style,
                     NscColorRole color,
                     NscBeside beside,
                     gboolean insist,
                     NscPoint at,
                     double reach,
                     NscScene *scene)
{
  const int (*around)[2] = line->advance > LONG * style.size ? round_long : round_short;
  const int (*ways)[2] = beside == NSC_BESIDE_ALL ? around : beside == NSC_BESIDE_ABOVE ? above : below;
  gsize n_ways = beside == NSC_BESIDE_ALL ? G_N_ELEMENTS (round_long) : 1;

  for (guint over_strokes = 0; over_strokes <= (insist ? 1 : 0); over_strokes++)
    for (gsize i = 0; i < n_ways; i++)
      {
        NscPoint pen = pen_at (line, style, at, reach, ways[i][0], ways[i][1]);
        Box box = box_around (line, style, pen);

        if (!is_free (self, &box, over_strokes > 0))
          continue;
        g_array_append_val (self->taken, box);
        if (over_strokes > 0)
          nsc_scene_add_rectangle (scene, NSC_COLOR_PAPER, 0, box.left, box.top, box.right - box.left,
                                   box.bottom - box.top);
        nsc_scene_add_text (scene, color, style, NSC_ANCHOR_START, line, pen.x, pen.y);
        return TRUE;
      }
  return FALSE;
}
