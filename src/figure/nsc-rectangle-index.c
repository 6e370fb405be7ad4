/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-rectangle-index.h"

#include <math.h>

/* More cells than this find nothing faster. */
#define MOST_CELLS 65536

/* What lies in more cells than this, such as a line of the grid, is asked each time instead. */
#define MOST_CELLS_EACH 64

struct _NscRectangleIndex
{
  NscRectangle *rectangles;
  guint n;
  double x, y, cell;   /* of the grid */
  guint columns, rows; /* at least one */
  guint *starts;       /* where in NUMBERS each cell begins; one more than there are cells */
  guint *numbers;      /* of the rectangles, ascending within a cell */
  GArray *large;       /* of guint */
};

/* Of cells, both ends included. */
typedef struct
{
  guint left, top, right, bottom;
} Range;

static guint
cell_at (double place, double from, double cell, guint n)
{
  double number = floor ((place - from) / cell);

  return number <= 0 ? 0 : number >= n - 1 ? n - 1 : (guint) number;
}

static Range
range_of (const NscRectangleIndex *self, const NscRectangle *area)
{
  return (Range) {
    cell_at (area->x, self->x, self->cell, self->columns),
    cell_at (area->y, self->y, self->cell, self->rows),
    cell_at (area->x + area->width, self->x, self->cell, self->columns),
    cell_at (area->y + area->height, self->y, self->cell, self->rows),
  };
}

static gboolean
is_large (const Range *range)
{
  return (guint64) (range->right - range->left + 1) * (range->bottom - range->top + 1) > MOST_CELLS_EACH;
}

static gboolean
touches (const NscRectangle *a, const NscRectangle *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

static void
lay_grid (NscRectangleIndex *self)
{
  double right = -INFINITY, bottom = -INFINITY;
  double width, height, cells = CLAMP (self->n, 1, MOST_CELLS);

  self->x = self->y = INFINITY;
  for (guint i = 0; i < self->n; i++)
    {
      const NscRectangle *rectangle = &self->rectangles[i];

      self->x = MIN (self->x, rectangle->x);
      self->y = MIN (self->y, rectangle->y);
      right = MAX (right, rectangle->x + rectangle->width);
      bottom = MAX (bottom, rectangle->y + rectangle->height);
    }
  width = self->n > 0 ? MAX (right - self->x, 1) : 1;
  height = self->n > 0 ? MAX (bottom - self->y, 1) : 1;
  self->cell = MAX (sqrt (width * height / cells), MAX (width, height) / cells);
  self->columns = (guint) ceil (width / self->cell);
  self->rows = (guint) ceil (height / self->cell);
}

/* Counts first, then fills: FILLED is NULL while it counts. */
static void
walk (NscRectangleIndex *self, guint *filled)
{
  for (guint i = 0; i < self->n; i++)
    {
      Range range = range_of (self, &self->rectangles[i]);

      if (is_large (&range))
        {
          if (filled != NULL)
            g_array_append_val (self->large, i);
          continue;
        }
      for (guint row = range.top; row <= range.bottom; row++)
        for (guint column = range.left; column <= range.right; column++)
          {
            guint cell = row * self->columns + column;

            if (filled != NULL)
              self->numbers[self->starts[cell] + filled[cell]++] = i;
            else
              self->starts[cell + 1]++;
          }
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

NscRectangleIndex *
nsc_rectangle_index_new (const NscRectangle *rectangles, guint n)
{
  NscRectangleIndex *self = g_new0 (NscRectangleIndex, 1);
  g_autofree guint *filled = NULL;
  guint n_cells;

  self->rectangles = g_memdup2 (rectangles, n * sizeof (NscRectangle));
  self->n = n;
  lay_grid (self);
  n_cells = self->columns * self->rows;
  self->starts = g_new0 (guint, n_cells + 1);
  self->large = g_array_new (FALSE, FALSE, sizeof (guint));
  walk (self, NULL);
  for (guint i = 0; i < n_cells; i++)
    self->starts[i + 1] += self->starts[i];
  self->numbers = g_new (guint, self->starts[n_cells]);
  filled = g_new0 (guint, n_cells);
  walk (self, filled);
  return self;
}

void
nsc_rectangle_index_free (NscRectangleIndex *self)
{
  g_free (self->rectangles);
  g_free (self->starts);
  g_free (self->numbers);
  g_array_unref (self->large);
  g_free (self);
}

GArray *
nsc_rectangle_index_list (const NscRectangleIndex *self, const NscRectangle *area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  Range range = range_of (self, area);

  for (guint i = 0; i < self->large->len; i++)
    {
      guint number = g_array_index (self->large, guint, i);

      if (touches (&self->rectangles[number], area))
        g_array_append_val (found, number);
    }
  for (guint row = range.top; row <= range.bottom; row++)
    for (guint column = range.left; column <= range.right; column++)
      {
        guint cell = row * self->columns + column;

        for (guint i = self->starts[cell]; i < self->starts[cell + 1]; i++)
          {
            guint number = self->numbers[i];
            Range own = range_of (self, &self->rectangles[number]);

            /* Of several cells that it lies in, the first one tells. */
            if (row == MAX (own.top, range.top) && column == MAX (own.left, range.left) &&
                touches (&self->rectangles[number], area))
              g_array_append_val (found, number);
          }
      }
  g_array_sort (found, compare_numbers);
  return found;
}
