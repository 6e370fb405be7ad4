/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-rules.h"

#include "nsc-assignments.h"
#include "nsc-error.h"
#include "nsc-key.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- one value ---- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_INPUT, sentence);
  return FALSE;
}

/* Whether the bytes from START to END need no second look: printing ASCII without blanks at its ends. */
static gboolean
is_plain (const char *start, const char *end)
{
  if (*start == ' ' || end[-1] == ' ')
    return FALSE;
  for (const char *p = start; p < end; p++)
    if ((guchar) *p < 0x20 || (guchar) *p >= 0x7f)
      return FALSE;
  return TRUE;
}

/* Cuts the blanks at both ends of TEXT, which is UTF-8. */
static char *
dup_trimmed (const char *text)
{
  const char *start = text, *end = text + strlen (text);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/* Files of other systems end a line inside a cell with \r\n or \r. */
static void
unify_line_ends (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
    }
  *to = '\0';
}

static gboolean
check_characters (const char *text, NscColumnKind kind, GError **error)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iscntrl (c))
        continue;
      if (kind == NSC_COLUMN_TEXT && (c == '\n' || c == '\t'))
        continue;
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("The value has the control character U+%04X; take it out"), c);
      return FALSE;
    }
  return TRUE;
}

static gboolean
tidy (NscRecord *record, guint index, NscColumnKind kind, GError **error)
{
  const char *value = nsc_record_get (record, index);
  g_autofree char *text = NULL;
  gsize length = strlen (value);

  if (length == 0 || is_plain (value, value + length))
    return TRUE;
  if (!g_utf8_validate (value, (gssize) length, NULL))
    return refuse (error, _ ("The value is not UTF-8; write it again"));
  text = dup_trimmed (value);
  unify_line_ends (text);
  if (!check_characters (text, kind, error))
    return FALSE;
  nsc_record_set (record, index, text);
  return TRUE;
}

static gboolean
check_date (NscRecord *record, guint index, NscDateStyle style, GError **error)
{
  g_autofree char *text = NULL;
  NscDate date;

  if (!nsc_date_parse (nsc_record_get (record, index), style, &date, error))
    return FALSE;
  text = nsc_date_to_string (date);
  nsc_record_set (record, index, text);
  return TRUE;
}

static gboolean
check_choice (NscRecord *record, guint index, const NscColumn *column, GError **error)
{
  const char *value = nsc_record_get (record, index);
  g_autofree char *lower = g_utf8_strdown (value, -1);
  g_autofree char *list = NULL;

  if (g_strv_contains (column->choices, lower))
    {
      nsc_record_set (record, index, lower);
      return TRUE;
    }
  list = g_strjoinv (", ", (char **) column->choices);
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%1$s” is not a choice here; write one of: %2$s"), value, list);
  return FALSE;
}

static gboolean
check_integer (NscRecord *record, guint index, GError **error)
{
  const char *value = nsc_record_get (record, index);
  guint64 number;
  char digits[24];

  if (strspn (value, "0123456789") != strlen (value) ||
      !g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, &number, NULL))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
                   _ ("“%s” is not a whole number; write it with the digits 0 to 9 only"), value);
      return FALSE;
    }
  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, number);
  nsc_record_set (record, index, digits);
  return TRUE;
}

static gboolean
check_colour (NscRecord *record, guint index, GError **error)
{
  const char *value = nsc_record_get (record, index);
  g_autofree char *lower = NULL;

  if (value[0] != '#' || strlen (value) != 7 || strspn (value + 1, "0123456789abcdefABCDEF") != 6)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%s” is not a colour; write it as #rrggbb, such as #3584e4"),
                   value);
      return FALSE;
    }
  lower = g_ascii_strdown (value, -1);
  nsc_record_set (record, index, lower);
  return TRUE;
}

/* Reports call those of whom something is not known by these names. */
static gboolean
check_group (const char *value, GError **error)
{
  static const char *const reserved[] = { "unknown", "undated", "international", NULL };

  if (!g_strv_contains (reserved, value))
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
               _ ("“%s” is what reports call those whose group is not known; leave it blank or choose another name"),
               value);
  return FALSE;
}

/* Which options there are is the report's to know. */
static gboolean
check_options (const char *value, GError **error)
{
  g_autoptr (GPtrArray) options = nsc_assignments_parse (value, error);

  return options != NULL;
}

