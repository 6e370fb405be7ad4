/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-csv-reader.h"
#include "nsc-table-file.h"
#include "nsc-error.h"

#include <string.h>

static NscCsvReader *
open_bytes (const char *bytes, gsize length)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (g_memdup2 (bytes, length), (gssize) length, g_free);

  return nsc_csv_reader_new (stream);
}

/* All that the reader says of a file, one line a record: "2: a|b" for a row, "2:name! message" for a refused one and
 * "2:name!! message" where it ends by failing. */
static char *
read_all (const char *bytes, gsize length)
{
  g_autoptr (NscCsvReader) reader = open_bytes (bytes, length);
  g_autoptr (GError) error = NULL;
  GString *said = g_string_new (NULL);
  NscCsvStatus status = NSC_CSV_FAILED;

  if (nsc_csv_reader_read_header (reader, NULL, &error))
    {
      for (guint i = 0; i < nsc_csv_reader_get_n_columns (reader); i++)
        g_string_append_printf (said, "%s%s", i > 0 ? "|" : "1: ", nsc_csv_reader_get_column (reader, i));
      g_string_append_c (said, '\n');
      status = nsc_csv_reader_next (reader, NULL, &error);
    }
  for (; status != NSC_CSV_END; status = nsc_csv_reader_next (reader, NULL, &error))
    {
      g_autofree char *place = nsc_csv_reader_dup_place (reader);

      g_string_append_printf (said, "%" G_GUINT64_FORMAT ":", nsc_csv_reader_get_row (reader));
      if (status == NSC_CSV_ROW)
        for (guint i = 0; i < nsc_csv_reader_get_n_columns (reader); i++)
          g_string_append_printf (said, "%s%s", i > 0 ? "|" : " ", nsc_csv_reader_get_field (reader, i));
      else
        {
          g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
          g_string_append_printf (said, "%s%s %s", place, status == NSC_CSV_FAILED ? "!!" : "!", error->message);
        }
      g_string_append_c (said, '\n');
      g_clear_error (&error);
      if (status == NSC_CSV_FAILED)
        break;
    }
  return g_string_free (said, FALSE);
}

static void
check_bytes (const char *bytes, gsize length, const char *expected)
{
  g_autofree char *said = read_all (bytes, length);

  g_assert_cmpstr (said, ==, expected);
}

static void
check (const char *text, const char *expected)
{
  check_bytes (text, strlen (text), expected);
}

/* The last line begins with EXPECTED and holds PART. */
static void
check_problem (const char *bytes, gsize length, const char *expected, const char *part)
{
  g_autofree char *said = read_all (bytes, length);
  const char *last;

  g_strchomp (said);
  last = strrchr (said, '\n');
  last = last != NULL ? last + 1 : said;
  g_test_message ("%.200s", last);
  g_assert_true (g_str_has_prefix (last, expected));
  g_assert_nonnull (strstr (last, part));
}

static void
test_rows (void)
{
  check ("a,b\n1,2\n3,4\n", "1: a|b\n2: 1|2\n3: 3|4\n");
  check ("a,b\n1,2", "1: a|b\n2: 1|2\n");
  check ("a,b\n", "1: a|b\n");
  check ("a,b", "1: a|b\n");
  check ("a\n1\n", "1: a\n2: 1\n");
  check (" a ,\tb\n 1 , 2\n", "1: a|b\n2:  1 | 2\n");
  check ("a,b\n,\n", "1: a|b\n2: |\n");
  check ("签署方,年\n日立,２０１８\n", "1: 签署方|年\n2: 日立|２０１８\n");
}

static void
test_line_ends (void)
{
  check ("a,b\r\n1,2\r\n3,4\r\n", "1: a|b\n2: 1|2\n3: 3|4\n");
  check ("a,b\r1,2\r3,4\r", "1: a|b\n2: 1|2\n3: 3|4\n");
  check ("a,b\r\n1,2\n3,4\r5,6", "1: a|b\n2: 1|2\n3: 3|4\n4: 5|6\n");
}

static void
test_blank_lines (void)
{
  check ("a,b\n\n1,2\n\n\n3,4\n\n", "1: a|b\n3: 1|2\n6: 3|4\n");
  check ("a,b\r\n\r\n1,2\r\n\r\n", "1: a|b\n3: 1|2\n");
  check ("a\n\"\"\n", "1: a\n2: \n");
  check ("\r\n\na;b\n1;2\n", "1: a|b\n4: 1|2\n");
}

static void
test_quotes (void)
{
  check ("a,b\n\"1,5\",\"say \"\"no\"\"\"\n", "1: a|b\n2: 1,5|say \"no\"\n");
  check ("a,b\n\"one\ntwo\r\nthree\",2\n3,4\n", "1: a|b\n2: one\ntwo\r\nthree|2\n3: 3|4\n");
  check ("\"a\",\"b\"\n\"\",\"\"\"\"\n", "1: a|b\n2: |\"\n");
  check ("a,b\n1\" pipe,5\"\n", "1: a|b\n2: 1\" pipe|5\"\n");
  check ("a,b\n1,\"2\"", "1: a|b\n2: 1|2\n");
}

