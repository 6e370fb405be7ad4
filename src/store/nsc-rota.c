/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-rota-private.h"

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x > y ? -1 : x < y;
}

/* The day's number; 0 for what no calendar knows. */
static gint64
day_of (gint64 when, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  GDate date;

  if (local == NULL)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

GArray *
nsc_rota_list_surplus (const gint64 *times, guint n, gint64 now, GTimeZone *zone)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  GArray *surplus = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 today = day_of (now, zone);
  guint n_past = 0, n_future = 0;
  gint64 day_before = G_MAXINT64;

  g_return_val_if_fail (n == 0 || times != NULL, surplus);

  if (n > 0)
    g_array_append_vals (sorted, times, n);
  g_array_sort (sorted, newest_first);
  for (guint i = 0; i < sorted->len; i++)
    {
      const gint64 when = g_array_index (sorted, gint64, i);
      gboolean is_first_of_day, stays;
      gint64 day;

      if (when > now)
        {
          if (++n_future > NSC_ROTA_NEWEST)
            g_array_prepend_val (surplus, when);
          continue;
        }
      day = day_of (when, zone);
      is_first_of_day = day != day_before;
      day_before = day;
      stays = ++n_past <= NSC_ROTA_NEWEST || (is_first_of_day && day > today - NSC_ROTA_DAYS);
      if (!stays)
        g_array_prepend_val (surplus, when);
    }
  return surplus;
}
