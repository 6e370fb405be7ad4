/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-date.h"
#include "nsc-error.h"

static void
check_reads (const char *text, NscDateStyle style, const char *iso)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  NscDate date;

  g_assert_true (nsc_date_parse (text, style, &date, &error));
  g_assert_no_error (error);
  written = nsc_date_to_string (date);
  g_assert_cmpstr (written, ==, iso);
}

static void
check_refuses (const char *text, NscDateStyle style)
{
  g_autoptr (GError) error = NULL;
  NscDate date;

  g_assert_false (nsc_date_parse (text, style, &date, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_nonnull (g_strrstr (error->message, text));
}

static void
test_iso (void)
{
  check_reads ("", NSC_DATE_STYLE_ISO, "");
  check_reads ("  ", NSC_DATE_STYLE_ISO, "");
  check_reads ("2015", NSC_DATE_STYLE_ISO, "2015");
  check_reads (" 2015-09 ", NSC_DATE_STYLE_ISO, "2015-09");
  check_reads ("2016-02-29", NSC_DATE_STYLE_ISO, "2016-02-29");
  check_reads ("0001", NSC_DATE_STYLE_ISO, "0001");
  check_reads ("9999-12-31", NSC_DATE_STYLE_ISO, "9999-12-31");
  check_refuses ("2015-13", NSC_DATE_STYLE_ISO);
  check_refuses ("2015-02-29", NSC_DATE_STYLE_ISO);
  check_refuses ("2015-2", NSC_DATE_STYLE_ISO);
  check_refuses ("2015-09-25x", NSC_DATE_STYLE_ISO);
  check_refuses ("2015/09", NSC_DATE_STYLE_ISO);
  check_refuses ("25.9.2015", NSC_DATE_STYLE_ISO);
  check_refuses ("15", NSC_DATE_STYLE_ISO);
  check_refuses ("0000", NSC_DATE_STYLE_ISO);
  check_refuses ("20155", NSC_DATE_STYLE_ISO);
  check_refuses ("２０１５", NSC_DATE_STYLE_ISO);
}

static void
test_styles (void)
{
  check_reads ("25.9.2015", NSC_DATE_STYLE_DMY, "2015-09-25");
  check_reads ("25/09/2015", NSC_DATE_STYLE_DMY, "2015-09-25");
  check_reads ("5-9-2015", NSC_DATE_STYLE_DMY, "2015-09-05");
  check_reads ("9.2015", NSC_DATE_STYLE_DMY, "2015-09");
  check_reads ("2015", NSC_DATE_STYLE_DMY, "2015");
  check_reads ("2015-09-25", NSC_DATE_STYLE_DMY, "2015-09-25");
  check_reads ("9/25/2015", NSC_DATE_STYLE_MDY, "2015-09-25");
  check_reads ("2015-09", NSC_DATE_STYLE_MDY, "2015-09");
  check_refuses ("9/25/2015", NSC_DATE_STYLE_DMY);
  check_refuses ("25/9/2015", NSC_DATE_STYLE_MDY);
  check_refuses ("25.9/2015", NSC_DATE_STYLE_DMY);
  check_refuses ("25.9.15", NSC_DATE_STYLE_DMY);
  check_refuses ("2015/09/25", NSC_DATE_STYLE_DMY);
}

static NscDate
date_of (const char *text)
{
  NscDate date;

  g_assert_true (nsc_date_parse (text, NSC_DATE_STYLE_ISO, &date, NULL));
  return date;
}

static void
test_days (void)
{
  g_assert_cmpint (nsc_date_first_day (date_of ("")), ==, 0);
  g_assert_cmpint (nsc_date_last_day (date_of ("")), ==, 0);
  g_assert_cmpint (nsc_date_first_day (date_of ("0001")), ==, 1);
  g_assert_cmpint (nsc_date_last_day (date_of ("2016")) - nsc_date_first_day (date_of ("2016")), ==, 365);
  g_assert_cmpint (nsc_date_last_day (date_of ("2015-02")) - nsc_date_first_day (date_of ("2015-02")), ==, 27);
  g_assert_cmpint (nsc_date_first_day (date_of ("2015-09-25")), ==, nsc_date_last_day (date_of ("2015-09-25")));
  g_assert_cmpint (nsc_date_first_day (date_of ("2016")), ==, nsc_date_last_day (date_of ("2015")) + 1);
  g_assert_true (nsc_date_is_open (date_of ("9999")));
  g_assert_cmpint (nsc_date_last_day (date_of ("9999-01")), ==, G_MAXINT32);
}

static void
test_refines (void)
{
  g_assert_true (nsc_date_refines (date_of ("2018"), date_of ("")));
  g_assert_true (nsc_date_refines (date_of ("2018-04"), date_of ("2018")));
  g_assert_true (nsc_date_refines (date_of ("2018-04-17"), date_of ("2018")));
  g_assert_true (nsc_date_refines (date_of ("2018-04-17"), date_of ("2018-04")));
  g_assert_false (nsc_date_refines (date_of ("2018"), date_of ("2018")));
  g_assert_false (nsc_date_refines (date_of (""), date_of ("")));
  g_assert_false (nsc_date_refines (date_of ("2018"), date_of ("2018-04")));
  g_assert_false (nsc_date_refines (date_of ("2018-05-17"), date_of ("2018-04")));
  g_assert_false (nsc_date_refines (date_of ("2018-04-17"), date_of ("2018-04-18")));
}

/* Every day of 400 years, written and read, is the day after the one before. */
static void
test_calendar (void)
{
  gint32 expected = nsc_date_first_day (date_of ("1800"));

  for (guint year = 1800; year < 2200; year++)
    for (guint month = 1; month <= 12; month++)
      for (guint day = 1; day <= 31; day++)
        {
          g_autofree char *text = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
          NscDate date;

          if (!nsc_date_parse (text, NSC_DATE_STYLE_ISO, &date, NULL))
            continue;
          g_assert_cmpint (nsc_date_first_day (date), ==, expected);
          expected++;
        }
  g_assert_cmpint (expected, ==, nsc_date_first_day (date_of ("2200")));
}

static void
test_later (void)
{
  const NscDate year = { 2018, 0, 0 }, day = { 2018, 4, 17 }, first = { 2018, 1, 1 }, open = { 9999, 0, 0 };
  const NscDate last = { 2017, 12, 31 }, month = { 2018, 4, 0 };

  g_assert_true (nsc_date_equal (nsc_date_later (year, day), day));
  g_assert_true (nsc_date_equal (nsc_date_later (day, year), day));
  g_assert_true (nsc_date_equal (nsc_date_later (year, first), year));
  g_assert_true (nsc_date_equal (nsc_date_later (last, first), first));
  g_assert_true (nsc_date_equal (nsc_date_later (month, day), day));
  g_assert_true (nsc_date_equal (nsc_date_later (day, open), day));
  g_assert_true (nsc_date_equal (nsc_date_later (open, day), day));
  g_assert_true (nsc_date_equal (nsc_date_later (NSC_DATE_UNKNOWN, day), day));
  g_assert_false (nsc_date_is_known (nsc_date_later (NSC_DATE_UNKNOWN, NSC_DATE_UNKNOWN)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/iso", test_iso);
  g_test_add_func ("/base/date/styles", test_styles);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/refines", test_refines);
  g_test_add_func ("/base/date/calendar", test_calendar);
  g_test_add_func ("/base/date/later", test_later);
  return g_test_run ();
}
