/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-rectangle-index.h"

#define N 2000

static gboolean
touches (const NscRectangle *a, const NscRectangle *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

/* Whether the index finds what asking all of them finds, in the same order. */
static void
compare (const NscRectangleIndex *index, const NscRectangle *rectangles, guint n, NscRectangle area)
{
  g_autoptr (GArray) found = nsc_rectangle_index_list (index, &area);
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    if (touches (&rectangles[i], &area))
      {
        g_assert_cmpuint (n_found, <, found->len);
        g_assert_cmpuint (g_array_index (found, guint, n_found), ==, i);
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, found->len);
}

/* Small ones, and some that lie across the whole page. */
static void
test_like_asking_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autofree NscRectangle *rectangles = g_new (NscRectangle, N);
  g_autoptr (NscRectangleIndex) index = NULL;

  for (guint i = 0; i < N; i++)
    rectangles[i] = (NscRectangle) {
      g_rand_double_range (random, -50, 800),
      g_rand_double_range (random, -50, 60000),
      i % 50 == 0 ? 900 : g_rand_double_range (random, 0, 30),
      i % 70 == 0 ? 60000 : g_rand_double_range (random, 0, 30),
    };
  index = nsc_rectangle_index_new (rectangles, N);
  for (guint i = 0; i < 300; i++)
    compare (index, rectangles, N,
             (NscRectangle) { g_rand_double_range (random, -100, 900), g_rand_double_range (random, -100, 61000),
                              i % 2 ? 0 : g_rand_double_range (random, 0, 400),
                              i % 2 ? 0 : g_rand_double_range (random, 0, 4000) });
  compare (index, rectangles, N, (NscRectangle) { -1000, -1000, 1e6, 1e6 });
  compare (index, rectangles, N, (NscRectangle) { 1e9, 1e9, 1, 1 });
}

static void
test_few (void)
{
  const NscRectangle same[] = { { 3, 3, 0, 0 }, { 3, 3, 0, 0 } };
  g_autoptr (NscRectangleIndex) none = nsc_rectangle_index_new (NULL, 0);
  g_autoptr (NscRectangleIndex) two = nsc_rectangle_index_new (same, 2);

  compare (none, NULL, 0, (NscRectangle) { 0, 0, 100, 100 });
  compare (two, same, 2, (NscRectangle) { 3, 3, 0, 0 });
  compare (two, same, 2, (NscRectangle) { 4, 4, 9, 9 });
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/rectangle-index/like-asking-all", test_like_asking_all);
  g_test_add_func ("/figure/rectangle-index/few", test_few);
  return g_test_run ();
}
