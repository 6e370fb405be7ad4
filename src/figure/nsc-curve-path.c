/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-curve-path.h"

#include <math.h>

/* Points: what lies closer together than this, the page cannot tell apart. */
#define COLUMN 0.25

/* What is drawn of the points of a column. */
typedef struct
{
  NscCurvePlace first, last, highest, lowest;
  double number;
  guint n;
} Column;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = ((const NscCurvePlace *) a)->index, second = ((const NscCurvePlace *) b)->index;

  return (first > second) - (first < second);
}

static void
flush (Column *column, GArray *places)
{
  NscCurvePlace chosen[] = { column->first, column->highest, column->lowest, column->last };

  if (column->n == 0)
    return;
  qsort (chosen, G_N_ELEMENTS (chosen), sizeof *chosen, compare_places);
  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    if (i == 0 || chosen[i].index != chosen[i - 1].index)
      g_array_append_val (places, chosen[i]);
  column->n = 0;
}

static void
add (Column *column, NscCurvePlace place, GArray *places)
{
  double number = floor (place.at.x / COLUMN);

  if (place.begins || number != column->number)
    flush (column, places);
  if (column->n++ == 0)
    {
      column->number = number;
      column->first = column->highest = column->lowest = place;
    }
  column->last = place;
  if (place.at.y < column->highest.at.y)
    column->highest = place;
  if (place.at.y > column->lowest.at.y)
    column->lowest = place;
}

GArray *
nsc_curve_path_place (const NscPlot *plot, const NscCurvePoint *points, guint n)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (NscCurvePlace));
  gboolean begins = TRUE;
  Column column = { 0 };

  for (guint i = 0; i < n; i++)
    {
      if (!nsc_plot_holds (plot, points[i].x, points[i].y))
        {
          begins = TRUE;
          continue;
        }
      add (&column,
           (NscCurvePlace) { { nsc_plot_map_x (plot, points[i].x), nsc_plot_map_y (plot, points[i].y) }, i, begins },
           places);
      begins = FALSE;
    }
  flush (&column, places);
  return places;
}

guint
nsc_curve_path_end_run (const GArray *places, guint first)
{
  guint end = first + 1;

  while (end < places->len && !g_array_index (places, NscCurvePlace, end).begins)
    end++;
  return end;
}

GArray *
nsc_curve_path_trace (const GArray *places, guint first, guint end, gboolean step)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (NscPoint));

  for (guint i = first; i < end; i++)
    {
      NscPoint at = g_array_index (places, NscCurvePlace, i).at;

      if (step && i > first)
        {
          NscPoint corner = { at.x, g_array_index (points, NscPoint, points->len - 1).y };

          g_array_append_val (points, corner);
        }
      g_array_append_val (points, at);
    }
  return points;
}
