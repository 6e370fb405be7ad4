/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-rota-private.h"

#define DAY ((gint64) 24 * 60 * 60)
#define HOUR ((gint64) 60 * 60)

/* Noon of a day, UTC. */
#define NOW ((gint64) 1764244800)

static GArray *
list_surplus (const gint64 *times, guint n)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return nsc_rota_list_surplus (times, n, NOW, utc);
}

static gboolean
goes (GArray *surplus, gint64 when)
{
  for (guint i = 0; i < surplus->len; i++)
    if (g_array_index (surplus, gint64, i) == when)
      return TRUE;
  return FALSE;
}

static void
test_few (void)
{
  const gint64 times[] = { NOW - 400 * DAY, NOW - 3, NOW - 2, NOW - 1, NOW };
  g_autoptr (GArray) none = list_surplus (NULL, 0);
  g_autoptr (GArray) few = list_surplus (times, G_N_ELEMENTS (times));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (few->len, ==, 0);
}

/* Six an hour apart of each of ten days, in no order. */
static void
test_week (void)
{
  gint64 times[60];
  guint n = 0;

  for (int hour = 0; hour < 6; hour++)
    for (int day = 0; day < 10; day++)
      times[n++] = NOW - day * DAY - hour * HOUR;
  {
    g_autoptr (GArray) surplus = list_surplus (times, n);

    /* Five of today, one of each of the six days before. */
    g_assert_cmpuint (surplus->len, ==, n - 5 - 6);
    for (int hour = 0; hour < 5; hour++)
      g_assert_false (goes (surplus, NOW - hour * HOUR));
    g_assert_true (goes (surplus, NOW - 5 * HOUR));
    for (int day = 1; day < 7; day++)
      {
        g_assert_false (goes (surplus, NOW - day * DAY));
        g_assert_true (goes (surplus, NOW - day * DAY - HOUR));
      }
    g_assert_true (goes (surplus, NOW - 7 * DAY));
    for (guint i = 1; i < surplus->len; i++)
      g_assert_cmpint (g_array_index (surplus, gint64, i - 1), <, g_array_index (surplus, gint64, i));
  }
}

/* A day is that of the person's clock. */
static void
test_zone (void)
{
  g_autoptr (GTimeZone) east = g_time_zone_new_identifier ("+13");
  const gint64 times[] = {
    NOW,
    NOW - 1,
    NOW - 2,
    NOW - 3,
    NOW - 4,
    NOW - 2 * HOUR, /* the day before, at 23:00 */
    NOW - 3 * HOUR,
  };
  g_autoptr (GArray) at_home = nsc_rota_list_surplus (times, G_N_ELEMENTS (times), NOW, east);
  g_autoptr (GArray) in_utc = list_surplus (times, G_N_ELEMENTS (times));

  g_assert_cmpuint (at_home->len, ==, 1);
  g_assert_true (goes (at_home, NOW - 3 * HOUR));
  g_assert_cmpuint (in_utc->len, ==, 2);
}

/* The clock was set back: all there is seems to be from the future, and so does nothing that is made now. */
static void
test_clock (void)
{
  gint64 times[40];
  guint n = 0;

  for (int i = 0; i < 20; i++)
    times[n++] = NOW + 10 * DAY + i * HOUR;
  {
    g_autoptr (GArray) surplus = list_surplus (times, n);

    g_assert_cmpuint (surplus->len, ==, 15);
    for (int i = 15; i < 20; i++)
      g_assert_false (goes (surplus, times[i]));
  }
  for (int i = 0; i < 5; i++)
    times[n++] = NOW - i;
  {
    g_autoptr (GArray) surplus = list_surplus (times, n);

    g_assert_cmpuint (surplus->len, ==, 15);
    for (int i = 0; i < 5; i++)
      g_assert_false (goes (surplus, NOW - i));
  }
}

/* Whatever the times and the clock, the newest is never among what goes, and at most as many stay as are said. */
static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint round = 0; round < 2000; round++)
    {
      gint64 times[64];
      const guint n = (guint) g_rand_int_range (rand, 1, 64);
      const gint64 now = (gint64) g_rand_int (rand);
      gint64 newest = G_MININT64;
      g_autoptr (GArray) surplus = NULL;

      for (guint i = 0; i < n; i++)
        {
          times[i] = round % 2 == 0 ? (gint64) g_rand_int (rand) : now - g_rand_int_range (rand, -20, 20) * DAY / 3;
          times[i] = times[i] / 64 * 64 + i; /* no two alike */
          newest = MAX (newest, times[i]);
        }
      surplus = nsc_rota_list_surplus (times, n, now, utc);
      g_assert_false (goes (surplus, newest));
      g_assert_cmpuint (n - surplus->len, >=, MIN (n, NSC_ROTA_NEWEST));
      g_assert_cmpuint (n - surplus->len, <=, 2 * NSC_ROTA_NEWEST + NSC_ROTA_DAYS);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/rota/few", test_few);
  g_test_add_func ("/store/rota/week", test_week);
  g_test_add_func ("/store/rota/zone", test_zone);
  g_test_add_func ("/store/rota/clock", test_clock);
  g_test_add_func ("/store/rota/any", test_any);
  return g_test_run ();
}
