/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-date.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint
days_in_month (guint year, guint month)
{
  return g_date_get_days_in_month (month, year);
}

static gboolean
refuse (const char *text, NscDateStyle style, GError **error)
{
  const char *form;

  switch (style)
    {
    case NSC_DATE_STYLE_DMY:
      form = _ ("day.month.year with a four-digit year");
      break;
    case NSC_DATE_STYLE_MDY:
      form = _ ("month/day/year with a four-digit year");
      break;
    case NSC_DATE_STYLE_ISO:
    default:
      form = _ ("YYYY, YYYY-MM or YYYY-MM-DD");
      break;
    }
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%s” is not a date; write it as %s"), text, form);
  return FALSE;
}

/* Reads up to three runs of digits parted by one mark; gives their count, or 0 where TEXT has any other form. */
static guint
split_numbers (const char *text, const char *marks, guint numbers[3], guint digits[3])
{
  guint n = 0;
  char mark = 0;

  while (n < 3)
    {
      guint value = 0, length = 0;

      while (g_ascii_isdigit (*text) && length < 5)
        {
          value = value * 10 + (guint) (*text - '0');
          text++;
          length++;
        }
      if (length == 0 || length > 4)
        return 0;
      numbers[n] = value;
      digits[n] = length;
      n++;
      if (*text == '\0')
        return n;
      if (strchr (marks, *text) == NULL || (mark != 0 && *text != mark))
        return 0;
      mark = *text++;
    }
  return 0;
}

static gboolean
make_date (guint year, guint month, guint day, guint n, NscDate *date)
{
  if (year < 1 || year > 9999)
    return FALSE;
  if (n >= 2 && (month < 1 || month > 12))
    return FALSE;
  if (n >= 3 && (day < 1 || day > days_in_month (year, month)))
    return FALSE;
  date->year = (guint16) year;
  date->month = n >= 2 ? (guint8) month : 0;
  date->day = n >= 3 ? (guint8) day : 0;
  return TRUE;
}

static gboolean
is_iso (const guint digits[3], guint n)
{
  return digits[0] == 4 && (n < 2 || digits[1] == 2) && (n < 3 || digits[2] == 2);
}

gboolean
nsc_date_parse (const char *text, NscDateStyle style, NscDate *date, GError **error)
{
  g_autofree char *trimmed = NULL;
  guint numbers[3] = { 0 }, digits[3] = { 0 };
  guint n;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  *date = NSC_DATE_UNKNOWN;
  /* Millions of dates are in the form in which a project keeps them; they need no copy. */
  n = split_numbers (text, "-", numbers, digits);
  if (n >= 1 && is_iso (digits, n) && make_date (numbers[0], numbers[1], numbers[2], n, date))
    return TRUE;
  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    return TRUE;

  n = split_numbers (trimmed, "-", numbers, digits);
  if (n >= 1 && digits[0] == 4)
    {
      if (is_iso (digits, n) && make_date (numbers[0], numbers[1], numbers[2], n, date))
        return TRUE;
      return refuse (trimmed, style, error);
    }

  if (style == NSC_DATE_STYLE_ISO)
    return refuse (trimmed, style, error);

  n = split_numbers (trimmed, "./-", numbers, digits);
  if (n < 2 || digits[n - 1] != 4 || digits[0] > 2 || (n == 3 && digits[1] > 2))
    return refuse (trimmed, style, error);
  if (n == 2)
    {
      if (make_date (numbers[1], numbers[0], 0, 2, date))
        return TRUE;
      return refuse (trimmed, style, error);
    }
  if (style == NSC_DATE_STYLE_DMY ? make_date (numbers[2], numbers[1], numbers[0], 3, date)
                                  : make_date (numbers[2], numbers[0], numbers[1], 3, date))
    return TRUE;
  return refuse (trimmed, style, error);
}

char *
nsc_date_to_string (NscDate date)
{
  if (!nsc_date_is_known (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

gboolean
nsc_date_equal (NscDate a, NscDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

gboolean
nsc_date_refines (NscDate fine, NscDate coarse)
{
  if (!nsc_date_is_known (coarse))
    return nsc_date_is_known (fine);
  if (fine.year != coarse.year || nsc_date_equal (fine, coarse))
    return FALSE;
  if (coarse.month == 0)
    return TRUE;
  return fine.month == coarse.month && coarse.day == 0;
}

static gint32
julian_day (guint year, guint month, guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date);
}

gint32
nsc_date_first_day (NscDate date)
{
  if (!nsc_date_is_known (date))
    return 0;
  if (nsc_date_is_open (date))
    return G_MAXINT32;
  return julian_day (date.year, MAX (date.month, 1), MAX (date.day, 1));
}

gint32
nsc_date_last_day (NscDate date)
{
  guint month;

  if (!nsc_date_is_known (date))
    return 0;
  if (nsc_date_is_open (date))
    return G_MAXINT32;
  month = date.month != 0 ? date.month : 12;
  return julian_day (date.year, month, date.day != 0 ? date.day : days_in_month (date.year, month));
}

/* Orders dates as their first days are ordered, without asking a calendar for each of millions. */
static guint
order_of_first_day (NscDate date)
{
  return (date.year * 16u + MAX (date.month, 1u)) * 32u + MAX (date.day, 1u);
}

NscDate
nsc_date_later (NscDate a, NscDate b)
{
  if (!nsc_date_is_known (b) || nsc_date_is_open (b))
    return a;
  if (!nsc_date_is_known (a) || nsc_date_is_open (a))
    return b;
  return order_of_first_day (b) > order_of_first_day (a) ? b : a;
}
