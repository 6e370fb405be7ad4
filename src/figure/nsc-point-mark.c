/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-point-mark.h"

#include "nsc-scene-private.h"
#include "nsc-word-places.h"

#include <math.h>

typedef struct
{
  NscMark parent;
  guint n;
  NscPlanePoint *points; /* strings owned */
  gboolean insistent;
} PointMark;

/* A number that is told beside its point. */
typedef struct
{
  guint point, mark;
  GArray *lines; /* of one */
  gboolean is_placed;
  NscWordPlace place;
} Number;

/* In type sizes, as in a legend. */
#define RADIUS 0.5
#define SMALL_RADIUS 0.32

static double
radius_of (const NscPlot *plot, const NscPlanePoint *point)
{
  return (point->small ? SMALL_RADIUS : RADIUS) * plot->measures.label;
}

static NscTypeStyle
style_of (const NscPlot *plot)
{
  return (NscTypeStyle) { plot->measures.label, NSC_WEIGHT_NORMAL };
}

static GArray *
set_words (const NscPlot *plot, const char *lead, const char *text)
{
  return nsc_typesetter_set (plot->type, lead, text, style_of (plot), G_MAXINT16, 1, NSC_WRAP_FILLED);
}

/* Tries all the words, then only those in bold. */
static void
add_words (const PointMark *self,
           const NscPlot *plot,
           const NscPlanePoint *point,
           guint mark,
           NscWordPlaces *places,
           NscScene *scene)
{
  const char *const texts[] = { point->text, "" };
  NscPoint at = { nsc_plot_map_x (plot, point->x), nsc_plot_map_y (plot, point->y) };
  double reach = nsc_shape_get_reach (point->shape, radius_of (plot, point));

  for (gsize i = 0; i < (*point->lead != '\0' ? G_N_ELEMENTS (texts) : 1); i++)
    {
      g_autoptr (GArray) lines = set_words (plot, point->lead, texts[i]);
      const NscTypeLine *line = &g_array_index (lines, NscTypeLine, 0);
      gboolean insist = self->insistent && (*point->lead == '\0' || *texts[i] == '\0');
      guint before = nsc_scene_get_n_items (scene);

      if (!nsc_word_places_add (places, line, style_of (plot), NSC_COLOR_TEXT, NSC_BESIDE_ALL, insist, at, reach,
                                scene))
        continue;
      nsc_scene_adopt (scene, before, nsc_scene_get_n_items (scene) - before, mark);
      return;
    }
}

static void
clear_number (gpointer data)
{
  g_array_unref (((Number *) data)->lines);
}

static gboolean
is_only_number (const NscPlanePoint *point)
{
  return *point->lead != '\0' && *point->text == '\0';
}

static GArray *
list_numbers (const PointMark *self, const NscPlot *plot, guint first)
{
  GArray *numbers = g_array_new (FALSE, TRUE, sizeof (Number));

  g_array_set_clear_func (numbers, clear_number);
  for (guint i = 0; i < self->n; i++)
    {
      const NscPlanePoint *point = &self->points[i];

      if (!nsc_plot_holds (plot, point->x, point->y))
        continue;
      if (is_only_number (point))
        {
          Number number = { .point = i, .mark = first, .lines = set_words (plot, point->lead, "") };

          g_array_append_val (numbers, number);
        }
      first++;
    }
  return numbers;
}

/* Close to its point or AWAY from it. */
static gboolean
place_number (const PointMark *self, const NscPlot *plot, Number *number, gboolean away, NscWordPlaces *places)
{
  const NscPlanePoint *point = &self->points[number->point];
  const NscTypeLine *line = &g_array_index (number->lines, NscTypeLine, 0);
  NscPoint at = { nsc_plot_map_x (plot, point->x), nsc_plot_map_y (plot, point->y) };
  double reach = nsc_shape_get_reach (point->shape, radius_of (plot, point));

  if (!number->is_placed && away)
    number->is_placed = nsc_word_places_find_away (places, line, style_of (plot), at, reach, &number->place);
  else if (!number->is_placed)
    number->is_placed =
        nsc_word_places_find (places, line, style_of (plot), NSC_BESIDE_ALL, TRUE, at, reach, &number->place);
  return number->is_placed;
}