static gboolean
check_value (NscRecord *record, guint index, NscDateStyle style, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  const NscColumn *column = &table->columns[index];

  if (!tidy (record, index, column->kind, error))
    return FALSE;
  if (*nsc_record_get (record, index) == '\0')
    {
      if ((column->flags & NSC_COLUMN_REQUIRED) != 0)
        return refuse (error, _ ("The value is missing; fill it in"));
      if (column->blank != NULL)
        nsc_record_set (record, index, column->blank);
      return TRUE;
    }

  if ((column->flags & NSC_COLUMN_GROUP) != 0 && !check_group (nsc_record_get (record, index), error))
    return FALSE;
  switch (column->kind)
    {
    case NSC_COLUMN_ID:
      return nsc_key_check (nsc_record_get (record, index), error);
    case NSC_COLUMN_DATE:
      return check_date (record, index, style, error);
    case NSC_COLUMN_CHOICE:
      return check_choice (record, index, column, error);
    case NSC_COLUMN_INTEGER:
      return check_integer (record, index, error);
    case NSC_COLUMN_COLOUR:
      return check_colour (record, index, error);
    case NSC_COLUMN_REFERENCE:
      if (g_str_equal (column->target, table->name) &&
          g_str_equal (nsc_record_get (record, index), nsc_record_get_id (record)))
        return refuse (error, _ ("The record names itself; name another one or leave it blank"));
      return TRUE;
    case NSC_COLUMN_TEXT:
    default:
      return (column->flags & NSC_COLUMN_OPTIONS) == 0 || check_options (nsc_record_get (record, index), error);
    }
}

/* ---- periods ---- */

/* From the first day on, before the last. */
typedef struct
{
  gint32 begins;
  gint32 ends;
} Period;

/* The column that has all of FLAGS, or -1. */
static int
find_flagged (const NscTable *table, NscColumnFlags flags)
{
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & flags) == flags)
      return (int) i;
  return -1;
}

static NscDate
get_date (const NscRecord *record, int column)
{
  NscDate date = NSC_DATE_UNKNOWN;

  if (column >= 0)
    nsc_date_parse (nsc_record_get (record, (guint) column), NSC_DATE_STYLE_ISO, &date, NULL);
  return date;
}

static Period
get_period (const NscRecord *record)
{
  const NscTable *table = nsc_record_get_table (record);
  NscDate begins = get_date (record, find_flagged (table, NSC_COLUMN_BEGINS));
  NscDate ends = get_date (record, find_flagged (table, NSC_COLUMN_ENDS));

  return (Period) {
    .begins = nsc_date_first_day (begins),
    .ends = nsc_date_is_known (ends) ? nsc_date_last_day (ends) : G_MAXINT32,
  };
}

static gboolean
overlap (const NscRecord *a, const NscRecord *b)
{
  Period one = get_period (a), other = get_period (b);

  return one.begins < other.ends && other.begins < one.ends;
}

static gboolean
check_period (NscRecord *record, guint *column, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  int begins = find_flagged (table, NSC_COLUMN_BEGINS);
  int ends = find_flagged (table, NSC_COLUMN_ENDS);
  Period period;

  if (begins < 0 || ends < 0)
    return TRUE;
  period = get_period (record);
  if (period.begins <= period.ends)
    return TRUE;
  if (column != NULL)
    *column = (guint) ends;
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
               /* Translators: the arguments are a date, a column's name, and the same two of the beginning. */
               _ ("%1$s (%2$s) is before %3$s (%4$s); correct one of the two dates"),
               nsc_record_get (record, (guint) ends), nsc_table_naming_of_column (&table->columns[ends]),
               nsc_record_get (record, (guint) begins), nsc_table_naming_of_column (&table->columns[begins]));
  return FALSE;
}

/* ---- relations ---- */

