/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-ago.h"

#include <glib/gi18n-lib.h>

/* Until then days are counted. */
#define MOST_DAYS 7

/* Midnights between the two. */
static int
count_days (GDateTime *then, GDateTime *now)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (g_date_time_get_year (then), g_date_time_get_month (then),
                                                     g_date_time_get_day_of_month (then), 0, 0, 0);
  g_autoptr (GDateTime) last = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                    g_date_time_get_day_of_month (now), 0, 0, 0);

  return (int) (g_date_time_difference (last, first) / G_TIME_SPAN_DAY);
}

char *
nsc_ago_opened (GDateTime *then, GDateTime *now)
{
  g_autoptr (GDateTime) here = g_date_time_to_timezone (then, g_date_time_get_timezone (now));
  int minutes = (int) (g_date_time_difference (now, here) / G_TIME_SPAN_MINUTE);
  int days = count_days (here, now);

  /* A clock that was set back has put it into the future. */
  if (minutes < 1)
    return g_strdup (_ ("Opened just now"));
  if (minutes < 60)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Opened %d minute ago", "Opened %d minutes ago", (gulong) minutes), minutes);
  if (days == 0)
    /* Translators: an hour of today, for g_date_time_format (). */
    return g_date_time_format (here, _ ("Opened today at %H:%M"));
  if (days == 1)
    return g_strdup (_ ("Opened yesterday"));
  if (days < MOST_DAYS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Opened %d day ago", "Opened %d days ago", (gulong) days),
                            days);
  /* Translators: a day, for g_date_time_format (). */
  return g_date_time_format (here, _ ("Opened on %-d %B %Y"));
}
