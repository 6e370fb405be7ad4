/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include "nsc-date.h"
#include "nsc-record.h"
#include "nsc-rules.h"

#include <string.h>

/* Lines of text, each read as a date in every style: what is read is printed and read again, and three dates are
 * ordered. */

static const NscDateStyle styles[] = { NSC_DATE_STYLE_ISO, NSC_DATE_STYLE_DMY, NSC_DATE_STYLE_MDY };

static gboolean
is_full (NscDate date)
{
  return date.day != 0;
}

static void
check_printed (NscDate date)
{
  g_autofree char *text = nsc_date_to_string (date);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      NscDate again;

      g_assert_true (nsc_date_parse (text, styles[i], &again, NULL));
      g_assert_true (nsc_date_equal (date, again));
    }
}

static void
check_days (NscDate date)
{
  gint32 first = nsc_date_first_day (date), last = nsc_date_last_day (date);

  g_assert_cmpint (first, <=, last);
  if (!nsc_date_is_known (date))
    g_assert_cmpint (last, ==, 0);
  else if (nsc_date_is_open (date))
    g_assert_cmpint (first, ==, G_MAXINT32);
  else
    {
      g_assert_cmpint (first, >, 0);
      g_assert_true (is_full (date) == (first == last));
      g_assert_cmpint (last - first, <, 366);
    }
  g_assert_false (nsc_date_refines (date, date));
}

/* As a file's value it becomes what the date prints, and stays that. */
static void
check_value (const char *text, NscDateStyle style, gboolean is_date, NscDate date)
{
  const NscTable *table = nsc_table_find ("signatories");
  guint column = (guint) nsc_table_find_column (table, "joined");
  g_autoptr (NscRecord) record = nsc_record_new (table);
  g_autofree char *printed = nsc_date_to_string (date);

  nsc_record_set (record, column, text);
  if (!nsc_rules_check_column (record, column, style, NULL))
    {
      g_assert_false (is_date);
      return;
    }
  if (is_date)
    g_assert_cmpstr (nsc_record_get (record, column), ==, printed);
  g_free (g_steal_pointer (&printed));
  printed = g_strdup (nsc_record_get (record, column));
  g_assert_true (nsc_rules_check_column (record, column, NSC_DATE_STYLE_ISO, NULL));
  g_assert_cmpstr (nsc_record_get (record, column), ==, printed);
}

/* The date that TEXT is in STYLE, the unknown one where it is none. */
static NscDate
read_date (const char *text, NscDateStyle style)
{
  g_autofree char *among_blanks = g_strconcat (" \t", text, "\n", NULL);
  GError *error = NULL;
  gboolean is_date;
  NscDate date, again;

  is_date = nsc_date_parse (text, style, &date, &error);
  g_assert_true (is_date == nsc_date_parse (among_blanks, style, &again, NULL));
  g_assert_true (nsc_date_equal (date, again));
  if (is_date)
    {
      check_printed (date);
      check_days (date);
    }
  else
    {
      fuzz_target_assert_told (error);
      g_assert_false (nsc_date_is_known (date));
    }
  check_value (text, style, is_date, date);
  /* What is plain is plain in every style. */
  if (style != NSC_DATE_STYLE_ISO && nsc_date_parse (text, NSC_DATE_STYLE_ISO, &again, NULL))
    g_assert_true (is_date && nsc_date_equal (date, again));
  return date;
}

static void
check_two (NscDate a, NscDate b)
{
  NscDate later = nsc_date_later (a, b);

  g_assert_true (nsc_date_equal (later, a) || nsc_date_equal (later, b));
  if (nsc_date_is_known (a) && nsc_date_is_known (b) && !nsc_date_is_open (a) && !nsc_date_is_open (b))
    g_assert_cmpint (nsc_date_first_day (later), ==, MAX (nsc_date_first_day (a), nsc_date_first_day (b)));
  if (!nsc_date_refines (a, b))
    return;
  g_assert_false (nsc_date_equal (a, b) || nsc_date_refines (b, a));
  if (nsc_date_is_known (b))
    {
      g_assert_cmpint (nsc_date_first_day (a), >=, nsc_date_first_day (b));
      g_assert_cmpint (nsc_date_last_day (a), <=, nsc_date_last_day (b));
    }
}

static void
check_three (const NscDate dates[3])
{
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      check_two (dates[i], dates[j]);
  if (nsc_date_refines (dates[0], dates[1]) && nsc_date_refines (dates[1], dates[2]))
    g_assert_true (nsc_date_refines (dates[0], dates[2]));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const FuzzBytes bytes = { data, size };
  g_autofree char *text = fuzz_bytes_to_text (&bytes);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);

  if (!g_utf8_validate (text, -1, NULL))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      NscDate dates[3] = { NSC_DATE_UNKNOWN, NSC_DATE_UNKNOWN, NSC_DATE_UNKNOWN };

      for (guint line = 0; lines[line] != NULL; line++)
        dates[line] = read_date (lines[line], styles[i]);
      check_three (dates);
    }
  return 0;
}
