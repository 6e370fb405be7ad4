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
  double hairline;
};

/* In type sizes: what words keep clear around them. */
#define CLEAR_ACROSS 0.25
#define CLEAR_DOWN 0.1
#define GAP 0.3

/* Likewise, more of it at both sides of the words of axes, which others would else be read as part of. */
#define CLEAR_OF_AXIS 0.7

/* Likewise: how far away a line leads to words, in steps. */
#define AWAY_STEP 0.5
#define MOST_AWAY_STEPS 8

/* Likewise: words that are longer would not be seen to belong to what they stand above. */
#define LONG 3.0

/* Where words stand beside something: the directions across and down, in the order in which they are tried. */
static const int round_long[][2] = { { 1, 0 },  { -1, 0 }, { 0, -1 },  { 0, 1 },
                                     { 1, -1 }, { 1, 1 },  { -1, -1 }, { -1, 1 } };
static const int round_short[][2] = { { 0, -1 }, { 1, 0 },   { -1, 0 }, { 0, 1 },
                                      { 1, -1 }, { -1, -1 }, { 1, 1 },  { -1, 1 } };

/* The directions in which words stand away, in turns at both sides of the right. */
#define N_WAYS_AWAY 32

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
add_axis_words (NscWordPlaces *self, const NscSceneItem *item)
{
  Box box = ink_of (item);

  box.left -= CLEAR_OF_AXIS * item->style.size;
  box.right += CLEAR_OF_AXIS * item->style.size;
  g_array_append_val (self->taken, box);
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

/* The pen for words whose middle lies in the direction of ANGLE from AT, so far that a line of LENGTH from AT reaches
 * what they keep clear. */
static NscPoint
pen_away (const NscTypeLine *line, NscTypeStyle style, NscPoint at, double length, double angle)
{
  double half_width = (line->ink_right - line->ink_left) / 2 + CLEAR_ACROSS * style.size;
  double half_height = (line->ink_ascent + line->ink_descent) / 2 + CLEAR_DOWN * style.size;
  double across = cos (angle), down = sin (angle);
  double away = length + MIN (half_width / fabs (across), half_height / fabs (down));

  return (NscPoint) { at.x + across * away - (line->ink_left + line->ink_right) / 2,
                      at.y + down * away + (line->ink_ascent - line->ink_descent) / 2 };
}

static gboolean
crosses_any (const Stroke *stroke, const GArray *boxes, NscPoint at)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);
      gboolean is_own = at.x >= box->left && at.x <= box->right && at.y >= box->top && at.y <= box->bottom;

      if (!is_own && crosses (stroke, box))
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_lead (const NscWordPlaces *self, const Stroke *leader, NscPoint at)
{
  return !crosses_any (leader, self->taken, at) && !crosses_any (leader, self->fields, at);
}

static void
take (NscWordPlaces *self, const Box *box, NscPoint pen, gboolean on_plate, NscWordPlace *place)
{
  *place = (NscWordPlace) {
    .pen = pen, .left = box->left, .top = box->top, .right = box->right, .bottom = box->bottom, .on_plate = on_plate
  };
  g_array_append_val (self->taken, *box);
}

NscWordPlaces *
nsc_word_places_new (const NscScene *scene, NscDrawnItems drawn, NscRoom room, double hairline)
{
  NscWordPlaces *self = g_new0 (NscWordPlaces, 1);

  self->room = room;
  self->hairline = hairline;
  self->taken = g_array_new (FALSE, FALSE, sizeof (Box));
  self->fields = g_array_new (FALSE, FALSE, sizeof (Box));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  for (guint i = drawn.axes; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (i >= drawn.behind)
        add_item (self, item, i < drawn.marks);
      else if (item->kind == NSC_ITEM_TEXT)
        add_axis_words (self, item);
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
nsc_word_places_find (NscWordPlaces *self,
                      const NscTypeLine *line,
                      NscTypeStyle style,
                      NscBeside beside,
                      gboolean insist,
                      NscPoint at,
                      double reach,
                      NscWordPlace *place)
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
        take (self, &box, pen, over_strokes > 0, place);
        return TRUE;
      }
  return FALSE;
}

gboolean
nsc_word_places_find_away (
    NscWordPlaces *self, const NscTypeLine *line, NscTypeStyle style, NscPoint at, double reach, NscWordPlace *place)
{
  for (guint over_strokes = 0; over_strokes < 2; over_strokes++)
    for (guint step = 1; step <= MOST_AWAY_STEPS; step++)
      for (int i = 0; i < N_WAYS_AWAY; i++)
        {
          double angle = (i % 2 == 0 ? i / 2 : -(i + 1) / 2) * 2 * M_PI / N_WAYS_AWAY;
          double length = reach + step * AWAY_STEP * style.size;
          NscPoint pen = pen_away (line, style, at, length, angle);
          Box box = box_around (line, style, pen);
          Stroke leader = { { at.x + cos (angle) * reach, at.y + sin (angle) * reach },
                            { at.x + cos (angle) * length, at.y + sin (angle) * length } };

          if (!is_free (self, &box, over_strokes > 0) || !may_lead (self, &leader, at))
            continue;
          take (self, &box, pen, over_strokes > 0, place);
          place->is_away = TRUE;
          place->from = leader.from;
          place->to = leader.to;
          g_array_append_val (self->strokes, leader);
          return TRUE;
        }
  return FALSE;
}

void
nsc_word_places_draw (const NscWordPlaces *self,
                      const NscWordPlace *place,
                      const NscTypeLine *line,
                      NscTypeStyle style,
                      NscColorRole color,
                      NscScene *scene)
{
  if (place->is_away)
    nsc_scene_add_line (scene, NSC_COLOR_CONTEXT, self->hairline, place->from.x, place->from.y, place->to.x,
                        place->to.y);
  if (place->on_plate)
    nsc_scene_add_rectangle (scene, NSC_COLOR_PAPER, 0, place->left, place->top, place->right - place->left,
                             place->bottom - place->top);
  nsc_scene_add_text (scene, color, style, NSC_ANCHOR_START, line, place->pen.x, place->pen.y);
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
  NscWordPlace place;

  if (!nsc_word_places_find (self, line, style, beside, insist, at, reach, &place))
    return FALSE;
  nsc_word_places_draw (self, &place, line, style, color, scene);
  return TRUE;
}

NscWordPlacesState
nsc_word_places_get_state (const NscWordPlaces *self)
{
  return (NscWordPlacesState) { self->taken->len, self->strokes->len };
}

void
nsc_word_places_restore (NscWordPlaces *self, NscWordPlacesState state)
{
  g_array_set_size (self->taken, state.taken);
  g_array_set_size (self->strokes, state.strokes);
}