/* All or none: beside numbers of others, a point without one would look as if it had none. */
static void
add_numbers (const PointMark *self, const NscPlot *plot, guint first, NscWordPlaces *places, NscScene *scene)
{
  g_autoptr (GArray) numbers = list_numbers (self, plot, first);
  NscWordPlacesState before = nsc_word_places_get_state (places);

  for (guint i = 0; i < numbers->len; i++)
    place_number (self, plot, &g_array_index (numbers, Number, i), FALSE, places);
  for (guint i = 0; i < numbers->len; i++)
    if (!place_number (self, plot, &g_array_index (numbers, Number, i), TRUE, places))
      {
        nsc_word_places_restore (places, before);
        return;
      }
  for (guint i = 0; i < numbers->len; i++)
    {
      const Number *number = &g_array_index (numbers, Number, i);
      guint n = nsc_scene_get_n_items (scene);

      nsc_word_places_draw (places, &number->place, &g_array_index (number->lines, NscTypeLine, 0), style_of (plot),
                            NSC_COLOR_TEXT, scene);
      nsc_scene_adopt (scene, n, nsc_scene_get_n_items (scene) - n, number->mark);
    }
}

static void
point_mark_free (NscMark *mark)
{
  PointMark *self = (PointMark *) mark;

  for (guint i = 0; i < self->n; i++)
    {
      g_free ((char *) self->points[i].lead);
      g_free ((char *) self->points[i].text);
      g_free ((char *) self->points[i].name);
    }
  g_free (self->points);
  g_free (self);
}

static void
point_mark_build_plane (const NscMark *mark, const NscPlot *plot, NscScene *scene)
{
  const PointMark *self = (const PointMark *) mark;

  for (guint i = 0; i < self->n; i++)
    {
      const NscPlanePoint *point = &self->points[i];
      double radius = radius_of (plot, point);
      double x = nsc_plot_map_x (plot, point->x), y = nsc_plot_map_y (plot, point->y);
      NscSceneMark located;
      NscScenePart before;

      if (!nsc_plot_holds (plot, point->x, point->y))
        continue;
      located =
          nsc_plot_locate (plot, point->key, point->name, x, y, nsc_shape_get_reach (point->shape, radius), INFINITY);
      before = nsc_scene_set_series (scene, (int) point->color, point->x);
      nsc_scene_begin_mark (scene, &located);
      nsc_shape_add (point->shape, scene, point->color, point->hollow ? plot->measures.outline : 0, x, y, radius);
      nsc_scene_end_mark (scene);
      nsc_scene_set_part (scene, before);
    }
}

static void
point_mark_build_words (const NscMark *mark, const NscPlot *plot, guint first, NscWordPlaces *places, NscScene *scene)
{
  const PointMark *self = (const PointMark *) mark;

  for (guint round = 0; round < 2; round++)
    {
      guint index = first;

      for (guint i = 0; i < self->n; i++)
        {
          const NscPlanePoint *point = &self->points[i];
          gboolean has_both = *point->lead != '\0' && *point->text != '\0';
          gboolean is_apart = self->insistent && is_only_number (point);

          if (!nsc_plot_holds (plot, point->x, point->y))
            continue;
          if (has_both == (round == 0) && !is_apart && (*point->lead != '\0' || *point->text != '\0'))
            add_words (self, plot, point, index, places, scene);
          index++;
        }
    }
  if (self->insistent)
    add_numbers (self, plot, first, places, scene);
}

static guint
point_mark_get_n_names (const NscMark *mark)
{
  return ((const PointMark *) mark)->n;
}

static const char *
point_mark_get_name (const NscMark *mark, guint index)
{
  return ((const PointMark *) mark)->points[index].name;
}

static const NscMarkClass point_mark_class = {
  .free = point_mark_free,
  .build_plane = point_mark_build_plane,
  .build_words = point_mark_build_words,
  .get_n_names = point_mark_get_n_names,
  .get_name = point_mark_get_name,
};

NscMark *
nsc_point_mark_new (const NscPlanePoint *points, guint n)
{
  PointMark *self = g_new0 (PointMark, 1);

  nsc_mark_init (&self->parent, &point_mark_class);
  self->n = n;
  self->points = g_new0 (NscPlanePoint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->points[i] = points[i];
      self->points[i].lead = nsc_typesetter_clean (points[i].lead);
      self->points[i].text = nsc_typesetter_clean (points[i].text);
      self->points[i].name = nsc_typesetter_clean (points[i].name);
    }
  return &self->parent;
}

void
nsc_point_mark_set_insistent (NscMark *mark, gboolean insistent)
{
  g_return_if_fail (mark->klass == &point_mark_class);

  ((PointMark *) mark)->insistent = insistent;
}
