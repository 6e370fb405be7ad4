/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include "nsc-cli.h"
#include "nsc-plural.h"
#include "nsc-record.h"
#include "nsc-rules.h"
#include "nsc-text.h"

#include <math.h>
#include <string.h>

/* Sixteen bytes are numbers to print; the text behind them is read as everything that a number or a length may be. */

static void
check_length (const char *text)
{
  g_autofree char *printed = NULL;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  GError *error = NULL;
  double points, again;

  if (!nsc_cli_read_length ("width", text, &points, &error))
    {
      fuzz_target_assert_told (error);
      return;
    }
  g_assert_true (points >= 72.0 / 25.4 && points <= 14400.0);
  printed = g_strconcat (g_ascii_formatd (digits, sizeof digits, "%.12f", points), "pt", NULL);
  /* The shortest length may come out a hair below it in print. */
  if (nsc_cli_read_length ("width", printed, &again, NULL))
    g_assert_true (fabs (points - again) < 1e-9);
  else
    g_assert_true (points - 72.0 / 25.4 < 1e-9);
}

static void
check_number (const char *text)
{
  const char *end = NULL;
  double number;

  if (!nsc_cli_read_number (text, &number, &end))
    return;
  g_assert_true (number >= 0);
  g_assert_true (end > text && end <= text + strlen (text));
  g_assert_true (*end == '\0' || strchr ("0123456789.", *end) == NULL);
}

/* As a file's value it becomes its digits, and stays that. */
static void
check_value (const char *text)
{
  const NscTable *table = nsc_table_find ("totals");
  guint column = (guint) nsc_table_find_column (table, "count");
  g_autoptr (NscRecord) record = nsc_record_new (table);
  g_autofree char *stored = NULL;
  GError *error = NULL;

  nsc_record_set (record, column, text);
  if (!nsc_rules_check_column (record, column, NSC_DATE_STYLE_ISO, &error))
    {
      fuzz_target_assert_told (error);
      return;
    }
  stored = g_strdup (nsc_record_get (record, column));
  g_assert_true (strlen (stored) == strspn (stored, "0123456789"));
  g_assert_true (strlen (stored) == 1 || *stored != '0');
  g_assert_true (nsc_rules_check_column (record, column, NSC_DATE_STYLE_ISO, NULL));
  g_assert_cmpstr (nsc_record_get (record, column), ==, stored);
}

static void
check_plural (const char *text, guint64 number)
{
  g_autoptr (NscPlural) plural = nsc_plural_new (text);

  if (plural == NULL)
    return;
  g_assert_cmpuint (nsc_plural_get_count (plural), >, 0);
  for (guint64 n = 0; n < 3; n++)
    g_assert_cmpuint (nsc_plural_index (plural, n), <, nsc_plural_get_count (plural));
  g_assert_cmpuint (nsc_plural_index (plural, number), <, nsc_plural_get_count (plural));
}

/* Without the marks between its groups it is what the number is in C. */
static void
check_grouped (const char *printed, const char *plain)
{
  g_autoptr (GString) bare = g_string_new (printed);

  g_string_replace (bare, ",", "", 0);
  g_string_replace (bare, "\u2212", "-", 0);
  g_assert_cmpstr (bare->str, ==, plain);
}

static void
check_whole (const char *language, guint64 number)
{
  gint64 value = (gint64) number;
  g_autofree char *integer = nsc_text_integer (language, value);
  g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  g_autofree char *count = nsc_text_count (language, number);
  g_autofree char *plain_count = g_strdup_printf ("%" G_GUINT64_FORMAT, MIN (number, (guint64) G_MAXINT64));

  check_grouped (integer, plain);
  check_grouped (count, plain_count);
}

static void
check_share (const char *language, guint64 part, guint64 base)
{
  g_autofree char *text = NULL;

  base &= G_MAXINT64;
  part = base > 0 ? part % (base + 1) : 0;
  text = nsc_text_percent (language, (gint64) part, (gint64) base);
  if (base == 0)
    g_assert_cmpstr (text, ==, "");
  else
    {
      double percent = g_ascii_strtod (text, NULL);

      g_assert_true (g_str_has_suffix (text, "%"));
      g_assert_true (percent >= 0.0 && percent <= 100.0);
      g_assert_true (fabs (percent - 100.0 * (double) part / (double) base) <= 0.0501);
    }
}

static void
check_decimal (guint64 bits, guint decimals)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) plain = NULL;
  double value;

  memcpy (&value, &bits, sizeof value);
  text = nsc_text_decimal (value, decimals);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (!isfinite (value) || fabs (value) > 1e15)
    return;
  plain = g_string_new (text);
  g_string_replace (plain, "\u2212", "-", 0);
  g_assert_true (fabs (g_ascii_strtod (plain->str, NULL) - value) <=
                 0.5 * pow (10, -(double) decimals) * 1.001 + fabs (value) * 1e-15);
  g_assert_false (*plain->str == '-' && g_ascii_strtod (plain->str, NULL) == 0.0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const languages[] = { "en", "zh_CN" };
  FuzzBytes bytes = { data, size };
  guint64 first = fuzz_bytes_take_number (&bytes, 8), second = fuzz_bytes_take_number (&bytes, 8);
  g_autofree char *text = fuzz_bytes_to_text (&bytes);

  if (!g_utf8_validate (text, -1, NULL))
    return -1;
  check_length (text);
  check_number (text);
  check_value (text);
  check_plural (text, first);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      check_whole (languages[i], first);
      check_share (languages[i], first, second);
    }
  check_decimal (first, (guint) (second % 10));
  return 0;
}
