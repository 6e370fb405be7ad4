/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-rules.h"

/* A record of TABLE from pairs of column and value, ended by NULL. */
static NscRecord *G_GNUC_NULL_TERMINATED
make (const char *table, ...)
{
  NscRecord *record = nsc_record_new (nsc_table_find (table));
  const char *column;
  va_list pairs;

  va_start (pairs, table);
  while ((column = va_arg (pairs, const char *)) != NULL)
    nsc_record_set_by_name (record, column, va_arg (pairs, const char *));
  va_end (pairs);
  return record;
}

static void
take_accepted (NscRecord *taken, NscDateStyle style, const char *column, const char *expected)
{
  g_autoptr (NscRecord) record = taken;
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_rules_check (record, style, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (nsc_record_get_by_name (record, column), ==, expected);
}

static void
take_refused (NscRecord *taken, const char *column, const char *part)
{
  g_autoptr (NscRecord) record = taken;
  g_autoptr (GError) error = NULL;
  guint index = G_MAXUINT;

  g_assert_false (nsc_rules_check (record, NSC_DATE_STYLE_ISO, &index, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
  g_assert_cmpuint (index, <, nsc_record_get_table (record)->n_columns);
  g_assert_cmpstr (nsc_record_get_table (record)->columns[index].name, ==, column);
  g_assert_nonnull (g_strstr_len (error->message, -1, part));
}

static void
test_text (void)
{
  take_accepted (make ("sectors", "name_en", "  Telecom \xc2\xa0\xe3\x80\x80", NULL), NSC_DATE_STYLE_ISO, "name_en",
                 "Telecom");
  take_accepted (make ("sectors", "name_en", "电信　业", NULL), NSC_DATE_STYLE_ISO, "name_en", "电信　业");
  take_accepted (make ("sectors", "name_en", "a", "source", "one\r\ntwo\rthree\tfour\n", NULL), NSC_DATE_STYLE_ISO,
                 "source", "one\ntwo\nthree\tfour");
  take_accepted (make ("sectors", "name_en", "a", "source", " \n ", NULL), NSC_DATE_STYLE_ISO, "source", "");
  take_refused (make ("sectors", "name_en", "a\001b", NULL), "name_en", "U+0001");
  take_refused (make ("sectors", "name_en", "a", "source", "x\x7f", NULL), "source", "U+007F");
  take_refused (make ("sectors", "name_en",
                      "a\xc2\x85"
                      "b",
                      NULL),
                "name_en", "U+0085");
  take_refused (make ("sectors", "name_en", "\xff", NULL), "name_en", "UTF-8");
  take_refused (make ("actors", "name_en", "a", "country", "C\nN", NULL), "country", "U+000A");
}

static void
test_required (void)
{
  take_refused (make ("sectors", "id", "telecom", NULL), "name_en", "missing");
  take_refused (make ("sectors", "name_en", " \t", NULL), "name_en", "missing");
  take_refused (make ("countries", "name_en", "Chile", NULL), "code", "missing");
  take_refused (make ("totals", "initiative", "x", "as_of", "2020", "category", "all", NULL), "count", "missing");
  take_accepted (make ("sectors", "name_en", "Telecom", NULL), NSC_DATE_STYLE_ISO, "id", "");
}

static void
test_ids (void)
{
  take_accepted (make ("sectors", "id", " 电信 ", "name_en", "a", NULL), NSC_DATE_STYLE_ISO, "id", "电信");
  take_refused (make ("sectors", "id", "a,b", "name_en", "a", NULL), "id", "comma");
  take_refused (make ("sectors", "id", "a\tb", "name_en", "a", NULL), "id", "U+0009");
  take_refused (make ("issues", "id", "a", "label_en", "A", "parent", "a", NULL), "parent", "itself");
  take_accepted (make ("issues", "label_en", "A", NULL), NSC_DATE_STYLE_ISO, "parent", "");
}

static void
test_choices (void)
{
  take_accepted (make ("actors", "name_en", "a", "kind", " Company", NULL), NSC_DATE_STYLE_ISO, "kind", "company");
  take_refused (make ("actors", "name_en", "a", "kind", "firm", NULL), "kind", "state, company, igo");
  take_accepted (make ("actors", "name_en", "a", NULL), NSC_DATE_STYLE_ISO, "confidence", "unstated");
  take_accepted (make ("actors", "name_en", "a", NULL), NSC_DATE_STYLE_ISO, "kind", "");
  take_accepted (make ("actors", "name_en", "a", "confidence", "OFFICIAL", NULL), NSC_DATE_STYLE_ISO, "confidence",
                 "official");
  take_refused (make ("actors", "name_en", "a", "confidence", "sure", NULL), "confidence", "unverified");
}

/* What reports call those of whom something is not known cannot be a group of its own. */
static void
test_groups (void)
{
  take_refused (make ("sectors", "id", "unknown", "name_en", "Mystery", NULL), "id", "leave it blank");
  take_refused (make ("countries", "code", "international", "name_en", "Nowhere", NULL), "code", "international");
  take_refused (make ("signatories", "initiative", "i", "actor", "a", "role", "undated", NULL), "role", "undated");
  take_accepted (make ("actors", "id", "unknown", "name_en", "The Unknown", NULL), NSC_DATE_STYLE_ISO, "id", "unknown");
}

static void
test_numbers (void)
{
  take_accepted (make ("issues", "label_en", "a", "position", " 007 ", NULL), NSC_DATE_STYLE_ISO, "position", "7");
  take_accepted (make ("issues", "label_en", "a", "position", "0", NULL), NSC_DATE_STYLE_ISO, "position", "0");
  take_accepted (make ("issues", "label_en", "a", "position", "9223372036854775807", NULL), NSC_DATE_STYLE_ISO,
                 "position", "9223372036854775807");
  for (const char *const *text =
           (const char *[]) { "-1", "+1", "1.0", "1,221", "1 221", "9223372036854775808", "１２", "0x1", NULL };
       *text != NULL; text++)
    take_refused (make ("issues", "label_en", "a", "position", *text, NULL), "position", "whole number");
}

static void
test_colours (void)
{
  take_accepted (make ("sectors", "name_en", "a", "colour", "#3584E4", NULL), NSC_DATE_STYLE_ISO, "colour", "#3584e4");
  for (const char *const *text = (const char *[]) { "3584e4", "#3584e", "#3584e4f", "#3584eg", "blue", NULL };
       *text != NULL; text++)
    take_refused (make ("sectors", "name_en", "a", "colour", *text, NULL), "colour", "#rrggbb");
}

static void
test_dates (void)
{
  take_accepted (make ("signatories", "initiative", "i", "actor", "a", "joined", " 2018-04 ", NULL), NSC_DATE_STYLE_ISO,
                 "joined", "2018-04");
  take_accepted (make ("signatories", "initiative", "i", "actor", "a", "joined", "17.4.2018", NULL), NSC_DATE_STYLE_DMY,
                 "joined", "2018-04-17");
  take_accepted (make ("signatories", "initiative", "i", "actor", "a", "joined", "4/17/2018", NULL), NSC_DATE_STYLE_MDY,
                 "joined", "2018-04-17");
  take_refused (make ("signatories", "initiative", "i", "actor", "a", "joined", "17.4.2018", NULL), "joined",
                "YYYY-MM-DD");
  take_refused (make ("signatories", "initiative", "i", "actor", "a", "joined", "2018-02-30", NULL), "joined",
                "2018-02-30");
}

static void
check_period (const char *joined, const char *left, gboolean accepted)
{
  NscRecord *record = make ("signatories", "initiative", "i", "actor", "a", "joined", joined, "left", left, NULL);

  if (accepted)
    take_accepted (record, NSC_DATE_STYLE_ISO, "left", left);
  else
    take_refused (record, "left", "before");
}

static void
test_periods (void)
{
  check_period ("2018", "2019", TRUE);
  check_period ("2019", "2018", FALSE);
  /* A partial beginning is its earliest day, a partial end its latest. */
  check_period ("2018", "2018", TRUE);
  check_period ("2018-06", "2018", TRUE);
  check_period ("2018", "2018-01-01", TRUE);
  check_period ("2018-06", "2018-05", FALSE);
  check_period ("2018-06", "2018-06-01", TRUE);
  check_period ("2018-06-02", "2018-06-01", FALSE);
  check_period ("2018-06-01", "2018-06-01", TRUE);
  check_period ("", "2018", TRUE);
  check_period ("2018", "", TRUE);
  check_period ("2018", "9999-12-31", TRUE);
  take_refused (make ("initiatives", "name_en", "a", "launched", "2020", "ended", "2019-12-31", NULL), "ended",
                "launched");
}

/* A membership as "joined left role id"; "-" is a blank. */
static NscRecord *
membership (const char *text, gint64 row)
{
  static const char *const columns[] = { "joined", "left", "role", "id" };
  g_auto (GStrv) values = g_strsplit (text, " ", -1);
  NscRecord *record = make ("signatories", "initiative", "i", "actor", "a", "confidence", "unstated", NULL);

  g_assert_cmpuint (g_strv_length (values), ==, 4);
  for (guint i = 0; i < 4; i++)
    nsc_record_set_by_name (record, columns[i], g_str_equal (values[i], "-") ? "" : values[i]);
  nsc_record_set_row (record, row);
  return record;
}

/* Relates INCOMING to the memberships of STORED, parted by "|", with the ids signatories-1 and so on. */
static void
check_related (const char *stored, const char *incoming, NscRelation expected, guint expected_match)
{
  g_auto (GStrv) rows = g_strsplit (stored, "|", -1);
  g_autoptr (GPtrArray) kin = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  g_autoptr (NscRecord) record = membership (incoming, 0);
  guint match = 99;

  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s s%u", rows[i], i + 1);

      g_ptr_array_add (kin, membership (text, i + 1));
    }
  g_test_message ("%s <- %s", stored, incoming);
  g_assert_cmpint (nsc_rules_relate (record, kin, &match), ==, expected);
  g_assert_cmpuint (match, ==, expected == NSC_RELATION_NEW ? 99 : expected_match);
}

static void
test_same (void)
{
  check_related ("", "2018 - - -", NSC_RELATION_NEW, 0);
  check_related ("2018 - -", "2018 - - -", NSC_RELATION_SAME, 0);
  check_related ("- - -", "- - - -", NSC_RELATION_SAME, 0);
  check_related ("2018 - -", "2018 - founder -", NSC_RELATION_CHANGE, 0);
  check_related ("2018 - founder", "2018 - - -", NSC_RELATION_CHANGE, 0);
}

static void
test_refined (void)
{
  /* A date learnt. */
  check_related ("- - -", "2018 - - -", NSC_RELATION_CHANGE, 0);
  check_related ("2018 - -", "2018-04 - - -", NSC_RELATION_CHANGE, 0);
  check_related ("2018-04 - -", "2018-04-17 - - -", NSC_RELATION_CHANGE, 0);
  check_related ("2018 - -", "2018 2020 - -", NSC_RELATION_CHANGE, 0);
  /* A date that says less than the recorded one takes nothing away. */
  check_related ("2018-04-17 - -", "2018 - - -", NSC_RELATION_SAME, 0);
  check_related ("2018-04-17 - -", "- - - -", NSC_RELATION_SAME, 0);
  check_related ("2018-04-17 - -", "2018 - founder -", NSC_RELATION_CHANGE, 0);
  check_related ("2018 2022-06 -", "2018 2022 - -", NSC_RELATION_SAME, 0);
  check_related ("2018 2022 -", "2018 2022-06 - -", NSC_RELATION_CHANGE, 0);
  /* No end at all says that the membership is open. */
  check_related ("2018 2022-06 -", "2018 - - -", NSC_RELATION_CHANGE, 0);
  /* Neither refines the other. */
  check_related ("2018-04 - -", "2018-05 - - -", NSC_RELATION_CONFLICT, 0);
  check_related ("2018 - -", "2019 - - -", NSC_RELATION_CONFLICT, 0);
}

static void
test_second (void)
{
  check_related ("2018 2019 -", "2020 - - -", NSC_RELATION_NEW, 0);
  check_related ("2018 2019 -", "2015 2016 - -", NSC_RELATION_NEW, 0);
  check_related ("2018 2019-12 -", "2020 - - -", NSC_RELATION_NEW, 0);
  /* 2019 ends with its last day. */
  check_related ("2018 2019 -", "2019-06 - - -", NSC_RELATION_CONFLICT, 0);
  check_related ("2018 2019-06-30 -", "2019-06-30 - - -", NSC_RELATION_NEW, 0);
  check_related ("2018 2019-06-30 -", "2019-06-29 - - -", NSC_RELATION_CONFLICT, 0);
  check_related ("2018 9999 -", "2020 - - -", NSC_RELATION_CONFLICT, 0);
  check_related ("2018 - -", "- 2015 - -", NSC_RELATION_NEW, 0);
  check_related ("- 2015 -", "2018 - - -", NSC_RELATION_NEW, 0);
  /* Left in June of a year, back in September of that year. */
  check_related ("2018 2018-06 -", "2018-09 - - -", NSC_RELATION_NEW, 0);
  check_related ("2018-09 - -", "2018 2018-06 - -", NSC_RELATION_NEW, 0);
  /* A third one between two. */
  check_related ("2010 2012 -|2018 - -", "2014 2015 - -", NSC_RELATION_NEW, 0);
  check_related ("2010 2012 -|2018 - -", "2014 - - -", NSC_RELATION_CONFLICT, 1);
}

static void
test_several (void)
{
  /* The exact date is the better match, whatever the order. */
  check_related ("2010 2012 -|2018 - -", "2018 - founder -", NSC_RELATION_CHANGE, 1);
  check_related ("2010 2012 -|2018 - -", "2018-04 - - -", NSC_RELATION_CHANGE, 1);
  /* A change that makes two periods meet. */
  check_related ("2010 2012 -|2018 - -", "2010 - - -", NSC_RELATION_CONFLICT, 1);
  check_related ("2010 2012 -|2018 - -", "2010 2018-02 - -", NSC_RELATION_CONFLICT, 1);
  /* Which of two memberships does a row without a date mean? */
  check_related ("2010 2012 -|2018 - -", "- - - -", NSC_RELATION_SAME, 1);
  check_related ("2010 2012 x|2018 - y", "- - - -", NSC_RELATION_CONFLICT, 1);
}

static void
test_named (void)
{
  check_related ("2018 - -", "2018 - - s1", NSC_RELATION_SAME, 0);
  check_related ("2018 - -", "2019 - - s1", NSC_RELATION_CHANGE, 0);
  /* Who names the row means what is written. */
  check_related ("2018-04-17 - -", "2018 - - s1", NSC_RELATION_CHANGE, 0);
  check_related ("2018-04-17 - -", "- - - s1", NSC_RELATION_CHANGE, 0);
  /* Another id for the same membership, or for one that overlaps. */
  check_related ("2018 - -", "2018 - - other", NSC_RELATION_CONFLICT, 0);
  check_related ("2018 - -", "2019 - - other", NSC_RELATION_CONFLICT, 0);
  check_related ("2018 2019 -", "2020 - - other", NSC_RELATION_NEW, 0);
  check_related ("2010 2012 -|2018 - -", "2018 - - s1", NSC_RELATION_CONFLICT, 1);
}

static void
test_edited (void)
{
  g_autoptr (GPtrArray) kin = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  g_autoptr (NscRecord) edited = membership ("2015 - - renamed", 1);
  guint match = 99;

  g_ptr_array_add (kin, membership ("2018 - - s1", 1));
  g_assert_cmpint (nsc_rules_relate (edited, kin, &match), ==, NSC_RELATION_CHANGE);
  g_assert_cmpuint (match, ==, 0);
  nsc_record_set_row (edited, 2);
  g_assert_cmpint (nsc_rules_relate (edited, kin, &match), ==, NSC_RELATION_CONFLICT);
}

static void
test_exact_keys (void)
{
  g_autoptr (GPtrArray) kin = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  g_autoptr (NscRecord) total =
      make ("totals", "initiative", "i", "as_of", "2022-11", "category", "all", "count", "161", NULL);
  guint match = 99;

  g_ptr_array_add (
      kin, make ("totals", "id", "t1", "initiative", "i", "as_of", "2022", "category", "all", "count", "150", NULL));
  /* Only memberships last; a total of a month stands beside one of its year. */
  g_assert_cmpint (nsc_rules_relate (total, kin, &match), ==, NSC_RELATION_NEW);
  nsc_record_set_by_name (total, "as_of", "2022");
  g_assert_cmpint (nsc_rules_relate (total, kin, &match), ==, NSC_RELATION_CHANGE);
  g_assert_cmpuint (match, ==, 0);
  nsc_record_set_by_name (total, "id", "t2");
  g_assert_cmpint (nsc_rules_relate (total, kin, &match), ==, NSC_RELATION_CONFLICT);
}

static void
test_silent_columns (void)
{
  const NscTable *table = nsc_table_find ("signatories");
  guint64 told = NSC_RULES_ALL_COLUMNS & ~NSC_RULES_COLUMN (nsc_table_find_column (table, "left")) &
                 ~NSC_RULES_COLUMN (nsc_table_find_column (table, "role"));
  g_autoptr (GPtrArray) kin = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  g_autoptr (NscRecord) record = membership ("2010 - - -", 0);
  g_autoptr (NscRecord) merged = NULL;
  guint match = 99;

  g_ptr_array_add (kin, membership ("2010 2012 founder s1", 1));
  g_ptr_array_add (kin, membership ("2018 - - s2", 2));
  g_assert_cmpint (nsc_rules_relate_told (record, told, kin, &match, &merged), ==, NSC_RELATION_SAME);
  g_assert_cmpuint (match, ==, 0);

  g_clear_pointer (&merged, nsc_record_free);
  nsc_record_set_by_name (record, "joined", "2010-05");
  g_assert_cmpint (nsc_rules_relate_told (record, told, kin, &match, &merged), ==, NSC_RELATION_CHANGE);
  g_assert_cmpint (nsc_record_get_row (merged), ==, 1);
  g_assert_cmpstr (nsc_record_get_id (merged), ==, "s1");
  g_assert_cmpstr (nsc_record_get_by_name (merged, "joined"), ==, "2010-05");
  g_assert_cmpstr (nsc_record_get_by_name (merged, "left"), ==, "2012");
  g_assert_cmpstr (nsc_record_get_by_name (merged, "role"), ==, "founder");
}

/* A step of a story: its options read as options, a reveal that is left blank is none. */
static void
test_story_step (void)
{
  static const struct
  {
    const char *column;
    const char *value;
  } refused[] = {
    { "report", "" },         { "report", "rainfall" },  { "options", "by" },
    { "options", "a=1 a=2" }, { "options", "a=\"1" },    { "position", "" },
    { "position", "first" },  { "reveal", "sometimes" }, { "story", "" },
  };
  const NscTable *table = nsc_table_find ("story_steps");
  g_autoptr (NscRecord) record = nsc_record_new (table);
  g_autoptr (GError) error = NULL;

  nsc_record_set_by_name (record, "story", "s");
  nsc_record_set_by_name (record, "position", "007");
  nsc_record_set_by_name (record, "report", "Growth");
  nsc_record_set_by_name (record, "options", " initiative=a ");
  g_assert_true (nsc_rules_check (record, NSC_DATE_STYLE_ISO, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (nsc_record_get_by_name (record, "position"), ==, "7");
  g_assert_cmpstr (nsc_record_get_by_name (record, "report"), ==, "growth");
  g_assert_cmpstr (nsc_record_get_by_name (record, "options"), ==, "initiative=a");
  g_assert_cmpstr (nsc_record_get_by_name (record, "reveal"), ==, "none");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (NscRecord) copy = nsc_record_copy (record);
      guint column = 99;

      nsc_record_set_by_name (copy, refused[i].column, refused[i].value);
      g_assert_false (nsc_rules_check (copy, NSC_DATE_STYLE_ISO, &column, &error));
      g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
      g_assert_cmpstr (table->columns[column].name, ==, refused[i].column);
      g_clear_error (&error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rules/text", test_text);
  g_test_add_func ("/model/rules/required", test_required);
  g_test_add_func ("/model/rules/ids", test_ids);
  g_test_add_func ("/model/rules/choices", test_choices);
  g_test_add_func ("/model/rules/groups", test_groups);
  g_test_add_func ("/model/rules/numbers", test_numbers);
  g_test_add_func ("/model/rules/colours", test_colours);
  g_test_add_func ("/model/rules/dates", test_dates);
  g_test_add_func ("/model/rules/periods", test_periods);
  g_test_add_func ("/model/rules/same", test_same);
  g_test_add_func ("/model/rules/refined", test_refined);
  g_test_add_func ("/model/rules/second", test_second);
  g_test_add_func ("/model/rules/several", test_several);
  g_test_add_func ("/model/rules/named", test_named);
  g_test_add_func ("/model/rules/edited", test_edited);
  g_test_add_func ("/model/rules/exact-keys", test_exact_keys);
  g_test_add_func ("/model/rules/silent-columns", test_silent_columns);
  g_test_add_func ("/model/rules/story-step", test_story_step);
  return g_test_run ();
}
