/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A date of mixed precision: a year, a month or a day. A date is a plain value without ownership; year 0 means that
 * the date is not known, a year of 9999 or more that the period is still open. Where a date begins a period it means
 * its earliest day, where it ends one its latest. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint16 year; /* 1 to 9999, 0: not known */
  guint8 month; /* 1 to 12, 0: not known */
  guint8 day;   /* 1 to 31, 0: not known */
} NscDate;

/* How a file writes its dates. Plain years and ISO dates are read in every style. */
typedef enum
{
  NSC_DATE_STYLE_ISO, /* 2015, 2015-09, 2015-09-25 */
  NSC_DATE_STYLE_DMY, /* 25.9.2015, 25/09/2015, 25-9-2015 and 9.2015 */
  NSC_DATE_STYLE_MDY, /* 9/25/2015 and 9/2015 */
} NscDateStyle;

#define NSC_DATE_UNKNOWN ((NscDate) { 0, 0, 0 })

/* Reads TEXT, blanks at its ends ignored; an empty TEXT is the unknown date. Sets NSC_ERROR_INPUT with a sentence that
 * says what is wrong and how a date is written. */
gboolean nsc_date_parse (const char *text, NscDateStyle style, NscDate *date, GError **error);

/* The date as 2015, 2015-09 or 2015-09-25, or "" where it is not known. */
char *nsc_date_to_string (NscDate date);

static inline gboolean
nsc_date_is_known (NscDate date)
{
  return date.year != 0;
}

static inline gboolean
nsc_date_is_open (NscDate date)
{
  return date.year >= 9999;
}

gboolean nsc_date_equal (NscDate a, NscDate b);

/* Whether FINE says the same as COARSE and more: anything refines the unknown date, 2018-04 refines 2018. */
gboolean nsc_date_refines (NscDate fine, NscDate coarse);

/* The one that begins later, A where both begin on the same day. An unknown or open date is earlier than any other. */
NscDate nsc_date_later (NscDate a, NscDate b);

/* Days since 0001-01-01 (which is day 1) in the proleptic Gregorian calendar of the first and of the last day that the
 * date can mean. The unknown date gives 0 for both; an open one G_MAXINT32. */
gint32 nsc_date_first_day (NscDate date);
gint32 nsc_date_last_day (NscDate date);

G_END_DECLS