/* The apostrophe that keeps a spreadsheet from running a cell is no part of the text. */
static void
test_formulas (void)
{
  check ("a,b\n'=1+1,\"'@x\"\n''-2,'s-Gravenhage\n-2,'\n", "1: a|b\n2: =1+1|@x\n3: '-2|'s-Gravenhage\n4: -2|'\n");
}

static void
check_delimiter (const char *text, char expected)
{
  g_autoptr (NscCsvReader) reader = open_bytes (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_csv_reader_read_header (reader, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (nsc_csv_reader_get_delimiter (reader), ==, expected);
}

static void
test_delimiters (void)
{
  check ("a;b\n1,5;2\n", "1: a|b\n2: 1,5|2\n");
  check ("a\tb\n1,5\t2;3\n", "1: a|b\n2: 1,5|2;3\n");
  check_delimiter ("a", ',');
  check_delimiter ("\"a,b,c\";d", ';');
  check_delimiter ("a;b,c;d\n1,2,3,4,5", ';');
  check_delimiter ("\xef\xbb\xbf"
                   "a\tb",
                   '\t');
  check_delimiter ("\"a\n;;;\",b", ',');
}

static void
test_mark (void)
{
  check ("\xef\xbb\xbf"
         "a,b\n1,2\n",
         "1: a|b\n2: 1|2\n");
  check ("\xef\xbb\xbf\"a\",b\n1,2\n", "1: a|b\n2: 1|2\n");
}

static void
test_counts (void)
{
  check ("a,b,c\n1,2\n3,4,5\n",
         "1: a|b|c\n2:c! The row has 2 fields but the header names 3 columns; add the missing ones\n3: 3|4|5\n");
  check ("a,b\nx\n3,4\n",
         "1: a|b\n2:b! The row has 1 field but the header names 2 columns; add the missing ones\n3: 3|4\n");
  check ("a,b\n1,2,\xff,4\n3,4\n", "1: a|b\n2:3! The row has 4 fields but the header names 2 columns; put text with a "
                                   "delimiter in quotes\n3: 3|4\n");
}

static void
test_quote_problems (void)
{
  check ("a,b,c\n1,\"2\"x,\"y\"\n3,4,5\n",
         "1: a|b|c\n2:b! There is text after the closing quote; double the quotes inside the text, as in "
         "\"say \"\"no\"\"\"\n3: 3|4|5\n");
  check ("a,b\n1,\"2\n3,4\n", "1: a|b\n2:b!! A quote opens here and is never closed; close it\n");
  check ("a,\"b\n1,2\n", "1:2!! A quote opens here and is never closed; close it\n");
}

static void
test_encodings (void)
{
  static const char gb[] =
      "id,name\n1,a\n2,\xb9\xfa\xbc\xca\xb9\xe6\xb7\xb6\xd3\xeb\xcd\xf8\xc2\xe7\xb0\xb2\xc8\xab\n3,b\n";
  static const char odd[] = "id,name\n1,a\xff\n";

  check (gb, "1: id|name\n2: 1|a\n3:name! The text is not UTF-8 but seems to be GB18030; save the file as UTF-8 and "
             "import it again\n4: 3|b\n");
  check_problem (odd, sizeof odd - 1, "2:name! The text is not UTF-8", "save the file as UTF-8");
  check_problem ("n\xff\nx\n", 5, "1:1!! The text is not UTF-8", "save the file as UTF-8");
  check_problem ("\xff\xfe"
                 "a\0,\0b\0",
                 8, "1:1!! The file is UTF-16", "UTF-8");
  check_problem ("\xfe\xff\0a", 4, "1:1!! The file is UTF-16", "UTF-8");
  check_problem ("a,b\n1,\xc0\xaf\n", 9, "2:b! The text is not UTF-8", "");
}

static void
test_nul (void)
{
  check_bytes ("a,b\n1,x\0y\n3,4\n", 14,
               "1: a|b\n2:b! The text has a NUL byte; take it out or save the file as CSV "
               "again\n3: 3|4\n");
}

static void
test_empty (void)
{
  check_problem ("", 0, "1:1!! The file is empty", "name the columns");
  check_problem ("\n\r\n\n", 4, "1:1!! The file is empty", "name the columns");
  check_problem ("\xef\xbb\xbf", 3, "1:1!! The file is empty", "name the columns");
}

static char *
repeat (const char *before, char c, gsize n, const char *after)
{
  GString *text = g_string_new (before);

  g_string_set_size (text, text->len + n);
  memset (text->str + strlen (before), c, n);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *long_field = repeat ("a,b\n1,", 'x', NSC_CSV_MAX_FIELD_BYTES, "\n3,4\n");
  g_autofree char *too_long = repeat ("a,b\n1,", 'x', NSC_CSV_MAX_FIELD_BYTES + 1, "\n3,4\n");
  g_autofree char *guarded = repeat ("a,b\n1,'=", 'x', NSC_CSV_MAX_FIELD_BYTES - 1, "\n3,4\n");
  g_autofree char *said_of_guarded = read_all (guarded, strlen (guarded));
  g_autofree char *quoted = repeat ("a,b\n1,\"", '\n', NSC_CSV_MAX_FIELD_BYTES + 1, "\n3,4\n");
  g_autofree char *wide = repeat ("", ',', NSC_CSV_MAX_COLUMNS - 1, "\n");
  g_autofree char *too_wide = repeat ("", ',', NSC_CSV_MAX_COLUMNS, "\n");
  g_autofree char *too_many = repeat ("a,b\n", ',', NSC_CSV_MAX_FIELDS, "\n3,4\n");
  g_autofree char *said = read_all (long_field, strlen (long_field));

  g_assert_true (g_str_has_suffix (said, "x\n3: 3|4\n"));
  g_assert_true (g_str_has_suffix (said_of_guarded, "x\n3: 3|4\n"));
  check (too_long, "1: a|b\n2:b!! The text is longer than 1 MiB; shorten it\n");
  check (quoted,
         "1: a|b\n2:b!! The text in quotes is longer than 1 MiB; is its closing quote missing? Shorten or close "
         "it\n");
  check_problem (wide, strlen (wide), "1: |", "");
  check (too_many, "1: a|b\n2:3!! The row has more than 100,000 fields; is the end of its line missing? End it\n");
  check (too_wide, "1:2001!! There are more than 2,000 columns; leave some out\n");
}

static void
test_long_row (void)
{
  g_autofree char *cell = repeat (",", 'x', NSC_CSV_MAX_FIELD_BYTES, "");
  g_autofree char *header = repeat ("", ',', 19, "\n");
  GString *text = g_string_new (header);

  for (guint i = 0; i < 19; i++)
    g_string_append (text, cell);
  g_string_append_c (text, '\n');
  check_problem (text->str, text->len, "2:17!! The row is longer than 16 MiB", "shorten");
  g_string_free (text, TRUE);
}

/* Text that crosses the reader's buffer at every place reads the same. */
static void
test_boundaries (void)
{
  static const char tail[] = "\"甲\r\n乙\"\"\",\"\"\r\n\r\n3,\"4\"\r\n";

  for (gsize shift = 0; shift < sizeof tail + 4; shift++)
    {
      g_autofree char *filler = repeat ("", 'x', 65536 - sizeof tail - 8 + shift, "");
      g_autofree char *text = g_strdup_printf ("a,b\n%s,1\n%s", filler, tail);
      g_autofree char *expected = g_strdup_printf ("1: a|b\n2: %s|1\n3: 甲\r\n乙\"|\n5: 3|4\n", filler);

      check (text, expected);
    }
}

static void
test_cancel (void)
{
  g_autoptr (NscCsvReader) reader = open_bytes ("a\n1\n", 4);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_csv_reader_read_header (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nsc_table_file_open ("/nonexistent/x.csv", NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "/nonexistent/x.csv: "));
}

/* Any bytes give an answer, and the same bytes the same one. */
static void
test_any_bytes (void)
{
  static const char alphabet[] = { ',', ';', '"', '\n', '\r', 'a', 'b', ' ', '\0', '\xff', '\xe5', '\x9b', '\xbd' };

  for (guint round = 0; round < 3000; round++)
    {
      char bytes[40];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *once = NULL;
      g_autofree char *again = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))];
      once = read_all (bytes, length);
      again = read_all (bytes, length);
      g_assert_cmpstr (once, ==, again);
      g_assert_true (g_utf8_validate (once, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-reader/rows", test_rows);
  g_test_add_func ("/exchange/csv-reader/line-ends", test_line_ends);
  g_test_add_func ("/exchange/csv-reader/blank-lines", test_blank_lines);
  g_test_add_func ("/exchange/csv-reader/quotes", test_quotes);
  g_test_add_func ("/exchange/csv-reader/formulas", test_formulas);
  g_test_add_func ("/exchange/csv-reader/delimiters", test_delimiters);
  g_test_add_func ("/exchange/csv-reader/mark", test_mark);
  g_test_add_func ("/exchange/csv-reader/counts", test_counts);
  g_test_add_func ("/exchange/csv-reader/quote-problems", test_quote_problems);
  g_test_add_func ("/exchange/csv-reader/encodings", test_encodings);
  g_test_add_func ("/exchange/csv-reader/nul", test_nul);
  g_test_add_func ("/exchange/csv-reader/empty", test_empty);
  g_test_add_func ("/exchange/csv-reader/limits", test_limits);
  g_test_add_func ("/exchange/csv-reader/long-row", test_long_row);
  g_test_add_func ("/exchange/csv-reader/boundaries", test_boundaries);
  g_test_add_func ("/exchange/csv-reader/cancel", test_cancel);
  g_test_add_func ("/exchange/csv-reader/files", test_files);
  g_test_add_func ("/exchange/csv-reader/any-bytes", test_any_bytes);
  return g_test_run ();
}