static gboolean
equal_keys (const NscRecord *a, const NscRecord *b)
{
  const NscTable *table = nsc_record_get_table (a);

  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & NSC_COLUMN_KEY) != 0 && strcmp (nsc_record_get (a, i), nsc_record_get (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Whether both cannot stand beside each other as different rows. */
static gboolean
clash (const NscRecord *a, const NscRecord *b)
{
  if (equal_keys (a, b))
    return TRUE;
  return find_flagged (nsc_record_get_table (a), NSC_COLUMN_KEY | NSC_COLUMN_BEGINS) >= 0 && overlap (a, b);
}

static int
find_clash (const NscRecord *record, GPtrArray *kin, int except)
{
  for (guint i = 0; i < kin->len; i++)
    if ((int) i != except && clash (record, g_ptr_array_index (kin, i)))
      return (int) i;
  return -1;
}

/* The kin that RECORD names by its row or its id, or -1. */
static int
find_named (const NscRecord *record, GPtrArray *kin)
{
  gint64 row = nsc_record_get_row (record);

  for (guint i = 0; i < kin->len; i++)
    {
      const NscRecord *candidate = g_ptr_array_index (kin, i);

      if (row != 0 ? nsc_record_get_row (candidate) == row
                   : g_str_equal (nsc_record_get_id (candidate), nsc_record_get_id (record)))
        return (int) i;
    }
  return -1;
}

static gboolean
is_named (const NscRecord *record, guint64 told)
{
  if (nsc_record_get_row (record) != 0)
    return TRUE;
  return (told & NSC_RULES_COLUMN (NSC_TABLE_ID_COLUMN)) != 0 && *nsc_record_get_id (record) != '\0';
}

/* The kin that RECORD says more or less about by the date of its beginning: one that it refines first, then the only
 * one that refines it. More than one is AMBIGUOUS, since nothing tells which is meant. */
static int
find_refined (const NscRecord *record, guint64 told, GPtrArray *kin, gboolean *ambiguous)
{
  int begins = find_flagged (nsc_record_get_table (record), NSC_COLUMN_KEY | NSC_COLUMN_BEGINS);
  NscDate date = get_date (record, begins);
  int finer = -1, coarser = -1, equal = -1;

  *ambiguous = FALSE;
  if (begins < 0)
    return -1;
  for (guint i = 0; i < kin->len; i++)
    {
      const NscRecord *candidate = g_ptr_array_index (kin, i);
      NscDate stored = get_date (candidate, begins);
      g_autoptr (NscRecord) merged = nsc_rules_merge (record, told, candidate);

      if (!overlap (merged, candidate))
        continue;
      if (nsc_date_refines (date, stored))
        coarser = (int) i;
      else if (nsc_date_refines (stored, date))
        {
          *ambiguous = finer >= 0;
          finer = (int) i;
          if (nsc_record_equal (merged, candidate))
            equal = (int) i;
        }
    }
  if (coarser >= 0 || equal >= 0)
    {
      *ambiguous = FALSE;
      return coarser >= 0 ? coarser : equal;
    }
  return finer;
}

/* The kin that is the same record by its natural key, or -1. */
static int
find_same (const NscRecord *record, guint64 told, GPtrArray *kin, gboolean *ambiguous)
{
  *ambiguous = FALSE;
  for (guint i = 0; i < kin->len; i++)
    if (equal_keys (record, g_ptr_array_index (kin, i)))
      return (int) i;
  return find_refined (record, told, kin, ambiguous);
}

/* Whether RECORD says of a membership's date only what STORED says better. A blank end says something else: that the
 * membership is still open. */
static gboolean
is_less_precise (const NscRecord *record, const NscRecord *stored, int column, int begins, int ends)
{
  NscDate told = get_date (record, column);

  if (column != begins && (column != ends || !nsc_date_is_known (told)))
    return FALSE;
  return nsc_date_refines (get_date (stored, column), told);
}

/* ---- public ---- */

gboolean
nsc_rules_check_column (NscRecord *record, guint column, NscDateStyle style, GError **error)
{
  g_return_val_if_fail (record != NULL && column < nsc_record_get_table (record)->n_columns, FALSE);

  return check_value (record, column, style, error);
}

gboolean
nsc_rules_check (NscRecord *record, NscDateStyle style, guint *column, GError **error)
{
  const NscTable *table;

  g_return_val_if_fail (record != NULL, FALSE);

  table = nsc_record_get_table (record);
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (check_value (record, i, style, error))
        continue;
      if (column != NULL)
        *column = i;
      return FALSE;
    }
  return check_period (record, column, error);
}

NscRecord *
nsc_rules_merge (const NscRecord *record, guint64 told, const NscRecord *stored)
{
  const NscTable *table = nsc_record_get_table (record);
  NscRecord *merged = nsc_record_copy (stored);
  gboolean named = is_named (record, told);
  int begins = find_flagged (table, NSC_COLUMN_KEY | NSC_COLUMN_BEGINS);
  int ends = begins >= 0 ? find_flagged (table, NSC_COLUMN_ENDS) : -1;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if ((told & NSC_RULES_COLUMN (i)) == 0 || (i == NSC_TABLE_ID_COLUMN && !named))
        continue;
      if (!named && is_less_precise (record, stored, (int) i, begins, ends))
        continue;
      nsc_record_set (merged, i, nsc_record_get (record, i));
    }
  return merged;
}

NscRelation
nsc_rules_relate_told (const NscRecord *record, guint64 told, GPtrArray *kin, guint *match, NscRecord **merged)
{
  g_autoptr (NscRecord) result = NULL;
  gboolean ambiguous = FALSE;
  int same, other;

  g_return_val_if_fail (record != NULL && kin != NULL && match != NULL, NSC_RELATION_NEW);

  if (merged != NULL)
    *merged = NULL;
  same = is_named (record, told) ? find_named (record, kin) : find_same (record, told, kin, &ambiguous);
  if (same >= 0)
    {
      const NscRecord *stored = g_ptr_array_index (kin, (guint) same);
      NscRelation relation;

      *match = (guint) same;
      if (ambiguous)
        return NSC_RELATION_CONFLICT;
      result = nsc_rules_merge (record, told, stored);
      relation = nsc_record_equal (result, stored) ? NSC_RELATION_SAME : NSC_RELATION_CHANGE;
      other = relation == NSC_RELATION_CHANGE ? find_clash (result, kin, same) : -1;
      if (other < 0)
        {
          if (merged != NULL)
            *merged = g_steal_pointer (&result);
          return relation;
        }
    }
  else
    other = find_clash (record, kin, -1);

  if (other < 0)
    return NSC_RELATION_NEW;
  *match = (guint) other;
  return NSC_RELATION_CONFLICT;
}

NscRelation
nsc_rules_relate (const NscRecord *record, GPtrArray *kin, guint *match)
{
  return nsc_rules_relate_told (record, NSC_RULES_ALL_COLUMNS, kin, match, NULL);
}
