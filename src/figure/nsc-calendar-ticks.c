/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-calendar-ticks.h"

#include <math.h>

/* The days that GDate can count. */
#define LAST_DAY 3652059

typedef struct
{
  guint days;   /* the step in days, or 0 */
  guint months; /* the step in months, counted from the year 0 */
} Step;

/* Up to a year; longer steps are 1, 2 or 5 times a power of ten of years. */
static const Step short_steps[] = { { 1, 0 }, { 7, 0 }, { 0, 1 }, { 0, 3 }, { 0, 6 }, { 0, 12 } };

#define MONTH_DAYS 30.436875

static Step
choose_step (double span, guint target)
{
  const guint digits[] = { 2, 5, 10 };
  double most = target + 0.5;
  guint years = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (short_steps); i++)
    if (span / (short_steps[i].days + short_steps[i].months * MONTH_DAYS) <= most)
      return short_steps[i];
  for (guint power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
      {
        years = power * digits[i];
        if (span / (years * 12 * MONTH_DAYS) <= most)
          return (Step) { 0, years * 12 };
      }
}

static void
get_date (double day, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) CLAMP (day, 1, LAST_DAY));
}

static void
append_months (GArray *ticks, double first, double last, guint step)
{
  GDate date;
  guint month;

  get_date (first, &date);
  month = g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1;
  for (month = (month + step - 1) / step * step;; month += step)
    {
      double day;

      /* There is no year 0. */
      if (month < 12)
        continue;
      if (month / 12 > 9999)
        return;
      g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
      day = g_date_get_julian (&date);
      if (day > last)
        return;
      if (day >= first)
        g_array_append_val (ticks, day);
    }
}

void
nsc_calendar_ticks_append (GArray *ticks, double first, double last, guint target)
{
  Step step = choose_step (last - first, target);

  if (step.months > 0)
    {
      append_months (ticks, first, last, step.months);
      return;
    }
  /* Day 1 was a Monday in this calendar, so that weeks begin on multiples of seven and one. */
  for (double day = ceil ((first - 1) / step.days) * step.days + 1; day <= last; day += step.days)
    g_array_append_val (ticks, day);
}

char *
nsc_calendar_ticks_dup_words (const GArray *ticks, guint index)
{
  gboolean are_months = TRUE, are_years = TRUE;
  GDate date;

  for (guint i = 0; i < ticks->len; i++)
    {
      get_date (g_array_index (ticks, double, i), &date);
      are_months = are_months && g_date_get_day (&date) == 1;
      are_years = are_years && g_date_get_day (&date) == 1 && g_date_get_month (&date) == G_DATE_JANUARY;
    }
  get_date (g_array_index (ticks, double, index), &date);
  if (are_years)
    return g_strdup_printf ("%d", g_date_get_year (&date));
  if (are_months)
    return g_strdup_printf ("%d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date));
  return g_strdup_printf ("%d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date));
}
